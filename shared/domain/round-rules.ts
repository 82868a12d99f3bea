import type { Statement } from './base.ts';
import type { CivilDate } from './dates.ts';
import { NeedDomain, type DomainAssessment, type NeedAnswer, type Round } from './needs.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

/** The version of the questions; stored with every round so that old answers keep their meaning. */
export const ROUND_FORM = 'needs-short-1';

/** A round starts with nothing asked: "not asked" is said, never assumed to be "none". */
export const nothingAsked = (): DomainAssessment[] =>
  NeedDomain.options.map((domain) => ({ domain, answer: 'NOT_ASKED', statements: [] }));

export interface DomainAnswer {
  readonly domain: NeedDomain;
  readonly answer: NeedAnswer;
  readonly level?: number;
  readonly statement?: Statement;
  readonly strengths?: string;
}

/**
 * Records one domain of an open round. A need has a level; the other answers have none.
 * An earlier statement stays: what was said is not overwritten.
 */
export const withAnswer = (round: Round, answer: DomainAnswer): Outcome<Round> => {
  if (round.closedOn !== undefined) return refused('round.closed');
  if (answer.answer === 'NEED' && answer.level === undefined) return refused('round.levelNeeded');
  if (answer.answer !== 'NEED' && answer.level !== undefined) return refused('round.levelNotHere');
  return allowed({
    ...round,
    domains: round.domains.map((domain) => {
      if (domain.domain !== answer.domain) return domain;
      const strengths = answer.strengths ?? domain.strengths;
      return {
        domain: domain.domain,
        answer: answer.answer,
        ...(answer.level === undefined ? {} : { level: answer.level }),
        statements: answer.statement === undefined ? domain.statements : [...domain.statements, answer.statement],
        ...(strengths === undefined ? {} : { strengths }),
      };
    }),
  });
};

/** Closing needs at least one domain asked; a round of which nothing was asked is no round. */
export const closed = (round: Round, today: CivilDate): Outcome<Round> => {
  if (round.closedOn !== undefined) return refused('round.closed');
  if (round.domains.every((domain) => domain.answer === 'NOT_ASKED')) return refused('round.nothingAsked');
  return allowed({ ...round, closedOn: today });
};
