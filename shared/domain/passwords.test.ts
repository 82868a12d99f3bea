import { expect, it } from 'vitest';
import { passwordRefusal } from './passwords.ts';

it.each([
  ['scurt', 'password.tooShort'],
  ['aaaaaaaaaaaaaaa', 'password.tooUniform'],
  ['Password123456', 'password.common'],
  ['Penitenciar2026', 'password.common'],
  ['123456789012', 'password.common'],
  ['AnaExemplu2026!', 'password.ownName'],
  ['patru cuvinte simple aici', undefined],
  ['cavallo pioggia lampada', undefined],
  ['șțăîâ șțăîâ șț', undefined],
])('%s: %s', (password, code) => {
  expect(passwordRefusal(password, ['Ana Exemplu', 'Penitenciarul Exemplu'])?.code).toBe(code);
});

it('counts characters, not code units', () => {
  expect(passwordRefusal('🙂🙃😀😁😂🤣', [])?.code).toBe('password.tooShort');
});
