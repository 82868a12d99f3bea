import type { CaseFile } from '../../../shared/domain/casefile.ts';
import { plainRows, remark, table, together } from './blocks.ts';
import { attendanceBar } from './drawings.ts';
import { checkBox, icon } from './icons.ts';
import { colour } from './theme.ts';
import type { Content } from './types.ts';
import type { Words } from './words.ts';

/** Every date in force with what it is, how certain, and where it was read. */
export const dates = (caseFile: CaseFile, words: Words, head: Content): Content => {
  const { t, date, label: name } = words;
  if (caseFile.dates.length === 0) return together(head, remark(t(caseFile.person.endless === true ? 'plan.dates.endless' : 'plan.dates.none')));
  const rows = caseFile.dates
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map((entry) => [
      { text: entry.time === undefined ? date(entry.date) : t('plan.road.dayTime', { day: date(entry.date), time: entry.time }), bold: true },
      { text: name('releaseDateKind', entry.kind) },
      { text: name('certainty', entry.certainty) },
      { text: t('plan.dates.source', { source: entry.source, date: date(entry.setOn) }), color: colour.soft },
    ]);
  return together(
    head,
    table(
      [
        { head: t('plan.dates.date'), width: 74 },
        { head: t('plan.dates.kind'), width: '*' },
        { head: t('plan.dates.certainty'), width: 62 },
        { head: t('plan.dates.readFrom'), width: 170 },
      ],
      rows,
    ),
    ...(caseFile.person.endless === true ? [remark(t('plan.dates.endless'))] : []),
  );
};

const share = (course: CaseFile['learning'][number]): number => (course.sessionsHeld === 0 ? 0 : course.sessionsPresent / course.sessionsHeld);

const course = (entry: CaseFile['learning'][number], words: Words): Content[] => {
  const { t, date, label: name } = words;
  return [
    { stack: [{ text: entry.title[words.language], bold: true }, { text: `${name('programmeArea', entry.area)} · ${entry.provider}`, fontSize: 8.2, color: colour.soft }] },
    { text: entry.to === undefined ? t('plan.learning.since', { from: date(entry.from) }) : t('plan.learning.period', { from: date(entry.from), to: date(entry.to) }), fontSize: 8.6 },
    {
      stack: [
        { ...(attendanceBar(share(entry), 92) as object), margin: [0, 2, 0, 2] } as Content,
        { text: [t('plan.learning.sessions', { present: entry.sessionsPresent, held: entry.sessionsHeld }), entry.percent === undefined ? '' : ` · ${t('plan.learning.percent', { percent: entry.percent })}`], fontSize: 8.2, color: colour.soft },
      ],
    },
    { text: words.hours(entry.minutes), alignment: 'right' },
    { text: name('enrolmentStatus', entry.status) },
  ];
};

/** Education and training with the attendance drawn. */
export const learning = (caseFile: CaseFile, words: Words, head: Content): Content => {
  const { t } = words;
  if (caseFile.learning.length === 0) return together(head, remark(t('plan.learning.none')));
  return together(
    head,
    table(
      [
        { head: t('plan.learning.programme'), width: '*' },
        { head: t('plan.learning.when'), width: 84 },
        { head: t('plan.learning.attendance'), width: 108 },
        { head: t('plan.learning.hours'), width: 40 },
        { head: t('plan.learning.result'), width: 72 },
      ],
      caseFile.learning.map((entry) => course(entry, words)),
    ),
    remark(t('plan.learning.note')),
  );
};

/** The person's choices: a refusal is a choice like another, never a fault and never something missing. */
export const choices = (caseFile: CaseFile, words: Words, head: Content): Content => {
  const { t, date, label: name } = words;
  if (caseFile.choices.length === 0) return together(head, remark(t('plan.choices.none')));
  const mark = (decision: string): Content => (decision === 'GIVEN' ? icon('yes', 12) : decision === 'REFUSED' || decision === 'WITHDRAWN' ? icon('no', 12, colour.soft) : checkBox(false, 11));
  return together(
    head,
    plainRows(
      [14, '*', 150, 70],
      caseFile.choices.map((entry) => [mark(entry.decision), { text: name('consentPurpose', entry.purpose) }, { text: name('consentDecision', entry.decision) }, { text: date(entry.on), color: colour.soft, alignment: 'right' }]),
    ),
    remark(t('plan.choices.note')),
  );
};
