import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { CRYPTO_CHECKS } from './crypto-checks.ts';
import { runInElectron } from './in-electron.ts';
import { folderOfItsOwn } from './tools.ts';

interface Report {
  readonly versions: Readonly<Record<string, string>>;
  readonly type: string;
  readonly results: readonly { readonly name: string; readonly found: string }[];
}

const script = join(import.meta.dirname, '../../out/core/dev-crypto-vectors.js');
const folder = folderOfItsOwn();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Electron brings BoringSSL, Node OpenSSL: with that one keyring/crypto.test.ts tries the same list
it('the published vectors come out right where the core runs: built, in a utility process of the real Electron', async () => {
  const file = join(folder, 'report.json');
  const { status, output } = await runInElectron(script, folder, { VARCO_REPORT: file });
  expect(status, output).toBe(0);
  const { type, versions, results } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  expect(type).toBe('utility');
  expect(versions['electron']).toMatch(/^[1-9]/);
  expect(results.map(({ name, found }) => `${name} = ${found}`)).toEqual(CRYPTO_CHECKS.map(({ name, expected }) => `${name} = ${expected}`));
}, 120_000);
