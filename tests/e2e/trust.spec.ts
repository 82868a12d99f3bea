import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { buildCard, cardFile, readCard, rotateCard, type CardDetails } from '../../electron/core/envelope/card.ts';
import { compareCards } from '../../electron/core/envelope/card-change.ts';
import { cardFingerprint } from '../../electron/core/envelope/fingerprint.ts';
import { newSigningKey } from '../../electron/core/envelope/keys.ts';
import { presignRevocation, revocationText } from '../../electron/core/envelope/revocation.ts';
import type { ServiceCard } from '../../shared/domain/card.ts';
import { otherOffice } from '../offices/other-office.ts';
import { answerDialogs, expectAccessible } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');
const look = { language: 'ro', theme: 'light' } as const;
const press = (page: Page, key: string) => page.getByRole('button', { name: t(key), exact: true }).click();
const detailsOf = ({ serviceId, kind, name, reads, validFrom, validTo }: ServiceCard): CardDetails => ({ serviceId, kind, name, reads, validFrom, validTo, demo: true });

test('cards end, change and are revoked: what was announced goes on, anything else stops', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const { app, page, close } = await launchDemo('probation', look);
  const at = (name: string): string => join(folder, name);
  try {
    const prison = await otherOffice('prison', 'Penitenciarul Vecin');
    await unlockAs(page, demo.officer);
    await page.getByRole('link', { name: t('common:nav.services') }).click();
    let cards = 0;
    const bring = async (card: ServiceCard): Promise<void> => {
      // a file of its own each time: the one before may still be read
      cards += 1;
      writeFileSync(at(`theirs-${cards}.varco-card.json`), cardFile(card));
      await answerDialogs(app, at(`theirs-${cards}.varco-card.json`));
      await press(page, 'office:contacts.read');
    };
    const compare = async (card: ServiceCard): Promise<void> => {
      await page.getByLabel(t('office:contacts.fingerprint')).fill(cardFingerprint(card).groups.join(' '));
      await page.getByLabel(t('office:contacts.with')).fill('la telefon');
      await press(page, 'office:contacts.trust');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    };
    const row = page.getByRole('row').filter({ hasText: 'Penitenciarul Vecin' });

    // a card near its end asks for another, in the bar above every screen too
    const short = buildCard({ ...detailsOf(prison.card), validTo: '2027-01-15' }, prison.keys);
    const ended = buildCard({ ...detailsOf(prison.card), validFrom: '2025-01-01', validTo: '2026-01-15' }, prison.keys);
    await bring(ended);
    await compare(ended);
    await expect(row).toContainText(t('office:contacts.expired'));
    await expect(page.getByRole('link', { name: t('office:contacts.due') })).toBeVisible();
    await bring(short);
    await expect(row).not.toContainText(t('office:contacts.expired'));
    await bring(prison.card);
    await expect(page.getByRole('link', { name: t('office:contacts.due') })).toHaveCount(0);

    // the announced key took over: no question asked; a card altered otherwise is an alarm
    const keys = { ...prison.keys, signingKey: prison.keys.nextSigningKey, nextSigningKey: newSigningKey() };
    const rotated = rotateCard(prison.card, prison.keys.signingKey, { ...detailsOf(prison.card), validTo: '2033-06-01' }, keys);
    await bring(rotated);
    await expect(row).toContainText('2033');
    await expect(row).toContainText(t('enums:trustState.TRUSTED'));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const altered = buildCard({ ...detailsOf(rotated), phone: '0700 000 000' }, keys);
    await bring(altered);
    await expect(page.getByRole('dialog')).toBeVisible();
    await press(page, 'office:contacts.later');
    await expect(page.getByRole('alert').filter({ hasText: 'Penitenciarul Vecin' })).toBeVisible();
    await expect(row).toContainText(t('enums:trustState.CHANGED'));

    // their paper ends the key; a slip while typing changes nothing
    const paper = revocationText(presignRevocation(prison.card.serviceId, keys.signingKey));
    await press(page, 'office:contacts.revoke');
    await expectAccessible(page, 'revocation');
    await page.getByLabel(t('office:contacts.revokeText')).fill(paper.replace(/.{3}$/, 'AA='));
    await press(page, 'office:contacts.revokeNow');
    await expect(page.getByText(t('errors:envelope.REVOCATION_INVALID.what'))).toBeVisible();
    await page.getByLabel(t('office:contacts.revokeText')).fill(paper.replaceAll(/(.{8})/g, '$1 '));
    await press(page, 'office:contacts.revokeNow');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(row).toContainText(t('enums:trustState.REVOKED'));
    await expect(row.getByRole('button', { name: t('office:contacts.compareOne').replace('{{name}}', 'Penitenciarul Vecin') })).toHaveCount(0);
    await expectAccessible(page, 'services, revoked');

    // our own: the sheet, a renewal, other keys; partners take each without comparing
    const save = async (name: string): Promise<ServiceCard> => {
      await answerDialogs(app, at(name));
      await press(page, 'office:own.save');
      await expect(page.getByRole('status').filter({ hasText: name })).toBeVisible();
      return readCard(readFileSync(at(name)));
    };
    await expect(page.getByText(t('office:own.sheetMissing'))).toBeVisible();
    await answerDialogs(app, at('sheet.pdf'));
    await press(page, 'office:own.sheet');
    await expect(page.getByText(t('office:own.sheetMissing'))).toHaveCount(0);
    const first = await save('first.varco-card.json');
    await press(page, 'office:own.change');
    await page.getByRole('textbox', { name: t('office:own.phone') }).fill('0256 111 222');
    await expectAccessible(page, 'change keys');
    await page.getByRole('dialog').getByRole('button', { name: t('office:own.change') }).click();
    await expect(page.getByText(t('office:own.changed'))).toBeVisible();
    await expect(page.getByText(t('office:own.sheetMissing'))).toBeVisible();
    const second = await save('second.varco-card.json');
    expect(compareCards(first, second)).toEqual({ change: 'ROTATED' });

    // the printed sheet is read back from a scan; of our own service it says what to do with it
    execFileSync('pdftoppm', ['-r', '150', '-gray', '-jpeg', '-singlefile', at('sheet.pdf'), at('sheet')]);
    await press(page, 'office:contacts.revoke');
    await answerDialogs(app, at('sheet.jpg'));
    await press(page, 'office:contacts.revokeScan');
    await expect(page.getByLabel(t('office:contacts.revokeText'))).toHaveValue(new RegExp(`^VARCO-REVOKE:1:${first.serviceId}:`));
    await press(page, 'office:contacts.revokeNow');
    await expect(page.getByText(t('refusals:card.ownRevocation.what'))).toBeVisible();
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
