// Loaded before a program whose screens are drawn for the guide: it takes the moment of VARCO_STILL_CLOCK for the time, so that
// what is drawn on another day is the same. Each look at the clock is a millisecond after the one before, and the time since the
// computer was started goes with it: otherwise the program would say that its clock is wrong.
const { syncBuiltinESMExports } = require('node:module');
const os = require('node:os');

let now = Date.parse(process.env.VARCO_STILL_CLOCK);
if (Number.isNaN(now)) throw new Error('VARCO_STILL_CLOCK names no moment');
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length === 0 ? [(now += 1)] : given));
  }

  static now() {
    return (now += 1);
  }
};
os.uptime = () => now / 1000;
syncBuiltinESMExports();
