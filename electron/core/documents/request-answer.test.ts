import { expect, it } from 'vitest';
import { Language } from '../../../shared/domain/base.ts';
import { renderPages } from './render.ts';
import { printMeta } from './testing/case-file.ts';
import { answerOf } from './testing/papers.ts';
import { seen, type SeenPdf } from './testing/tools.ts';
import { wordsOf } from './words.ts';

const made = async (bare: boolean, language: Language): Promise<SeenPdf> => seen((await renderPages({ document: 'request-answer', view: answerOf(bare, language), language, meta: printMeta })).pdf);
const squeezed = (text: string): string => text.replace(/\s+/g, '');

it.each(Language.options)(
  'the answer slip in %s says what was asked, what was answered, how and until when to complain, and where to sign',
  async (language) => {
    const { t, label, languageName } = wordsOf(language);
    const view = answerOf(false, language);
    const pdf = await made(false, language);
    expect(pdf.check()).toContain('No syntax or stream encoding errors found');
    expect(pdf.pages).toHaveLength(1);
    const text = squeezed(pdf.text);
    for (const words of [
      view.person.name,
      'TM-2025-1063',
      '412/2026',
      view.asked?.text ?? '-',
      view.answer.text,
      label('requestResult', 'PARTLY'),
      label('requestAbout', 'WORK'),
      t('answer.complainTo', { to: view.complaint?.to ?? '' }),
      t('answer.complainWithin', { count: 10 }),
      t('answer.person'),
      t('answer.function'),
    ])
      expect(text).toContain(squeezed(words));
    expect(text.includes(squeezed(t('answer.writtenIn', { language: languageName('ro') })))).toBe(language !== 'ro');
    expect(pdf.text).not.toMatch(/documents[.:]|enums[.:]|\{\{|undefined|[A-Z]{3,}_[A-Z]/);
    expect(pdf.info()['Title']).toBe(t('answer.fileTitle'));
    expect(JSON.stringify(pdf.info())).not.toContain('Țîrlea');
  },
  60_000,
);

it('of a health appointment keeps no words, and where no country says how to complain, one asks', async () => {
  const { t } = wordsOf('it');
  const text = squeezed((await made(true, 'it')).text);
  for (const words of [t('answer.health'), t('answer.complainAsk'), 'serviciul medical']) expect(text).toContain(squeezed(words));
}, 60_000);

it('lets a long answer go over the page without losing a word', async () => {
  const view = answerOf(false, 'ro');
  const long = Array.from({ length: 420 }, (_, at) => `cuvânt${at}`).join(' ');
  const pdf = seen((await renderPages({ document: 'request-answer', view: { ...view, asked: { text: long, lang: 'ro' }, answer: { ...view.answer, text: long } }, language: 'ro', meta: printMeta })).pdf);
  expect(pdf.pages.length).toBeGreaterThan(1);
  for (const word of ['cuvânt0', 'cuvânt419']) expect(squeezed(pdf.text).split(word).length - 1).toBeGreaterThanOrEqual(2);
}, 60_000);
