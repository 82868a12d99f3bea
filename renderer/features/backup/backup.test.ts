import { describe, expect, it } from 'vitest';
import { noOpening, openingForm, openingOf, type OpeningForm } from './opening-form.ts';
import { isGood, percentOf } from './words.ts';

const names = ['Ana Ionescu', 'Penitenciarul Timișoara'];
const faults = (answer: Partial<OpeningForm>, withNew: boolean): string[] => {
  const read = openingForm(withNew ? names : undefined).safeParse({ ...noOpening, userId: 'ana', ...answer });
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('who opens a backup', () => {
  it.each([
    ['nobody', { userId: '', password: 'x' }, false, ['userId: session:unlock.nameMissing']],
    ['no password', {}, false, ['password: session:unlock.passwordMissing']],
    ['a password of that day, however short it was', { password: 'scurt' }, true, []],
    ['no code', { how: 'code', code: '  ' }, false, ['code: session:recover.codeMissing']],
    ['a code alone, for a drill', { how: 'code', code: 'AAAA' }, false, []],
    ['a code with one’s own name as the new password', { how: 'code', code: 'AAAA', newPassword: 'Ana Ionescu 1990' }, true, ['newPassword: refusals:password.ownName']],
    ['a code with a good new password', { how: 'code', code: 'AAAA', newPassword: 'patru cuvinte simple aici' }, true, []],
  ] as const)('%s', (_what, answer, withNew, expected) => {
    expect(faults(answer, withNew)).toEqual(expected);
  });

  it('tells the core the password with its key file, or the code alone', () => {
    expect(openingOf({ ...noOpening, userId: 'ana', password: 'p' }, {})).toEqual({ userId: 'ana', password: 'p' });
    expect(openingOf({ ...noOpening, userId: 'ana', password: 'p' }, { keyFile: 'token' })).toEqual({ userId: 'ana', password: 'p', keyFile: 'token' });
    expect(openingOf({ ...noOpening, userId: 'ana', how: 'code', password: 'typed before', code: 'AAAA' }, { keyFile: 'token' })).toEqual({ userId: 'ana', code: 'AAAA' });
  });
});

it('a backup that is written is not yet done: it is read back', () => {
  expect([percentOf({ step: 'write', share: 1 }), percentOf({ step: 'check', share: 0 }), percentOf({ step: 'check', share: 1 })]).toEqual([60, 60, 100]);
});

it('a copy is good when its trail is whole and everything opens', () => {
  expect([isGood({ intact: true, damaged: 0 }), isGood({ intact: true, damaged: 1 }), isGood({ intact: false, damaged: 0 })]).toEqual([true, false, false]);
});
