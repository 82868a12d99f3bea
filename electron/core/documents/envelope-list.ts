import type { CivilDate } from '../../../shared/domain/dates.ts';
import { table } from './blocks.ts';
import type { Content } from './types.ts';
import type { Words } from './words.ts';

/** One sealed file, as the papers beside a medium name it: no person, no register number of a prison, no act. */
export interface ListedEnvelope {
  readonly reference: string;
  readonly fileName: string;
  /** of the whole file, hex */
  readonly sha256: string;
  readonly sealedOn: CivilDate;
  readonly registrationOut?: string;
}

/** Eight groups of eight digits in two lines: so that two people can compare them aloud. */
const digest = (sha256: string): string => {
  const groups = sha256.match(/.{1,8}/g) ?? [];
  return `${groups.slice(0, 4).join(' ')}\n${groups.slice(4).join(' ')}`;
};

/** The files on a medium, each in one row with what it is known by. */
export const envelopeList = (items: readonly ListedEnvelope[], { t, date }: Words, digests: boolean): Content =>
  table(
    [
      { head: t('letter.nth'), width: 20 },
      { head: t('letter.number'), width: 92 },
      { head: t('letter.reference'), width: digests ? 104 : '*' },
      { head: t('letter.sealed'), width: 62 },
      ...(digests ? [{ head: t('letter.digest'), width: '*' as const }] : []),
    ],
    items.map((item, nth) => [
      { text: String(nth + 1) },
      { text: item.registrationOut ?? t('letter.numberSpace') },
      { text: item.reference, bold: true },
      { text: date(item.sealedOn) },
      ...(digests ? [{ text: digest(item.sha256), fontSize: 7.6, characterSpacing: 0.2 }] : []),
    ]),
  );
