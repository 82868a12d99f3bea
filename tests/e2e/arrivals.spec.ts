import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { cardFile } from '../../electron/core/envelope/card.ts';
import { cardFingerprint } from '../../electron/core/envelope/fingerprint.ts';
import { ServiceCard } from '../../shared/domain/card.ts';
import { caseOf } from '../offices/case-of.ts';
import { openAs, otherOffice } from '../offices/other-office.ts';
import { answerDialogs, expectAccessible } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { dropFiles, plugIn } from './support/media.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');

test('what arrives is decided by a human: whose it is, what counts, what goes on, and what is not ours', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  const { app, page, close } = await launchDemo('probation', { language: 'ro', theme: 'light' });
  const press = (key: string) => page.getByRole('button', { name: t(key), exact: true }).click();
  const go = (key: string) => page.getByRole('link', { name: t(key), exact: true }).click();
  try {
    await unlockAs(page, demo.officer);
    await go('common:nav.services');
    await answerDialogs(app, join(folder, 'own.varco-card.json'));
    await press('office:own.save');
    await expect(page.getByRole('status').filter({ hasText: 'own.varco-card.json' })).toBeVisible();
    const own = ServiceCard.parse(JSON.parse(readFileSync(join(folder, 'own.varco-card.json'), 'utf8')));
    const prison = await otherOffice('prison', 'Penitenciarul Vecin');

    // from a service that is not trusted yet: it waits, and is checked again without its file
    const caseFile = caseOf(prison.card, own, { person: { ...caseOf(prison.card, own).person, familyName: 'Vecinu', givenName: 'Ion', municipality: 'Lugoj', education: '8 clase' } });
    const first = await prison.send(own, { folder, kind: 'handover', caseFile, sequence: 1 });
    await go('handover:arrivals.nav');
    await page.getByRole('button', { name: t('handover:arrivals.choose') }).waitFor();
    await dropFiles(page, [first]);
    await expect(page.getByText(t('arrivals:untrusted.text'))).toBeVisible();
    await expectAccessible(page, 'not trusted yet');
    const slip = join(folder, 'refuz.pdf');
    await answerDialogs(app, slip);
    await press('arrivals:slip.save');
    await expect(page.getByText(t('arrivals:slip.saved', { name: 'refuz.pdf' }))).toBeVisible();
    expect(readFileSync(slip).subarray(0, 5).toString()).toBe('%PDF-');
    rmSync(first);
    await press('arrivals:untrusted.toServices');
    const card = join(folder, 'prison.varco-card.json');
    writeFileSync(card, cardFile(prison.card));
    await answerDialogs(app, card);
    await press('office:contacts.read');
    await page.getByLabel(t('office:contacts.fingerprint')).fill(cardFingerprint(prison.card).groups.join(' '));
    await page.getByLabel(t('office:contacts.with')).fill('la telefon');
    await press('office:contacts.trust');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await go('handover:arrivals.nav');
    await expect(page.getByText(t('handover:arrivals.verified'))).toBeVisible();
    await expect(page.getByText(t('handover:arrivals.matchNew'))).toBeVisible();
    await press('handover:arrivals.importGo');
    await expect(page.getByText(t('handover:arrivals.imported'))).toBeVisible();

    // a newer state of the same case: every difference is decided
    const record = await prison.send(own, {
      folder,
      kind: 'handover',
      caseFile: { ...caseFile, person: { ...caseFile.person, municipality: 'Arad', education: '10 clase' } },
      sequence: 2,
    });
    await dropFiles(page, [record]);
    await expect(page.getByRole('heading', { name: t('arrivals:differ.title', { count: 2 }) })).toBeVisible();
    await page.getByRole('radiogroup', { name: new RegExp(t('handover:arrivals.field.education'), 'i') }).getByText(t('arrivals:differ.here')).click();
    await expectAccessible(page, 'differences');
    await press('handover:arrivals.importGo');
    await expect(page.getByText(t('handover:arrivals.imported')).first()).toBeVisible();
    await press('handover:arrivals.toPerson');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Vecinu');

    // how it goes on, typed in from paper; without a yes to follow-up nothing is told by name
    await page.getByRole('tab', { name: t('outcomes:tab') }).click();
    await expect(page.getByText(t('outcomes:tell.noGround'))).toBeVisible();
    await press('outcomes:record.open');
    await press('common:act.save');
    await expect(page.getByText(t('outcomes:record.answerMissing')).first()).toBeVisible();
    await expectAccessible(page, 'a checkpoint, with errors');
    const choose = async (label: string, option: string) => {
      await page.getByRole('dialog').getByRole('button', { name: new RegExp(t(label)) }).first().click();
      await page.getByRole('option', { name: t(option), exact: true }).click();
    };
    await choose('outcomes:record.checkpoint', 'enums:checkpoint.DAY_1');
    await choose('outcomes:question.accommodation', 'enums:outcomeAccommodation.CUSTODY');
    await choose('outcomes:question.occupation', 'enums:outcomeOccupation.CUSTODY');
    await choose('outcomes:question.compliance', 'enums:outcomeCompliance.UNKNOWN');
    await choose('outcomes:question.treatment', 'enums:outcomeTreatment.NOT_PLANNED');
    await choose('outcomes:question.family', 'enums:outcomeFamily.KEPT');
    await choose('outcomes:question.custody', 'enums:outcomeCustody.YES');
    await page.getByText(t('enums:unknownReason.NO_CONTACT'), { exact: true }).click();
    await press('common:act.save');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // in custody again: now there is a ground
    await expect(page.getByText(t('outcomes:tell.ground.RETURN_TO_CUSTODY'))).toBeVisible();
    await expectAccessible(page, 'follow-up');
    await plugIn(app, [stick]);
    await expect(page.getByRole('radio', { name: /^stick/ })).toBeChecked();
    await press('outcomes:tell.go');
    await expect(page.getByText(/VARCO-return-/).first()).toBeVisible();
    await expect.poll(() => readdirSync(stick).some((name) => name.startsWith('VARCO-return-') && name.endsWith('.zip.age'))).toBe(true);
    const told = await openAs(prison, own, readFileSync(join(stick, readdirSync(stick).find((name) => name.startsWith('VARCO-return-')) ?? '')));
    expect(Buffer.from(told.payload[0]?.bytes ?? []).toString('utf8')).not.toContain('Vecinu');

    // not ours: refused with its reason, and nothing is kept
    await go('handover:arrivals.nav');
    await expect(page.locator('.v-opened-one[aria-current]')).toContainText('T-2');
    await dropFiles(page, [await prison.send(own, { folder, kind: 'handover', caseFile: caseOf(prison.card, own), sequence: 3 })]);
    await expect(page.locator('.v-opened-one[aria-current]')).toContainText('T-3');
    // a stick is found a moment after the screen is drawn
    await expect(page.getByRole('radio', { name: /^stick/ })).toBeChecked();
    await press('handover:arrivals.reject');
    await page.getByText(t('handover:reason.NOT_OURS'), { exact: true }).click();
    await press('handover:arrivals.writeREJECTED');
    await expect(page.getByText(/VARCO-receipt-/).first()).toBeVisible();
    await expect(page.getByText(t('handover:list.nothingKept')).first()).toBeVisible();
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
