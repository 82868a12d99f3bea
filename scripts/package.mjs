// `npm run package [-- TARGET …]`: the application as it is handed out, under dist/. Targets: dir (default), tar.gz,
// zip for Linux; nsis and zip for Windows where the Windows Electron can be fetched (--win).
// Ships the official Electron only. `--development` packs the development runtime instead, to test packaging where
// the official one cannot be had; the result lies in dist/development and is not for handing out.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { describeRuntime, electronRuntime } from './electron-runtime.mjs';
import { runProgram } from './launch.mjs';
import { fail, root, setup } from './setup.mjs';

const args = process.argv.slice(2);
const windows = args.includes('--win');
const development = args.includes('--development');
const targets = args.filter((arg) => !arg.startsWith('--'));

/** A fuse is one byte in the executable: a digit as text. */
const OFF = '0'.codePointAt(0);
const ON = '1'.codePointAt(0);

const executableOf = ({ appOutDir, electronPlatformName, packager }) =>
  join(appOutDir, electronPlatformName === 'win32' ? `${packager.appInfo.productFilename}.exe` : packager.executableName);

/** Closes the doors of a development Electron, and fails when one of them is still open afterwards. */
const afterPack = async (context) => {
  const library = await import('@electron/fuses');
  const { flipFuses, getCurrentFuseWire, FuseVersion } = library;
  rmSync(join(context.appOutDir, 'resources/default_app.asar'), { force: true });
  const executable = executableOf(context);
  // typed there by the tool's own list, so that none is left out; a runtime with a fuse more keeps that one's default
  const { module } = await runnerImport(join(root, 'electron/main/security/fuses.ts'), { configFile: false, logLevel: 'warn' });
  const wanted = Object.fromEntries(Object.entries(module.fuses(context.electronPlatformName)).map(([name, on]) => [library.FuseV1Options[name], on]));
  await flipFuses(executable, { version: FuseVersion.V1, ...wanted });
  const wire = await getCurrentFuseWire(executable);
  for (const [fuse, on] of Object.entries(wanted)) {
    if (wire[fuse] !== (on ? ON : OFF)) throw new Error(`fuse ${library.FuseV1Options[fuse]} is not ${on ? 'on' : 'off'}`);
  }
};

/** What electron-builder.yml cannot say: it is merged over that file. */
const configuration = (runtime, output) => ({
  directories: { output },
  electronVersion: runtime.version,
  ...(windows ? {} : { electronDist: runtime.dist }),
  ...(targets.length === 0 ? {} : windows ? { win: { target: targets } } : { linux: { target: targets } }),
  afterPack,
});

try {
  await setup('start');
  const runtime = await electronRuntime();
  if (runtime.origin === 'development' && !development) {
    throw new Error('The official Electron cannot be fetched here, and the development runtime is never shipped.\nTo try packaging all the same: npm run package -- --development');
  }
  const built = await runProgram(process.execPath, ['scripts/build.mjs'], { cwd: root });
  if (built.status !== 0) process.exit(built.status);
  for (const file of ['main/main.js', 'preload/preload.cjs', 'core/process.js', 'core/varco.js', 'renderer/index.html']) {
    if (!existsSync(join(root, 'out', file))) throw new Error(`out/${file} was not built`);
  }
  // the 7-Zip that electron-builder would fetch; Debian's does the same
  const sevenZip = spawnSync('sh', ['-c', 'command -v 7za'], { encoding: 'utf8' }).stdout.trim();
  if (sevenZip) process.env.ELECTRON_BUILDER_7ZIP_PATH ??= sevenZip;
  const output = development ? 'dist/development' : 'dist';
  const { build, Platform } = await import('electron-builder');
  await build({ projectDir: root, targets: (windows ? Platform.WINDOWS : Platform.LINUX).createTarget(), config: configuration(runtime, output) });
  process.stdout.write(`packed with ${describeRuntime(runtime)}: ${output}/\n`);
} catch (error) {
  fail(error);
}
