import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TASK, type Task } from './lines.ts';

/** Starts a victim whose standard output is ours to read. */
export type Start = (task: Task) => ChildProcess;

const here = dirname(fileURLToPath(import.meta.url));
const withTask = (task: Task): NodeJS.ProcessEnv => ({ ...process.env, [TASK]: JSON.stringify(task) });

/**
 * The smallest main process, run by Electron itself: the core in a utility process. The core writes into our pipe itself:
 * words passed on by this process would die with it, and an act we never heard of would look like a loss.
 */
const MAIN = `import { app, utilityProcess } from 'electron';
app.whenReady().then(() => {
  const core = utilityProcess.fork(${JSON.stringify(process.argv[1] ?? '')}, [], { stdio: 'inherit', env: { ...process.env } });
  core.once('exit', (code) => app.exit(code));
});
`;

/** The core in a Node process of its own. */
export const inNode: Start = (task) =>
  spawn(process.execPath, [process.argv[1] ?? ''], { env: withTask(task), stdio: ['ignore', 'pipe', 'inherit'], detached: process.platform !== 'win32' });

/** The core in a utility process of a real Electron, started by a main process that does nothing else. */
export const inElectron = (workDir: string): Start => {
  const electron = electronExecutable();
  const app = join(workDir, 'app');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'varco-torture', version: '0.0.0', type: 'module', main: 'main.js' }));
  writeFileSync(join(app, 'main.js'), MAIN);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const command = [electron, ...asRoot, `--user-data-dir=${join(workDir, 'profile')}`, app];
  const [program = electron, ...args] = process.platform === 'linux' && !process.env['DISPLAY'] ? ['xvfb-run', '-a', ...command] : command;
  return (task) => spawn(program, args, { env: withTask(task), stdio: ['ignore', 'pipe', 'ignore'], detached: process.platform !== 'win32' });
};

/** VARCO_ELECTRON, ELECTRON_OVERRIDE_DIST_PATH, or the runtime the project's own script finds. */
const electronExecutable = (): string => {
  const named = process.env['VARCO_ELECTRON'];
  if (named !== undefined && named !== '') return named;
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const dist = override !== undefined && override !== '' ? override : execFileSync(process.execPath, [join(here, '../../scripts/electron-runtime.mjs'), '--dist'], { encoding: 'utf8' }).trim();
  const executable = join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron');
  if (!existsSync(executable)) throw new Error(`no Electron at ${executable}`);
  return executable;
};

/** Kills a victim and everything it started, without a chance to do anything more. */
export const killAll = (child: ChildProcess, corePid: number | undefined): void => {
  for (const pid of [corePid, child.pid === undefined || process.platform === 'win32' ? child.pid : -child.pid]) {
    if (pid === undefined) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // ended already
    }
  }
};
