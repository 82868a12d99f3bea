import { describe, expect, it } from 'vitest';
import { cleanName, splitName } from './names.ts';

describe('names typed in capitals', () => {
  it.each([
    ["D'ANGELO", "D'Angelo"],
    ['DE LUCA', 'De Luca'],
    ['ŢÎRLEA', 'Țîrlea'],
    ['SZÉKELY', 'Székely'],
    ['IANCU-ROŞCA', 'Iancu-Roșca'],
    ['EL AMRANI', 'El Amrani'],
    ['VAN DER BERG', 'van der Berg'],
    ['De Luca', 'De Luca'],
    ['McDonald', 'McDonald'],
    ['van Rossum', 'van Rossum'],
  ])('%s → %s', (typed, name) => {
    expect(cleanName(typed).name).toBe(name);
  });

  it('take away stray signs and say so', () => {
    expect(cleanName('"Rossi')).toEqual({ name: 'Rossi', cleaned: true });
    expect(cleanName(' Popescu  ')).toEqual({ name: 'Popescu', cleaned: false });
    expect(cleanName('";,"').name).toBe('');
  });
});

describe('surname and name in one column', () => {
  it.each([
    ['Bianchi, Mohamed', 'Bianchi', 'Mohamed', false],
    ['DE LUCA, ANNA MARIA', 'De Luca', 'Anna Maria', false],
    ['DE LUCA Anna', 'De Luca', 'Anna', false],
    ['De Luca Anna', 'De Luca', 'Anna', true],
    ['Popescu Ion Vasile', 'Popescu', 'Ion Vasile', true],
    ['De Luca', 'De', 'Luca', true],
    ['Rossi', 'Rossi', '', false],
    ['Rossi,', 'Rossi', '', false],
  ])('%s', (text, familyName, givenName, guessed) => {
    expect(splitName(text)).toMatchObject({ familyName, givenName, guessed });
  });
});
