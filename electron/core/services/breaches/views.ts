import type { BreachRow, BreachView } from '../../../../shared/contract/breaches.ts';
import { deadlineOf, newestOf, suggestedRisk, tellBy } from '../../../../shared/domain/breach-rules.ts';
import type { Breach } from '../../../../shared/domain/breach.ts';
import { displayName } from '../../../../shared/domain/people.ts';
import { may } from '../../../../shared/domain/permissions.ts';
import type { Stored } from '../../vault/types.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import { find } from '../query.ts';
import { existing, RefusedError, type Work } from '../work.ts';

export const mayDecide = ({ vault }: Work): boolean => may(vault.user.roles, 'breach.decide');

/** One of the book, as far as this user may know of it. @throws RefusedError notFound */
export const oneOf = async (work: Work, breachId: string): Promise<Stored<Breach>> => {
  const breach = await existing(work, 'office', breachId, 'breach');
  if (!mayDecide(work) && breach.createdBy !== work.vault.user.id) throw new RefusedError({ code: 'notFound', params: { type: 'breach' } });
  return breach;
};

const rowOf = (breach: Breach, now: string): BreachRow => {
  const deadline = deadlineOf(breach, now);
  const risk = newestOf(breach, 'assessment')?.risk;
  const { kind, noticedAt } = breach.facts;
  return { id: breach.id, status: breach.status, kind, noticedAt, tellBy: tellBy(noticedAt), ...(deadline === undefined ? {} : { deadline }), ...(risk === undefined ? {} : { risk }) };
};

/** The book, newest first. Who decides sees all of it, everybody else what they reported. */
export const listBreaches = async (work: Work): Promise<BreachRow[]> => {
  const selector = mayDecide(work) ? {} : { 'ix.by': work.vault.user.id };
  const found = await find(work.vault, 'office', 'breach', { selector, sort: [{ 'ix.at': 'desc' }, { id: 'desc' }] });
  return found.map((breach) => rowOf(breach, work.now));
};

/** What has to be decided soon, or should have been, the most urgent first. */
export const nearBreaches = async (work: Work): Promise<BreachRow[]> => {
  const open = await find(work.vault, 'office', 'breach', { selector: { 'ix.status': { $in: ['REPORTED', 'ASSESSED'] } }, sort: [{ 'ix.at': 'asc' }] });
  return open.map((breach) => rowOf(breach, work.now)).filter(({ deadline }) => deadline !== undefined);
};

/** Names are only for who reads cases and decides: in the book itself there are none. */
const namesOf = async (work: Work, personIds: readonly string[]): Promise<BreachView['persons']> => {
  const { user } = work.vault;
  if (!mayDecide(work) || !user.holdsCaseKey || !may(user.roles, 'case.read')) return [];
  const people = await Promise.all(personIds.map((id) => work.vault.get('people', id)));
  return people.flatMap((person) => (person === undefined ? [] : [{ id: person.id, name: displayName(person), code: person.code }]));
};

/** One breach with all that was done about it. @throws RefusedError notFound */
export const viewBreach = async (work: Work, breachId: string): Promise<BreachView> => {
  const breach = await oneOf(work, breachId);
  const { authority, laws } = (await jurisdictionOf(work)).breach;
  const suggests = suggestedRisk(breach.facts);
  return {
    ...rowOf(breach, work.now),
    breach,
    persons: await namesOf(work, breach.facts.personIds),
    ...(authority === undefined ? {} : { authority }),
    laws: [...laws],
    ...(suggests === undefined ? {} : { suggests }),
    mayDecide: mayDecide(work),
  };
};
