import { addDays, type CivilDate } from './dates.ts';
import type { EnvelopeKind } from './envelope.ts';
import type { Contact, WorkplaceKind } from './office.ts';
import { SharedPackKind } from './shared-pack.ts';

/** Days before the end of a card in which it is asked for: partners need time to exchange and compare. */
export const CARD_ENDS_SOON_DAYS = 90;

/** How a card stands: good, near its last day, or past it. Past it nothing is sealed to it; what was signed before still verifies. */
export type CardStanding = 'GOOD' | 'ENDS_SOON' | 'EXPIRED';

/** @param validTo last day of the card */
export const cardStanding = (validTo: CivilDate, today: CivilDate): CardStanding =>
  validTo < today ? 'EXPIRED' : validTo <= addDays(today, CARD_ENDS_SOON_DAYS) ? 'ENDS_SOON' : 'GOOD';

/** What each kind of service sends us: cases come from prisons, answers and outcomes from probation offices. */
const sentBy: Readonly<Record<WorkplaceKind, readonly EnvelopeKind[]>> = {
  prison: ['handover', 'supplement', 'transfer', 'revocation', 'receipt'],
  probation: ['receipt', 'return', 'revocation'],
};

/**
 * Kinds of envelope that are taken from a service, by its kind. A directory, a catalogue or templates are taken from whom somebody here
 * said so, however well the card was compared: the fingerprint says who they are, not that we want to work by their lists.
 */
export const kindsFrom = ({ card, packs }: Pick<Contact, 'card' | 'packs'>): readonly EnvelopeKind[] => [...sentBy[card.kind], ...(packs === undefined ? [] : SharedPackKind.options)];

/** How far a key of a service is trusted: one that a paper ended is revoked, whatever the card in use is. */
export const keyTrust = ({ trust, revokedKeys }: Pick<Contact, 'trust' | 'revokedKeys'>, signingKey: string): Contact['trust'] =>
  revokedKeys?.includes(signingKey) === true ? 'REVOKED' : trust;
