import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packagesMatchLock, root } from './setup.mjs';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'varco-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockOf = (packages: object): string => JSON.stringify({ packages });
const run = (file: string, args: readonly string[], env: Readonly<Record<string, string>>) =>
  spawnSync(process.execPath, [join(root, 'scripts', file), ...args], { encoding: 'utf8', env: { ...process.env, ...env } });

describe('npm packages are installed again only when they differ from the lock file', () => {
  const wanted = { '': { name: 'varco' }, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } };

  it.each([
    ['the same', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }, true],
    ['without a package for another platform', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['another version of an optional one', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.1' } }, false],
    ['one missing', { 'node_modules/b': { version: '2.0.0' } }, false],
    ['an install that broke off, or none', null, false],
  ])('%s', (_, installed, expected) => {
    writeFileSync(join(folder, 'package-lock.json'), lockOf(wanted));
    mkdirSync(join(folder, 'node_modules'));
    if (installed) writeFileSync(join(folder, 'node_modules/.package-lock.json'), lockOf(installed));
    expect(packagesMatchLock(folder)).toBe(expected);
  });
});

describe('a machine where a tool is missing', () => {
  it('fails the set-up, naming the tool and the line that installs it', () => {
    // nothing but node and the linker's list: no unzip, no age, no apt-get that could install them
    for (const name of ['node', 'ldconfig']) {
      const found = spawnSync('sh', ['-c', `command -v ${name} || command -v /sbin/${name}`], { encoding: 'utf8' }).stdout.trim();
      writeFileSync(join(folder, name), `#!/bin/sh\nexec ${found} "$@"\n`);
      chmodSync(join(folder, name), 0o755);
    }
    const { status, stderr } = run('setup.mjs', ['--for', 'test'], { PATH: folder });
    expect(status).toBe(1);
    for (const name of ['age', 'ssh-keygen', 'qpdf', 'pdftotext', 'zbarimg', 'qrencode', 'strace', '7za', 'unshare', 'xvfb-run']) expect(stderr).toContain(name);
  });
});

describe('the Electron named by ELECTRON_OVERRIDE_DIST_PATH', () => {
  const name = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ?? 'electron';

  it('comes before any other and is called by its version', () => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), '');
    writeFileSync(join(folder, 'version'), 'v99.1.2\n');
    const { status, stdout } = run('electron-runtime.mjs', [], { ELECTRON_OVERRIDE_DIST_PATH: folder });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ dist: folder, executable: join(folder, name), version: '99.1.2', origin: 'override' });
  });

  it('is an error when it is not there', () => {
    const { status, stderr } = run('electron-runtime.mjs', [], { ELECTRON_OVERRIDE_DIST_PATH: folder });
    expect(status).toBe(1);
    expect(stderr).toContain(folder);
  });
});
