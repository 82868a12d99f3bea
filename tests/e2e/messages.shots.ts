import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { otherOffice } from '../offices/other-office.ts';
import { ServiceCard } from '../../shared/domain/card.ts';
import { answerDialogs } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { dropFiles, plugIn } from './support/media.ts';
import { wordsIn } from './words.ts';

/** Pictures of what bad files and media are answered with, and of a stick that was put in. */
const out = process.env['VARCO_SCREENSHOTS'] ?? 'test-results/screenshots';
mkdirSync(out, { recursive: true });

for (const [language, theme] of [['it', 'dark'], ['ro', 'light']] as const) {
  test(`messages, ${language}, ${theme}`, async () => {
    const t = wordsIn(language);
    const folder = mkdtempSync(join(tmpdir(), 'varco-'));
    const stick = join(folder, 'STICK');
    mkdirSync(stick);
    const { app, page, close } = await launchDemo('probation', { language, theme });
    const shot = async (name: string): Promise<void> => {
      await page.mouse.move(2, 2);
      await page.evaluate(async () => document.fonts.ready);
      await page.screenshot({ path: join(out, `messages-${name}-${language}-${theme}.png`), animations: 'disabled' });
    };
    try {
      await page.getByText(demo.officer, { exact: true }).click();
      await page.getByLabel(t('session:unlock.password'), { exact: true }).fill('not the password at all');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      await shot('wrong-password');
      await unlockAs(page, demo.officer, language);
      await page.getByRole('link', { name: t('common:nav.services') }).click();
      await answerDialogs(app, join(folder, 'own.json'));
      await page.getByRole('button', { name: t('office:own.save'), exact: true }).click();
      await page.getByRole('status').filter({ hasText: 'own.json' }).waitFor();
      const own = ServiceCard.parse(JSON.parse(readFileSync(join(folder, 'own.json'), 'utf8')));
      const [stranger, elsewhere] = await Promise.all([otherOffice('prison', 'X'), otherOffice('probation', 'Y')]);
      const receipt = { folder, kind: 'receipt', receipt: { answers: { envelopeId: own.serviceId, tagManifestSha256: 'a'.repeat(64) }, decision: 'RECEIVED' } } as const;
      const [unknown, foreign] = [await stranger.send(own, receipt), await stranger.send(elsewhere.card, receipt)];
      const pdf = join(folder, 'plan.pdf');
      writeFileSync(pdf, '%PDF-1.7');
      writeFileSync(join(stick, 'VARCO-handover-2026-abcd-000001.zip.age'), readFileSync(unknown));
      await page.getByRole('link', { name: t('handover:arrivals.nav') }).click();
      await plugIn(app, [stick]);
      await page.getByRole('button', { name: /VARCO-handover/ }).waitFor();
      await shot('stick');
      const seen: readonly (readonly [string, string, string])[] = [
        ['wrong-file', pdf, 'NOT_AGE'],
        ['foreign', foreign, 'NOT_FOR_US'],
        ['unknown-sender', unknown, 'UNKNOWN_SENDER'],
      ];
      for (const [name, file, code] of seen) {
        await dropFiles(page, [file]);
        await page.getByRole('alert').getByText(t(`errors:envelope.${code}.do`)).waitFor();
        await shot(name);
      }
      await dropFiles(page, [folder, join(folder, 'gone.zip.age')]);
      await page.getByRole('alert').getByText(t('refusals:file.notAFile.do')).waitFor();
      await shot('dropped');
    } finally {
      await close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
