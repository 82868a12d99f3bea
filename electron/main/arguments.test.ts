import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoVault, readArguments } from './arguments.ts';

const userData = join('/home', 'office');
const live = (vaultDir: string) => ({ ok: true, place: { kind: 'live', vaultDir } });
const demo = (chosen?: 'ro' | 'it') => ({ ok: true, place: { kind: 'demo', ...(chosen === undefined ? {} : { chosen }) } });

it.each([
  [[], live(join(userData, 'vault'))],
  [['--no-sandbox', '--demo'], demo()],
  [['--demo', '--no-sandbox'], demo()],
  [['--demo=it'], demo('it')],
  [['--demo=ro'], demo('ro')],
  [['/app', '--demo', 'it'], demo('it')],
  [['--demo=fr'], { ok: false, problem: '--demo=… is one of ro, it' }],
  [['--vault=/srv/varco/../vault'], live('/srv/vault')],
  [['--vault=vault'], { ok: false, problem: '--vault needs an absolute folder' }],
  [['--vault='], { ok: false, problem: '--vault needs an absolute folder' }],
  [['--demo', '--vault=/srv/vault'], { ok: false, problem: '--demo has its own vault: leave out --vault' }],
  [['--demo=it', '--vault=/srv/vault'], { ok: false, problem: '--demo has its own vault: leave out --vault' }],
])('%j', (argv, expected) => expect(readArguments(argv, userData)).toEqual(expected));

it('each demonstration has a vault of its own', () => {
  expect(demoVault(userData, 'ro')).toBe(join(userData, 'demo-vault'));
  expect(demoVault(userData, 'it')).not.toBe(demoVault(userData, 'ro'));
});
