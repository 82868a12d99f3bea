// `npm test`: sets up what is missing, then types, lint, unit, conformance and the stories in the real application.
// `npm run test:full` adds torture, fuzz and bench. The last line is `N passed, N failed`; see test-report.mjs for
// what counts.
//   node scripts/test.mjs [--full] [--only types,lint,unit,conformance,stories,torture,fuzzer,fuzz,bench,…] [--for node]
// `--for node` (npm run check) leaves Electron and the tools of the other stages alone.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describeRuntime } from './electron-runtime.mjs';
import { environmentFor, runProgram, underDisplay } from './launch.mjs';
import { memoryFolder } from './memory-folder.mjs';
import { root, setup } from './setup.mjs';
import { storiesExtent } from './stories-extent.mjs';
import { countPlaywright, countProgram, countVitest, settle } from './test-report.mjs';

const MINUTE = 60_000;
const results = join(root, 'test-results');
/** An installed tool, started by Node itself: no shell, no npx in between. */
const tool = (file, ...args) => [process.execPath, [join(root, 'node_modules', file), ...args]];
const say = (line) => process.stdout.write(`${line}\n`);

/** Reads a runner's report; null when it left none that can be read. */
const readReport = (file, count) => {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
};

const runQuietly = (command, args, limit, env) => runProgram(command, args, { cwd: root, env, capture: true, group: true, limit });

const program = (name, limit, [command, args]) => async (env) => countProgram(name, await runQuietly(command, args, limit, env));

/** Builds first; a failing build is the stage's failure. */
const built = (parts, next) => async (env) => {
  const build = await runQuietly(process.execPath, ['scripts/build.mjs', ...parts], 5 * MINUTE, env);
  return build.status === 0 ? next(env) : settle('build', build, null);
};

const vitest = (projects, limit) => async (env) => {
  const [project] = projects;
  const file = join(results, `${project}.json`);
  rmSync(file, { force: true });
  const run = await runQuietly(...tool('vitest/vitest.mjs', 'run', ...projects.map((name) => `--project=${name}`), '--reporter=json', `--outputFile=${file}`), limit, env);
  return settle(project, run, readReport(file, countVitest));
};

const stories = async (env) => {
  const file = join(results, 'stories.json');
  rmSync(file, { force: true });
  const { limit, env: extent } = storiesExtent(args);
  const run = await runQuietly(...underDisplay(...tool('@playwright/test/cli.js', 'test', '--project=stories', '--reporter=json')), limit, {
    ...env,
    ...extent,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  return settle('stories', run, readReport(file, countPlaywright));
};

const STAGES = {
  types: program('types', 5 * MINUTE, tool('typescript/bin/tsc', '-p', '.')),
  lint: program('lint', 5 * MINUTE, tool('oxlint/bin/oxlint', '--deny-warnings', '.')),
  unit: vitest(['unit', 'tooling'], 15 * MINUTE),
  conformance: vitest(['conformance'], 15 * MINUTE),
  stories: built([], stories),
};
const FULL = {
  torture: built(['core'], program('torture', 60 * MINUTE, [process.execPath, ['out/core/dev-torture.js']])),
  // that a planted fault is found, and then the hunt itself
  fuzzer: vitest(['fuzz'], 15 * MINUTE),
  fuzz: built(['core'], program('fuzz', 60 * MINUTE, [process.execPath, ['out/core/dev-fuzz.js', '--inputs', '100000']])),
  extended: program('extended', 30 * MINUTE, [process.execPath, ['scripts/extended.mjs']]),
  bench: built(['core'], program('bench', 60 * MINUTE, [process.execPath, ['out/core/dev-bench.js', 'vault', '--json']])),
};

/** Stages that write where memory is; stories plug in sticks, which do not lie there. */
const IN_MEMORY = new Set(['unit', 'conformance']);

const args = process.argv.slice(2);
const all = { ...STAGES, ...FULL };
const only = args.includes('--only') ? args[args.indexOf('--only') + 1].split(',') : null;
const chosen = only ?? Object.keys(args.includes('--full') ? all : STAGES);

let passed = 0;
let failed = 0;
const tell = (name, count, seconds) => {
  passed += count.passed;
  failed += count.failures.length;
  for (const { name: test, message } of count.failures) say(`\n✗ ${test.replace(`${root}/`, '')}\n${message.replace(/^/gm, '    ')}`);
  say(`${count.failures.length === 0 ? '✓' : '✗'} ${name}: ${count.passed} passed, ${count.failures.length} failed (${seconds} s)`);
};

const prepare = async () => {
  for (const name of chosen) if (!all[name]) throw new Error(`there is no stage ${name}; there are ${Object.keys(all).join(', ')}`);
  const runtime = await setup(args.includes('--for') ? args[args.indexOf('--for') + 1] : 'test');
  mkdirSync(results, { recursive: true });
  return runtime;
};

const runStages = async (runtime) => {
  say(`testing on Node ${process.versions.node}${runtime ? `, ${describeRuntime(runtime)}` : ''}`);
  for (const name of chosen) {
    const start = Date.now();
    say(`… ${name}`);
    const memory = IN_MEMORY.has(name) ? memoryFolder() : undefined;
    const env = { ...environmentFor(runtime), ...(args.includes('--full') ? { VARCO_RUNS: '5000' } : {}), ...(memory === undefined ? {} : { TMPDIR: memory.path }) };
    if (memory !== undefined) process.once('exit', memory.remove);
    const count = await all[name](env).catch((error) => ({ passed: 0, failures: [{ name, message: error.stack }] }));
    memory?.remove();
    tell(name, count, Math.round((Date.now() - start) / 1000));
  }
};

// whoever stops the tests stops all of them; the running stage is ended by the program that runs it
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => setImmediate(() => process.exit(130)));

try {
  await runStages(await prepare());
} catch (error) {
  tell('setup', { passed: 0, failures: [{ name: 'setup', message: error.message }] }, 0);
}
// exitCode rather than exit(): everything written so far must arrive before the last line does
process.exitCode = failed === 0 ? 0 : 1;
say(`${passed} passed, ${failed} failed`);
