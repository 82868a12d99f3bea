import type { Page } from '@playwright/test';

/** Frames of one piece of work in the page; milliseconds. */
export interface Frames {
  readonly frames: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly longestMs: number;
  /** frames that took longer than 50 ms */
  readonly over50: number;
}

/** Watches the time between frames while `work` goes on. */
export const framesDuring = async (page: Page, work: () => Promise<void>): Promise<Frames> => {
  await page.evaluate(() => {
    const seen: number[] = [];
    let last = performance.now();
    let going = true;
    const look = (now: number): void => {
      seen.push(now - last);
      last = now;
      if (going) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, {
      stopFrames: () => {
        going = false;
        return seen.slice(1);
      },
    });
  });
  await work();
  const times = (await page.evaluate(() => (window as unknown as { stopFrames: () => number[] }).stopFrames())).toSorted((a, b) => a - b);
  const at = (part: number): number => Math.round((times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0) * 10) / 10;
  return { frames: times.length, p50Ms: at(0.5), p95Ms: at(0.95), longestMs: at(1), over50: times.filter((time) => time > 50).length };
};

/** Milliseconds from the next press of a key or button until an element of this selector, with text, has been painted. */
export const paintedAfterPress = async (page: Page, selector: string, press: () => Promise<void>): Promise<number> => {
  await page.evaluate((wanted) => {
    const measured = new Promise<number>((done) => {
      const pressed = (event: Event): void => {
        const from = event.timeStamp;
        window.removeEventListener('keydown', pressed, true);
        window.removeEventListener('pointerdown', pressed, true);
        const look = (): void => {
          const element = document.querySelector(wanted);
          // the callback of the frame after the one that holds it runs when that one is painted
          if (element !== null && (element.textContent ?? '') !== '') requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - from)));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      };
      window.addEventListener('keydown', pressed, true);
      window.addEventListener('pointerdown', pressed, true);
    });
    Object.assign(window, { measured });
  }, selector);
  await press();
  return Math.round((await page.evaluate(() => (window as unknown as { measured: Promise<number> }).measured)) * 10) / 10;
};
