import { Observable } from 'rxjs';
import type { CivilDate } from '../../../../shared/domain/dates.ts';

/** How often the clock is looked at, in milliseconds: a timer set for midnight would miss it while the computer sleeps. */
const LOOK_EVERY = 20_000;

/** Tells when the day at the site becomes another one. */
export const dayChanges = (today: () => CivilDate): Observable<CivilDate> =>
  new Observable((listener) => {
    let day = today();
    const timer = setInterval(() => {
      const now = today();
      if (now === day) return;
      day = now;
      listener.next(now);
    }, LOOK_EVERY);
    timer.unref();
    return () => clearInterval(timer);
  });
