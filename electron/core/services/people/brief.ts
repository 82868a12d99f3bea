import type { BriefView } from '../../../../shared/contract/person-details.ts';
import { criticalMissing, isPreparing } from '../../../../shared/domain/missing-rules.ts';
import { displayName } from '../../../../shared/domain/people.ts';
import { noticesOf, revokedNotices } from '../../../../shared/domain/person-notices.ts';
import { isInTheMaking } from '../../../../shared/domain/plan-rules.ts';
import { standing } from '../../../../shared/domain/round-rules.ts';
import { toldCaseOf } from '../../../../shared/domain/told-cases.ts';
import { needsOf } from '../needs/found.ts';
import { roundsOf } from '../needs/needs.ts';
import { casesOf } from '../outcomes/reports.ts';
import { planInForce, plansOf } from '../plans/plans.ts';
import { find } from '../query.ts';
import { releaseKnown } from '../release/known.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import { existing, type Work } from '../work.ts';

/** What to know at once about a person and what is missing. @throws RefusedError notFound */
export const briefOf = async (work: Work, id: string): Promise<BriefView> => {
  const [person, rounds, needs, plans, known, jurisdiction, cases] = await Promise.all([
    existing(work, 'people', id, 'person'),
    roundsOf(work, id),
    needsOf(work, id),
    plansOf(work, id),
    releaseKnown(work, id),
    jurisdictionOf(work),
    casesOf(work, id),
  ]);
  const facts = { person, round: standing(rounds), needs, plan: planInForce(plans), planBegun: plans.some(({ progress }) => isInTheMaking(progress)), ...known, today: work.today, jurisdiction };
  return { notices: [...revokedNotices(cases), ...noticesOf(person, work.today, jurisdiction.holidays)], preparing: isPreparing(facts), missing: [...criticalMissing(facts)] };
};

/** The told cases of a demonstration, in their order. */
export const toldCases = async (work: Work): Promise<{ number: number; personId: string; name: string }[]> => {
  if (!work.vault.info.demo) return [];
  const people = await find(work.vault, 'people', 'person', { selector: { 'ix.code': { $regex: '^(px|ie) c[0-9]{2}$' } }, sort: [{ 'ix.code': 'asc' }], limit: 12 });
  return people.flatMap((person) => {
    const number = toldCaseOf(person.code);
    return number === undefined ? [] : [{ number, personId: person.id, name: displayName(person) }];
  });
};
