import { isAbsolute, join, normalize } from 'node:path';
import { DEMO_COUNTRIES, isDemoCountry, type DemoCountry } from '../core/demo/countries.ts';

/** Where the window program works: on a vault, or on a demonstration (the one named, else the one fitting the screen). */
export type Place = { readonly kind: 'live'; readonly vaultDir: string } | { readonly kind: 'demo'; readonly chosen?: DemoCountry };

/** What the command line asks of the window program. */
export type Arguments = { readonly ok: true; readonly place: Place } | { readonly ok: false; readonly problem: string };

/** The folder of a demonstration's vault: each prison has its own. */
export const demoVault = (userData: string, country: DemoCountry): string => join(userData, country === 'ro' ? 'demo-vault' : `demo-vault-${country}`);

/** The word of `--demo=it` or `--demo it`; empty for a bare `--demo`, undefined without one. */
const demoWord = (argv: readonly string[]): string | undefined => {
  const joined = argv.find((arg) => arg.startsWith('--demo='));
  if (joined !== undefined) return joined.slice('--demo='.length);
  const at = argv.indexOf('--demo');
  const next = argv[at + 1] ?? '';
  return at < 0 ? undefined : isDemoCountry(next) ? next : '';
};

/**
 * @param argv the process's arguments; what is not ours (switches of the browser) is passed over
 * @param userData absolute folder of the user's own data
 */
export const readArguments = (argv: readonly string[], userData: string): Arguments => {
  const word = demoWord(argv);
  const chosen = argv.find((arg) => arg.startsWith('--vault='))?.slice('--vault='.length);
  if (word === undefined) {
    if (chosen === undefined) return { ok: true, place: { kind: 'live', vaultDir: join(userData, 'vault') } };
    return isAbsolute(chosen) ? { ok: true, place: { kind: 'live', vaultDir: normalize(chosen) } } : { ok: false, problem: '--vault needs an absolute folder' };
  }
  if (chosen !== undefined && isAbsolute(chosen)) return { ok: false, problem: '--demo has its own vault: leave out --vault' };
  if (chosen !== undefined) return { ok: false, problem: '--vault needs an absolute folder' };
  if (word === '') return { ok: true, place: { kind: 'demo' } };
  return isDemoCountry(word) ? { ok: true, place: { kind: 'demo', chosen: word } } : { ok: false, problem: `--demo=… is one of ${DEMO_COUNTRIES.join(', ')}` };
};
