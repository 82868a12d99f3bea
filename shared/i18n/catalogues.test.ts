import { expect, it } from 'vitest';
import { Language } from '../domain/base.ts';
import { catalogues, namespaces } from './index.ts';

/** Every text with its path. */
const flat = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string' ? [[path, value]] : Object.entries(value as object).flatMap(([key, inner]) => flat(inner, path === '' ? key : `${path}.${key}`));

const plural = /_(zero|one|two|few|many|other)$/;
const texts = Object.fromEntries(Language.options.map((language) => [language, new Map(namespaces.flatMap((ns) => flat(catalogues[language][ns], ns)))]));

/** Keys without their plural endings. */
const stems = (language: string): Set<string> => new Set([...(texts[language]?.keys() ?? [])].map((key) => key.replace(plural, '')));

it('holds texts at all', () => {
  for (const language of Language.options) expect(texts[language]?.size).toBeGreaterThan(600);
});

it.each(Language.options)('%s has every text the other languages have', (language) => {
  const all = new Set(Language.options.flatMap((other) => [...stems(other)]));
  const own = stems(language);
  expect([...all].filter((key) => !own.has(key))).toEqual([]);
});

it.each(Language.options)('%s has every plural its grammar needs', (language) => {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const counted = new Set([...(texts[language]?.keys() ?? [])].filter((key) => plural.test(key)).map((key) => key.replace(plural, '')));
  const missing = [...counted].flatMap((key) => categories.filter((category) => !texts[language]?.has(`${key}_${category}`)).map((category) => `${key}_${category}`));
  expect(missing).toEqual([]);
});

it.each(Language.options)('%s names the same values in every translation', (language) => {
  const values = (text: string): string[] => [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? ''))].filter((value) => value !== 'count').toSorted();
  const wrong = [...(texts[language] ?? [])].filter(([key, text]) => {
    const english = texts['en']?.get(key);
    return english !== undefined && values(english).join() !== values(text).join();
  });
  expect(wrong.map(([key]) => key)).toEqual([]);
});

it('writes ș and ț with a comma, never with a cedilla', () => {
  for (const language of Language.options) {
    expect([...(texts[language] ?? [])].filter(([, text]) => /[şţŞŢ]/.test(text)).map(([key]) => key)).toEqual([]);
  }
});

it('no text is empty', () => {
  for (const language of Language.options) expect([...(texts[language] ?? [])].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
});
