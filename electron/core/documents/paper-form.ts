import type { Language } from '../../../shared/domain/base.ts';
import { ConsentPurpose } from '../../../shared/domain/consents.ts';
import type { FormDomain, NeedsForm } from '../../../shared/domain/needs-form.ts';
import { paperCode, type PaperFormKind } from '../../../shared/domain/paper-form.ts';
import { RequestAbout } from '../../../shared/domain/request.ts';
import { card, grid, heading, keep, label, paragraph, remark, title, together, writeBoxes } from './blocks.ts';
import { frame } from './frame.ts';
import { checkBox } from './icons.ts';
import { textWidth } from './theme.ts';
import type { Content, Definition, DocumentMeta } from './types.ts';
import { wordsOf, type Words } from './words.ts';

/** A form to be filled in by hand, blank or with the name of the person it is for. */
export interface PaperFormView {
  readonly kind: PaperFormKind;
  readonly edition: number;
  /** the id its pages carry */
  readonly code: string;
  readonly service: string;
  readonly person?: { readonly name: string; readonly number: string; readonly unit?: string };
  /** of a round: what is asked */
  readonly questions?: NeedsForm;
  /** of an answer: the version and its goals, in the person's words */
  readonly plan?: { readonly version: number; readonly goals: readonly string[] };
}

const box = (text: string, width: number | '*' = '*'): Content => ({ width, columns: [{ width: 15, stack: [checkBox(false, 11)] }, { width: '*', text }], columnGap: 3 }) as Content;

/** Boxes in rows of so many. */
const boxes = (texts: readonly string[], inRow: number): Content => ({
  stack: Array.from({ length: Math.ceil(texts.length / inRow) }, (_, row) =>
    grid(
      Array.from({ length: inRow }, () => '*' as const),
      Array.from({ length: inRow }, (__, at): Content => {
        const text = texts[row * inRow + at];
        return text === undefined ? { text: '' } : box(text);
      }),
      8,
    ),
  ),
  margin: [0, 2, 0, 2],
});

const lines = (count: number): Content => ({ stack: Array.from({ length: count }, () => writeBoxes([''], 16, textWidth)) });

const head = ({ person }: PaperFormView, words: Words): Content =>
  card(
    person === undefined
      ? writeBoxes([words.t('form.name'), words.t('form.number'), words.t('form.date')], 18, textWidth - 24)
      : grid(['*', 'auto', 120], [{ stack: [label(words.t('form.name')), { text: person.name, bold: true, fontSize: 13 }] }, { stack: [label(words.t('form.number')), ...[person.number, person.unit].flatMap((part): Content[] => (part === undefined ? [] : [{ text: part, noWrap: true }]))] }, writeBoxes([words.t('form.date')], 22, 116)]),
  );

const signatures = ({ t }: Words, who: readonly string[]): Content => ({ unbreakable: true, margin: [0, 12, 0, 0], stack: [writeBoxes(who.map((one) => t(`form.${one}`)), 26), boxes([t('form.readAloud'), t('form.interpreter'), t('form.wontSign')], 3)] });

const domain = ({ domain: code, question, items = [] }: FormDomain, words: Words, language: Language): Content =>
  together(
    heading(words.label('needDomain', code), 2),
    {
      stack: [
        paragraph(question[language]),
        boxes((['NEED', 'NONE', 'REFUSED', 'NOT_ASKED'] as const).map((answer) => words.label('needAnswer', answer)), 4),
        ...(items.length === 0 ? [] : [boxes(items.map(({ label: name }) => name[language]), 2)]),
        lines(1),
      ],
    },
  );

const needs = (view: PaperFormView, words: Words, language: Language): Content[] => {
  const { questions } = view;
  if (questions === undefined) return [];
  return [remark(questions.leaveOut[language]), ...questions.domains.map((one) => domain(one, words, language)), signatures(words, ['asker', 'person'])];
};

const answer = ({ plan }: PaperFormView, words: Words): Content[] => {
  const { t } = words;
  return [
    paragraph(t('form.answerIntro')),
    ...(plan === undefined
      ? [lines(1)]
      : [heading(t('form.version', { version: plan.version }), 2), ...plan.goals.map((goal, at): Content => keep({ columns: [{ width: 18, text: `${at + 1}.` }, { width: '*', text: words.quote(goal) }], margin: [0, 0, 0, 4] }))]),
    heading(t('form.myAnswer'), 2),
    boxes([t('form.agrees'), t('form.disagrees'), t('form.cannotAnswer')], 1),
    paragraph(t('form.ownWords')),
    lines(4),
    remark(t('form.noHarm')),
    signatures(words, ['person', 'educator']),
  ];
};

const consents = (_view: PaperFormView, words: Words): Content[] => {
  const { t } = words;
  return [
    paragraph(t('form.consentIntro')),
    ...ConsentPurpose.options.map((purpose) => keep({ stack: [grid(['*', 190], [{ text: words.label('consentPurpose', purpose), margin: [0, 4, 0, 4] }, boxes([t('form.yes'), t('form.no')], 2)], 10)] })),
    paragraph(t('form.ownWords')),
    lines(2),
    remark(t('form.consentFree')),
    signatures(words, ['person', 'explainedBy']),
  ];
};

const request = (_view: PaperFormView, words: Words): Content[] => {
  const { t } = words;
  return [heading(t('form.about'), 2), boxes(RequestAbout.options.map((about) => words.label('requestAbout', about)), 2), heading(t('form.iAsk'), 2), lines(7), signatures(words, ['person', 'takenBy']), writeBoxes([t('form.received'), t('form.registerNo')], 20)];
};

const content: Readonly<Record<PaperFormKind, (view: PaperFormView, words: Words, language: Language) => Content[]>> = { NEEDS_SHORT: needs, NEEDS_LONG: needs, PLAN_ANSWER: answer, CONSENTS: consents, REQUEST: request };

/** A form on paper. Every page carries its own code: a form that comes back is known again, page by page. */
export const paperFormDocument = (view: PaperFormView, language: Language, meta: DocumentMeta): Definition => {
  const words = wordsOf(language);
  const { t, label: name, date } = words;
  const { kind, edition, code } = view;
  const heads = t(`form.title.${kind}`);
  return frame({
    words,
    meta,
    title: heads,
    classification: t('form.classification'),
    running: heads,
    foot: [view.service, name('language', language), t('frame.printed', { date: date(meta.today) })],
    fontSize: 10.5,
    pageCode: (page) => paperCode({ kind, edition, page, code }),
    content: [title(heads, 19), { text: '', margin: [0, 2, 0, 4] }, head(view, words), { text: '', margin: [0, 4, 0, 0] }, ...content[kind](view, words, language)],
  });
};
