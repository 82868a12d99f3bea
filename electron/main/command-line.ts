/** In a package `varco --cli …` is the command line: the same core, no window. Everything after it is the command. */
const CLI = '--cli';
const HEADLESS = '--ozone-platform=headless';
/** Without a screen there is nothing to draw on, and nobody wants to read about it between the lines of a result. */
const QUIET = ['--disable-gpu', '--log-level=3'];

/** What of `argv` belongs to the command line, or undefined when the window program is meant. */
export const commandOf = (argv: readonly string[]): readonly string[] | undefined => {
  const at = argv.indexOf(CLI);
  return at === -1 ? undefined : argv.slice(at + 1);
};

/**
 * Arguments to start again with, when a screen would be looked for that a command does not need. On Linux the browser
 * chooses its screen before this code can tell it that there is none to choose.
 */
export const withoutScreen = (argv: readonly string[], platform: string): readonly string[] | undefined =>
  platform === 'linux' && !argv.includes(HEADLESS) ? [HEADLESS, ...QUIET, ...argv.slice(1)] : undefined;
