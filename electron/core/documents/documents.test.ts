import { beforeAll, describe, expect, it } from 'vitest';
import { Language } from '../../../shared/domain/base.ts';
import { NeedDomain } from '../../../shared/domain/needs.ts';
import { canonicalBytes } from '../canonical.ts';
import { definitionOf } from './definition.ts';
import { makePdf } from './make-pdf.ts';
import { personCopyView } from './person-copy-view.ts';
import { renderPages, type RenderedDocument } from './render.ts';
import { bareCaseFile, letterOf, noticeOf, printMeta, richCaseFile, slipOf } from './testing/case-file.ts';
import { bareFacts, paperOf, richFacts } from './testing/first-days.ts';
import { everyText } from './testing/every-text.ts';
import { seen, type SeenPdf } from './testing/tools.ts';
import type { DocumentRequest } from './types.ts';
import { wordsOf } from './words.ts';

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** Both numbers are known: the one it was sent under, and the one the recipient gave. */
const numbered = { ...printMeta, registrationIn: 'SP-204/2026' };

const requests = Language.options.flatMap((language): DocumentRequest[] => [
  { document: 'plan', view: richCaseFile, language, meta: numbered },
  { document: 'person-copy', view: personCopyView(richCaseFile), language, meta: numbered },
  { document: 'custody-slip', view: slipOf(richCaseFile), language, meta: numbered },
  { document: 'covering-letter', view: letterOf(richCaseFile, 3), language, meta: numbered },
  { document: 'batch-slip', view: letterOf(richCaseFile, 3), language, meta: printMeta },
  { document: 'revocation-notice', view: noticeOf(richCaseFile), language, meta: printMeta },
  { document: 'itinerary', view: paperOf(richFacts), language, meta: printMeta },
  { document: 'emergency-pack', view: paperOf(richFacts), language, meta: printMeta },
]);

/** Documents with next to nothing in them: one language is enough, the texts are the same ones. */
const empty: readonly DocumentRequest[] = [
  { document: 'plan', view: bareCaseFile, language: 'ro', meta: printMeta },
  { document: 'person-copy', view: personCopyView(bareCaseFile), language: 'it', meta: printMeta },
  { document: 'custody-slip', view: slipOf(bareCaseFile), language: 'ro', meta: printMeta },
  { document: 'covering-letter', view: letterOf(bareCaseFile, 1), language: 'it', meta: printMeta },
  { document: 'batch-slip', view: letterOf(bareCaseFile, 1), language: 'ro', meta: printMeta },
  { document: 'itinerary', view: paperOf(bareFacts), language: 'it', meta: printMeta },
  { document: 'emergency-pack', view: paperOf(bareFacts), language: 'ro', meta: printMeta },
];

/** What goes openly with a medium: the services are named, nobody else. */
const besideMedium: ReadonlySet<string> = new Set(['custody-slip', 'covering-letter', 'batch-slip', 'revocation-notice']);

