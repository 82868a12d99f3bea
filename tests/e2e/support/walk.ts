import type { Page } from '@playwright/test';
import { personParts, runParts, screenPaths, type ScreenId } from '../../../renderer/app/shell/screen-paths.ts';
import { demo } from './demo.ts';

/** One place to look at: the name pictures are called by, and its address behind the hash. */
export interface Place {
  readonly name: string;
  readonly address: string;
}

/** Goes to an address of the route table and waits until everything on it has arrived. */
export const goTo = async (page: Page, address: string): Promise<void> => {
  await page.evaluate((hash) => (location.hash = hash), address);
  await arrived(page);
};

/** Waits until nothing on the screen is still being fetched. */
export const arrived = async (page: Page): Promise<void> => {
  await page.locator('main').first().waitFor();
  await page.waitForFunction(() => document.querySelector('main [role="progressbar"]') === null && document.querySelector('main [aria-busy="true"]') === null);
  await page.evaluate(async () => {
    await document.fonts.ready;
    // two frames: what the last answer brought is painted
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
};

/** The id in the last link of this kind on a screen; empty where there is none. */
const linkedFrom = async (page: Page, address: string, link: RegExp): Promise<string> => {
  await goTo(page, address);
  const links = await page.getByRole('main').getByRole('link').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  return links.flatMap((href) => link.exec(href)?.[1] ?? []).at(-1) ?? '';
};

/** Finds an id in the demonstration for each parameter a path may have; a path with another one has nobody to show. */
const examples: { readonly [parameter: string]: (page: Page, code: string) => Promise<string> } = {
  // `/people/:id`: the person whose story the demonstration tells
  id: async (page, code) => {
    await goTo(page, screenPaths.people);
    await page.getByRole('searchbox').first().fill(code);
    await page.getByRole('row').filter({ hasText: code }).click();
    await page.waitForURL(/#\/people\/[^/?]+/);
    return /#\/people\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  },
  // the programme and the course of the demonstration; a probation office has none, and its screens say so
  programmeId: (page) => linkedFrom(page, screenPaths.programmes, /#\/programmes\/([0-9a-f-]{36})$/),
  // a demonstration has none: the book stands there empty
  breachId: (page) => linkedFrom(page, screenPaths.breaches, /#\/breaches\/([0-9a-f-]{36})$/),
  // a demonstration whose commission has not been given a list shows none, and its screen says so
  sittingId: (page) => linkedFrom(page, screenPaths.sittings, /#\/sittings\/([0-9a-f-]{36})$/),
  runId: async (page) => {
    const programme = await linkedFrom(page, screenPaths.programmes, /#\/programmes\/([0-9a-f-]{36})$/);
    return programme === '' ? '' : linkedFrom(page, `/programmes/${programme}`, /#\/programmes\/run\/([0-9a-f-]{36})$/);
  },
};

/**
 * Every place of the route table; the person's page once for each of its parts.
 * @param code number of the person who is the example
 */
export const places = async (page: Page, code: string = demo.code): Promise<readonly Place[]> => {
  const found: Place[] = [];
  const known = new Map<string, string>();
  for (const [id, path] of Object.entries(screenPaths) as [ScreenId, string][]) {
    let address = path;
    for (const [whole, parameter = ''] of path.matchAll(/:(\w+)(?!\w|\?)/g)) {
      const example = examples[parameter];
      if (example === undefined) throw new Error(`${path}: say in tests/e2e/support/walk.ts where an example of :${parameter} is found`);
      if (!known.has(parameter)) known.set(parameter, await example(page, code));
      address = address.replace(whole, known.get(parameter) ?? '');
    }
    if (id === 'person') found.push(...personParts.map((part) => ({ name: `person-${part}`, address: address.replace(':part?', part) })));
    else if (id === 'run') found.push(...runParts.map((part) => ({ name: `run-${part}`, address: address.replace(':part?', part) })));
    else found.push({ name: id, address: address.replace(/\/:\w+\?/, '') });
  }
  return found;
};
