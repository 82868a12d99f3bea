import type { Language } from '../../../shared/domain/base.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { RequestAbout, RequestResult } from '../../../shared/domain/request.ts';
import { card, grid, heading, keep, keyValues, label, paragraph, remark, title, together, writeBoxes } from './blocks.ts';
import { frame } from './frame.ts';
import { checkBox } from './icons.ts';
import { colour, textWidth } from './theme.ts';
import type { Content, Definition, DocumentMeta } from './types.ts';
import { wordsOf, type Words } from './words.ts';

/**
 * The answer to a written request as the person gets it: what was asked, what was answered, how to complain. It is signed by
 * hand: no name of staff is printed.
 */
export interface RequestAnswerView {
  readonly service: string;
  readonly person: { readonly name: string; readonly number: string; readonly unit?: string };
  /** in the register of requests */
  readonly registration?: string;
  readonly about: RequestAbout;
  readonly receivedOn: CivilDate;
  /** in the person's own words; none of a health appointment */
  readonly asked?: { readonly text: string; readonly lang: Language };
  readonly answer: { readonly result: RequestResult; readonly text: string; readonly lang: Language; readonly passedTo?: string; readonly on: CivilDate };
  /** to whom one complains here and for how long after getting this paper; without it one asks */
  readonly complaint?: { readonly to: string; readonly withinDays?: number; readonly source: string };
}

/** Words as they were written, with the language they were written in where the paper is in another. */
const said = (text: string, lang: Language, { t, language, languageName }: Words): Content => ({
  stack: [{ text, lineHeight: 1.25 }, ...(lang === language ? [] : [{ ...remark(t('answer.writtenIn', { language: languageName(lang) })), margin: [0, 4, 0, 0] as [number, number, number, number] }])],
});

const who = ({ person, registration, about, receivedOn }: RequestAnswerView, words: Words): Content => {
  const { t, longDate } = words;
  return card(
    grid(
      ['*', 210],
      [
        { stack: [label(t('answer.name')), { text: person.name, bold: true, fontSize: 13 }, { text: [person.number, person.unit].filter((part) => part !== undefined).join(' · '), color: colour.soft }] },
        keyValues(
          [
            [t('answer.registration'), registration],
            [t('answer.received'), longDate(receivedOn)],
            [t('answer.about'), words.label('requestAbout', about)],
          ],
          70,
        ),
      ],
    ),
  );
};

const complaint = ({ complaint: way }: RequestAnswerView, words: Words): Content => {
  const { t } = words;
  const lines =
    way === undefined
      ? [t('answer.complainAsk')]
      : [t('answer.complainTo', { to: way.to }), way.withinDays === undefined ? t('answer.complainAnyTime') : t('answer.complainWithin', { count: way.withinDays }), t('answer.complainNoHarm')];
  return together(heading(t('answer.complain')), { stack: [...lines.map(paragraph), ...(way === undefined ? [] : [remark(t('answer.source', { source: way.source }))])] });
};

const tick = (text: string): Content => ({ columns: [{ width: 15, stack: [checkBox(false, 11)] }, { width: '*', text }], columnGap: 3 });

/** Who gives it and who got it, each by hand; a person who does not sign still has their answer. */
const hands = ({ t }: Words): Content =>
  keep({
    margin: [0, 10, 0, 0],
    stack: [
      heading(t('answer.handedOver')),
      grid(['*', '*', '*'], [tick(t('answer.onPaper')), tick(t('answer.readAloud')), tick(t('answer.wontSign'))], 8),
      writeBoxes([t('answer.date'), t('answer.person')], 26, textWidth),
      writeBoxes([t('answer.function'), t('answer.signature')], 26, textWidth),
    ],
  });

/** The answer slip. The words of the form are in the language of the paper, what people wrote stays as they wrote it. */
export const requestAnswerDocument = (view: RequestAnswerView, language: Language, meta: DocumentMeta): Definition => {
  const words = wordsOf(language);
  const { t, date, longDate } = words;
  const { answer, asked } = view;
  return frame({
    words,
    meta,
    title: t('answer.fileTitle'),
    classification: t('answer.classification'),
    running: view.service,
    foot: [...(view.registration === undefined ? [] : [t('frame.registration', { number: view.registration })]), t('frame.printed', { date: date(meta.today) })],
    fontSize: 11,
    content: [
      title(t('answer.title'), 21),
      { margin: [0, 8, 0, 0], stack: [who(view, words)] },
      together(heading(t('answer.asked')), asked === undefined ? remark(t('answer.health')) : said(words.quote(asked.text), asked.lang, words)),
      together(
        heading(t('answer.answer', { date: longDate(answer.on) })),
        card({ text: [{ text: words.label('requestResult', answer.result), bold: true }, ...(answer.passedTo === undefined ? [] : [{ text: ` – ${answer.passedTo}` }])] }, colour.accentSoft),
        { margin: [0, 6, 0, 0], stack: [said(answer.text, answer.lang, words)] },
      ),
      complaint(view, words),
      hands(words),
    ],
  });
};
