import { describe, expect, it } from 'vitest';
import { nameSounds, soundsAlike } from './name-sound.ts';

const alike = (a: readonly [string, string], b: readonly [string, string]): boolean => soundsAlike(nameSounds(...a), nameSounds(...b));

describe('names that may be one person’s', () => {
  it.each<readonly [string, readonly [string, string], readonly [string, string]]>([
    ['without diacritics', ['Mureșan', 'Ștefan'], ['Muresan', 'Stefan']],
    ['with the cedilla of an old keyboard', ['Mureşan', 'Ştefan'], ['Mureșan', 'Ștefan']],
    ['with one letter for two', ['Țîrlea', 'Ioan'], ['Tzîrlea', 'Ioan']],
    ['with â for î', ['Pîrvu', 'Ion'], ['Pârvu', 'Ion']],
    ['hard consonants', ['Ghiță', 'Mihai'], ['Ghita', 'Mihay']],
    ['family and given name the other way round', ['Rossi', 'Giuseppe'], ['Giuseppe', 'Rossi']],
    ['doubled letters', ['Rossi', 'Giuseppe'], ['Rosi', 'Giusepe']],
    ['a second given name left out', ['Ionescu', 'Ion Marian'], ['Ionescu', 'Ion']],
    ['a hyphen', ['Popa-Ionescu', 'Ana'], ['Popa Ionescu', 'Ana']],
    ['k and ch', ['Kiriac', 'Zaharia'], ['Chiriac', 'Zaharia']],
    ['gn and ni', ['Bologna', 'Mario'], ['Bolonia', 'Mario']],
    ['a slip of the pen', ['Constantinescu', 'Vasile'], ['Constantinesu', 'Vasile']],
    ['English spellings', ['Philips', 'Stephan'], ['Filips', 'Stefan']],
  ])('%s', (_how, a, b) => expect(alike(a, b)).toBe(true));

  it.each<readonly [string, readonly [string, string], readonly [string, string]]>([
    ['twins', ['Popescu', 'Andrei'], ['Popescu', 'Mihai']],
    ['one name in common', ['Popescu', ''], ['Popescu', 'Mihai']],
    ['short names a letter apart', ['Ene', 'Ion'], ['Ana', 'Ion']],
    ['the same letters in other names', ['Marin', 'Ion'], ['Ionescu', 'Marin']],
  ])('but not %s', (_how, a, b) => expect(alike(a, b)).toBe(false));
});
