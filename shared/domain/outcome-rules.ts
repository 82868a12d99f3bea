import type { Consent } from './consents.ts';
import { choicesInForce, decisionToday } from './consents-rules.ts';
import { addDays, type CivilDate } from './dates.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import { Checkpoint, OutcomeQuestions, SMALLEST_COUNT, type CheckpointCounts, type OutcomeAnswers, type OutcomeReport, type ReturnGround } from './outcome-return.ts';

/** Days from release to each checkpoint. */
export const checkpointDays: Readonly<Record<Checkpoint, number>> = { DAY_1: 1, DAY_30: 30, MONTH_3: 91, MONTH_6: 182, MONTH_12: 365, MONTH_24: 730 };

/** For how long a checkpoint stays among what is due; after that its answer says something about another time. */
const SHOWN_DAYS = 30;

/** The checkpoint that is due: its day has come, it is not long past, and nobody has looked. The latest one counts. */
export const dueCheckpoint = (released: CivilDate, done: readonly Checkpoint[], today: CivilDate): { readonly checkpoint: Checkpoint; readonly on: CivilDate } | undefined =>
  Checkpoint.options
    .map((checkpoint) => ({ checkpoint, on: addDays(released, checkpointDays[checkpoint]) }))
    .findLast(({ checkpoint, on }) => on <= today && addDays(on, SHOWN_DAYS) >= today && !done.includes(checkpoint));

/**
 * On what ground a service may tell by name how somebody is doing: they said yes to follow-up, or they are in custody again.
 * After supervision there is no other (corrections D14).
 * @returns undefined when only counts may leave
 */
export const groundToTell = (choices: readonly Consent[], reports: readonly { readonly answers: OutcomeAnswers }[], today: CivilDate): ReturnGround | undefined => {
  const inOrder = choices.toSorted((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1));
  const followUp = choicesInForce(inOrder).find(({ purpose }) => purpose === 'FOLLOW_UP');
  if (followUp !== undefined && decisionToday(followUp, today) === 'GIVEN') return 'FOLLOW_UP';
  return reports.at(-1)?.answers.custody === 'YES' ? 'RETURN_TO_CUSTODY' : undefined;
};

/** Whether a report may be told by name. @returns its ground, or refusal outcome.noGround */
export const mayTell = (choices: readonly Consent[], reports: readonly { readonly answers: OutcomeAnswers }[], today: CivilDate): Outcome<ReturnGround> => {
  if (reports.length === 0) return refused('outcome.nothing');
  const ground = groundToTell(choices, reports, today);
  return ground === undefined ? refused('outcome.noGround') : allowed(ground);
};

/** Whether it can have been seen that day. */
export const mayBeSeen = (observedOn: CivilDate, released: CivilDate | undefined, today: CivilDate): Outcome<void> => {
  if (observedOn > today) return refused('outcome.ahead');
  return released !== undefined && observedOn < released ? refused('outcome.beforeRelease') : allowed(undefined);
};

type Seen = Pick<OutcomeReport, 'personId' | 'checkpoint' | 'observedOn' | 'answers'>;

/** One answer of each person at a checkpoint: the one that was seen last. */
const newest = (reports: readonly Seen[], checkpoint: Checkpoint): readonly Seen[] => {
  const found = new Map<string, Seen>();
  for (const report of reports) {
    const known = found.get(report.personId);
    if (report.checkpoint === checkpoint && (known === undefined || report.observedOn >= known.observedOn)) found.set(report.personId, report);
  }
  return [...found.values()];
};

/**
 * How people are doing, counted: of each checkpoint, and of each answer, only where at least five people stand behind it.
 * One number that is left out must not come out as the difference: with one left out, the next smallest goes with it.
 */
export const countedOutcomes = (reports: readonly Seen[]): readonly CheckpointCounts[] =>
  Checkpoint.options.flatMap((checkpoint): CheckpointCounts[] => {
    const seen = newest(reports, checkpoint);
    if (seen.length < SMALLEST_COUNT) return [];
    const answers = Object.fromEntries(
      OutcomeQuestions.map((question) => {
        const counts = new Map<string, number>();
        for (const { answers: given } of seen) counts.set(given[question], (counts.get(given[question]) ?? 0) + 1);
        return [question, told([...counts])];
      }).filter(([, counts]) => Object.keys(counts as object).length > 0),
    ) as CheckpointCounts['answers'];
    return [{ checkpoint, people: seen.length, answers }];
  });

const told = (counts: readonly (readonly [string, number])[]): Readonly<Record<string, number>> => {
  const large = counts.filter(([, count]) => count >= SMALLEST_COUNT).toSorted(([, a], [, b]) => a - b);
  const small = counts.filter(([, count]) => count < SMALLEST_COUNT);
  const hidden = small.reduce((sum, [, count]) => sum + count, 0);
  // a rest of fewer than five would be told by the total
  return Object.fromEntries(hidden > 0 && hidden < SMALLEST_COUNT ? large.slice(1) : large);
};

/** Counts of several services and one's own, added up. */
export const addedCounts = (parts: readonly (readonly CheckpointCounts[])[]): readonly CheckpointCounts[] =>
  Checkpoint.options.flatMap((checkpoint): CheckpointCounts[] => {
    const here = parts.flat().filter((part) => part.checkpoint === checkpoint);
    if (here.length === 0) return [];
    const answers: Record<string, Record<string, number>> = {};
    for (const { answers: given } of here) {
      for (const [question, counts] of Object.entries(given)) {
        const sum = (answers[question] ??= {});
        for (const [answer, count] of Object.entries(counts)) sum[answer] = (sum[answer] ?? 0) + count;
      }
    }
    return [{ checkpoint, people: here.reduce((sum, { people }) => sum + people, 0), answers }];
  });
