import { describe, expect, it } from 'vitest';
import { CaseFile } from '../../../shared/domain/casefile.ts';
import { personCopyView } from './person-copy-view.ts';
import { renderDocument, renderPages } from './render.ts';
import { printMeta, richCaseFile, slipOf } from './testing/case-file.ts';
import { everyText } from './testing/every-text.ts';
import { seen } from './testing/tools.ts';
import type { DocumentRequest } from './types.ts';

const squeezed = (text: string): string => text.replace(/\s+/g, '');
const words = (length: number, mark: string): string => `${mark} ${'cuvânt '.repeat(length)}`.slice(0, length).trimEnd();

/** A case file as full as its schema allows in the places where blocks are kept together. */
const fullest: CaseFile = CaseFile.parse({
  ...richCaseFile,
  needs: {
    ...richCaseFile.needs,
    limitations: words(4000, 'L'),
    domains: (richCaseFile.needs?.domains ?? []).map((domain, n) => ({
      ...domain,
      strengths: words(n === 0 ? 4000 : 300, `P${n}`),
      statements: domain.statements.map((entry, m) => ({ ...entry, text: words(n < 2 ? 4000 : 500, `S${n}${m}`), disputed: { text: words(n < 2 ? 4000 : 100, `D${n}${m}`), on: '2026-10-14' } })),
    })),
  },
  plan: {
    ...richCaseFile.plan,
    personStatement: words(4000, 'V'),
    answer: { answer: 'DISAGREES', on: '2026-10-28', reason: words(4000, 'M') },
    objectives: Array.from({ length: 6 }, (_o, n) => ({
      ...richCaseFile.plan.objectives[0],
      title: words(200, `O${n}`),
      steps: Array.from({ length: 20 }, (_s, m) => ({ ...richCaseFile.plan.objectives[0]?.steps[0], text: words(200, `p${n}.${m}`) })),
    })),
  },
  learning: Array.from({ length: 30 }, (_c, n) => ({ ...richCaseFile.learning[0], provider: words(200, `F${n}`) })),
});

const hostile = 'Ana {{t}} $t(documents:plan.title) <b>x</b> {"text":"y"} %s \\u0000 **z** http://127.0.0.1/ ../../etc/passwd';

describe('rendering', () => {
  // head and foot of a page come after its content, and would stand inside a text that goes over pages
  it('loses nothing of the longest case file, whatever goes over a page', async () => {
    const { pdf, pages } = await renderPages({ document: 'plan', view: fullest, language: 'ro', meta: printMeta });
    const read = seen(pdf);
    const text = squeezed(read.pages.map((page) => page.slice(0, page.lastIndexOf('Plan individual de reintegrare · TM'))).join(' '));
    for (const expected of everyText(fullest)) expect(text.includes(squeezed(expected)), expected.slice(0, 60)).toBe(true);
    expect(read.pages).toHaveLength(pages);
    for (const page of read.pages) expect(page.split('\n').length).toBeGreaterThan(6);
    expect(read.check()).toContain('No syntax');
  });

  it('breaks a word longer than the line instead of cutting it off', async () => {
    const long = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(3);
    const [first, ...others] = richCaseFile.plan.objectives;
    const view = CaseFile.parse({ ...richCaseFile, plan: { ...richCaseFile.plan, objectives: [{ ...first, title: long, steps: [{ ...first?.steps[0], text: long }] }, ...others] } });
    for (const request of [{ document: 'plan', view } as const, { document: 'person-copy', view: personCopyView({ ...view, plan: { ...view.plan, objectives: view.plan.objectives.map((entry) => ({ ...entry, steps: entry.steps.map((step) => ({ ...step, status: 'NOT_STARTED' as const })) })) } }) } as const]) {
      const { text } = seen(await renderDocument({ ...request, language: 'en', meta: printMeta }));
      expect(squeezed(text).split(squeezed(long)).length - 1).toBeGreaterThanOrEqual(2);
    }
  });

  it('prints what a person wrote as text and nothing else', async () => {
    const [first, ...others] = richCaseFile.plan.objectives;
    const view = CaseFile.parse({ ...richCaseFile, recipient: { ...richCaseFile.recipient, name: hostile }, registrationNumber: hostile, plan: { ...richCaseFile.plan, objectives: [{ ...first, title: hostile }, ...others] } });
    const { text } = seen(await renderDocument({ document: 'plan', view, language: 'en', meta: printMeta }));
    expect(squeezed(text).split(squeezed(hostile)).length - 1).toBeGreaterThanOrEqual(3);
  });

  it('can be cancelled, and then gives no document', async () => {
    const stop = new AbortController();
    const work = renderDocument({ document: 'plan', view: fullest, language: 'en', meta: printMeta }, { signal: stop.signal });
    stop.abort();
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('tells how far it is', async () => {
    const shares: number[] = [];
    await renderDocument({ document: 'person-copy', view: personCopyView(richCaseFile), language: 'it', meta: printMeta }, { onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(0);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('starts a thread for the first of several documents only, and another one after a cancelled one', async () => {
    const sheet = (document: string) => renderPages({ document, view: slipOf(richCaseFile), language: 'ro', meta: printMeta } as DocumentRequest);
    let started = 0;
    const count = (): void => void (started += 1);
    await sheet('custody-slip');
    process.on('worker', count);
    try {
      const first = await sheet('custody-slip');
      expect(await sheet('custody-slip')).toEqual(first);
      await expect(sheet('no such document')).rejects.toThrow();
      await sheet('custody-slip');
      expect(started).toBe(0);
      const stop = new AbortController();
      const work = renderDocument({ document: 'plan', view: fullest, language: 'en', meta: printMeta }, { signal: stop.signal });
      stop.abort();
      await expect(work).rejects.toMatchObject({ name: 'AbortError' });
      expect(await sheet('custody-slip')).toEqual(first);
      expect(started).toBe(1);
      // two at once are made at once
      expect(await Promise.all([sheet('custody-slip'), sheet('custody-slip')])).toEqual([first, first]);
      expect(started).toBe(2);
    } finally {
      process.off('worker', count);
    }
  });
});
