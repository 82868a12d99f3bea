import { z } from 'zod';
import { addMonths, isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import type { SittingView } from '../../../shared/contract/sittings.ts';
import { SittingOutcome } from '../../../shared/domain/sitting.ts';
import { prefilled } from '../../../shared/domain/sitting-rules.ts';

/** What stands in the row of one person: only a confirmed one is recorded. */
export const DayRow = z.object({ command: SittingOutcome.optional(), date: z.string().max(10), confirmed: z.boolean() });
export type DayRow = z.infer<typeof DayRow>;

/** The form of a day: the act, and what was said of each person so far. */
export const DayDraft = z.object({ source: z.string().max(200), rows: z.record(z.string(), DayRow) });
export type DayDraft = z.infer<typeof DayDraft>;

export const emptyDay: DayDraft = { source: '', rows: {} };

type Listed = SittingView['people'][number];

/** The outcomes that ask for a day: a new term, or the day to which it was moved. */
export const asksForDay = (command: DayRow['command']): boolean => command === 'postpone' || command === 'refuse' || command === 'move';

/** What stands in somebody's row: what was typed, else what the list proposed, which nobody has confirmed yet. */
export const rowOf = ({ rows }: DayDraft, { personId, proposal, term }: Pick<Listed, 'personId' | 'proposal' | 'term'>, kind: SittingView['sitting']['kind']): DayRow => {
  const typed = rows[personId];
  if (typed !== undefined) return typed;
  const command = prefilled(kind, proposal);
  return { ...(command === undefined ? {} : { command }), date: asksForDay(command) ? (term ?? '') : '', confirmed: false };
};

/** A row after its outcome was chosen by hand: that confirms it. A day that was meant for another outcome goes. */
export const withCommand = (row: DayRow, command: SittingOutcome | undefined, term: string | undefined): DayRow => {
  const { command: before, ...rest } = row;
  const keeps = asksForDay(command) && asksForDay(before) && (command === 'move') === (before === 'move');
  return { ...rest, ...(command === undefined ? {} : { command }), date: keeps ? row.date : command === 'move' || !asksForDay(command) ? '' : (term ?? ''), confirmed: command !== undefined };
};

/** Why a row cannot be recorded as it stands: key of the words; the core says the rest. */
export const rowProblem = ({ command, date, confirmed }: DayRow, on: CivilDate): string | undefined => {
  if (!confirmed) return undefined;
  if (command === undefined) return 'sittings:day.outcomeMissing';
  if (!asksForDay(command)) return undefined;
  if (!isCivilDate(date)) return command === 'move' ? 'sittings:day.otherDayMissing' : 'sittings:day.termMissing';
  if (date <= on) return 'sittings:day.dayBefore';
  return command !== 'move' && date > addMonths(on, 12) ? 'sittings:day.termTooFar' : undefined;
};

/** The confirmed rows, as the core is told of them. */
export const outcomesIn = (draft: DayDraft, people: readonly Listed[], kind: SittingView['sitting']['kind']) =>
  people.flatMap((person) => {
    const { command, date, confirmed } = rowOf(draft, person, kind);
    if (!confirmed || command === undefined) return [];
    return [{ personId: person.personId, command, ...(command === 'move' ? { movedTo: date } : asksForDay(command) ? { newTerm: date } : {}) }];
  });
