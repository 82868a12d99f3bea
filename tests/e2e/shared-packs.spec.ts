import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { cardFingerprint } from '../../electron/core/envelope/fingerprint.ts';
import { cardFile, readCard } from '../../electron/core/envelope/card.ts';
import { openAs, otherOffice } from '../offices/other-office.ts';
import { answerDialogs, expectAccessible } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { goTo } from './support/walk.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');

test('a directory comes from an office we name, line by line, is used and taken back; ours goes out', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const { app, page, close } = await launchDemo('probation', { language: 'ro', theme: 'light' });
  const at = (name: string): string => join(folder, name);
  const press = (key: string, values: Record<string, string | number> = {}) => page.getByRole('button', { name: t(key, values), exact: true }).click();
  try {
    const prison = await otherOffice('prison', 'Penitenciarul Vecin');
    await unlockAs(page, demo.officer);
    await page.getByRole('link', { name: t('common:nav.services') }).click();
    await answerDialogs(app, at('own.varco-card.json'));
    await press('office:own.save');
    await expect(page.getByRole('status').filter({ hasText: 'own.varco-card.json' })).toBeVisible();
    const own = readCard(readFileSync(at('own.varco-card.json')));
    writeFileSync(at('theirs.varco-card.json'), cardFile(prison.card));
    await answerDialogs(app, at('theirs.varco-card.json'));
    await press('office:contacts.read');
    await page.getByLabel(t('office:contacts.fingerprint')).fill(cardFingerprint(prison.card).groups.join(' '));
    await page.getByLabel(t('office:contacts.with')).fill('la telefon');
    await press('office:contacts.trust');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    // a compared card is not yet the word that we look at their lists
    await press('sharedPacks:nav');
    const ids = ['019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002', '019a0000-0000-7000-8000-000000000003'] as const;
    const line = (no: 0 | 1 | 2, name: string, over: object = {}) => ({ id: ids[no], what: 'organisation', name, kind: 'NGO', municipality: 'Timișoara', phone: '+40 256 000 001', helpsWith: ['ACCOMMODATION'], ...over });
    const arrive = async (sequence: number, lines: readonly object[]): Promise<void> => {
      const sent = await prison.send(own, { folder, kind: 'directory', sequence, file: { path: 'pack.json', json: { format: 'varco-pack', version: 1, kind: 'directory', dataAsOf: '2026-11-22', lines }, payloads: { pack: 1 } } });
      const named = at(`VARCO-directory-T-${sequence}.zip.age`);
      renameSync(sent, named);
      await answerDialogs(app, named);
      await press('sharedPacks:open');
    };
    const first = [line(0, 'Adăpostul de Noapte'), line(1, 'Cantina Socială', { helpsWith: ['FINANCE'] }), line(2, 'Biroul de Sprijin', { kind: 'MOON_BASE' })];
    await arrive(1, first);
    await expect(page.getByText(t('errors:envelope.KIND_NOT_ALLOWED.what'))).toBeVisible();
    await press('sharedPacks:trust.allowOf', { name: 'Penitenciarul Vecin' });
    await expect(page.getByRole('button', { name: t('sharedPacks:trust.endOf', { name: 'Penitenciarul Vecin' }) })).toBeVisible();

    // nothing applies before somebody looked; then all that is new
    await arrive(1, first);
    const card = page.getByRole('region', { name: t('sharedPacks:review.title', { kind: t('enums:sharedPackKind.directory'), name: 'Penitenciarul Vecin' }) });
    await expect(card.getByRole('row')).toHaveCount(4);
    await expectAccessible(page, 'a pack, line by line');
    await press('sharedPacks:review.allNew', { count: 3 });
    await expect(card.getByText(t('sharedPacks:review.taken', { count: 3 }))).toBeVisible();
    await press('sharedPacks:review.aside');
    await goTo(page, '/directory');
    await expect(page.getByRole('row').filter({ hasText: 'Cantina Socială' })).toContainText('Penitenciarul Vecin');
    await expectAccessible(page, 'directory');

    // changed here, and changed there: it is decided by itself, old beside new
    await press('sharedPacks:directory.editOf', { name: 'Adăpostul de Noapte' });
    await page.getByLabel(t('sharedPacks:field.address'), { exact: true }).fill('Str. Lungă 4');
    await expectAccessible(page, 'a service of the directory');
    await press('common:act.save');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await goTo(page, '/shared-packs');
    await arrive(2, [line(0, 'Adăpostul de Noapte', { phone: '+40 256 000 009' }), line(1, 'Cantina Socială', { helpsWith: ['FINANCE'] })]);
    await expect(card.getByRole('row').filter({ hasText: 'Adăpostul de Noapte' })).toContainText(t('sharedPacks:review.edited'));
    await expect(card.getByRole('row').filter({ hasText: 'Biroul de Sprijin' })).toContainText(t('sharedPacks:review.goneText'));
    await card.getByRole('checkbox', { name: t('sharedPacks:review.takeLine', { name: 'Biroul de Sprijin' }) }).press(' ');
    await press('sharedPacks:review.chosen', { count: 1 });
    await expect(card.getByText(t('sharedPacks:review.taken', { count: 1 }))).toBeVisible();
    await page.getByRole('row').filter({ hasText: 'T-2' }).getByRole('button').click();
    await page.getByRole('dialog').getByRole('button', { name: t('sharedPacks:undo'), exact: true }).click();
    await expect(page.getByRole('row').filter({ hasText: 'T-2' })).toContainText(t('enums:sharedPackState.UNDONE'));
    // the first stays: what was changed here would be lost
    await page.getByRole('row').filter({ hasText: 'T-1' }).getByRole('button').click();
    await page.getByRole('dialog').getByRole('button', { name: t('sharedPacks:undo'), exact: true }).click();
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Adăpostul de Noapte');
    await page.getByRole('dialog').getByRole('button', { name: t('common:act.cancel') }).click();

    // ours goes out: one service, without the name of a person who did not agree
    await goTo(page, '/directory');
    await press('sharedPacks:directory.add');
    await page.getByLabel(t('sharedPacks:field.name'), { exact: true }).fill('Centrul de Zi');
    await page.getByRole('button', { name: t('sharedPacks:field.kind') }).click();
    await page.getByRole('option', { name: t('enums:organisationKind.MUNICIPALITY') }).click();
    await page.getByLabel(t('sharedPacks:directory.person'), { exact: true }).fill('Maria Nespusa');
    await page.getByRole('radio', { name: t('enums:publishes.PERSONS') }).press(' ');
    await press('common:act.save');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await goTo(page, '/shared-packs');
    await press('sharedPacks:share');
    await page.getByRole('button', { name: t('sharedPacks:seal.to') }).click();
    await page.getByRole('option', { name: 'Penitenciarul Vecin' }).click();
    await expect(page.getByRole('dialog').getByRole('row').filter({ hasText: 'Centrul de Zi' })).toBeVisible();
    await expect(page.getByRole('dialog').getByText('Nespusa')).toHaveCount(0);
    await expectAccessible(page, 'what leaves');
    const stick = at('stick');
    mkdirSync(stick);
    await answerDialogs(app, stick);
    await press('sharedPacks:seal.go', { count: 1 });
    await expect(page.getByRole('dialog').getByText(t('sharedPacks:seal.writtenText'))).toBeVisible();
    const written = readdirSync(stick).find((name) => name.startsWith('VARCO-directory-')) ?? '';
    const envelope = await openAs(prison, own, readFileSync(join(stick, written)));
    const text = Buffer.from(envelope.payload.find(({ path }) => path === 'data/pack.json')?.bytes ?? []).toString();
    expect(text).toContain('Centrul de Zi');
    expect(text).not.toMatch(/Nespusa|Cantina/);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
