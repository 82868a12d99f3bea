import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

const userData = join('/home', 'office');

it.each([
  [[], { ok: true, vaultDir: join(userData, 'vault'), demo: false }],
  [['--no-sandbox', '--demo'], { ok: true, vaultDir: join(userData, 'demo-vault'), demo: true }],
  [['--vault=/srv/varco/../vault'], { ok: true, vaultDir: '/srv/vault', demo: false }],
  [['--vault=vault'], { ok: false, problem: '--vault needs an absolute folder' }],
  [['--vault='], { ok: false, problem: '--vault needs an absolute folder' }],
  [['--demo', '--vault=/srv/vault'], { ok: false, problem: '--demo has its own vault: leave out --vault' }],
])('%j', (argv, expected) => expect(readArguments(argv, userData)).toEqual(expected));
