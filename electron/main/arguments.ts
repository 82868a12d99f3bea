import { isAbsolute, join, normalize } from 'node:path';

/** What the command line asks of the window program. */
export type Arguments = { readonly ok: true; readonly vaultDir: string; readonly demo: boolean } | { readonly ok: false; readonly problem: string };

/**
 * @param argv the process's arguments; what is not ours (switches of the browser) is passed over
 * @param userData absolute folder of the user's own data
 */
export const readArguments = (argv: readonly string[], userData: string): Arguments => {
  const demo = argv.includes('--demo');
  const chosen = argv.find((arg) => arg.startsWith('--vault='))?.slice('--vault='.length);
  if (chosen === undefined) return { ok: true, vaultDir: join(userData, demo ? 'demo-vault' : 'vault'), demo };
  if (!isAbsolute(chosen)) return { ok: false, problem: '--vault needs an absolute folder' };
  if (demo) return { ok: false, problem: '--demo has its own vault: leave out --vault' };
  return { ok: true, vaultDir: normalize(chosen), demo };
};
