import { expect, it } from 'vitest';
import { passwordRefusal } from './passwords.ts';

it.each([
  ['scurt', 'password.tooShort'],
  ['aaaaaaaaaaaaaaa', 'password.tooUniform'],
  ['Password1234567', 'password.common'],
  ['ParolaParola123', 'password.common'],
  ['Penitenciar2026', 'password.common'],
  ['123456789012345', 'password.common'],
  ['lunga ma non ok', 'password.common'],
  ['AnaExemplu2026!', 'password.ownName'],
  ['patru cuvinte simple aici', undefined],
  ['cavallo pioggia lampada', undefined],
  ['șțăîâ șțăîâ șțăîâ', undefined],
])('%s: %s', (password, code) => {
  expect(passwordRefusal(password, ['Ana Exemplu', 'Penitenciarul Exemplu'], (word) => word === 'lungamanonok')?.code).toBe(code);
});

it('counts characters, not code units', () => {
  expect(passwordRefusal('🙂🙃😀😁😂🤣', [])?.code).toBe('password.tooShort');
});
