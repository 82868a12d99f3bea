import { expect, it } from 'vitest';
import { Language } from '../domain/base.ts';
import { NeedDomain } from '../domain/needs.ts';
import { objectiveLibrary } from './index.ts';

it('has at least three goals for each domain, and no code twice', () => {
  for (const domain of NeedDomain.options) expect([domain, objectiveLibrary.filter((entry) => entry.domain === domain).length >= 3]).toEqual([domain, true]);
  expect(new Set(objectiveLibrary.map(({ code }) => code)).size).toBe(objectiveLibrary.length);
});

it.each(Language.options)('says everything in %s, in the right letters, and nothing twice', (lang) => {
  const titles = objectiveLibrary.map(({ title }) => title[lang]);
  expect(new Set(titles).size).toBe(titles.length);
  const text = JSON.stringify(objectiveLibrary.map(({ title, measure, steps }) => [title[lang], measure[lang], steps.map((step) => step.text[lang])]));
  expect(text).not.toMatch(/[şţŞŢ]/);
});

it('speaks in the first person', () => {
  for (const { code, title } of objectiveLibrary) {
    expect([code, /\b(I|me|my|We)\b/.test(title.en)]).toEqual([code, true]);
    // Italian and Romanian verbs carry the person: none begins with an infinitive or an order
    expect([code, /^(Trovare|Fare|Avere|Ottenere|Să)\b/.test(title.it)]).toEqual([code, false]);
  }
});
