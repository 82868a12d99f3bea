// Measures one area: `screens` in the real application, everything else in Node (tests/bench).
//   node scripts/bench.mjs vault [--docs N] [--json]
//   node scripts/bench.mjs screens [--docs N]
import { runProgram } from './launch.mjs';
import { fail } from './setup.mjs';

const [area, ...rest] = process.argv.slice(2);
try {
  const at = rest.indexOf('--docs');
  const docs = at < 0 ? undefined : rest[at + 1];
  if (docs !== undefined && !/^[1-9][0-9]{0,8}$/.test(docs)) throw new Error('--docs takes a whole number');
  const inApp = area === 'screens';
  const program = inApp ? ['scripts/playwright.mjs', 'bench'] : ['scripts/run.mjs', 'dev-bench', ...process.argv.slice(2)];
  const env = inApp ? { ...process.env, VARCO_BENCH_DOCS: docs ?? '200000' } : process.env;
  const { status } = await runProgram(process.execPath, program, { env, group: true });
  process.exit(status);
} catch (error) {
  fail(error);
}
