import type { CaseFile } from '../../../shared/domain/casefile.ts';
import { addDays, addMonths, type CivilDate } from '../../../shared/domain/dates.ts';
import { grid, paragraph, remark, table, title, writeBoxes } from './blocks.ts';
import { cutLine } from './drawings.ts';
import { qrOf, shortHash } from './frame.ts';
import { checkBox } from './icons.ts';
import { nextDate } from './next-date.ts';
import { colour, textWidth } from './theme.ts';
import type { Content } from './types.ts';
import type { Words } from './words.ts';

/** When the prison asks how things went after release. */
const checkpoints = [
  ['DAY_1', (release: CivilDate) => addDays(release, 1)],
  ['DAY_30', (release: CivilDate) => addDays(release, 30)],
  ['MONTH_3', (release: CivilDate) => addMonths(release, 3)],
  ['MONTH_6', (release: CivilDate) => addMonths(release, 6)],
  ['MONTH_12', (release: CivilDate) => addMonths(release, 12)],
] as const;

/**
 * What the prison asks to hear back. Named only with the person's consent to contact after release; otherwise the
 * office answers with counts.
 */
export const feedback = (caseFile: CaseFile, words: Words, head: Content): Content => {
  const { t, date } = words;
  const coming = nextDate(caseFile.dates, caseFile.dataAsOf);
  const release = coming?.isRelease === true ? coming.date : undefined;
  const named = caseFile.choices.some((entry) => entry.purpose === 'FOLLOW_UP' && entry.decision === 'GIVEN');
  return {
    unbreakable: true,
    stack: [
      head,
      paragraph(t(named ? 'plan.feedback.named' : 'plan.feedback.counts')),
      ...(named
        ? [
            table(
              [
                { head: t('plan.feedback.checkpoint'), width: 92 },
                { head: t('plan.feedback.day'), width: 84 },
                { head: t('plan.feedback.home'), width: '*' },
                { head: t('plan.feedback.work'), width: '*' },
                { head: t('plan.feedback.goals'), width: '*' },
              ],
              checkpoints.map(([code, on]) => [{ text: t(`plan.feedback.${code}`), margin: [0, 3, 0, 3] }, { text: release === undefined ? t('plan.feedback.afterRelease') : date(on(release)), color: colour.soft, margin: [0, 3, 0, 3] }, '', '', '']),
            ),
          ]
        : []),
      remark(t('plan.feedback.how')),
    ],
  };
};

const tick = (text: string): Content => ({ columns: [{ width: 16, stack: [checkBox(false, 12)] }, { width: '*', text }], columnGap: 4 });

/** The slip that comes back: torn off, signed, and enough on it to know which plan it answers. */
export const receipt = (caseFile: CaseFile, words: Words): Content => {
  const { t, date } = words;
  const { contentHash, versionNo } = caseFile.plan;
  const reference = [
    t('plan.receipt.to', { sender: caseFile.sender.name }),
    t('plan.receipt.reference', { registration: caseFile.registrationNumber ?? t('plan.cover.registrationLater'), version: versionNo, date: date(caseFile.dataAsOf) }),
    ...(contentHash === '' ? [] : [`${t('plan.cover.hash')} ${shortHash(contentHash)}`]),
  ];
  const head: Content = { stack: [{ ...title(t('plan.receipt.title'), 14), tag: 'H2' }, ...reference.map((text): Content => ({ text, color: colour.soft, fontSize: 8.6, margin: [0, 2, 0, 0] }))] };
  return {
    unbreakable: true,
    margin: [0, 18, 0, 0],
    stack: [
      cutLine(textWidth),
      { text: t('plan.receipt.cut'), fontSize: 7.6, color: colour.soft, alignment: 'center', margin: [0, 2, 0, 10] },
      contentHash === '' ? head : grid(['*', 70], [head, qrOf(contentHash, 66, t('frame.code'))]),
      { margin: [0, 4, 0, 0], stack: [grid(['*', '*', '*'], [tick(t('plan.receipt.complete')), tick(t('plan.receipt.accepted')), tick(t('plan.receipt.notAccepted'))])] },
      writeBoxes([t('plan.receipt.on'), t('plan.receipt.number'), t('plan.receipt.service')], 24),
      writeBoxes([t('plan.receipt.corrections')], 22),
      writeBoxes([t('plan.receipt.by'), t('plan.receipt.signature')], 26),
    ],
  };
};

