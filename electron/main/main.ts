import { app } from 'electron';
import { readArguments } from './arguments.ts';
import { run } from './program.ts';
import { harden } from './security/harden.ts';
import { registerSchemes } from './security/register-schemes.ts';

// Nothing waits at the top level here: the browser becomes ready only after this module has run.
app.setName('Varco');
harden(app, !app.isPackaged);
registerSchemes();

const wishes = readArguments(process.argv, app.getPath('userData'));
if (!wishes.ok) {
  process.stderr.write(`varco: ${wishes.problem}\n`);
  app.exit(2);
} else if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(() => run(wishes));
} else {
  app.exit(0);
}
