import { app } from 'electron';
import { readArguments } from './arguments.ts';
import { commandOf } from './command-line.ts';
import { run } from './program.ts';
import { restartWithoutScreen, runCommand } from './run-command.ts';
import { harden } from './security/harden.ts';
import { registerSchemes } from './security/register-schemes.ts';

// Nothing waits at the top level here: the browser becomes ready only after this module has run.
app.setName('Varco');
harden(app, !app.isPackaged);

const command = commandOf(process.argv);
const wishes = readArguments(process.argv, app.getPath('userData'));
if (command !== undefined) {
  restartWithoutScreen();
  void runCommand(command);
} else if (!wishes.ok) {
  process.stderr.write(`varco: ${wishes.problem}\n`);
  app.exit(2);
} else if (app.requestSingleInstanceLock()) {
  registerSchemes();
  void app.whenReady().then(() => run(wishes.place));
} else {
  app.exit(0);
}
