import { spawnSync } from 'node:child_process';
import { app } from 'electron';
import { withoutScreen } from './command-line.ts';

/** Starts the program again without a screen, waits for it and ends with its exit code; does nothing where that is not needed. */
export const restartWithoutScreen = (): void => {
  const args = withoutScreen(process.argv, process.platform);
  if (args === undefined) return;
  const { status } = spawnSync(process.execPath, [...args], { stdio: 'inherit' });
  process.exit(status ?? 1);
};

/** Runs one command and ends the program with its exit code. In this process: a command may ask for a password on the terminal. */
export const runCommand = async (args: readonly string[]): Promise<void> => {
  process.argv = [process.execPath, 'varco', ...args];
  await import('#cli');
  // what was said may still be on its way into a pipe
  await new Promise((written) => void process.stdout.write('', written));
  app.exit(Number(process.exitCode ?? 0));
};
