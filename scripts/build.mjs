// Builds the application into out/: main, preload, core (with its workers and the command line) and renderer.
//   node scripts/build.mjs                 everything, when a source is newer than the last build
//   node scripts/build.mjs core            one part
//   node scripts/build.mjs --force         even when nothing changed
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from './fs.mjs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { build } from 'vite';
import { pdfInline } from './pdf-inline.mjs';
import { wasmInline } from './wasm-inline.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = (part) => join(root, 'out', part);
const VERSION = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
const NODE = 'node20';
const CHROMIUM = 'chrome130';
/** Native modules cannot be bundled; electron is given by the runtime; main starts the built command line. */
const EXTERNAL = ['electron', 'lmdb', '#cli'];

/** Every file `<name>.worker.ts` of the core is an entry of its own, next to the entries of core and command line. */
const coreEntries = () => {
  const entries = { process: 'electron/core/process.ts', varco: 'electron/cli/varco.ts' };
  for (const file of globSync('electron/core/**/*.worker.ts', root)) {
    entries[file.slice(file.lastIndexOf('/') + 1, -'.ts'.length)] = file;
  }
  for (const file of globSync('tests/{bench,torture,conformance,fuzz}/*.main.ts', root)) {
    entries[`dev-${file.slice(file.lastIndexOf('/') + 1, -'.main.ts'.length)}`] = file;
  }
  return Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(join(root, file))).map(([k, v]) => [k, join(root, v)]));
};

const node = (input, outDir, format = 'es') => ({
  configFile: false,
  root,
  logLevel: 'warn',
  plugins: [pdfInline(), wasmInline()],
  assetsInclude: ['**/*.csv'],
  ssr: { noExternal: true, external: EXTERNAL, target: 'node' },
  define: { 'process.env.NODE_ENV': '"production"', __VARCO_VERSION__: JSON.stringify(VERSION) },
  build: {
    ssr: true,
    target: NODE,
    outDir,
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input,
      external: EXTERNAL,
      output: {
        format,
        entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
        // flat, so that a worker lies beside whichever chunk starts it
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
});

const parts = {
  main: { sources: ['electron/main', 'shared'], config: () => node({ main: join(root, 'electron/main/main.ts') }, out('main')) },
  preload: { sources: ['electron/preload', 'shared/contract'], config: () => node({ preload: join(root, 'electron/preload/preload.ts') }, out('preload'), 'cjs') },
  core: { sources: ['electron/core', 'electron/cli', 'shared', 'tests/bench', 'tests/torture', 'tests/conformance', 'tests/fuzz'], config: () => node(coreEntries(), out('core')) },
  renderer: {
    sources: ['renderer', 'shared'],
    config: () => ({
      configFile: false,
      root: join(root, 'renderer'),
      base: './',
      logLevel: 'warn',
      plugins: [react(), { ...optimizeLocales.vite({ locales: ['en-US', 'it-IT', 'ro-RO'] }), enforce: 'pre' }],
      build: { target: CHROMIUM, outDir: out('renderer'), emptyOutDir: true, sourcemap: false, chunkSizeWarningLimit: 4000, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    }),
  },
};

/** Hash over names, sizes and times of a part's sources: cheap, and changes when a source does. */
const stamp = (part) => {
  const hash = createHash('sha256');
  for (const base of ['package-lock.json', 'scripts/build.mjs', ...parts[part].sources]) {
    const folder = statSync(join(root, base), { throwIfNoEntry: false })?.isDirectory() ?? true;
    for (const file of folder ? globSync(`${base}/**/*`, root) : [base]) {
      const { mtimeMs, size } = statSync(join(root, file));
      hash.update(`${relative(root, join(root, file))} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
};

/**
 * Puts a finished part in the place of the old one: a program that starts meanwhile finds the one or the other whole,
 * and two builds at once do not mix their files.
 */
const replace = (finished, place) => {
  for (let attempt = 0; ; attempt += 1) {
    rmSync(place, { recursive: true, force: true });
    try {
      renameSync(finished, place);
      return;
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
};

const args = process.argv.slice(2);
const force = args.includes('--force');
const wanted = args.filter((arg) => !arg.startsWith('--'));
for (const part of wanted.length > 0 ? wanted : Object.keys(parts)) {
  const config = parts[part].config();
  const inputs = config.build.rollupOptions?.input;
  if (inputs !== undefined && Object.values(inputs).some((file) => !existsSync(file))) continue;
  if (part === 'renderer' && !existsSync(join(root, 'renderer/index.html'))) continue;
  const stampFile = join(root, 'out', `.${part}.stamp`);
  const now = stamp(part);
  if (!force && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now) continue;
  const fresh = out(`.${part}-${process.pid}`);
  try {
    await build({ ...config, build: { ...config.build, outDir: fresh } });
    replace(fresh, out(part));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  writeFileSync(stampFile, now);
  process.stdout.write(`built ${part}\n`);
}
