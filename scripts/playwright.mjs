// Drives the real application with Playwright, after setting up and building what is missing:
//   node scripts/playwright.mjs stories [Playwright's arguments]       tests/e2e/**/*.spec.ts
//   node scripts/playwright.mjs screenshots --out DIR                  tests/e2e/**/*.shots.ts, pictures go to DIR
//   node scripts/playwright.mjs guide [--out DIR]                      tests/e2e/**/*.guide.ts, drawings go to docs/user/pictures
//   node scripts/playwright.mjs bench                                  tests/bench/**/*.bench.ts, numbers go to the output
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeRuntime } from './electron-runtime.mjs';
import { environmentFor, runProgram, underDisplay } from './launch.mjs';
import { fail, root, setup } from './setup.mjs';

const [project, ...rest] = process.argv.slice(2);

/** Takes `--out DIR` out of the arguments; relative to where the person is. Without it they go to `usual`, a folder of the project. */
const takeOut = (usual) => {
  const at = rest.indexOf('--out');
  const [, folder] = at < 0 ? [] : rest.splice(at, 2);
  return folder === undefined ? resolve(root, usual) : resolve(process.env.INIT_CWD ?? process.cwd(), folder);
};

const places = { screenshots: 'test-results/screenshots', guide: 'docs/user/pictures' };

try {
  if (!['stories', 'screenshots', 'guide', 'bench'].includes(project)) throw new Error('usage: node scripts/playwright.mjs stories|screenshots|guide|bench [--out DIR] [arguments]');
  const out = places[project] === undefined ? null : takeOut(places[project]);
  const runtime = await setup('test');
  const built = await runProgram(process.execPath, ['scripts/build.mjs'], { cwd: root });
  if (built.status !== 0) process.exit(built.status);
  process.stdout.write(`${describeRuntime(runtime)}\n`);
  if (out) mkdirSync(out, { recursive: true });
  const [command, args] = underDisplay(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', `--project=${project}`, ...rest]);
  const { status } = await runProgram(command, args, { cwd: root, env: { ...environmentFor(runtime), ...(out ? { VARCO_SCREENSHOTS: out } : {}) }, group: true });
  if (out && status === 0) process.stdout.write(`pictures are in ${out}\n`);
  process.exit(status);
} catch (error) {
  fail(error);
}
