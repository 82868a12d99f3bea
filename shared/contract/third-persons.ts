import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, shortText } from '../domain/base.ts';
import { CivilDate } from '../domain/dates.ts';
import { ThirdPerson, ThirdPersonCommand, ThirdPersonDetails, ToldHow } from '../domain/third-person.ts';
import { procedure } from './base.ts';

/** Other people whose name or number is kept because of somebody, and their own answers. */
export const thirdPersons = {
  ofPerson: procedure.input(z.object({ personId: Id })).output(eventIterator(z.array(ThirdPerson.extend({ _rev: z.string() })))),
  add: procedure.input(z.object({ personId: Id, details: ThirdPersonDetails })).output(z.object({ thirdPersonId: Id })),
  /** Puts right who it is; another name or number takes an earlier yes away. */
  change: procedure.input(z.object({ thirdPersonId: Id, _rev: z.string(), details: ThirdPersonDetails })).output(z.void()),
  /** Their own yes, no, or taking it back, with what they were told. */
  answer: procedure
    .input(z.object({ thirdPersonId: Id, command: ThirdPersonCommand, on: CivilDate, validTo: CivilDate.optional(), told: shortText.optional(), how: ToldHow }))
    .output(z.void()),
  /** Not needed any more: kept for who asks, and named nowhere. */
  end: procedure.input(z.object({ thirdPersonId: Id })).output(z.void()),
};
