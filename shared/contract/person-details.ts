import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, shortText } from '../domain/base.ts';
import { MovementKind } from '../domain/custody.ts';
import { Despite } from '../domain/date-conflicts.ts';
import { CivilDate } from '../domain/dates.ts';
import { ReleaseType } from '../domain/jurisdiction.ts';
import { CriticalThing, MissingState } from '../domain/missing-rules.ts';
import { PersonDetails } from '../domain/person-details.ts';
import { PersonNotice } from '../domain/person-notices.ts';
import { TurnKind } from '../domain/person-turns.ts';
import { procedure } from './base.ts';

/** What a colleague who opens the page has to know and what is still missing, as of today. */
export const BriefView = z.object({
  notices: z.array(PersonNotice),
  /** leaving is near enough to be prepared */
  preparing: z.boolean(),
  /** never holds a refusal: that is a choice */
  missing: z.array(z.object({ what: CriticalThing, state: MissingState, on: CivilDate.optional() })),
});
export type BriefView = z.infer<typeof BriefView>;

export const ToldCaseView = z.object({ number: z.int().min(1).max(12), personId: Id, name: z.string() });

/** Procedures of `people` about one person's details. */
export const personDetails = {
  /** Live: notices and critical missing things of one person. */
  brief: procedure.input(z.object({ id: Id })).output(eventIterator(BriefView)),
  /** Replaces the details read with this revision; somebody else's change in between is not overwritten. */
  setDetails: procedure.input(z.object({ personId: Id, _rev: z.string(), details: PersonDetails, despite: Despite.optional() })).output(z.void()),
  /** One movement out of the prison or back. */
  move: procedure
    .input(z.object({ personId: Id, kind: MovementKind, on: CivilDate, place: shortText.optional(), expectedReturn: CivilDate.optional(), source: shortText, despite: Despite.optional() }))
    .output(z.void()),
  /** An act that changes where somebody stands: release, death, escape, what ends them, a new stay. A release says how. */
  turn: procedure.input(z.object({ personId: Id, kind: TurnKind, on: CivilDate, source: shortText, releaseType: ReleaseType.optional(), despite: Despite.optional() })).output(z.void()),
  /** The told cases of a demonstration, in their order; none in a live workplace. */
  toldCases: procedure.output(z.array(ToldCaseView)),
};
