import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DIRECTIONS } from '../../scripts/lint/directions.mjs';

const root = join(import.meta.dirname, '../..');

/**
 * What each folder must refuse and must allow, written down a second time and independently of the rule's own table.
 * A path with a slash and an ending is a file of the tree; anything else is a package.
 */
const EXPECTED: Readonly<Record<string, { readonly refused: readonly string[]; readonly allowed: readonly string[] }>> = {
  'shared/domain': {
    refused: ['shared/contract/base.ts', 'shared/i18n/index.ts', 'electron/core/core.ts', 'electron/main/main.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'node:fs', 'fs', 'uuid', 'react', 'rxdb'],
    allowed: ['shared/domain/plan.ts', 'zod', '@internationalized/date'],
  },
  'shared/i18n': {
    refused: ['shared/contract/base.ts', 'electron/core/core.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'node:path', 'react-i18next'],
    allowed: ['shared/i18n/en.ts', 'shared/domain/plan.ts', 'i18next'],
  },
  'shared/jurisdictions': {
    refused: ['shared/contract/base.ts', 'shared/i18n/index.ts', 'electron/core/core.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'node:fs', 'zod'],
    allowed: ['shared/jurisdictions/index.ts', 'shared/domain/plan.ts'],
  },
  'shared/checklists': {
    refused: ['shared/contract/base.ts', 'shared/i18n/index.ts', 'electron/core/core.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'node:fs', 'zod'],
    allowed: ['shared/checklists/index.ts', 'shared/jurisdictions/index.ts', 'shared/domain/plan.ts'],
  },
  'shared/profiles': {
    refused: ['shared/contract/base.ts', 'shared/i18n/index.ts', 'electron/core/core.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'node:fs', 'zod'],
    allowed: ['shared/profiles/index.ts', 'shared/domain/plan.ts'],
  },
  'shared/leave-out': {
    refused: ['shared/contract/base.ts', 'shared/i18n/index.ts', 'electron/core/core.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'node:fs', 'zod'],
    allowed: ['shared/leave-out/index.ts', 'shared/domain/plan.ts'],
  },
  'shared/forms': {
    refused: ['shared/contract/base.ts', 'shared/i18n/index.ts', 'electron/core/core.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'node:fs', 'zod'],
    allowed: ['shared/forms/index.ts', 'shared/domain/plan.ts'],
  },
  'shared/library': {
    refused: ['shared/contract/base.ts', 'shared/i18n/index.ts', 'electron/core/core.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'node:fs', 'zod'],
    allowed: ['shared/library/index.ts', 'shared/domain/plan.ts'],
  },
  'shared/contract': {
    refused: ['shared/i18n/index.ts', 'electron/core/core.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'node:fs', '@orpc/server', '@orpc/client'],
    allowed: ['shared/contract/base.ts', 'shared/domain/plan.ts', 'zod', '@orpc/contract'],
  },
  'electron/core': {
    refused: ['electron/main/main.ts', 'electron/preload/preload.ts', 'electron/cli/varco.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'electron/main', 'react', 'vitest'],
    allowed: ['electron/core/vault/vault.ts', 'electron/core/services/people/people.ts', 'shared/domain/plan.ts', 'shared/contract/base.ts', 'node:fs', 'rxdb', 'lmdb'],
  },
  'electron/core/vault': {
    refused: ['electron/core/services/people/people.ts', 'electron/core/envelope/seal.ts', 'electron/core/documents/pdf.ts', 'electron/core/core.ts', 'electron/core/router/router.ts', 'electron/main/main.ts', 'electron/cli/varco.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'react'],
    allowed: ['electron/core/vault/storage/lmdb.ts', 'electron/core/workers.ts', 'shared/domain/plan.ts', 'node:crypto', 'lmdb', 'rxdb', 'hash-wasm'],
  },
  'electron/core/envelope': {
    refused: ['electron/core/services/people/people.ts', 'electron/core/vault/vault.ts', 'electron/core/documents/pdf.ts', 'electron/core/core.ts', 'electron/main/main.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'electron'],
    allowed: ['electron/core/envelope/seal.ts', 'electron/core/worker-job.ts', 'electron/core/canonical.ts', 'shared/domain/plan.ts', 'node:crypto', 'age-encryption', 'yazl'],
  },
  'electron/core/documents': {
    refused: ['electron/core/services/people/people.ts', 'electron/core/vault/vault.ts', 'electron/core/envelope/seal.ts', 'electron/core/core.ts', 'electron/main/main.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'react'],
    allowed: ['electron/core/documents/pdf.ts', 'electron/core/workers.ts', 'shared/i18n/index.ts', 'pdfmake', 'node:crypto'],
  },
  'electron/core/scans': {
    refused: ['electron/core/services/people/people.ts', 'electron/core/vault/vault.ts', 'electron/core/documents/pdf.ts', 'electron/core/core.ts', 'electron/main/main.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'react'],
    allowed: ['electron/core/scans/picture.ts', 'electron/core/workers.ts', 'pngjs', 'node:zlib'],
  },
  'electron/core/services': {
    refused: ['electron/core/router/router.ts', 'electron/core/core.ts', 'electron/core/process.ts', 'electron/main/main.ts', 'electron/cli/varco.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'react'],
    allowed: ['electron/core/services/people/people.ts', 'electron/core/vault/vault.ts', 'electron/core/envelope/seal.ts', 'electron/core/documents/pdf.ts', 'shared/contract/base.ts', 'node:fs'],
  },
  'electron/cli': {
    refused: ['electron/main/main.ts', 'electron/preload/preload.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'react'],
    allowed: ['electron/cli/varco.ts', 'electron/core/core.ts', 'electron/core/vault/vault.ts', 'shared/domain/plan.ts', 'node:fs'],
  },
  'electron/main': {
    refused: ['electron/preload/preload.ts', 'electron/cli/varco.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'react', 'vitest'],
    allowed: ['electron/main/main.ts', 'electron/core/core.ts', 'shared/contract/base.ts', 'electron', 'node:fs'],
  },
  'electron/preload': {
    refused: ['electron/main/main.ts', 'electron/core/core.ts', 'electron/cli/varco.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'scripts/fs.mjs', 'node:fs', 'zod', 'react'],
    allowed: ['electron/preload/preload.ts', 'shared/contract/base.ts', 'electron'],
  },
  renderer: {
    refused: ['electron/main/main.ts', 'electron/preload/preload.ts', 'electron/core/core.ts', 'electron/core/services/people/people.ts', 'electron/cli/varco.ts', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'node:fs', 'node:crypto', 'path', 'fs/promises', 'lmdb', 'rxdb', '@orpc/server'],
    allowed: ['renderer/app/app.tsx', 'renderer/design/button.tsx', 'shared/contract/base.ts', 'react', '@orpc/client'],
  },
  'renderer/design': {
    refused: ['renderer/app/app.tsx', 'renderer/features/people/people.tsx', 'electron/core/core.ts', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'node:fs', '@orpc/client', 'react-router'],
    allowed: ['renderer/design/button.tsx', 'shared/domain/plan.ts', 'react', 'react-aria-components'],
  },
  'renderer/pdf': {
    refused: ['renderer/app/app.tsx', 'renderer/features/people/people.tsx', 'electron/core/core.ts', 'tests/kit.ts', 'scripts/fs.mjs', 'electron', 'node:fs', '@orpc/client', 'react-router'],
    allowed: ['renderer/pdf/zoom.ts', 'renderer/design/button.tsx', 'shared/domain/plan.ts', 'react', 'pdfjs-dist'],
  },
  scripts: {
    refused: ['electron/core/core.ts', 'shared/domain/plan.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'electron', 'react'],
    allowed: ['scripts/fs.mjs', 'node:fs', 'vite'],
  },
  'scripts/default-app': {
    refused: ['electron/main/main.ts', 'scripts/fs.mjs', 'shared/domain/plan.ts', 'vite'],
    allowed: ['electron', 'node:fs'],
  },
  tests: {
    refused: ['electron'],
    allowed: ['electron/core/core.ts', 'electron/main/main.ts', 'renderer/app/app.tsx', 'shared/domain/plan.ts', 'scripts/fs.mjs', 'tests/kit.ts', 'vitest', 'node:fs'],
  },
  '': {
    refused: ['electron/core/core.ts', 'renderer/app/app.tsx', 'tests/kit.ts', 'electron', 'react'],
    allowed: ['scripts/fs.mjs', 'vite', 'vitest', 'node:fs'],
  },
};

/** Every form an import can take. */
const FORMS: Readonly<Record<string, (specifier: string) => string>> = {
  static: (s) => `import * as it from '${s}';\nexport const used = it;\n`,
  effect: (s) => `import '${s}';\n`,
  type: (s) => `import type * as it from '${s}';\nexport type Used = typeof it;\n`,
  reexport: (s) => `export * from '${s}';\n`,
  reexportNamed: (s) => `export { it } from '${s}';\n`,
  reexportType: (s) => `export type { It } from '${s}';\n`,
  dynamic: (s) => `export const it = () => import('${s}');\n`,
  template: (s) => `export const it = () => import(\`${s}\`);\n`,
  importType: (s) => `export type It = import('${s}').It;\n`,
  importEquals: (s) => `import it = require('${s}');\nexport const used = it;\n`,
  require: (s) => `export const it = require('${s}');\n`,
};

interface Planted { readonly file: string; readonly what: string; readonly refused: boolean }

const isFile = (target: string): boolean => /\.(ts|tsx|mjs)$/.test(target);
const ending = (folder: string): string => (folder.startsWith('scripts') ? 'mjs' : 'ts');
const JS_FORMS = new Set(['static', 'effect', 'reexport', 'reexportNamed', 'dynamic', 'template', 'require']);

let tree = '';
const planted: Planted[] = [];
let found: ReadonlySet<string>;
let checkedFiles = 0;

const plant = (file: string, content: string, what: string, refused: boolean): void => {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), content);
  planted.push({ file, what, refused });
};

/** Plants one import in one form, directly in the folder and (`deep`) in a folder inside it. */
const plantImport = (folder: string, target: string, form: string, refused: boolean): void => {
  for (const deep of folder === '' || folder === 'scripts/default-app' ? [''] : ['', 'inner/deeper']) {
    const place = join(folder, deep);
    const file = join(place, `planted-${planted.length}.${ending(folder)}`);
    const path = relative(place, target);
    const specifier = isFile(target) ? (path.startsWith('.') ? path : `./${path}`) : target;
    plant(file, (FORMS[form] as (s: string) => string)(specifier), `${folder || 'root'}${deep && ' (inside)'}: ${form} of ${target}`, refused);
  }
};

const Output = z.object({
  number_of_files: z.number(),
  diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })),
});

beforeAll(() => {
  tree = realpathSync(mkdtempSync(join(tmpdir(), 'varco-')));
  for (const path of ['.oxlintrc.json', 'scripts/lint']) cpSync(join(root, path), join(tree, path), { recursive: true });
  for (const [folder, { refused, allowed }] of Object.entries(EXPECTED)) {
    const forms = Object.keys(FORMS).filter((form) => ending(folder) === 'ts' || JS_FORMS.has(form));
    for (const target of refused) for (const form of forms) plantImport(folder, target, form, true);
    for (const target of allowed) for (const form of forms) plantImport(folder, target, form, false);
  }
  plant('electron/strangers/new.ts', "export * from 'zod';\n", 'a folder nobody has decided about', true);
  plant('renderer/features/odd.ts', "export * from './../../shared/../electron/core/core.ts';\n", 'a path with detours', true);
  plant('shared/domain/computed.ts', "const name = 'zod';\nexport const it = () => import(name);\n", 'a computed name', true);
  plant('shared/domain/outside.ts', "export * from '../../../elsewhere/x.ts';\n", 'a file outside the tree', true);
  plant('shared/domain/url.ts', "export * from 'file:///etc/x.ts';\n", 'an address', true);
  plant('shared/domain/absolute.ts', "export * from '/etc/x.ts';\n", 'an absolute path', true);
  plant('shared/domain/plan.test.ts', "export * from 'vitest';\nexport * from 'node:fs';\nexport * from '../../tests/kit.ts';\n", 'a test beside the source', false);
  plant('electron/core/vault/vault.test.ts', "export * from '../services/people/people.ts';\n", 'a test that reaches up', true);

  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json', '.'], { cwd: tree, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  const output = Output.parse(JSON.parse(stdout));
  checkedFiles = output.number_of_files;
  found = new Set(output.diagnostics.filter(({ code }) => code === 'varco(imports)').map(({ filename }) => filename));
}, 120_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

const sourceFolders = (): readonly string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !['node_modules', 'out', 'dist', 'docs', 'test-results', 'playwright-report'].includes(entry.name))
    .map(({ name }) => name);

describe('imports go one way', () => {
  it('was checked on every planted file', () => {
    expect(planted.length).toBeGreaterThan(1000);
    // beside the planted files: the rule itself and its table
    expect(checkedFiles).toBe(planted.length + readdirSync(join(root, 'scripts/lint')).length);
  });

  it('knows every folder of the tree, and this test plants in each that has directions', () => {
    expect(Object.keys(EXPECTED).toSorted()).toEqual(Object.keys(DIRECTIONS).toSorted());
    const known = new Set(Object.keys(EXPECTED).map((folder) => folder.split('/')[0]));
    expect(sourceFolders().filter((folder) => !known.has(folder))).toEqual([]);
  });

  it.each(Object.keys(EXPECTED))('refuses every planted violation and lets legal imports pass: %s', (folder) => {
    const here = planted.filter(({ what }) => what.startsWith(`${folder || 'root'}:`) || what.startsWith(`${folder || 'root'} (inside):`));
    expect(here.some(({ refused }) => refused)).toBe(true);
    expect(here.some(({ refused }) => !refused)).toBe(true);
    expect(here.filter(({ file, refused }) => refused !== found.has(file)).map(({ what, refused }) => `${refused ? 'slipped through' : 'wrongly refused'}: ${what}`)).toEqual([]);
  });

  it('is switched off nowhere', () => {
    const silenced = sourceFolders().flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|js)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        // a comment that names no rule switches off all of them
        .filter((file) => /(?:ox|es)lint-disable(?:-next-line|-line)?(?:\s*(?:\*\/|--|$)|[^\n]*varco\/imports)/m.test(readFileSync(file, 'utf8'))),
    );
    expect(silenced.map((file) => relative(root, file))).toEqual([]);
  });

  it('is not fooled by detours, addresses, computed names and new folders', () => {
    const rest = planted.filter(({ what }) => !what.includes(': '));
    expect(rest).toHaveLength(8);
    expect(rest.filter(({ file, refused }) => refused !== found.has(file)).map(({ what }) => what)).toEqual([]);
  });
});
