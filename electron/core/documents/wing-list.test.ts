import { describe, expect, it } from 'vitest';
import { Language } from '../../../shared/domain/base.ts';
import { renderPages } from './render.ts';
import { printMeta, wingOf } from './testing/case-file.ts';
import { seen } from './testing/tools.ts';
import { wordsOf } from './words.ts';

describe.each(Language.options)('the week’s list of a unit in %s', (language) => {
  it('says on one sheet or two who has to be where, and nothing of why', async () => {
    const made = await renderPages({ document: 'wing-list', view: wingOf(false), language, meta: printMeta });
    const pdf = seen(made.pdf);
    expect(pdf.check()).toContain('No syntax or stream encoding errors found');
    expect([pdf.pages.length, made.pages <= 2]).toEqual([made.pages, true]);
    const text = pdf.text.replace(/\s+/g, '');
    const { label } = wordsOf(language);
    for (const told of ['Țîrlea-ȘtefănescuConstantin', 'TM-2025-1000', '09:30', 'Secția6', label('wingPlace', 'COURT').replace(/\s+/g, ''), label('wingPlace', 'BACK').replace(/\s+/g, '')]) expect(text).toContain(told);
    expect(pdf.text).not.toMatch(/documents[.:]|enums[.:]|\{\{|undefined|[A-Z]{3,}_[A-Z]/);
    // the file itself names nobody
    expect(JSON.stringify(pdf.info())).not.toMatch(/Țîrlea|Secția/);
  }, 60_000);

  it('of a week with nobody on it says so of each day', async () => {
    const pdf = seen((await renderPages({ document: 'wing-list', view: wingOf(true), language, meta: printMeta })).pdf);
    expect(pdf.text.split(wordsOf(language).t('wing.nobody'))).toHaveLength(8);
  }, 60_000);
});
