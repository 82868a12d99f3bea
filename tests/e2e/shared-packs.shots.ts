import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { cardFingerprint } from '../../electron/core/envelope/fingerprint.ts';
import { cardFile, readCard } from '../../electron/core/envelope/card.ts';
import { otherOffice } from '../offices/other-office.ts';
import { answerDialogs } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { goTo } from './support/walk.ts';
import { wordsIn } from './words.ts';

/** Pictures of a pack line by line, of the directory and the form of a service, and of what leaves. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const [language, theme] of [['it', 'dark'], ['en', 'light']] as const) {
  test(`shared packs, ${language}, ${theme}`, async () => {
    const t = wordsIn(language);
    const folder = mkdtempSync(join(tmpdir(), 'varco-'));
    const { app, page, close } = await launchDemo('probation', { language, theme });
    const press = (key: string, values: Record<string, string | number> = {}) => page.getByRole('button', { name: t(key, values), exact: true }).click();
    const shot = async (name: string): Promise<void> => {
      await page.mouse.move(2, 2);
      await page.evaluate(async () => document.fonts.ready);
      await page.screenshot({ path: join(out, `shared-packs-${name}-${language}-${theme}.png`), animations: 'disabled', fullPage: true });
    };
    try {
      const prison = await otherOffice('prison', 'Penitenciarul Vecin');
      await unlockAs(page, demo.officer, language);
      await page.getByRole('link', { name: t('common:nav.services') }).click();
      await answerDialogs(app, join(folder, 'own.varco-card.json'));
      await press('office:own.save');
      await page.getByRole('status').filter({ hasText: 'own.varco-card.json' }).waitFor();
      const own = readCard(readFileSync(join(folder, 'own.varco-card.json')));
      writeFileSync(join(folder, 'theirs.varco-card.json'), cardFile(prison.card));
      await answerDialogs(app, join(folder, 'theirs.varco-card.json'));
      await press('office:contacts.read');
      await page.getByLabel(t('office:contacts.fingerprint')).fill(cardFingerprint(prison.card).groups.join(' '));
      await page.getByLabel(t('office:contacts.with')).fill('telefon');
      await press('office:contacts.trust');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await shot('services');
      await goTo(page, '/shared-packs');
      await press('sharedPacks:trust.allowOf', { name: 'Penitenciarul Vecin' });
      const line = (no: number, name: string, over: object = {}) => ({ id: `019a0000-0000-7000-8000-00000000000${no}`, what: 'organisation', name, kind: 'NGO', municipality: 'Timișoara', address: 'Str. Lungă 4', phone: '+40 256 000 001', helpsWith: ['ACCOMMODATION', 'FINANCE'], ...over });
      const arrive = async (sequence: number, lines: readonly object[]): Promise<void> => {
        const sent = await prison.send(own, { folder, kind: 'directory', sequence, file: { path: 'pack.json', json: { format: 'varco-pack', version: 1, kind: 'directory', dataAsOf: '2026-11-22', lines }, payloads: { pack: 1 } } });
        renameSync(sent, join(folder, `VARCO-directory-T-${sequence}.zip.age`));
        await answerDialogs(app, join(folder, `VARCO-directory-T-${sequence}.zip.age`));
        await press('sharedPacks:open');
      };
      await arrive(1, [line(1, 'Adăpostul de Noapte'), line(2, 'Cantina Socială', { persons: [{ name: 'Maria Exemplu', role: 'coordonator', phone: '0256 111 222' }] })]);
      await press('sharedPacks:review.allNew', { count: 2 });
      await press('sharedPacks:review.aside');
      await arrive(2, [line(1, 'Adăpostul de Noapte', { phone: '+40 256 000 009' }), line(3, 'Biroul de Sprijin', { kind: 'MOON_BASE' }), { id: '019a0000-0000-7000-8000-000000000009', what: 'leaflet' }]);
      await page.getByRole('row').filter({ hasText: 'Biroul de Sprijin' }).waitFor();
      await shot('review');
      await goTo(page, '/directory');
      await page.getByRole('row').filter({ hasText: 'Cantina' }).waitFor();
      await shot('directory');
      await press('sharedPacks:directory.add');
      await page.getByRole('dialog').waitFor();
      await shot('form');
      await page.getByLabel(t('sharedPacks:field.name'), { exact: true }).fill('Centrul de Zi');
      await page.getByRole('button', { name: t('sharedPacks:field.kind') }).click();
      await page.getByRole('option', { name: t('enums:organisationKind.MUNICIPALITY') }).click();
      await page.getByRole('radio', { name: t('enums:publishes.SERVICE') }).press(' ');
      await press('common:act.save');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await goTo(page, '/shared-packs');
      await press('sharedPacks:share');
      await page.getByRole('dialog').getByRole('row').filter({ hasText: 'Centrul de Zi' }).waitFor();
      await shot('leaving');
    } finally {
      await close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
