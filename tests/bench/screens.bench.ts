import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { test } from '@playwright/test';
import { keepAppearance } from '../../electron/main/appearance.ts';
import { launchApp } from '../e2e/support/app.ts';
import { framesDuring, paintedAfterPress } from './frames.ts';

const bench = fileURLToPath(new URL('../../out/core/dev-bench.js', import.meta.url));
const docs = process.env['VARCO_BENCH_DOCS'] ?? '200000';
/** The user of the vault the bench makes; see vault-variants.ts. */
const user = { name: 'Ioana Ștefan', password: 'pădurea de fagi 7' };
const OPENED = 15;

test('frames', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'varco-bench-'));
  try {
    await promisify(execFile)(process.execPath, [bench, 'step', 'make', 'vault', folder, docs]);
    const dataDir = join(folder, 'profile');
    mkdirSync(dataDir);
    await keepAppearance(join(dataDir, 'appearance.json'), { language: 'ro', theme: 'light' });
    const { page, close } = await launchApp({ dataDir, vaultDir: join(folder, 'vault') });
    try {
      await page.getByText(user.name, { exact: true }).click();
      await page.getByLabel('Parolă', { exact: true }).fill(user.password);
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Persoane' }).click();
      await page.getByRole('row').nth(5).waitFor();
      const idle = await framesDuring(page, async () => page.waitForFunction((until) => performance.now() > until, (await page.evaluate(() => performance.now())) + 1500).then(() => undefined));
      const search = page.getByRole('searchbox').first();
      await search.click();
      const typing = await framesDuring(page, async () => {
        for (const words of ['muresan 12', 'țîrlea', 'PG-41']) {
          await search.pressSequentially(words, { delay: 70 });
          for (let at = 0; at < words.length; at += 1) await page.keyboard.press('Backspace', { delay: 40 });
        }
      });
      await page.getByRole('row').nth(5).waitFor();
      await page.mouse.move(700, 500);
      const scrolling = await framesDuring(page, async () => {
        for (let at = 0; at < 120; at += 1) await page.mouse.wheel(0, at < 90 ? 400 : -900);
      });
      await page.mouse.wheel(0, -1_000_000);
      const opening: number[] = [];
      for (let at = 1; at <= OPENED; at += 1) {
        await page.getByRole('row').nth(at).waitFor();
        opening.push(await paintedAfterPress(page, 'main [role="tabpanel"]', () => page.getByRole('row').nth(at).click()));
        await page.goBack();
        await page.getByRole('grid').waitFor();
      }
      const sorted = opening.toSorted((a, b) => a - b);
      const result = { area: 'screens', people: Math.floor(Number(docs) / 40), docs: Number(docs), idle, typing, scrolling, openPersonMs: { p50: sorted[Math.floor(OPENED / 2)], longest: sorted.at(-1) } };
      process.stdout.write(`${JSON.stringify(result)}\n`);
    } finally {
      await close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
