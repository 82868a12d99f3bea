import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, shortText } from '../domain/base.ts';
import { Time } from '../domain/custody.ts';
import { Despite } from '../domain/date-conflicts.ts';
import { CivilDate } from '../domain/dates.ts';
import { DecisionCommand } from '../domain/decision.ts';
import { Certainty, Person, PersonStatus, ReleaseDateKind } from '../domain/people.ts';
import { pageOf, procedure } from './base.ts';
import { duplicates } from './duplicates.ts';
import { PeopleFind, PeopleFound } from './people-find.ts';
import { personDetails } from './person-details.ts';
import { timeline } from './timeline.ts';

/** A date on the road to release, and what that date is. `days` may be negative: it has passed. */
export const NearestDateView = z.object({
  kind: ReleaseDateKind,
  date: CivilDate,
  certainty: Certainty.optional(),
  /** only then the screen may say "to release" */
  isRelease: z.boolean(),
  days: z.int(),
  /** the hour, where it is known */
  time: Time.optional(),
  /** it has passed, and what came of it is not entered */
  open: z.boolean().optional(),
});

export const PersonRow = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  unit: z.string().optional(),
  regime: z.string().optional(),
  status: PersonStatus,
  endless: z.boolean(),
  /** absent: no date known */
  nearest: NearestDateView.optional(),
});
export type PersonRow = z.infer<typeof PersonRow>;

export const PeopleQuery = z.object({
  /** matched without diacritics against names and number */
  search: z.string().max(100).optional(),
  status: PersonStatus.optional(),
  unit: z.string().max(200).optional(),
  /** only people without any known date */
  withoutDate: z.boolean().optional(),
  /** only people with a known date: they are not mixed with those whose date nobody knows */
  withDate: z.boolean().optional(),
  /** only people whose nearest date is of this kind */
  nearestKind: ReleaseDateKind.optional(),
  /** only people whose case manager asks, those who have none, or those of one colleague */
  caseManager: z.union([z.enum(['mine', 'nobody']), Id]).optional(),
  sort: z.enum(['name', 'code', 'nearest', 'unit']),
  descending: z.boolean().optional(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(200),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;

/** `undated`: how many the same filter shows without any known date. */
export const PeoplePage = pageOf(PersonRow).extend({ undated: z.int().min(0) });

export const PersonView = z.object({
  person: Person.extend({ _rev: z.string() }),
  age: z.int(),
  nearest: NearestDateView.optional(),
});
export type PersonView = z.infer<typeof PersonView>;

export const NewPerson = z.object({
  code: z.string().trim().min(1).max(40),
  familyName: shortText,
  givenName: z.string().trim().max(200),
  birthDate: CivilDate,
  unit: shortText.optional(),
  endOfSentence: CivilDate.optional(),
  despite: Despite.optional(),
});

export const people = {
  /** Live: a new page whenever something in it changes. */
  list: procedure.input(PeopleQuery).output(eventIterator(PeoplePage)),
  /** People by name or number, for a choice. */
  find: procedure.input(PeopleFind).output(PeopleFound),
  /** The row at which the first name beginning like this stands in a list; null when there is none. */
  rowOfName: procedure.input(z.object({ query: PeopleQuery.omit({ offset: true, limit: true }), begins: z.string().min(1).max(60) })).output(z.int().min(0).nullable()),
  /** The units (sections) people live in, for the filter. */
  units: procedure.output(z.array(z.string())),
  /** Live view of one person. Opening it is audited once. */
  get: procedure.input(z.object({ id: Id })).output(eventIterator(PersonView)),
  add: procedure.input(NewPerson).output(z.object({ id: Id })),
  /** Adds a date; an earlier one of the same kind stays readable as superseded, with the reason. */
  setDate: procedure
    .input(
      z.object({
        personId: Id,
        kind: ReleaseDateKind,
        date: CivilDate,
        time: Time.optional(),
        certainty: Certainty,
        source: shortText,
        reasonForChange: shortText.optional(),
        despite: Despite.optional(),
      }),
    )
    .output(z.void()),
  /** One step of the release decision; `postpone` and `refuse` need the new term. */
  decide: procedure
    .input(
      z.object({
        personId: Id,
        command: DecisionCommand,
        on: CivilDate,
        source: shortText,
        newTerm: CivilDate.optional(),
        despite: Despite.optional(),
      }),
    )
    .output(z.void()),
  ...personDetails,
  ...timeline,
  ...duplicates,
};
