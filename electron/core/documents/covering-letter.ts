import type { Language } from '../../../shared/domain/base.ts';
import type { MediumWay } from '../../../shared/domain/medium.ts';
import { grid, keyValues, label, paragraph, remark, title, writeBoxes } from './blocks.ts';
import { envelopeList, type ListedEnvelope } from './envelope-list.ts';
import { frame } from './frame.ts';
import { textWidth } from './theme.ts';
import type { Content, Definition, DocumentMeta } from './types.ts';
import { wordsOf, type Words } from './words.ts';

/**
 * The letter under which sealed files leave, for the registers of both offices. It lies open beside the medium and is filed
 * where many read it, so it names nobody, not by initials either: the reference leads to the envelope, and who is in it is
 * known to whoever can open it. The act stays out for the same reason.
 */
export interface CoveringLetterView {
  readonly sender: { readonly name: string; readonly address?: string; readonly phone?: string };
  readonly recipient: { readonly name: string };
  readonly way: MediumWay;
  readonly items: readonly ListedEnvelope[];
  /** sealed with words for a recipient without a card: no key opens it */
  readonly byWords?: true;
}

const head = (view: CoveringLetterView, words: Words, meta: DocumentMeta): Content => {
  const { t, longDate } = words;
  const { sender, recipient, items } = view;
  const [only] = items;
  return {
    stack: [
      { text: sender.name, bold: true, fontSize: 12.5 },
      ...[sender.address, sender.phone].flatMap((line): Content[] => (line === undefined ? [] : [{ text: line, fontSize: 9 }])),
      { text: ' ', fontSize: 6 },
      grid(
        ['*', '*'],
        [
          keyValues([[t('letter.ourNumber'), items.length === 1 ? (only?.registrationOut ?? t('letter.numberSpace')) : t('letter.numbersBelow')], [t('letter.date'), longDate(meta.today)]], 74),
          { stack: [label(t('letter.to')), { text: recipient.name, bold: true, fontSize: 12 }] },
        ],
      ),
    ],
  };
};

/** Who signs for the service: function, name and signature by hand, so that nobody is printed who did not sign. */
const signature = ({ t }: Words): Content => ({
  unbreakable: true,
  margin: [0, 18, 0, 0],
  stack: [writeBoxes([t('letter.function'), t('letter.name'), t('letter.signature')], 30, textWidth)],
});

/** The covering letter: nota di trasmissione, adresă de înaintare. */
export const coveringLetterDocument = (view: CoveringLetterView, language: Language, meta: DocumentMeta): Definition => {
  const words = wordsOf(language);
  const { t, date } = words;
  const count = view.items.length;
  return frame({
    words,
    meta,
    title: t('letter.fileTitle'),
    classification: t('letter.classification'),
    running: t('letter.title'),
    foot: [...(meta.registrationIn === undefined ? [] : [t('frame.registrationIn', { number: meta.registrationIn })]), t('frame.printed', { date: date(meta.today) })],
    fontSize: 10.8,
    content: [
      head(view, words, meta),
      { ...title(t('letter.title'), 18), margin: [0, 20, 0, 4] },
      { text: t('letter.subject', { count }), bold: true, margin: [0, 0, 0, 10] },
      paragraph(t('letter.opening', { count })),
      envelopeList(view.items, words, false),
      paragraph(t(`letter.way.${view.way}`)),
      paragraph(t(view.byWords === true ? 'letter.openWords' : 'letter.open')),
      paragraph(t(view.byWords === true ? 'letter.answerPaper' : 'letter.answer')),
      paragraph(view.sender.phone === undefined ? t('letter.wrong') : t('letter.wrongPhone', { phone: view.sender.phone })),
      signature(words),
      { ...remark(t('letter.names')), fontSize: 8.6, margin: [0, 10, 0, 0] },
    ],
  });
};
