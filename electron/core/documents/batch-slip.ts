import type { Language } from '../../../shared/domain/base.ts';
import { grid, heading, keyValues, remark, title } from './blocks.ts';
import type { CoveringLetterView } from './covering-letter.ts';
import { digestTicks, handsOf, mediumOf } from './custody-slip.ts';
import { envelopeList } from './envelope-list.ts';
import { frame } from './frame.ts';
import type { Definition, DocumentMeta } from './types.ts';
import { wordsOf } from './words.ts';

/** Code of the form; the last digit is its edition. */
const CODE = 'VARCO-S2';

/** What a slip of several envelopes says: the same as their letter. */
export type BatchSlipView = CoveringLetterView;

/** The custody slip of a medium with several envelopes to one service: one slip for all of them, references only. */
export const batchSlipDocument = (view: BatchSlipView, language: Language, meta: DocumentMeta): Definition => {
  const words = wordsOf(language);
  const { t, date, label: name } = words;
  const { sender, recipient, items } = view;
  return frame({
    words,
    meta,
    title: t('slip.batchFileTitle'),
    classification: t('slip.classification'),
    running: t('slip.title'),
    foot: [CODE, name('language', language), t('frame.printed', { date: date(meta.today) })],
    fontSize: 9.6,
    content: [
      title(t('slip.title'), 21),
      { ...remark(t('slip.batchIntro', { count: items.length })), margin: [0, 3, 0, 6] },
      grid(['*', '*'], [keyValues([[t('slip.from'), sender.name]], 42), keyValues([[t('slip.to'), recipient.name]], 42)]),
      heading(t('slip.batchFiles', { count: items.length })),
      envelopeList(items, words, true),
      digestTicks(words),
      mediumOf(words),
      handsOf({ sender, recipient }, words),
      { ...remark(sender.phone === undefined ? t('slip.wrong') : t('slip.wrongPhone', { phone: sender.phone })), fontSize: 8.6 },
    ],
  });
};
