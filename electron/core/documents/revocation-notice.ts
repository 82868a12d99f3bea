import type { Language } from '../../../shared/domain/base.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { RevocationReason } from '../../../shared/domain/envelope.ts';
import { heading, keyValues, paragraph, remark, title, writeBoxes } from './blocks.ts';
import { frame } from './frame.ts';
import type { Definition, DocumentMeta } from './types.ts';
import { wordsOf } from './words.ts';

/** Code of the form; the last digit is its edition. */
const CODE = 'VARCO-N1';

/**
 * The notice that an envelope must not be used, for a recipient without a card, who can be sealed nothing signed: which one, why,
 * which takes its place, and an answer to be signed. It names nobody who is in it.
 */
export interface RevocationNoticeView {
  readonly sender: { readonly name: string; readonly phone?: string };
  readonly recipient: { readonly name: string };
  readonly reference: string;
  readonly fileName: string;
  readonly sealedOn: CivilDate;
  /** absent: it was replaced by a newer one */
  readonly reason?: RevocationReason;
  /** reference of the envelope that takes its place */
  readonly instead?: string;
  readonly registrationOut?: string;
}

/** The notice on paper: one page, the lower half signed and sent back. */
export const revocationNoticeDocument = (view: RevocationNoticeView, language: Language, meta: DocumentMeta): Definition => {
  const words = wordsOf(language);
  const { t, date, label: name } = words;
  const { sender, recipient, reference, fileName, sealedOn, reason, instead, registrationOut } = view;
  return frame({
    words,
    meta,
    title: t('notice.fileTitle', { reference }),
    classification: t('notice.classification'),
    running: `${t('notice.title')} · ${reference}`,
    foot: [CODE, name('language', language), t('frame.printed', { date: date(meta.today) })],
    fontSize: 10.5,
    content: [
      title(t('notice.title'), 21),
      { ...paragraph(t('notice.intro')), margin: [0, 3, 0, 8] },
      keyValues(
        [
          [t('slip.from'), sender.name],
          ...(sender.phone === undefined ? [] : [[t('plan.cover.phone'), sender.phone] as [string, string]]),
          [t('slip.to'), recipient.name],
          [t('letter.reference'), reference],
          [t('slip.file'), fileName],
          [t('letter.sealed'), date(sealedOn)],
          [t('letter.number'), registrationOut ?? t('letter.numberSpace')],
          [t('notice.reason'), reason === undefined ? t('notice.replaced') : name('revocationReason', reason)],
          ...(instead === undefined ? [] : [[t('notice.instead'), instead] as [string, string]]),
        ],
        120,
      ),
      heading(t('notice.please')),
      { ol: [t('notice.doNotUse'), t('notice.delete'), t('notice.confirm')], margin: [0, 2, 0, 4] },
      remark(t('notice.cannotCallBack')),
      heading(t('notice.answer')),
      paragraph(t('notice.answerText', { reference })),
      { margin: [0, 10, 0, 0], stack: [writeBoxes([t('slip.nameAndFunction'), t('slip.dateAndTime'), t('slip.number')], 22), writeBoxes([t('slip.signature')], 30)] },
    ],
  });
};
