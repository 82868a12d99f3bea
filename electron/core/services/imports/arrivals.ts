import type { ArrivalView } from '../../../../shared/contract/exchange.ts';
import type { OpenedEnvelope, OpenReport } from '../../envelope/open.ts';
import { newId } from '../work.ts';

export interface Arrival {
  readonly id: string;
  readonly report: OpenReport;
  readonly envelope: OpenedEnvelope | undefined;
  /** SHA-256 (hex) of the file: the same file again takes the place of its first opening */
  readonly sha256: string;
  /** what the screen was told of it */
  view?: ArrivalView;
}

/** Envelopes waiting for a decision at once; a new one pushes out the oldest, whose file is still on its medium. */
const LIMIT = 16;

/** Quarantine: what was opened and not yet decided lies in the core's memory only, and is gone when it locks. */
export class Arrivals {
  readonly #arrivals = new Map<string, Arrival>();

  add(report: OpenReport, sha256: string): Arrival {
    for (const [id, { sha256: before }] of this.#arrivals) if (before === sha256) this.#arrivals.delete(id);
    const arrival: Arrival = { id: newId(), report, envelope: report.envelope, sha256 };
    this.#arrivals.set(arrival.id, arrival);
    for (const oldest of this.#arrivals.keys()) {
      if (this.#arrivals.size <= LIMIT) break;
      this.#arrivals.delete(oldest);
    }
    return arrival;
  }

  get(id: string): Arrival | undefined {
    return this.#arrivals.get(id);
  }

  /** What was opened and is still here, as it was shown, oldest first. */
  views(): ArrivalView[] {
    return [...this.#arrivals.values()].flatMap(({ view }) => (view === undefined ? [] : [view]));
  }

  remove(id: string): void {
    this.#arrivals.delete(id);
  }
}
