// Runs one of our programs in Node, after setting up and building what is missing:
//   node scripts/run.mjs varco verify FILE …         the `varco` command
//   node scripts/run.mjs dev-bench vault …           a program of the tests (see tests/bench, tests/torture)
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root, setup } from './setup.mjs';
import { runProgram } from './launch.mjs';

const [program, ...args] = process.argv.slice(2);
try {
  if (!/^[a-z][a-z-]*$/.test(program ?? '')) throw new Error('usage: node scripts/run.mjs PROGRAM [arguments]');
  await setup('node');
  const built = await runProgram(process.execPath, ['scripts/build.mjs', 'core'], { cwd: root, capture: true });
  if (built.status !== 0) throw new Error(built.output);
  const file = join(root, 'out/core', `${program}.js`);
  if (!existsSync(file)) throw new Error(`there is no program ${program}`);
  // where the person is, so that the paths they give mean what they say
  const { status } = await runProgram(process.execPath, [file, ...args], { cwd: process.env.INIT_CWD ?? process.cwd() });
  process.exit(status);
} catch (error) {
  fail(error);
}
