// Starting programs from scripts: with the Electron runtime in the environment, under a virtual display where there
// is none, ended with their children when we are ended or when they hang.
import { spawn } from 'node:child_process';
import { hasDisplay } from './system.mjs';

/**
 * The virtual display. Its screen saver and power saving are off: nobody types at it, and after ten minutes the program
 * would see a locked computer and lock itself, in the middle of a long story.
 */
const DISPLAY = '-screen 0 1600x1200x24 -s 0 -dpms';

/** The command with a virtual display around it where this machine has none. */
export const underDisplay = (command, args) =>
  hasDisplay() ? [command, args] : ['xvfb-run', ['-a', '-s', DISPLAY, command, ...args]];

/** Environment for children: `electron` resolves to the runtime that was found. */
export const environmentFor = (runtime) => ({ ...process.env, ...(runtime ? { ELECTRON_OVERRIDE_DIST_PATH: runtime.dist } : {}) });

const endGroup = (child, signal) => {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // already gone
  }
};

/**
 * Runs a program to its end.
 * @param options.capture collect standard output and error instead of passing them on
 * @param options.group   give it a process group of its own, so that nothing it started survives it; it then has no
 *                        terminal to read from
 * @param options.limit milliseconds after which the program and its children are ended
 * @returns { status, output, timedOut }; status is 1 or more when it failed in any way
 */
export const runProgram = (command, args, { capture = false, group = false, limit, ...options } = {}) =>
  new Promise((resolve) => {
    const grouped = group && process.platform !== 'win32';
    const child = spawn(command, args, { ...options, detached: grouped, stdio: capture ? ['ignore', 'pipe', 'pipe'] : [group ? 'ignore' : 'inherit', 'inherit', 'inherit'] });
    let output = '';
    let timedOut = false;
    const collect = (chunk) => { output += chunk; };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    const stop = (signal) => (grouped ? endGroup(child, signal) : child.kill(signal));
    const passOn = (signal) => stop(signal);
    process.on('SIGINT', passOn).on('SIGTERM', passOn);
    const timer = limit && setTimeout(() => {
      timedOut = true;
      stop('SIGKILL');
    }, limit);
    const settle = (status) => {
      clearTimeout(timer);
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      resolve({ status, output, timedOut });
    };
    child.once('error', (error) => {
      output += `${command}: ${error.message}\n`;
      if (!capture) process.stderr.write(`${command}: ${error.message}\n`);
      settle(1);
    });
    child.once('close', (code) => settle(code ?? 1));
  });
