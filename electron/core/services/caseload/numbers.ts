import type { CaseloadRow } from '../../../../shared/contract/caseload.ts';
import { addDays } from '../../../../shared/domain/dates.ts';
import { isInForce } from '../../../../shared/domain/plan-mark-rules.ts';
import { isInTheMaking } from '../../../../shared/domain/plan-rules.ts';
import { isInCustody } from '../../../../shared/domain/person-machine.ts';
import { dueByPerson } from '../home/due.ts';
import { readFacts } from '../home/kept-facts.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import { allUsers } from '../users/users.ts';
import type { Work } from '../work.ts';

/** What each colleague has in hand, by name; people nobody manages come first. Off the index: nobody's file is opened. */
export const caseloadNumbers = async (work: Work): Promise<CaseloadRow[]> => {
  const { vault, today } = work;
  const facts = readFacts(work);
  const [due, users, { releaseWindow }] = await Promise.all([dueByPerson(work), allUsers(work), jurisdictionOf(work)]);
  const last = addDays(today, releaseWindow.days);
  const managers = new Map(vault.rows('people', 'person', ['caseManager']).map(({ id, caseManager }) => [id, typeof caseManager === 'string' ? caseManager : undefined]));
  const rows = new Map<string | undefined, CaseloadRow>();
  for (const person of facts.people) {
    if (!isInCustody(person.status)) continue;
    const userId = managers.get(person.id);
    const row = rows.get(userId) ?? { ...(userId === undefined ? {} : { userId }), name: users.find(({ id }) => id === userId)?.name ?? '', people: 0, leaving: 0, withoutPlan: 0, due: 0 };
    const leaves = person.release !== undefined && person.release.date <= last;
    const planned = person.plans.some((plan) => isInForce(plan) || isInTheMaking(plan));
    rows.set(userId, { ...row, people: row.people + 1, leaving: row.leaving + Number(leaves), withoutPlan: row.withoutPlan + Number(leaves && !planned), due: row.due + (due.get(person.id) ?? 0) });
  }
  return [...rows.values()].toSorted((a, b) => Number(b.userId === undefined) - Number(a.userId === undefined) || a.name.localeCompare(b.name));
};
