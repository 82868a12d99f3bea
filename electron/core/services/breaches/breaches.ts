import type { BreachReport } from '../../../../shared/contract/breaches.ts';
import type { Breach, BreachAssessment, BreachDecision, BreachFacts, BreachPersons } from '../../../../shared/domain/breach.ts';
import * as rules from '../../../../shared/domain/breach-rules.ts';
import type { Outcome } from '../../../../shared/domain/outcome.ts';
import { moved } from '../../../../shared/domain/handover-rules.ts';
import { may } from '../../../../shared/domain/permissions.ts';
import type { Change } from '../../vault/types.ts';
import { changed, created, existing, orRefuse, RefusedError, save, type Work } from '../work.ts';
import { oneOf } from './views.ts';

const actor = ({ vault, now, today }: Work): rules.BreachActor => ({ id: vault.user.id, now, today });

/** @throws RefusedError breach.noSuchTime */
const instantOf = (work: Work, { on, time }: BreachReport['noticed']): string => {
  const at = rules.instantAt(on, time, work.vault.info.timeZone);
  if (at === undefined) throw new RefusedError({ code: 'breach.noSuchTime' });
  return at;
};

/** The facts with the time of the wall as an instant; a name typed twice counts once. */
const factsOf = (work: Work, { noticed, personIds, data, ...rest }: BreachReport): BreachFacts => ({
  ...rest,
  noticedAt: instantOf(work, noticed),
  personIds: [...new Set(personIds)],
  data: [...new Set(data)],
});

/** The hand-over whose medium is lost: it needs a new seal. @throws RefusedError machine.handover, breach.notYourHandover */
const lost = async (work: Work, handoverId: string): Promise<Change> => {
  const { user } = work.vault;
  if (!may(user.roles, 'handover.prepare')) throw new RefusedError({ code: 'breach.notYourHandover' });
  const handover = await existing(work, 'handovers', handoverId, 'handover');
  const next = orRefuse(moved(handover, 'lose', work.now, user.id));
  return { op: 'put', collection: 'handovers', doc: changed(work, { ...next, _rev: handover._rev }) };
};

/**
 * Writes a breach down; with a hand-over its medium is lost in the same commit.
 * @throws RefusedError breach.noticedInFuture, breach.happenedInFuture, breach.fewerThanNamed, breach.noSuchTime
 */
export const reportBreach = async (work: Work, { handoverId, ...report }: BreachReport & { readonly handoverId?: string | undefined }): Promise<{ breachId: string }> => {
  const facts = factsOf(work, report);
  orRefuse(rules.mayBe(facts, actor(work)));
  const change = handoverId === undefined ? [] : [await lost(work, handoverId)];
  const breach: Breach = {
    ...created(work),
    type: 'breach',
    status: 'REPORTED',
    facts,
    ...(handoverId === undefined ? {} : { handoverId }),
    history: [{ act: 'REPORTED', at: work.now, by: work.vault.user.id }],
  };
  await save(work, [{ op: 'put', collection: 'office', doc: breach }, ...change], {
    action: 'breach.report',
    details: { breach: breach.id, kind: facts.kind, people: facts.people, ...(handoverId === undefined ? {} : { handover: handoverId }) },
  });
  return { breachId: breach.id };
};

/** One act on a breach: the rule, then everything in one commit. */
const act = async (work: Work, breachId: string, action: string, rule: (breach: Breach) => Outcome<Breach>): Promise<void> => {
  const { _rev, ...breach } = await oneOf(work, breachId);
  const next = orRefuse(rule(breach));
  await save(work, [{ op: 'put', collection: 'office', doc: { ...changed(work, next), _rev } }], { action, details: { breach: breachId, status: next.status } });
};

export const correctBreach = (work: Work, breachId: string, report: BreachReport, reason: string): Promise<void> =>
  act(work, breachId, 'breach.correct', (breach) => rules.correctedBreach(breach, factsOf(work, report), reason, actor(work)));

export const assessBreach = (work: Work, breachId: string, assessment: BreachAssessment): Promise<void> =>
  act(work, breachId, 'breach.assess', (breach) => rules.assessed(breach, assessment, actor(work)));

export const notifyBreach = (work: Work, breachId: string, { told, ...rest }: { readonly told: BreachReport['noticed']; readonly reference?: string | undefined; readonly lateBecause?: string | undefined }): Promise<void> => {
  const { reference, lateBecause } = rest;
  const decision: BreachDecision = { told: true, at: instantOf(work, told), ...(reference === undefined ? {} : { reference }), ...(lateBecause === undefined ? {} : { lateBecause }) };
  return act(work, breachId, 'breach.notify', (breach) => rules.decided(breach, decision, actor(work)));
};

export const leaveBreach = (work: Work, breachId: string, reason: string): Promise<void> =>
  act(work, breachId, 'breach.leave', (breach) => rules.decided(breach, { told: false, reason }, actor(work)));

export const tellPersons = (work: Work, breachId: string, persons: BreachPersons): Promise<void> =>
  act(work, breachId, 'breach.tellPersons', (breach) => rules.personsTold(breach, persons, actor(work)));

export const closeBreach = (work: Work, breachId: string): Promise<void> => act(work, breachId, 'breach.close', (breach) => rules.closed(breach, actor(work)));

export const reopenBreach = (work: Work, breachId: string, reason: string): Promise<void> =>
  act(work, breachId, 'breach.reopen', (breach) => rules.reopened(breach, reason, actor(work)));
