import type { DomainAssessment, NeedDomain, Round } from '../../../shared/domain/needs.ts';
import { domainOf } from '../../../shared/domain/round-rules.ts';

/** What became of a domain from one round to another. It compares answers, never people. */
export type RoundChange = 'SAME' | 'NEW' | 'MORE' | 'LESS' | 'GONE' | 'OTHER';

export interface DomainDiff {
  readonly domain: NeedDomain;
  readonly before: DomainAssessment;
  readonly after: DomainAssessment;
  readonly change: RoundChange;
}

const changeOf = (before: DomainAssessment, after: DomainAssessment): RoundChange => {
  if (before.answer === after.answer && before.level === after.level) return 'SAME';
  if (after.answer === 'NEED' && before.answer === 'NEED') return (after.level ?? 0) > (before.level ?? 0) ? 'MORE' : 'LESS';
  // what was not asked, or not answered, before is not known to be new
  if (after.answer === 'NEED' && before.answer === 'NONE') return 'NEW';
  return after.answer === 'NONE' && before.answer === 'NEED' ? 'GONE' : 'OTHER';
};

/** Two rounds beside each other, domain by domain. */
export const roundDiff = (before: Pick<Round, 'domains'>, after: Pick<Round, 'domains'>): readonly DomainDiff[] =>
  after.domains.map((now) => {
    const was = domainOf(before, now.domain);
    return { domain: now.domain, before: was, after: now, change: changeOf(was, now) };
  });
