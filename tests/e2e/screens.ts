import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import axe from 'axe-core';

/** What the stories share: acts of a person at the screen, by the words they read there. */

export const colleagues = {
  ana: { name: 'Ana Ionescu', password: 'trei căprioare albastre' },
  mihai: { name: 'Mihai Popa', password: 'gara de nord la prânz' },
} as const;

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const themes = ['light', 'dark', 'contrast'] as const;
/** `npm run test:full` looks at every step of every story in all three themes; `npm test` at every screen so, and at the steps in one. */
const EVERY_THEME = process.env['VARCO_EVERY_THEME'] === '1';

interface Found {
  readonly theme: (typeof themes)[number];
  readonly violations: readonly string[];
  readonly passes: number;
}

/**
 * Looks at the screen as it is with axe: every rule once, and contrast in each of the three sets of colours. One call into the
 * page for all of them; axe's source is handed in once, because the page's policy lets no script load it.
 */
export const expectAccessible = async (page: Page, screen: string, { everyTheme = EVERY_THEME }: { readonly everyTheme?: boolean } = {}): Promise<void> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const wanted = everyTheme ? themes : themes.slice(0, 1);
  const found = await page.evaluate(
    async ([names, everyTag]): Promise<readonly Found[]> => {
      const { axe: inPage } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[]; passes: unknown[] }> } };
      const root = document.documentElement;
      const before = root.dataset['theme'] ?? 'light';
      const all: Found[] = [];
      for (const theme of names) {
        root.dataset['theme'] = theme;
        const runOnly = theme === 'light' ? { type: 'tag', values: everyTag } : { type: 'rule', values: ['color-contrast'] };
        // every rule still runs and is counted; only what passed is not described element by element
        const { violations, passes } = await inPage.run({ runOnly, resultTypes: ['violations'] });
        all.push({ theme, violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`), passes: passes.length });
      }
      root.dataset['theme'] = before;
      return all;
    },
    [wanted, tags] as const,
  );
  expect(found.map(({ theme }) => theme)).toEqual(wanted);
  for (const { theme, violations, passes } of found) {
    expect(passes, `${screen}, ${theme}: axe looked at something`).toBeGreaterThanOrEqual(theme === 'light' ? 5 : 1);
    expect(violations, `${screen}, ${theme}`).toEqual([]);
  }
};

/** Answers the next dialogs of the operating system with this path. */
export const answerDialogs = async (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);

/** Chooses a language in the menu that is on every screen. `from` and `to` are languages by their own names. */
export const chooseLanguage = async (page: Page, from: string, to: string): Promise<void> => {
  // a screen that is just being drawn anew takes an open menu with it: a person opens it again
  await expect(async () => {
    await page.getByRole('button', { name: from }).click({ timeout: 5000 });
    await page.getByRole('menuitemradio', { name: to }).click({ timeout: 5000 });
  }).toPass({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
};

/** The first run of a prison in Romanian, up to the recovery code. */
export const createPrison = async (page: Page): Promise<void> => {
  await page.getByText('Română', { exact: true }).last().click();
  await page.getByRole('button', { name: 'Pregătește un post de lucru nou' }).click();
  await page.getByText('Penitenciar', { exact: true }).click();
  await page.getByRole('button', { name: 'Continuă' }).click();
  await page.getByLabel('Denumirea serviciului').fill('Penitenciarul Timișoara');
  await page.getByLabel('Telefon').fill('0256 000 000');
  await page.getByRole('button', { name: 'Continuă' }).click();
  await page.getByRole('combobox', { name: 'Fusul orar al serviciului' }).fill('Bucharest');
  await page.getByRole('option', { name: 'Europe/Bucharest' }).click();
  await page.getByRole('button', { name: 'Continuă' }).click();
  await describeColleague(page, colleagues.ana, 'Educator');
  await page.getByRole('button', { name: 'Continuă' }).click();
  await expect(page.getByRole('heading', { name: 'A doua persoană' })).toBeVisible();
  await describeColleague(page, colleagues.mihai, 'Director adjunct');
  await page.getByRole('button', { name: 'Creează postul de lucru' }).click();
  // keys are slow to make, on purpose; on a busy machine slower still
  await expect(page.getByRole('heading', { name: 'Cod de recuperare' })).toBeVisible({ timeout: 90_000 });
};

/** Fills in who somebody is, in Romanian. */
export const describeColleague = async (page: Page, colleague: { readonly name: string; readonly password: string }, role: string): Promise<void> => {
  await page.getByLabel('Nume', { exact: true }).fill(colleague.name);
  await page.getByRole('button', { name: /Rol/ }).click();
  await page.getByRole('option', { name: role }).click();
  await page.getByLabel('Parolă', { exact: true }).fill(colleague.password);
};

/** Reads the groups of the recovery code off the screen. */
export const readCode = async (page: Page): Promise<readonly string[]> => page.getByRole('list', { name: 'Codul de recuperare' }).getByRole('listitem').allTextContents();

/** The whole first run: at the end the empty list of people stands there. Returns the recovery code. */
export const startPrison = async (page: Page): Promise<string> => {
  await createPrison(page);
  const groups = await readCode(page);
  await page.getByLabel('Ultimul grup al codului').fill(groups.at(-1) ?? '');
  await page.getByRole('button', { name: 'Am codul, începe' }).click();
  await expect(page.getByRole('heading', { name: 'Ziua mea', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Persoane' }).click();
  await expect(page.getByRole('heading', { name: 'Persoane', exact: true })).toBeVisible();
  return groups.join('-');
};

/** The day at the workplace of every story: for hours it is not the day of the computer. */
export const todayAt = (page: Page): Promise<string> => page.evaluate(() => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Bucharest' }).format(new Date()));

/** Types a date into a field of day, month and year, on a Romanian or Italian screen. */
export const typeDate = async (page: Page, field: string, digits: string): Promise<void> => {
  await page.getByRole('group', { name: field }).getByRole('spinbutton').first().click();
  await page.keyboard.type(digits);
};

/** Fills in the form of a new person, in Romanian. */
export const fillPerson = async (page: Page, person: { readonly family: string; readonly given: string; readonly code: string; readonly born: string }): Promise<void> => {
  await page.getByLabel('Nume de familie').fill(person.family);
  await page.getByLabel('Prenume').fill(person.given);
  await page.getByLabel('Nr. matricol').fill(person.code);
  await typeDate(page, 'Data nașterii', person.born);
};

/** Every file below a folder that holds `text`, as it is written in UTF-8 or UTF-16. */
export const filesWith = (folder: string, text: string): string[] => {
  const wanted = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return wanted.some((needle) => bytes.includes(needle));
    });
};
