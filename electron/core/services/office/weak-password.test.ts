import { describe, expect, it } from 'vitest';
import { refuseWeak } from './weak-password.ts';

const codeOf = (password: string): Promise<string> =>
  refuseWeak(password, ['Ana Exemplu', 'Penitenciarul Exemplu']).then(
    () => 'taken',
    (error: { readonly refusal?: { readonly code: string } }) => error.refusal?.code ?? String(error),
  );

describe('a new password made of one word of the lists', () => {
  it.each([
    ['leaked', 'qazwsxedcrfvtgb'],
    ['leaked, twice', 'trustno1trustno1'],
    ['leaked, with spaces and capitals', 'Q1W2E3R4 T5Y6 Q1W2'],
    ['English', 'Contortionist99'],
    ['English, with a year', 'sunshine!! 2026'],
    ['an English name', 'Elizabeth 14.02.1985'],
    ['Italian', 'preferibilmente'],
    ['Italian, with digits', 'Buongiorno12345'],
    ['Italian, again and again', 'giovannigiovannigiovanni'],
    ['Romanian', 'trandafir123456'],
    ['Romanian, with diacritics', 'București!2026!'],
    ['Romanian, without', 'Timisoara1989!!'],
    ['Romanian, of the trade', 'Supraveghetor12'],
    ['Romanian, in disguise', 'Tr4nd4f1r!!2026'],
  ])('%s: %s', async (_what, password) => {
    expect(await codeOf(password)).toBe('password.common');
  });
});

it.each(['varco demo parola', 'cavallo pioggia lampada', 'patru cuvinte simple aici', 'Kx7#qPz2!mVt9Lw', 'buongiorno trandafir sunshine'])('takes %s', async (password) => {
  expect(await codeOf(password)).toBe('taken');
});
