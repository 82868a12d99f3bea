import { beforeAll, describe, expect, it } from 'vitest';
import { Language } from '../../../shared/domain/base.ts';
import { NeedDomain } from '../../../shared/domain/needs.ts';
import { canonicalBytes } from '../canonical.ts';
import { personCopyView } from './person-copy-view.ts';
import { renderPages, type RenderedDocument } from './render.ts';
import { bareCaseFile, printMeta, richCaseFile } from './testing/case-file.ts';
import { everyText } from './testing/every-text.ts';
import { seen, type SeenPdf } from './testing/tools.ts';
import type { DocumentRequest } from './types.ts';
import { wordsOf } from './words.ts';

const squeezed = (text: string): string => text.replace(/\s+/g, '');

const requests = Language.options.flatMap((language): DocumentRequest[] => [
  { document: 'plan', view: richCaseFile, language, meta: printMeta },
  { document: 'person-copy', view: personCopyView(richCaseFile), language, meta: printMeta },
]);

/** Documents with next to nothing in them: one language is enough, the texts are the same ones. */
const empty: readonly DocumentRequest[] = [
  { document: 'plan', view: bareCaseFile, language: 'ro', meta: printMeta },
  { document: 'person-copy', view: personCopyView(bareCaseFile), language: 'it', meta: printMeta },
];

describe.each([
  ...requests.map((request) => [request.document, request.language, 'full', request] as const),
  ...empty.map((request) => [request.document, request.language, 'empty', request] as const),
])(
  '%s in %s (%s)',
  (kind, language, fill, request) => {
    let made: RenderedDocument;
    let pdf: SeenPdf;
    beforeAll(async () => {
      made = await renderPages(request);
      pdf = seen(made.pdf);
    }, 120_000);

    it('is a sound PDF with its own fonts inside', () => {
      expect(pdf.check()).toContain('No syntax or stream encoding errors found');
      const fonts = pdf.fonts();
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts) expect(font).toMatchObject({ name: expect.stringContaining('AtkinsonHyperlegibleNext'), embedded: true, subset: true, unicode: true });
    });

    it('has as many pages as it says, none of them empty', () => {
      expect(pdf.pages).toHaveLength(made.pages);
      expect(made.pages).toBeLessThanOrEqual(kind === 'plan' ? 8 : 4);
      for (const page of pdf.pages) expect(page.split('\n').filter((row) => row.trim() !== '').length).toBeGreaterThan(5);
    });

    it('names title and language, but no person', () => {
      const { Title, Author } = pdf.info();
      expect(Title).toBe(wordsOf(language).t(kind === 'plan' ? 'plan.fileTitle' : 'person.fileTitle', { version: fill === 'empty' ? 1 : 2 }));
      expect(Author).toBeUndefined();
      expect(JSON.stringify(pdf.info())).not.toMatch(/Mureșan|Ștefan|Necunoscut/);
    });

    it('shows no raw code and no key of a catalogue', () => {
      expect(pdf.text).not.toMatch(/[A-Z]{3,}_[A-Z]/);
      expect(pdf.text).not.toMatch(/documents[.:]|enums[.:]|\{\{|undefined|NaN|\[object/);
      for (const code of [...NeedDomain.options, 'REFUSED', 'NOT_ASKED', 'AGREES', 'WITHHELD']) expect(pdf.text).not.toContain(code);
    });

    it('holds the same bytes when made again', async () => {
      const again = await renderPages(request);
      expect(Buffer.from(again.pdf).equals(Buffer.from(made.pdf))).toBe(true);
    });

    it(kind === 'plan' ? 'carries exactly the case file as data' : 'carries no data', () => {
      if (request.document === 'plan') {
        expect(pdf.attached()).toEqual(['case.json']);
        expect(pdf.detach(1).equals(canonicalBytes(request.view))).toBe(true);
      } else expect(pdf.attached()).toEqual([]);
    });

    if (request.document === 'plan') {
      it('shows every text of the case file, letter by letter', () => {
        const text = squeezed(pdf.text);
        const texts = everyText(request.view);
        expect(texts.length).toBeGreaterThan(4);
        for (const expected of texts) expect(text).toContain(squeezed(expected));
      });
    } else {
      it('names no surname, no register number, no prison', () => {
        for (const hidden of ['Mureșan', 'TM-2021-1035', 'Penitenciar', 'Necunoscut', 'X-1', 'Sentința penală']) expect(pdf.text).not.toContain(hidden);
      });
    }

    if (fill === 'full') {
      it('writes Romanian and Italian letters as they are', () => {
        expect(pdf.text).toContain('Ștefan');
        for (const letter of kind === 'plan' ? 'șțăîâȘȚÎ' : 'șțăîȘ') expect(pdf.text).toContain(letter);
        if (language === 'it') for (const letter of 'èì') expect(pdf.text).toContain(letter);
      });
    }
  },
);

describe('what stays inside', () => {
  it('prints no id of a member of staff, because the case file holds none', async () => {
    const pdf = seen((await renderPages({ document: 'plan', view: richCaseFile, language: 'en', meta: printMeta })).pdf);
    expect(pdf.text).not.toMatch(/\bby [0-9a-f]{8}-/);
    expect(JSON.parse(pdf.detach(1).toString('utf8'))).not.toHaveProperty('plan.approvals');
  });

  it('says on every page that sample data are sample data', async () => {
    const pdf = seen((await renderPages({ document: 'person-copy', view: personCopyView(richCaseFile), language: 'ro', meta: { ...printMeta, demo: true } })).pdf);
    for (const page of pdf.pages) expect(squeezed(page)).toContain('DATEDEPROBĂ');
  });
});
