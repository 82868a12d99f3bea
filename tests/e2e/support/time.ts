import type { ElectronApplication } from '@playwright/test';

/**
 * Takes the program's spans of a minute and more into the story's hands: they pass when it says so, not by waiting.
 * What the program does then, and that it asked for exactly this span, stays real.
 */
export const holdMinutes = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    const real = { set: globalThis.setTimeout, clear: globalThis.clearTimeout };
    const held = new Map<unknown, { readonly run: () => void; readonly span: number }>();
    const set = (run: () => void, span = 0, ...rest: unknown[]): unknown => {
      const timer = real.set(run, span, ...rest);
      if (span >= 60_000) held.set(timer, { run, span });
      return timer;
    };
    const clear = (timer: Parameters<typeof clearTimeout>[0]): void => {
      held.delete(timer);
      real.clear(timer);
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear, heldMinutes: held });
  });

/**
 * Lets minutes pass in which nobody touches the program.
 * @returns how many spans ended
 */
export const letPass = (app: ElectronApplication, minutes: number): Promise<number> =>
  app.evaluate((_electron, span) => {
    const { heldMinutes } = globalThis as unknown as { readonly heldMinutes: Map<unknown, { readonly run: () => void; readonly span: number }> };
    const over = [...heldMinutes].filter(([, held]) => held.span <= span);
    for (const [timer, { run }] of over) {
      clearTimeout(timer as NodeJS.Timeout);
      run();
    }
    return over.length;
  }, minutes * 60_000);
