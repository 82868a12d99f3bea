import { addDays, type CivilDate } from './dates.ts';
import type { DueContext, PersonFacts } from './due-facts.ts';
import type { DueItem } from './due.ts';
import { answerBy } from './request-rules.ts';
import { reportDueOn } from './sitting-effects.ts';

type Entry = Omit<DueItem, 'group'> & { readonly group?: DueItem['group'] };

/** How long before its last day the report for a sitting is told of, in days. */
const REPORT_SHOWN_DAYS = 30;

/** The report for the next sitting, while it is not done; once the day has come only its outcome is told. */
export const reportDue = ({ id: personId, listed }: PersonFacts, { today, jurisdiction }: DueContext): Entry | undefined => {
  if (listed === undefined || listed.reported || listed.on < today) return undefined;
  const on = reportDueOn(listed.on, jurisdiction);
  return on > addDays(today, REPORT_SHOWN_DAYS) ? undefined : { kind: 'REPORT', personId, on, what: 'BY', place: 'sitting', id: listed.caseId, sittingId: listed.sittingId };
};

/** Where the outcome of a decision's day is entered: on the list it stands on, else among the dates. */
export const placeOfDecision = ({ listed }: PersonFacts, date: CivilDate): Pick<Entry, 'place' | 'sittingId'> => (listed?.on === date ? { place: 'sitting', sittingId: listed.sittingId } : { place: 'dates' });

/** The request that has waited longest, by its last day where the country sets one; and answers not yet in the person's hands. */
export const requestsDue = ({ id: personId, requests }: PersonFacts, { jurisdiction }: DueContext): (Entry | undefined)[] => {
  const first = requests?.open;
  const by = first === undefined ? undefined : answerBy(first.on, jurisdiction);
  const answered = requests?.answered;
  return [
    first === undefined ? undefined : { kind: 'REQUEST', personId, ...(by === undefined ? { on: first.on, what: 'SINCE' } : { on: by, what: 'BY' }), place: 'requests', id: first.id, count: first.count },
    answered === undefined ? undefined : { kind: 'REQUEST_DELIVER', personId, on: answered.on, what: 'SINCE', place: 'requests', id: answered.id, count: answered.count },
  ];
};