/** At most so many pages, and what the title of the file is made of. */
const forms = { plan: [9, 'plan.fileTitle'], 'person-copy': [4, 'person.fileTitle'], itinerary: [4, 'firstDays.fileTitle'], 'emergency-pack': [2, 'firstDays.packFileTitle'], 'custody-slip': [1, 'slip.fileTitle'], 'covering-letter': [1, 'letter.fileTitle'], 'batch-slip': [1, 'slip.batchFileTitle'], 'revocation-notice': [1, 'notice.fileTitle'], 'refusal-slip': [1, 'refusal.title'], 'request-answer': [1, 'answer.fileTitle'], 'wing-list': [3, 'wing.fileTitle'], 'paper-form': [9, 'form.title.CONSENTS'], 'revocation-sheet': [1, 'revocation.title'], 'recovery-sheet': [1, 'recovery.title'] } as const;

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
      expect(made.pages).toBeLessThanOrEqual(forms[kind][0]);
      for (const page of pdf.pages) expect(page.split('\n').filter((row) => row.trim() !== '').length).toBeGreaterThan(5);
    });

    it('names title and language, but no person', () => {
      const { Title, Author } = pdf.info();
      expect(Title).toBe(wordsOf(language).t(forms[kind][1], { version: fill === 'empty' ? 1 : 2, reference: '2026-0002-000017' }));
      expect(Author).toBeUndefined();
      expect(JSON.stringify(pdf.info())).not.toMatch(/Mureșan|Ștefan|Necunoscut/);
    });

    it('shows no raw code and no key of a catalogue', () => {
      expect(pdf.text).not.toMatch(/[A-Z]{3,}_[A-Z]/);
      expect(pdf.text).not.toMatch(/documents[.:]|enums[.:]|\{\{|undefined|NaN|\[object/);
      for (const code of [...NeedDomain.options, 'REFUSED', 'NOT_ASKED', 'AGREES', 'WITHHELD']) expect(pdf.text).not.toContain(code);
    });

    it('holds the same bytes when made again, also in a thread that made others before', async () => {
      const again = await makePdf(definitionOf(request));
      expect(Buffer.from(again.pdf).equals(Buffer.from(made.pdf))).toBe(true);
    });

    it(kind === 'plan' ? 'carries exactly the case file as data' : 'carries no data', () => {
      if (request.document === 'plan') {
        expect(pdf.attached()).toEqual(['case.json']);
        expect(pdf.detach(1).equals(canonicalBytes(request.view))).toBe(true);
        // no id of a member of staff is printed, because the case file holds none
        expect(pdf.text).not.toMatch(/\bby [0-9a-f]{8}-/);
        expect(JSON.parse(pdf.detach(1).toString('utf8'))).not.toHaveProperty('plan.approvals');
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
      it('names no surname, no register number, no act, and the copy no prison', () => {
        const hidden = ['Mureșan', 'TM-2021-1035', 'Necunoscut', 'X-1', 'Sentința penală', ...(besideMedium.has(kind) ? ['Ștefan'] : ['Penitenciar'])];
        for (const word of hidden) expect(pdf.text).not.toContain(word);
      });
    }

    if (kind === 'itinerary' || kind === 'emergency-pack') {
      it('of an appointment about health tells where and when, never with whom or what for', () => {
        for (const word of ['CPECA', 'substituție', 'Evaluare']) expect(pdf.text).not.toContain(word);
        for (const word of ['Corbului', '11:15', wordsOf(language).t('firstDays.appointment.health')]) expect(pdf.text.includes(word)).toBe(fill === 'full');
      });
    } else {
      it('says the number under which it was sent, and the number the recipient gave, once they are known', () => {
        // of several envelopes each has its own number there
        for (const no of ['1204/PT/2026', ...(kind === 'batch-slip' || kind === 'revocation-notice' ? [] : ['SP-204/2026'])]) expect(pdf.text.includes(no)).toBe(fill === 'full');
      });
    }

    if (fill === 'full') {
      it('writes Romanian and Italian letters as they are', () => {
        const letters = { plan: 'șțăîâȘȚÎ', 'person-copy': 'șțăîȘ', itinerary: 'șțăîȘ', 'emergency-pack': 'șțăâȘ', 'custody-slip': 'șăț', 'covering-letter': 'șăț', 'batch-slip': 'șăț', 'revocation-notice': 'șăț', 'wing-list': '', 'paper-form': '', 'refusal-slip': '', 'request-answer': '', 'revocation-sheet': '', 'recovery-sheet': '' }[kind];
        for (const letter of letters) expect(pdf.text).toContain(letter);
        if (language === 'it' && !besideMedium.has(kind)) for (const letter of 'èì') expect(pdf.text).toContain(letter);
      });
    }
  },
);

it('the letter to a recipient without a card tells of words, and of no key and no sealed receipt', async () => {
  for (const language of Language.options) {
    const { t } = wordsOf(language);
    const text = squeezed(seen((await renderPages({ document: 'covering-letter', view: { ...letterOf(richCaseFile, 1), byWords: true }, language, meta: printMeta })).pdf).text);
    expect([t('letter.openWords'), t('letter.open'), t('letter.answer')].map((words) => text.includes(squeezed(words)))).toEqual([true, false, false]);
  }
});

it('says on every page that sample data are sample data', async () => {
  const pdf = seen((await renderPages({ document: 'person-copy', view: personCopyView(richCaseFile), language: 'ro', meta: { ...printMeta, demo: true } })).pdf);
  for (const page of pdf.pages) expect(squeezed(page)).toContain('DATEDEPROBĂ');
});
