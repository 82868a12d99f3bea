import { expect, it } from 'vitest';
import { Language } from '../base.ts';
import { isRegisterSource, registerSource } from './source.ts';

it.each(Language.options)('what was read from a register is known as such, cited in %s, repaired or not', (lang) => {
  for (const repaired of [false, true]) expect(isRegisterSource(registerSource('evidenta, rândul row riga.csv', 12, lang, repaired))).toBe(true);
  expect(registerSource('x'.repeat(300), 50_000, lang, true).length).toBeLessThanOrEqual(200);
});

it.each(['register 2024', 'registrul general', 'registrul general, adresa 12', 'registro matricola, riga', 'registrul x, rândul 3 bis', 'Registrul x, rândul 3', ''])('"%s" was entered by a person', (source) => {
  expect(isRegisterSource(source)).toBe(false);
});
