import { describe, expect, it } from 'vitest';
import { Language } from '../../../shared/domain/base.ts';
import { PaperFormKind, readPaperCode } from '../../../shared/domain/paper-form.ts';
import { renderPages } from './render.ts';
import { printMeta } from './testing/case-file.ts';
import { paperFormOf } from './testing/papers.ts';
import { seen } from './testing/tools.ts';
import { wordsOf } from './words.ts';

const MOST: Readonly<Record<PaperFormKind, number>> = { NEEDS_SHORT: 4, NEEDS_LONG: 8, PLAN_ANSWER: 2, CONSENTS: 2, REQUEST: 1 };

describe.each(Language.options)('a form on paper in %s', (language) => {
  it.each(PaperFormKind.options)(
    '%s carries on every page its own code, and no name in it',
    async (kind) => {
      const pdf = seen((await renderPages({ document: 'paper-form', view: paperFormOf(kind, false), language, meta: printMeta })).pdf);
      expect(pdf.check()).toContain('No syntax or stream encoding errors found');
      expect(pdf.pages.length).toBeLessThanOrEqual(MOST[kind]);
      const codes = pdf.pages.map((page) => readPaperCode(/V1-[0-9A-Z-]{20,}/.exec(page)?.[0] ?? ''));
      expect(codes).toEqual(pdf.pages.map((_, at) => ({ kind, edition: 1, page: at + 1, code: 'ZYXW456789ABCDEF' })));
      expect(pdf.text).toContain(wordsOf(language).t(`form.title.${kind}`));
      expect(pdf.text.replace(/\s+/g, '')).toContain('Țîrlea-ȘtefănescuConstantin-Alexandru');
      expect(pdf.text).not.toMatch(/documents[.:]|enums[.:]|\{\{|undefined|[A-Z]{3,}_[A-Z]/);
      expect(JSON.stringify(pdf.info())).not.toContain('Țîrlea');
    },
    60_000,
  );
});

it('a blank one names nobody', async () => {
  const pdf = seen((await renderPages({ document: 'paper-form', view: paperFormOf('CONSENTS', true), language: 'it', meta: printMeta })).pdf);
  expect(pdf.text).not.toContain('Țîrlea');
}, 60_000);
