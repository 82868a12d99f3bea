// What Varco needs of the machine besides Node: libraries of Electron, a virtual display, and the standard tools
// that the tests let open what Varco has sealed. Names of Debian packages; newer releases call some of them …t64.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const library = (so, ...packages) => ({ so, packages });
const tool = (name, ...packages) => ({ tool: name, packages });

/** Needed to start the application. The first package that the machine's release knows is taken. */
const TO_START = [
  library('libgtk-3.so.0', 'libgtk-3-0t64', 'libgtk-3-0'),
  library('libnss3.so', 'libnss3'),
  library('libasound.so.2', 'libasound2t64', 'libasound2'),
  library('libgbm.so.1', 'libgbm1'),
  library('libXss.so.1', 'libxss1'),
  library('libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'),
  library('libdrm.so.2', 'libdrm2'),
  library('libxkbcommon.so.0', 'libxkbcommon0'),
  tool('unzip', 'unzip'),
];

/** Needed where no display is. */
const WITHOUT_DISPLAY = [tool('Xvfb', 'xvfb'), tool('xvfb-run', 'xvfb'), tool('xauth', 'xauth')];

/** Needed by the tests. */
const TO_TEST = [
  tool('age', 'age'),
  tool('age-keygen', 'age'),
  tool('ssh-keygen', 'openssh-client'),
  tool('qpdf', 'qpdf'),
  tool('pdftotext', 'poppler-utils'),
  tool('pdftoppm', 'poppler-utils'),
  tool('zbarimg', 'zbar-tools'),
  tool('qrencode', 'qrencode'),
  tool('pdffonts', 'poppler-utils'),
  tool('strace', 'strace'),
  tool('7za', 'p7zip-full', '7zip'),
  tool('unshare', 'util-linux'),
  tool('mount', 'mount'),
];

/** True where a window can be shown. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

const PATHS = (process.env.PATH ?? '').split(delimiter);
const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const findTool = (name, more = []) => [...PATHS, ...more].map((folder) => join(folder, name)).find(isExecutable);

/** Names of the shared libraries that the dynamic linker knows; its tool is often outside an ordinary user's PATH. */
const knownLibraries = () => {
  const { stdout } = spawnSync(findTool('ldconfig', ['/usr/sbin', '/sbin']) ?? 'ldconfig', ['-p'], { encoding: 'utf8' });
  return new Set((stdout ?? '').split('\n').map((line) => line.trim().split(' ')[0]));
};

/**
 * What is missing on this machine, empty when nothing is or when this is not Linux.
 * @param purpose 'start' for the application alone, 'test' for the tests as well
 */
export const missingParts = (purpose) => {
  if (process.platform !== 'linux') return [];
  const needed = [...TO_START, ...(purpose === 'test' || !hasDisplay() ? WITHOUT_DISPLAY : []), ...(purpose === 'test' ? TO_TEST : [])];
  const libraries = knownLibraries();
  return needed.filter((part) => (part.so ? !libraries.has(part.so) : findTool(part.tool) === undefined));
};

export const nameOf = (part) => part.so ?? part.tool;

const apt = (args) => {
  const result = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  return result.status === 0;
};

/** True when the machine's package lists carry a package of this very name (not only something that provides it). */
const isKnown = (name) => /^Package: /m.test(spawnSync('apt-cache', ['show', '--no-all-versions', name], { encoding: 'utf8' }).stdout ?? '');

const packagesFor = (parts) => [...new Set(parts.map((part) => part.packages.find(isKnown) ?? part.packages.at(-1)))];

/**
 * Installs what is missing by apt when root; otherwise, or where that is not enough, fails with the line to run.
 * @throws naming each missing library and tool
 */
export const installMissing = (purpose, log) => {
  let missing = missingParts(purpose);
  if (missing.length === 0) return;
  const debian = existsSync('/usr/bin/apt-get');
  if (debian && process.getuid?.() === 0) {
    log(`installing what is missing: ${missing.map(nameOf).join(', ')}`);
    // A failing update is no reason to stop: the lists of a mirror in the house may be enough.
    if (!apt(['update', '-q'])) log('apt-get update failed; trying with the lists that are there');
    apt(['install', '-y', '-q', '--no-install-recommends', ...packagesFor(missing)]);
    missing = missingParts(purpose);
    if (missing.length === 0) return;
  }
  const names = missing.map(nameOf).join(', ');
  const line = debian ? `\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packagesFor(missing).join(' ')}` : '';
  throw new Error(`missing on this machine: ${names}${line ? `. Install with:${line}` : '. Install the packages of your system that carry them.'}`);
};

/** Shared libraries that `executable` asks for and this machine does not have. */
export const unresolvedLibraries = (executable) => {
  if (process.platform !== 'linux') return [];
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return (stdout ?? '').split('\n').filter((line) => line.includes('not found')).map((line) => line.trim().split(' ')[0]);
};
