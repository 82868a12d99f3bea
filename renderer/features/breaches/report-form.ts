import { z } from 'zod';
import type { BreachReport } from '../../../shared/contract/breaches.ts';
import { LONG_TEXT } from '../../../shared/domain/base.ts';
import { BreachData, BreachKind, BreachSealed, MAX_NAMED, type BreachFacts } from '../../../shared/domain/breach.ts';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';

const dayField = z.string().refine(isCivilDate, 'common:form.dateMissing');
/** A time of the clock as people write it: 9:05, 09.05. */
export const timeField = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, 'breaches:form.timeWrong');
export const wordsField = z.string().trim().min(1, 'breaches:form.wordsMissing').max(LONG_TEXT, 'common:form.tooLong');
const optionalWords = z.string().trim().max(LONG_TEXT, 'common:form.tooLong');

/** A breach as somebody writes it down. */
export const reportForm = (today: CivilDate) =>
  z.object({
    kind: z.string().refine((kind): kind is BreachKind => BreachKind.safeParse(kind).success, 'breaches:form.kindMissing'),
    noticedOn: dayField.refine((day) => day <= today, 'breaches:form.inFuture'),
    noticedTime: timeField,
    happenedOn: z.string().refine((day) => day === '' || (isCivilDate(day) && day <= today), 'breaches:form.inFuture'),
    sealed: BreachSealed,
    data: z.array(BreachData).min(1, 'breaches:form.dataMissing'),
    people: z.string().trim().regex(/^\d{1,5}$/, 'breaches:form.peopleWrong'),
    personIds: z.array(z.uuid()).max(MAX_NAMED, 'breaches:form.tooManyNamed'),
    what: wordsField,
    measures: optionalWords,
  });
export type ReportForm = z.input<ReturnType<typeof reportForm>>;
type Reported = z.output<ReturnType<typeof reportForm>>;

/** What the core is told of a filled form. */
export const reportOf = ({ noticedOn, noticedTime, happenedOn, people, measures, ...rest }: Reported): BreachReport => ({
  ...rest,
  noticed: { on: noticedOn, time: noticedTime },
  people: Number(people),
  ...(happenedOn === '' ? {} : { happenedOn }),
  ...(measures === '' ? {} : { measures }),
});

/** Day and time of the clock of an instant at the site. */
export const momentOf = (instant: string, timeZone: string): { readonly on: CivilDate; readonly time: string } => {
  const at = new Date(instant);
  return {
    on: new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at),
    time: new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at),
  };
};

/** The form as it opens on what is known already. */
export const fieldsOf = (facts: BreachFacts, timeZone: string): ReportForm => {
  const { on, time } = momentOf(facts.noticedAt, timeZone);
  const { kind, happenedOn = '', sealed, data, people, personIds, what, measures = '' } = facts;
  return { kind, noticedOn: on, noticedTime: time, happenedOn, sealed, data, people: String(people), personIds, what, measures };
};

/** The form as it opens on nothing: noticed now. */
export const emptyFields = (now: Date, timeZone: string): ReportForm => {
  const { on, time } = momentOf(now.toISOString(), timeZone);
  return { kind: '', noticedOn: on, noticedTime: time, happenedOn: '', sealed: 'UNKNOWN', data: [], people: '1', personIds: [], what: '', measures: '' };
};
