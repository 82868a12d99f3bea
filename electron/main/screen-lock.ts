import type { PowerMonitor } from 'electron';

/** How often a system that does not announce the lock of its screen is asked for it; milliseconds. */
const EVERY = 2_000;

/** Seconds without input after which the system is called idle: of no matter here, it only has to be given. */
const IDLE = 60;

type Asked = Pick<PowerMonitor, 'getSystemIdleState'> & { readonly on: (event: 'lock-screen', heard: () => void) => unknown };

/**
 * Tells when the screen of the computer was locked. Windows and macOS announce it; Linux has to be asked, and says it for
 * desktops that lock through the screen saver.
 * @param onLock called once for every lock
 * @returns what ends the asking
 */
export const watchScreenLock = (monitor: Asked, platform: NodeJS.Platform, onLock: () => void): (() => void) => {
  monitor.on('lock-screen', onLock);
  if (platform !== 'linux') return () => undefined;
  let before = false;
  const timer = setInterval(() => {
    const locked = monitor.getSystemIdleState(IDLE) === 'locked';
    if (locked && !before) onLock();
    before = locked;
  }, EVERY);
  timer.unref();
  return () => clearInterval(timer);
};
