import { expect, it } from 'vitest';
import { passwordRefusal } from './passwords.ts';

const words = new Set(['lungamanonok', 'cavallo', 'trandafir', '1q2w3e4r', 'correct-horse-battery-staple', 'un']);
const listed = (word: string): boolean => words.has(word);

it.each([
  ['scurt', 'password.tooShort'],
  ['aaaaaaaaaaaaaaa', 'password.tooUniform'],
  ['Password1234567', 'password.common'],
  ['ParolaParola123', 'password.common'],
  ['Penitenciar2026', 'password.common'],
  ['123456789012345', 'password.common'],
  ['031985120419851', 'password.common'],
  ['abcdefghijklmno', 'password.common'],
  ['lunga ma non ok', 'password.common'],
  ['Correct-Horse-Battery-Staple', 'password.common'],
  ['Trăndáfir 12.03.1985', 'password.common'],
  ['12031985TRANDAFIR', 'password.common'],
  ['cavallocavallocav', 'password.common'],
  ['c4v4ll0 c4v4ll0!', 'password.common'],
  ['1q2w3e4r1q2w3e4r', 'password.common'],
  ['!!!!P@r0l@m3@!!!!', 'password.common'],
  ['parola0123456789012', 'password.common'],
  ['cavallo!!!!!!!!!!!', 'password.common'],
  ['cavallo2026202620262026', 'password.common'],
  ['AnaExemplu2026!', 'password.ownName'],
  ['anaexempluanaexemplu', 'password.ownName'],
  ['Ană Éxemplu 1985', 'password.ownName'],
  ['patru cuvinte simple aici', undefined],
  ['cavallo pioggia lampada', undefined],
  ['cavallo trandafir', undefined],
  ['șțăîâ șțăîâ qzxwk', undefined],
  // one short word between much that nobody knows
  ['u83#7154!n9026(', undefined],
  ['cavallo 4815 1623 4207', undefined],
  ['дом река камень', undefined],
])('%s: %s', (password, code) => {
  expect(passwordRefusal(password, ['Ana Exemplu', 'Penitenciarul Exemplu'], listed)?.code).toBe(code);
});

it('counts characters, not code units', () => {
  expect(passwordRefusal('🙂🙃😀😁😂🤣', [])?.code).toBe('password.tooShort');
});
