import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ServiceCard } from '../../shared/domain/card.ts';
import { otherOffice } from '../offices/other-office.ts';
import { answerDialogs, expectAccessible } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { dropFiles, plugIn } from './support/media.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('ro');

test('every bad file says on the screen what happened, what is safe and what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  const { app, page, close } = await launchDemo('probation', { language: 'ro', theme: 'light' });
  /** The notice with the three parts of this message, each in its place. */
  const told = async (key: string, about = ''): Promise<void> => {
    const notice = page.getByRole('alert').filter({ hasText: t(`${key}.do`) });
    await expect(notice).toContainText(about);
    await expect(notice).toContainText(t(`${key}.what`).split('(')[0]?.trim() ?? '?');
    await expect(notice.locator('[data-part="safe"]')).toContainText(t(`${key}.safe`));
    await expect(notice.locator('[data-part="do"]')).toContainText(t(`${key}.do`));
  };
  try {
    // the wrong password
    await page.getByText(demo.officer, { exact: true }).click();
    await page.getByLabel(t('session:unlock.password'), { exact: true }).fill('altă parolă decât cea bună');
    await page.keyboard.press('Enter');
    await told('errors:vault.WRONG_PASSWORD');
    await expectAccessible(page, 'wrong password');
    await unlockAs(page, demo.officer);

    // what others could send us: the real formats, sealed to this very office
    await page.getByRole('link', { name: t('common:nav.services') }).click();
    await answerDialogs(app, join(folder, 'own.varco-card.json'));
    await page.getByRole('button', { name: t('office:own.save'), exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'own.varco-card.json' })).toBeVisible();
    const own = ServiceCard.parse(JSON.parse(readFileSync(join(folder, 'own.varco-card.json'), 'utf8')));
    const [stranger, elsewhere] = await Promise.all([otherOffice('prison', 'Necunoscut'), otherOffice('probation', 'Alt serviciu')]);
    const receipt = { folder, kind: 'receipt', receipt: { answers: { envelopeId: own.serviceId, tagManifestSha256: 'a'.repeat(64) }, decision: 'RECEIVED' } } as const;
    const named = (name: string, bytes: Uint8Array | string): string => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const unknown = named('unknown.zip.age', readFileSync(await stranger.send(own, receipt)));
    const foreign = named('foreign.zip.age', readFileSync(await stranger.send(elsewhere.card, receipt)));
    const damaged = named('damaged.zip.age', readFileSync(unknown).map((byte, at) => (at === 400 ? byte ^ 1 : byte)));
    const pdf = named('plan.pdf', '%PDF-1.7 not an envelope');

    await page.getByRole('link', { name: t('handover:arrivals.nav') }).click();
    await page.getByRole('button', { name: t('handover:arrivals.choose') }).waitFor();
    for (const [file, code] of [[pdf, 'NOT_AGE'], [foreign, 'NOT_FOR_US'], [damaged, 'DAMAGED']] as const) {
      await dropFiles(page, [file]);
      await told(`errors:envelope.${code}`);
      await expect(page.getByRole('button', { name: t('handover:arrivals.writeRECEIVED') })).toHaveCount(0);
    }
    await dropFiles(page, [unknown]);
    await told('errors:envelope.UNKNOWN_SENDER');
    await expectAccessible(page, 'unknown sender');
    // four lie opened beside each other; each can be looked at again
    await expect(page.getByRole('region', { name: /4 plicuri/ }).getByRole('button')).toHaveCount(4);

    // a stick is seen with what lies on it, and then pulled out between choosing and reading
    writeFileSync(join(stick, 'VARCO-handover-2026-abcd-000001.zip.age'), 'age-encryption.org/v1');
    await plugIn(app, [stick]);
    await expect(page.getByRole('button', { name: /VARCO-handover-2026-abcd-000001/ })).toBeVisible();
    rmSync(stick, { recursive: true });
    await answerDialogs(app, join(stick, 'VARCO-handover-2026-abcd-000001.zip.age'));
    await page.getByRole('button', { name: t('handover:arrivals.chooseOther'), exact: true }).click();
    await told('errors:envelope.MEDIUM_REMOVED', 'VARCO-handover-2026-abcd-000001');
    await expectAccessible(page, 'stick pulled out');
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
