import type { CaseFile } from '../../../shared/domain/casefile.ts';
import type { ObjectiveStatus } from '../../../shared/domain/plan-marks.ts';
import { keyValues, remark, table, together } from './blocks.ts';
import { checkBox, domainIcon, icon } from './icons.ts';
import { colour } from './theme.ts';
import type { Content } from './types.ts';
import type { Words } from './words.ts';

type Objective = CaseFile['plan']['objectives'][number];

/** Last group of a UUID: enough to find a step again under its objective. */
const tail = (id: string): string => id.slice(id.lastIndexOf('-') + 1);

const stepRow = (step: Objective['steps'][number], no: string, { t, date, label: name }: Words): Content[] => [
  checkBox(step.status === 'DONE', 11),
  { stack: [{ text: [{ text: `${no}  `, color: colour.soft }, step.text] }, { text: tail(step.id), fontSize: 6.6, color: colour.faint }] },
  { text: step.ownerRef === undefined ? name('ownerKind', step.owner) : `${name('ownerKind', step.owner)} (${step.ownerRef.name})` },
  { text: step.dueDate === undefined ? t('plan.noDueDate') : date(step.dueDate), color: step.dueDate === undefined ? colour.soft : colour.ink },
  {
    stack: [
      { text: name('stepStatus', step.status) },
      ...(step.carriesOver && step.status !== 'HANDED_OVER' ? [{ columns: [{ width: 11, stack: [icon('arrow', 8)], margin: [0, 1, 0, 0] as [number, number, number, number] }, { width: '*', text: t('plan.objectives.carriesOver'), fontSize: 7.8, color: colour.soft }] }] : []),
    ],
  },
];

const objective = (entry: Objective, n: number, words: Words, status: ObjectiveStatus | undefined): Content => {
  const { t, date, label: name } = words;
  const head: Content = {
    margin: [0, 10, 0, 2],
    columns: [
      { width: 20, stack: [icon(domainIcon[entry.domain], 15)] },
      {
        width: '*',
        stack: [
          { text: [{ text: `${n}  `, color: colour.accent }, words.quote(entry.title)], tag: 'H3', bold: true, fontSize: 11 },
          {
            text: [name('needDomain', entry.domain), ...(entry.line === undefined ? [] : [name('planLine', entry.line)]), name('horizon', entry.horizon), entry.targetDate === undefined ? t('plan.objectives.noTarget') : t('plan.objectives.target', { date: date(entry.targetDate) }), ...(status === undefined ? [] : [name('objectiveStatus', status)])].join('  ·  '),
            fontSize: 8.6,
            color: colour.soft,
          },
          ...(entry.measure === undefined ? [] : [{ text: t('plan.objectives.measure', { measure: entry.measure }), fontSize: 8.8 }]),
          { text: t('plan.objectives.id', { id: entry.id }), fontSize: 6.6, color: colour.faint },
        ],
      },
    ],
    columnGap: 4,
  };
  const steps: Content =
    entry.steps.length === 0
      ? remark(t('plan.objectives.noSteps'))
      : table(
          [
            { head: '', width: 12 },
            { head: t('plan.objectives.step'), width: '*' },
            { head: t('plan.objectives.owner'), width: 88 },
            { head: t('plan.objectives.due'), width: 66 },
            { head: t('plan.objectives.status'), width: 98 },
          ],
          entry.steps.map((step, m) => stepRow(step, `${n}.${m + 1}`, words)),
        );
  return together(head, steps);
};

/** Objectives with the ids they have in the data, so that progress finds its way back. */
export const objectives = (caseFile: CaseFile, words: Words, head: Content): Content => {
  const { t, languageName } = words;
  const { objectives: list, lang } = caseFile.plan;
  const [first, ...others] = list.map((entry, n) => objective(entry, n + 1, words, caseFile.goalStates?.find(({ objectiveId }) => objectiveId === entry.id)?.status));
  if (first === undefined) return together(head, remark(t('plan.objectives.none')));
  const intro = lang === words.language ? t('plan.objectives.intro') : `${t('plan.objectives.intro')} ${t('plan.objectives.asAgreed', { language: languageName(lang) })}`;
  return together({ stack: [head, remark(intro)] }, first, ...others);
};

/** What the person said, in own words, and who approved when. A plan not agreed remains an offer. */
export const agreement = (caseFile: CaseFile, words: Words, head: Content): Content => {
  const { t, date, label: name, quote } = words;
  const { answer, approvedOn, personStatement } = caseFile.plan;
  const { agreedIn, planLines } = caseFile;
  const lineText = ({ line, signedOn, available }: NonNullable<CaseFile['planLines']>[number]): string =>
    `${name('planLine', line)}: ${signedOn === undefined ? t(available ? 'plan.agreement.lineInMeeting' : 'plan.agreement.lineNobody') : t('plan.agreement.lineSigned', { date: date(signedOn) })}`;
  return together(
    head,
    keyValues([
      [t('plan.agreement.answer'), answer === undefined ? t('plan.agreement.noAnswer') : t('plan.agreement.answerOn', { answer: name('answer', answer.answer), date: date(answer.on) })],
      [t('plan.agreement.reason'), answer?.reason && quote(answer.reason)],
      [t('plan.agreement.ownWords'), personStatement === undefined ? t('plan.agreement.noWords') : quote(personStatement)],
      [t('plan.agreement.approved'), approvedOn === undefined ? t('plan.agreement.notApproved') : date(approvedOn)],
      [t('plan.agreement.lines'), planLines && planLines.map(lineText).join('; ')],
      [t('plan.agreement.meeting'), agreedIn && t('plan.agreement.meetingOf', { date: date(agreedIn.on), reference: agreedIn.reference })],
      [t('plan.agreement.present'), agreedIn?.present.map((profession) => name('teamProfession', profession)).join(', ')],
    ]),
    ...(answer?.answer === 'AGREES' ? [] : [remark(t('plan.agreement.offer'))]),
  );
};
