import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// vaults that stories copy are made once for the run, in a folder its workers inherit by name
if (process.env['VARCO_MADE'] === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'varco-made-'));
  process.env['VARCO_MADE'] = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/** Stories against the real application. Each starts its own Electron with its own profile, so they run side by side. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // scripts/test.mjs reads the JSON and names its file through PLAYWRIGHT_JSON_OUTPUT_FILE
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: { trace: 'off', screenshot: 'off', video: 'off' },
  projects: [
    { name: 'stories', testMatch: '**/*.spec.ts' },
    { name: 'screenshots', testMatch: '**/*.shots.ts' },
    { name: 'guide', testMatch: '**/*.guide.ts', timeout: 600_000 },
    { name: 'bench', testDir: 'tests/bench', testMatch: '**/*.bench.ts', timeout: 900_000 },
  ],
});
