import type { Language } from '../../../shared/domain/base.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { heading, keyValues, paragraph, remark, title, writeBoxes } from './blocks.ts';
import { frame } from './frame.ts';
import type { Definition, DocumentMeta } from './types.ts';
import { wordsOf } from './words.ts';

/** Code of the form; the last digit is its edition. */
const CODE = 'VARCO-R1';

/** The checks before anybody is known to answer; see docs/envelope.md. */
export const slipChecks = ['size', 'decryption', 'zip', 'bag', 'signature'] as const;
export type SlipCheck = (typeof slipChecks)[number];

/**
 * What is sent back on paper when nobody can be answered by a sealed receipt: which file was refused, and why. It names no
 * person and nothing of what may be inside.
 */
export interface RefusalSlipView {
  readonly service: { readonly name: string; readonly phone?: string };
  /** of the whole file, hex: by it the sender knows which one is meant */
  readonly sha256: string;
  readonly openedOn: CivilDate;
  readonly check: SlipCheck;
  /** code of the refusal, for whoever looks after the sender's computer */
  readonly code: string;
}

/** The refusal slip of one envelope: one page, signed by hand, given back with the medium. */
export const refusalSlipDocument = (view: RefusalSlipView, language: Language, meta: DocumentMeta): Definition => {
  const words = wordsOf(language);
  const { t, date, label: name } = words;
  return frame({
    words,
    meta,
    title: t('refusal.title'),
    classification: t('slip.classification'),
    running: t('refusal.title'),
    foot: [CODE, name('language', language), t('frame.printed', { date: date(meta.today) })],
    fontSize: 10.5,
    content: [
      title(t('refusal.title'), 21),
      { ...remark(t('refusal.intro')), margin: [0, 3, 0, 8] },
      keyValues(
        [
          [t('refusal.by'), view.service.name],
          ...(view.service.phone === undefined ? [] : [[t('refusal.phone'), view.service.phone] as [string, string]]),
          [t('refusal.openedOn'), date(view.openedOn)],
          [t('refusal.digest'), (view.sha256.match(/.{1,8}/g) ?? []).join(' ')],
        ],
        120,
      ),
      heading(t('refusal.why')),
      paragraph(t(`refusal.check.${view.check}`)),
      keyValues([[t('refusal.code'), view.code]], 120),
      heading(t('refusal.next')),
      paragraph(t('refusal.nextText')),
      { margin: [0, 14, 0, 0], stack: [writeBoxes([t('slip.nameAndFunction'), t('slip.dateAndTime'), t('slip.signature')], 22)] },
      { ...remark(t('refusal.safe')), margin: [0, 12, 0, 0] },
    ],
  });
};
