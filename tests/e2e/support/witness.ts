import { expect, type ElectronApplication, type Page } from '@playwright/test';

/** What the main process saw of a page's attempts, and whether it was stopped. */
export interface Sighting {
  readonly event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect' | 'will-download' | 'request-error';
  readonly detail: string;
  readonly prevented: boolean;
}

/** Stands behind the rules in the main process and notes what they did; it changes nothing. */
export const watchMain = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow, session }) => {
    const sightings: Sighting[] = [];
    Reflect.set(globalThis, 'sightings', sightings);
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) throw new Error('no window');
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const)
      contents.on(event as 'will-navigate', (details) => sightings.push({ event, detail: details.url, prevented: details.defaultPrevented }));
    const ours = session.fromPartition('varco');
    ours.on('will-download', (event, item) => sightings.push({ event: 'will-download', detail: item.getURL(), prevented: event.defaultPrevented }));
    ours.webRequest.onErrorOccurred(({ url, error }) =>
      sightings.push({ event: 'request-error', detail: url, prevented: error === 'net::ERR_BLOCKED_BY_CLIENT' }),
    );
  });

/** What was seen since the last call. */
export const sightings = (app: ElectronApplication): Promise<Sighting[]> =>
  app.evaluate(() => (Reflect.get(globalThis, 'sightings') as Sighting[]).splice(0));

/** Waits until the main process has seen and stopped something. */
export const expectStopped = async (app: ElectronApplication, event: Sighting['event'], detail: RegExp): Promise<void> => {
  const matching: Sighting[] = [];
  await expect(async () => {
    matching.push(...(await sightings(app)).filter((one) => one.event === event && detail.test(one.detail)));
    expect(matching).not.toEqual([]);
  }).toPass({ timeout: 10_000 });
  for (const one of matching) expect(one).toMatchObject({ prevented: true });
};

/** Starts noting what the page's policy reports. */
export const watchPolicy = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const reports: string[] = [];
    Reflect.set(window, 'policyReports', reports);
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => reports.push(effectiveDirective));
  });

/** Waits until the policy has reported a directive; the reports are used up. */
export const expectReport = async (page: Page, directive: string): Promise<void> => {
  const reports: string[] = [];
  await expect(async () => {
    reports.push(...(await page.evaluate(() => (Reflect.get(window, 'policyReports') as string[]).splice(0))));
    expect(reports).toContain(directive);
  }).toPass({ timeout: 10_000 });
};
