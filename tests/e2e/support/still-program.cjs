// A program with a still clock: its main process, and each core it starts, a minute after the one before. A clock that went back
// would be told on every screen.
// oxlint-disable-next-line varco/imports -- runs inside Electron
const { utilityProcess } = require('electron');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

require('./still-clock.cjs');
let begun = Date.now();
const { fork } = utilityProcess;
utilityProcess.fork = (entry, args, options) => {
  begun += 60_000;
  return fork(join(__dirname, 'still-core.mjs'), [pathToFileURL(entry).href, ...args], { ...options, env: { ...options.env, VARCO_STILL_CLOCK: new Date(begun).toISOString() } });
};
