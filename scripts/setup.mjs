// Set-up in plain Node: runs before any package is installed. See scripts/setup.
//   node scripts/setup.mjs                 everything, tests included
//   node scripts/setup.mjs --for start     what the application needs
//   node scripts/setup.mjs --for node      npm packages only (command line, bench, unit tests)
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeRuntime, electronRuntime, sandboxArguments } from './electron-runtime.mjs';
import { installMissing, unresolvedLibraries } from './system.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const say = (line) => process.stdout.write(`${line}\n`);

const checkNode = () => {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = /(\d+)\.(\d+)/.exec(engines.node).slice(1).map(Number);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
    throw new Error(`Node ${process.versions.node} is too old: Varco needs ${engines.node}`);
  }
};

/** True when node_modules holds what the lock file says: npm writes its own record last, so a torn install shows. */
export const packagesMatchLock = (folder = root) => {
  const record = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) =>
    path === '' || (installed[path] === undefined ? optional === true : installed[path].version === version));
};

const npm = (args) => {
  const { status, error } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error?.code === 'ENOENT') throw new Error('npm is missing; it comes with Node.js');
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed`);
};

/** Packages are installed without their install scripts; the one native module must load all the same. */
const nativeModuleLoads = () => spawnSync(process.execPath, ['-e', 'require("lmdb")'], { cwd: root, stdio: 'ignore' }).status === 0;

const installPackages = () => {
  if (packagesMatchLock()) return;
  say('installing npm packages …');
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (!nativeModuleLoads()) npm(['rebuild', 'lmdb', '--ignore-scripts=false']);
  if (!nativeModuleLoads()) throw new Error('the native module lmdb does not load on this machine');
};

/**
 * Brings the machine to where `purpose` works; changes nothing that is already there.
 * @param purpose 'node': npm packages; 'start': and Electron with its libraries; 'test': and the tools of the tests
 * @returns the Electron runtime (null for 'node')
 * @throws when something is missing that could not be installed, naming it
 */
export const setup = async (purpose) => {
  checkNode();
  if (purpose !== 'node') installMissing(purpose, say);
  installPackages();
  if (purpose === 'node') return null;
  const runtime = await electronRuntime({ log: say });
  const unresolved = unresolvedLibraries(runtime.executable);
  if (unresolved.length > 0) throw new Error(`Electron cannot start: missing libraries ${unresolved.join(', ')}`);
  return runtime;
};

/** Ends the process with the message of an error, without a stack: it is for the person at the terminal. */
export const fail = (error) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--for');
  try {
    const runtime = await setup(at > 0 ? process.argv[at + 1] : 'test');
    if (runtime) {
      say(`ready: ${describeRuntime(runtime)}`);
      if (process.getuid?.() !== 0 && sandboxArguments(runtime).length > 0) {
        say(`Chromium's sandbox is not available to this user. To switch it on: sudo chown root ${runtime.dist}/chrome-sandbox && sudo chmod 4755 ${runtime.dist}/chrome-sandbox`);
      }
    } else say('ready');
  } catch (error) {
    fail(error);
  }
}
