// What the development runtime runs when it is given an application folder: `electron [-r FILE] [--flags] APP …`.
// It stands in for the default application of a downloaded Electron, which the registry's runtime does not carry.
// An ES module, so that an ES module can be loaded before Electron becomes ready.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);

/** Flags of Electron's command line whose value is the next argument. */
const WITH_VALUE = new Set(['-r', '--require']);

/** Files to load first, in order: Playwright hooks itself in this way, and then shortens process.argv. */
const preloads = process.argv.filter((_, index) => WITH_VALUE.has(process.argv[index - 1] ?? ''));

const applicationFolder = () => {
  const found = process.argv.slice(1).find((arg, index, args) => !arg.startsWith('-') && !WITH_VALUE.has(args[index - 1] ?? ''));
  if (found === undefined) throw new Error('no application folder given');
  return resolve(found);
};

const start = async () => {
  for (const file of preloads) require(resolve(file));
  const folder = applicationFolder();
  const { name, productName, version, main = 'index.js' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  process.defaultApp = true;
  app.setName(productName ?? name ?? 'Electron');
  if (version) app.setVersion(version);
  app.setAppPath?.(folder);
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.getName()));
  await import(pathToFileURL(join(folder, main)).href);
};

try {
  await start();
} catch (error) {
  // An exception left alone would open a dialog and hang there, unseen under Xvfb.
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
