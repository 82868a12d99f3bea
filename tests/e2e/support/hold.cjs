// Loaded by Electron before the program, only in stories: the browser is not ready for it until Playwright has attached to
// both listeners. A window that opens in the middle of attaching, while its first page takes another process, was seen to
// leave Playwright waiting for a page that never comes. Playwright calls the function below once it has attached.
// oxlint-disable-next-line varco/imports -- runs inside Electron, where nothing else says when the browser is ready
const { app } = require('electron');

const attached = new Promise((resolve) => {
  // the name Playwright calls
  Reflect.set(globalThis, '__playwright_run', resolve);
});
const ready = app.whenReady();
app.whenReady = () => Promise.all([ready, attached]).then(() => undefined);
// only where screens are drawn for the guide
if (process.env.VARCO_STILL_CLOCK !== undefined) require('./still-program.cjs');
// the program must not take this file for an argument of its own
const at = process.argv.indexOf('-r');
process.argv.splice(at, 2);
