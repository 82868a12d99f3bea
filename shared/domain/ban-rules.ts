import type { ContactBan } from './custody.ts';
import type { CivilDate } from './dates.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { Person } from './people.ts';
import type { PlanContent } from './plan.ts';
import type { BanCheck, BanSubject, Road } from './road.ts';

/** Something that somebody has to compare with the acts. */
export interface BanQuestion {
  readonly subject: BanSubject;
  readonly stepId?: string;
  /** the address, the host or the step in words */
  readonly of: string;
  /** when and by whom it was compared; undefined: not yet, or it has changed since */
  readonly checked: Pick<BanCheck, 'on' | 'by'> | undefined;
}

export interface BanFacts {
  readonly person: Pick<Person, 'contactBans'>;
  readonly road: Pick<Road, 'destination' | 'banChecks'> | undefined;
  /** goals of the version in force; while there is none, of the one being made */
  readonly plan: Pick<PlanContent, 'objectives'> | undefined;
  readonly today: CivilDate;
}

/** A prohibition in one text: another act, kind or end is another prohibition. */
const written = ({ id, kind, act, until }: ContactBan): string => [id, kind, until ?? '', act].join(' ');

/** Prohibitions that still hold. */
export const bansNow = ({ contactBans = [] }: BanFacts['person'], today: CivilDate): readonly string[] => contactBans.filter(({ until }) => until === undefined || until >= today).map(written);

/** An address in one text; undefined where there is none to compare. */
const addressOf = (destination: Road['destination']): string | undefined => {
  if (destination === undefined || destination.addressState === 'NONE') return undefined;
  const words = [destination.address, destination.municipality, destination.county, destination.country].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(', ');
};

const subjectsOf = ({ road, plan }: BanFacts): Omit<BanQuestion, 'checked'>[] => {
  const address = addressOf(road?.destination);
  const host = road?.destination?.host;
  return [
    ...(address === undefined ? [] : [{ subject: 'DESTINATION' as const, of: address }]),
    ...(host === undefined ? [] : [{ subject: 'HOST' as const, of: host }]),
    ...(plan?.objectives ?? []).flatMap(({ steps }) => steps.flatMap(({ id, owner, text }) => (owner === 'FAMILY' ? [{ subject: 'STEP' as const, stepId: id, of: text }] : []))),
  ];
};

/**
 * What has to be compared with the acts by somebody, where there is a prohibition of contact: the address, the host, every step
 * of the family. A check counts for these words and these prohibitions, and is needed again when either changes; one that has
 * ended makes no check void. Whether a prohibition is concerned is never computed.
 */
export const banQuestions = (facts: BanFacts): BanQuestion[] => {
  const bans = bansNow(facts.person, facts.today);
  if (bans.length === 0) return [];
  const checks = facts.road?.banChecks ?? [];
  return subjectsOf(facts).map((asked) => {
    const check = checks.findLast(({ subject, stepId, of, bans: against }) => subject === asked.subject && stepId === asked.stepId && of === asked.of && bans.every((ban) => against.includes(ban)));
    return { ...asked, checked: check === undefined ? undefined : { on: check.on, by: check.by } };
  });
};

/** Whether everything was compared; asked before a list is signed and before a hand-over is prepared. */
export const bansCompared = (facts: BanFacts): Outcome<void> => {
  const open = banQuestions(facts).filter(({ checked }) => checked === undefined).length;
  return open === 0 ? allowed(undefined) : refused('bans.notCompared', { count: open });
};

/** Most checks that are kept; older ones fall away, what still counts is asked for by its words. */
const MOST = 200;

/** "No prohibition of contact is concerned", ticked for the words on the screen. */
export const banTicked = (facts: BanFacts, asked: Pick<BanQuestion, 'subject' | 'stepId' | 'of'>, by: string): Outcome<BanCheck[]> => {
  const question = banQuestions(facts).find(({ subject, stepId, of }) => subject === asked.subject && stepId === asked.stepId && of === asked.of);
  if (question === undefined) return refused('bans.changed');
  const check: BanCheck = {
    subject: question.subject,
    ...(question.stepId === undefined ? {} : { stepId: question.stepId }),
    of: question.of,
    bans: [...bansNow(facts.person, facts.today)],
    on: facts.today,
    by,
  };
  const others = (facts.road?.banChecks ?? []).filter(({ subject, stepId }) => subject !== check.subject || stepId !== check.stepId);
  return allowed([...others, check].slice(-MOST));
};

/** The checks without the one of this subject: ticked by mistake. */
export const banUnticked = (checks: readonly BanCheck[], asked: Pick<BanQuestion, 'subject' | 'stepId'>): BanCheck[] =>
  checks.filter(({ subject, stepId }) => subject !== asked.subject || stepId !== asked.stepId);
