import type { Consent, ConsentDecision, ConsentPurpose } from './consents.ts';
import type { CivilDate } from './dates.ts';
import type { Machine } from './machine.ts';
import { step } from './machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

/**
 * Consent: nothing is done without a yes. Objection: it is done by law unless the person objects. Whatever is done also
 * against a "no" is a duty and has no purpose here: nobody is ever asked where "no" changes nothing.
 */
export type ChoiceKind = 'CONSENT' | 'OBJECTION';

const kinds: Readonly<Record<ConsentPurpose, ChoiceKind>> = {
  // only where the person asked for help themselves; a supervision act or a legal notice needs no consent
  PLAN_SHARING: 'CONSENT',
  REFERRAL: 'CONSENT',
  FAMILY_CONTACT: 'CONSENT',
  EMPLOYER: 'CONSENT',
  MENTOR: 'CONSENT',
  FOLLOW_UP: 'CONSENT',
  STORY: 'CONSENT',
  PHOTO: 'CONSENT',
  RESEARCH: 'CONSENT',
  STATISTICS: 'OBJECTION',
};

export const kindOf = (purpose: ConsentPurpose): ChoiceKind => kinds[purpose];

/** What is done whatever the person says: told to them, never asked. Their texts are `choices:duty.<code>`. */
export const duties = ['RECORD', 'SUPERVISION', 'LEGAL_NOTICE', 'RELEASE_PAPERS'] as const;

/** The decisions a person can express now; EXPIRED comes by itself and NOT_ASKED is the beginning. */
export type ExpressedDecision = Exclude<ConsentDecision, 'NOT_ASKED' | 'EXPIRED'>;

/** Where a choice can go. A yes is renewed or withdrawn; a no becomes a yes by a new record only. */
export const consentMachine: Machine<ConsentDecision, ExpressedDecision> = {
  NOT_ASKED: { GIVEN: 'GIVEN', REFUSED: 'REFUSED', NOT_CAPABLE: 'NOT_CAPABLE' },
  GIVEN: { GIVEN: 'GIVEN', WITHDRAWN: 'WITHDRAWN' },
  REFUSED: { GIVEN: 'GIVEN' },
  WITHDRAWN: { GIVEN: 'GIVEN' },
  EXPIRED: { GIVEN: 'GIVEN', REFUSED: 'REFUSED', NOT_CAPABLE: 'NOT_CAPABLE' },
  NOT_CAPABLE: { GIVEN: 'GIVEN', REFUSED: 'REFUSED' },
};

/** An objection is made, taken back, and made again; that nobody objects needs no record. */
export const objectionMachine: Machine<ConsentDecision, ExpressedDecision> = {
  NOT_ASKED: { REFUSED: 'REFUSED' },
  GIVEN: { REFUSED: 'REFUSED' },
  REFUSED: { WITHDRAWN: 'WITHDRAWN' },
  WITHDRAWN: { REFUSED: 'REFUSED' },
  EXPIRED: { REFUSED: 'REFUSED' },
  NOT_CAPABLE: { REFUSED: 'REFUSED' },
};

const machineOf = (purpose: ConsentPurpose): Machine<ConsentDecision, ExpressedDecision> => (kindOf(purpose) === 'CONSENT' ? consentMachine : objectionMachine);

type Recorded = Pick<Consent, 'id' | 'purpose' | 'decision' | 'on' | 'validTo'>;

/** Choices are append-only: the newest day counts, and of one day the record made last (ids sort by time). */
const newer = (a: Recorded, b: Recorded): boolean => (a.on === b.on ? a.id > b.id : a.on > b.on);

/** The answer in force to each question that has one: its newest record. */
export const choicesInForce = <C extends Recorded>(consents: readonly C[]): readonly C[] => {
  const newest = new Map<ConsentPurpose, C>();
  for (const consent of consents) {
    const known = newest.get(consent.purpose);
    if (known === undefined || newer(consent, known)) newest.set(consent.purpose, consent);
  }
  return [...newest.values()];
};

/** What a record means today: a consent past its last day has expired, whatever was said. */
export const decisionToday = ({ decision, validTo }: Pick<Recorded, 'decision' | 'validTo'>, today: CivilDate): ConsentDecision =>
  decision === 'GIVEN' && validTo !== undefined && validTo < today ? 'EXPIRED' : decision;

/** Where one question stands today. */
export const standing = (consents: readonly Recorded[], purpose: ConsentPurpose, today: CivilDate): ConsentDecision => {
  const record = choicesInForce(consents.filter((consent) => consent.purpose === purpose))[0];
  return record === undefined ? 'NOT_ASKED' : decisionToday(record, today);
};

/** What may be recorded next for a question: what a screen may offer. */
export const nextDecisions = (consents: readonly Recorded[], purpose: ConsentPurpose, today: CivilDate): readonly ExpressedDecision[] =>
  Object.keys(machineOf(purpose)[standing(consents, purpose, today)]) as ExpressedDecision[];

/** Whether this choice may be recorded: it follows from where the question stands, and lies neither ahead nor before the last one. */
export const mayRecord = (
  consents: readonly Recorded[],
  choice: { readonly purpose: ConsentPurpose; readonly decision: ConsentDecision; readonly on: CivilDate; readonly validTo?: CivilDate | undefined },
  today: CivilDate,
): Outcome<void> => {
  const { purpose, decision, on, validTo } = choice;
  if (on > today) return refused('choice.inFuture');
  if (validTo !== undefined && (decision !== 'GIVEN' || validTo < on)) return refused('choice.validTo');
  const last = choicesInForce(consents.filter((consent) => consent.purpose === purpose))[0];
  if (last !== undefined && on < last.on) return refused('choice.beforeLast', { date: last.on });
  const state = standing(consents, purpose, today);
  if (decision === 'NOT_ASKED' || decision === 'EXPIRED') return refused('machine.consent', { state, command: decision });
  const next = step('consent', machineOf(purpose), state, decision);
  return next.ok ? allowed(undefined) : next;
};
