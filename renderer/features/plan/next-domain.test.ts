import { expect, it } from 'vitest';
import type { DomainAssessment } from '../../../shared/domain/needs.ts';
import { draftOf } from './draft.ts';
import { nextDomain } from './next-domain.ts';

const need = (domain: DomainAssessment['domain'], level?: number): DomainAssessment => ({ domain, answer: level === undefined ? 'REFUSED' : 'NEED', ...(level === undefined ? {} : { level }), statements: [] });
const round = { domains: [need('HEALTH', 1), need('FAMILY', 3), need('FINANCE')] };
const goalFor = (domain: DomainAssessment['domain']) => ({ id: domain, domain, title: 'x', horizon: 'LATER', steps: [] }) as const;

it.each([
  ['nothing was asked', undefined, [], undefined],
  ['two needs, no goal yet', round, [], 'FAMILY'],
  ['the more pressing one has a goal', round, [goalFor('FAMILY')], 'HEALTH'],
  ['both have one: nobody guesses', round, [goalFor('FAMILY'), goalFor('HEALTH')], undefined],
] as const)('%s', (_name, asked, objectives, expected) => {
  expect(nextDomain(asked, draftOf({ objectives: [...objectives] as never }))).toBe(expected);
});
