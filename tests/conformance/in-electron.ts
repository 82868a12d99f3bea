import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronRuntime, sandboxArguments } from '../../scripts/electron-runtime.mjs';
import { runProgram, underDisplay, type Ended } from '../../scripts/launch.mjs';

/** The smallest main process: it starts the script where the product's core runs, and ends with it. */
const mainOf = (script: string): string => `import { app, utilityProcess } from 'electron';
app.whenReady().then(() => {
  const core = utilityProcess.fork(${JSON.stringify(script)}, [], { stdio: 'inherit' });
  core.once('exit', (code) => app.exit(code));
});
`;

const LIMIT = 90_000;

/** Runs a built script, which must end itself, in a utility process of the real Electron; `folder` is the caller's own. */
export const runInElectron = async (script: string, folder: string, env: NodeJS.ProcessEnv): Promise<Ended> => {
  const app = join(folder, 'app');
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'varco-conformance', version: '0.0.0', type: 'module', main: 'main.js' }));
  writeFileSync(join(app, 'main.js'), mainOf(script));
  const runtime = await electronRuntime();
  const [program, args] = underDisplay(runtime.executable, [...sandboxArguments(runtime), `--user-data-dir=${join(folder, 'profile')}`, app]);
  return runProgram(program, args, { capture: true, group: true, limit: LIMIT, env: { ...process.env, ...env } });
};
