import { expect, it } from 'vitest';
import { ConsentPurpose } from '../../../shared/domain/consents.ts';
import { duties } from '../../../shared/domain/consents-rules.ts';
import { Language } from '../../../shared/domain/base.ts';
import { createTexts } from '../../../shared/i18n/index.ts';
import { choiceForm } from './choice-form.ts';

const today = '2026-11-22';
const filled = { on: today, lang: 'ro', explainedHow: 'SPOKEN', givenBy: 'PERSON', validTo: '', words: '' } as const;

it.each([
  ['as it opens', {}, undefined],
  ['without words or a last day', { words: '  ' }, undefined],
  ['tomorrow', { on: '2026-11-23' }, 'on'],
  ['half a date', { on: '' }, 'on'],
  ['a last day before the choice', { validTo: '2026-11-21' }, 'validTo'],
  ['a last day on the same day', { validTo: today }, undefined],
])('a choice %s', (_name, over, wrong) => {
  expect(choiceForm(today).safeParse({ ...filled, ...over }).error?.issues[0]?.path[0]).toBe(wrong);
});

it.each(Language.options)('explains every purpose and every duty in %s', (language) => {
  const texts = createTexts(language);
  const keys = [...ConsentPurpose.options.map((purpose) => `choices:purpose.${purpose}`), ...duties.map((duty) => `choices:duty.${duty}`)];
  expect(keys.filter((key) => !texts.exists(key))).toEqual([]);
});
