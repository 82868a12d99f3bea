import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, longText, shortText } from '../domain/base.ts';
import { Breach, BreachAssessment, BreachFacts, BreachKind, BreachPersons, BreachRisk, BreachStatus } from '../domain/breach.ts';
import { CivilDate } from '../domain/dates.ts';
import { procedure } from './base.ts';

/** A day and a time of the clock at the site. */
export const Moment = z.object({ on: CivilDate, time: z.string().max(5) });

export const BreachRow = z.object({
  id: Id,
  status: BreachStatus,
  kind: BreachKind,
  noticedAt: z.string(),
  /** the last moment to tell the authority */
  tellBy: z.string(),
  /** how it stands; absent once it was decided */
  deadline: z.enum(['OPEN', 'NEAR', 'OVER']).optional(),
  risk: BreachRisk.optional(),
});
export type BreachRow = z.infer<typeof BreachRow>;

export const BreachView = BreachRow.extend({
  breach: Breach.extend({ _rev: z.string() }),
  /** those named by id whom this user may know */
  persons: z.array(z.object({ id: Id, name: z.string(), code: z.string() })),
  /** whom the law of this place names; absent where no country was chosen */
  authority: z.string().optional(),
  laws: z.array(z.string()),
  /** the risk that suggests itself */
  suggests: BreachRisk.optional(),
  mayDecide: z.boolean(),
});
export type BreachView = z.infer<typeof BreachView>;

/** The facts as somebody writes them down: when it was noticed is a time of the clock on the wall. */
export const BreachReport = BreachFacts.omit({ noticedAt: true }).extend({ noticed: Moment });
export type BreachReport = z.infer<typeof BreachReport>;

const breachId = { breachId: Id };

export const breaches = {
  /** Live: newest first. Who decides sees all of them, everybody else what they reported. */
  list: procedure.output(eventIterator(z.array(BreachRow))),
  /** Live: what is not decided yet and near its deadline or past it. */
  near: procedure.output(eventIterator(z.array(BreachRow))),
  get: procedure.input(z.object(breachId)).output(eventIterator(BreachView)),
  /** Writes one down. With a hand-over its medium is lost: a late receipt is still taken. */
  report: procedure.input(BreachReport.extend({ handoverId: Id.optional() })).output(z.object(breachId)),
  correct: procedure.input(BreachReport.extend({ ...breachId, reason: longText })).output(z.void()),
  assess: procedure.input(BreachAssessment.extend(breachId)).output(z.void()),
  /** It was told to the authority. */
  notify: procedure.input(z.object({ ...breachId, told: Moment, reference: shortText.optional(), lateBecause: longText.optional() })).output(z.void()),
  /** It is not told, because a risk is unlikely. */
  leave: procedure.input(z.object({ ...breachId, reason: longText })).output(z.void()),
  tellPersons: procedure.input(BreachPersons.extend(breachId)).output(z.void()),
  close: procedure.input(z.object(breachId)).output(z.void()),
  reopen: procedure.input(z.object({ ...breachId, reason: longText })).output(z.void()),
};
