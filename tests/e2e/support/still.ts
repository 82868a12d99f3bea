import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** The moment at which the pictures of the guide are drawn, whenever that is done; a weekday morning in both countries. */
export const STILL = '2026-11-23T08:30:00.000Z';

/** Holds the clock of a page; its program was started with `still`. */
export const stillPage = async (page: Page): Promise<void> => {
  const hold = (moment: string): void => {
    let now = Date.parse(moment);
    globalThis.Date = class extends Date {
      constructor(...given: readonly unknown[]) {
        super(...((given.length === 0 ? [(now += 1)] : given) as [number]));
      }
      static override now(): number {
        return (now += 1);
      }
    } as DateConstructor;
  };
  await page.addInitScript(hold, STILL);
  await page.evaluate(hold, STILL);
};

/** The day of `STILL` as an English screen writes it. */
export const STILL_DAY = '23 Nov 2026';

/** Files that lie on a stick are of that day, too, in the order of their numbers. */
export const stillEnvelopes = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    const at = new Date(Date.parse(STILL) + Number(/(\d{6})\.zip\.age$/.exec(name)?.[1] ?? 0) * 1000);
    utimesSync(join(folder, name), at, at);
  }
};
