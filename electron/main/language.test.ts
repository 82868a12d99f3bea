import { expect, it } from 'vitest';
import { languageOf, shellTexts } from './language.ts';
import { menuTemplate } from './menu.ts';

it.each([
  [['ro-RO', 'en-US'], 'ro'],
  [['de-DE', 'it-IT'], 'it'],
  [['fr-FR'], 'en'],
  [[], 'en'],
])('%j speaks %s', (preferred, expected) => expect(languageOf(preferred)).toBe(expected));

it.each(['en', 'it', 'ro'] as const)('names every entry of the menu in %s', (language) => {
  const texts = shellTexts(language);
  const template = menuTemplate((key) => texts.t(key), { lock: () => {}, sideBySide: () => {} });
  const entries = template.concat(template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : [])));
  const labels = entries.filter(({ type }) => type !== 'separator').map(({ label }) => label);
  expect(labels.length).toBeGreaterThan(15);
  for (const label of labels) expect(label).not.toMatch(/^$|menu\./);
});
