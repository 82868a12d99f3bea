// Fetches the official Electron binary of the declared `electron` package. Started as a process of its own by
// electron-runtime.mjs, because it needs the installed packages and because giving up must not leave anything open.
// Ends with 0 when the binary is in place. Gives up when nothing arrives for STALL milliseconds.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { downloadArtifact } from '@electron/get';

const STALL = 10_000;
const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('electron/package.json'));
const { version } = require('electron/package.json');

const giveUp = new AbortController();
let timer;
const progress = () => {
  clearTimeout(timer);
  timer = setTimeout(() => giveUp.abort(new Error(`nothing received for ${STALL / 1000} s`)), STALL);
};

try {
  progress();
  // Into the cache that electron's own installer reads; the hash is checked against the list inside the package.
  await downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums: require('electron/checksums.json'),
    downloadOptions: { quiet: true, signal: giveUp.signal, getProgressCallback: progress },
  });
} catch (error) {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error?.message ?? error);
  process.stderr.write(`official Electron ${version} could not be fetched: ${reason.split('\n')[0]}\n`);
  process.exit(1);
}
clearTimeout(timer);
const { status } = spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'inherit' });
process.exit(status ?? 1);
