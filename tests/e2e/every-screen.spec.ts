import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import type { Language } from '../../shared/domain/base.ts';
import { expectAccessible } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { clipped, overlapping, untranslated } from './support/look.ts';
import { launchToldOffice } from './support/told.ts';
import { arrived, goTo, places } from './support/walk.ts';

/** Every screen of the route table, looked at as a person and as axe would: nothing here is listed by hand. */

const look = { language: 'ro', theme: 'light' } as const;
/**
 * Language and size of each look: every language once and both sizes; `npm run test:full` looks at every language in both.
 * Italian words are the longest, so they are the ones enlarged.
 */
const looks: readonly (readonly [Language, 1 | 2])[] =
  process.env['VARCO_EVERY_THEME'] === '1' ? [['en', 1], ['it', 1], ['ro', 1], ['en', 2], ['it', 2], ['ro', 2]] : [['en', 1], ['ro', 1], ['it', 2]];

const zoom = async (app: ElectronApplication, page: Page, factor: number): Promise<void> => {
  await app.evaluate(({ BrowserWindow }, value) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setMinimumSize(300, 200);
    window?.setContentSize(Math.round(1366 / value), Math.round(768 / value));
  }, factor);
  await page.waitForFunction((width) => window.innerWidth === width, Math.round(1366 / factor));
};

for (const kind of ['prison', 'probation'] as const) {
  test(`every screen of a ${kind}: read by axe in three themes, in three languages, nothing cut off at 1366 × 768 and at twice the size`, async () => {
    test.setTimeout(300_000);
    const { app, page, close } = await (kind === 'prison' ? launchDemo(kind, look) : launchToldOffice(look));
    try {
      // the one who may enter most
      await unlockAs(page, kind === 'prison' ? demo.head : demo.officeHead);
      const all = await places(page);
      expect(all.length).toBeGreaterThan(10);
      const faults: string[] = [];
      for (const [language, factor] of looks) {
        await zoom(app, page, factor);
        await speak(page, language);
        for (const { name, address } of all) {
          await goTo(page, address);
          const where = `${name}, ${language}, ${factor * 100} %`;
          const found = await Promise.all([untranslated(page, language), clipped(page), overlapping(page)]);
          faults.push(...found.flat().map((fault) => `${where}: ${fault}`));
          // on the same visit: rules of axe and contrast do not change with the language
          if (language === 'ro' && factor === 1) await expectAccessible(page, name, { everyTheme: true });
        }
      }
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  });
}

test('the look itself finds what it is for', async () => {
  const { page, close } = await launchDemo('prison', look);
  try {
    await page.evaluate(() => {
      document.body.innerHTML = '<main><p>Un cuvânt foarte lung</p><p>people:nobody.knows</p><p>{{count}} zile</p><p>Register import</p><p>Sus de tot</p><p>Peste cel de sus</p></main>';
      const [cut, , , , , over] = document.querySelectorAll('p');
      Object.assign(cut?.style ?? {}, { width: '60px', overflow: 'hidden', whiteSpace: 'nowrap' });
      Object.assign(over?.style ?? {}, { position: 'relative', top: '-24px' });
      for (const line of document.querySelectorAll('p')) Object.assign(line.style, { margin: '0', lineHeight: '24px' });
    });
    expect(await clipped(page)).toEqual([expect.stringContaining('foarte lung')]);
    expect(await untranslated(page, 'ro')).toEqual(['people:nobody.knows', '{{count}} zile', 'Register import']);
    expect(await overlapping(page)).toEqual([expect.stringContaining('Peste cel de sus')]);
    await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<button></button>'));
    await expect(expectAccessible(page, 'a button without a name')).rejects.toThrow('button-name');
  } finally {
    await close();
  }
});

const names = { en: 'English', it: 'Italiano', ro: 'Română' } as const;

const speak = async (page: Page, language: Language): Promise<void> => {
  if ((await page.locator('html').getAttribute('lang')) === language) return;
  await page.locator('header button[aria-haspopup]').last().click();
  await page.getByRole('menuitemradio', { name: names[language] }).click();
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await arrived(page);
};
