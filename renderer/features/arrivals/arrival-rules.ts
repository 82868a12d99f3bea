import type { ArrivalView } from '../../../shared/contract/arrivals.ts';
import type { ImportRow } from '../../../shared/contract/exchange.ts';

export type Decision = 'RECEIVED' | 'ACCEPTED' | 'REJECTED';

export const rejectReasons = ['WRONG_RECIPIENT', 'INCOMPLETE', 'NOT_OURS', 'DUPLICATE', 'OTHER'] as const;
export type RejectReason = (typeof rejectReasons)[number];

/** What can be done with an envelope, each only where the core allows it. */
export interface Ways {
  /** receipts that can be written now, the usual one first */
  readonly receipts: readonly Decision[];
  /** the answer was given before and only it can be given again */
  readonly sameAgain: boolean;
  readonly mayImport: boolean;
}

/**
 * @param imported the case was imported since the envelope was opened
 * @param answered what was answered since it was opened
 */
export const waysOf = (arrival: Pick<ArrivalView, 'caseFile' | 'transfer' | 'sender' | 'earlier' | 'notice' | 'pack'>, imported: boolean, answered: Decision | undefined): Ways => {
  const decided = answered ?? arrival.earlier?.decision;
  // nobody verified, nobody to answer: only paper is left
  if (arrival.sender === undefined) return { receipts: [], sameAgain: false, mayImport: false };
  // a pack is answered where it is looked at
  if (arrival.pack !== undefined) return { receipts: [], sameAgain: false, mayImport: false };
  // a notice is confirmed: read and no longer used, or deleted too
  if (arrival.notice !== undefined) return { receipts: imported ? ['ACCEPTED'] : ['RECEIVED', 'REJECTED'], sameAgain: false, mayImport: false };
  if (arrival.caseFile === undefined && arrival.transfer === undefined) return { receipts: ['REJECTED'], sameAgain: false, mayImport: false };
  if (imported || decided === 'ACCEPTED') return { receipts: ['ACCEPTED'], sameAgain: decided === 'ACCEPTED', mayImport: false };
  if (decided === 'REJECTED') return { receipts: ['REJECTED'], sameAgain: true, mayImport: false };
  return { receipts: ['RECEIVED', 'REJECTED'], sameAgain: false, mayImport: true };
};

/** Says of somebody that they are not here: the import enters them. */
export const NOBODY_HERE = 'NEW';

/**
 * Whom the screen proposes: somebody of whom nothing speaks against it, or nobody where nobody looks alike. Where it has to be
 * looked at, a human chooses.
 */
export const proposed = (candidates: NonNullable<ArrivalView['candidates']>, elsewhere: number): string | undefined => {
  const [likely, ...others] = candidates.filter((candidate) => candidate.likely);
  if (likely !== undefined && others.length === 0) return likely.personId;
  return candidates.length === 0 && elsewhere === 0 ? NOBODY_HERE : undefined;
};

/** Kinds of envelopes by the names of their files: with a hand-over come its last changes, and with it or a transfer the word that it must not be used. */
const kindsOf = { handover: ['handover', 'supplement', 'revocation'], receipt: ['receipt'], return: ['return'], transfer: ['transfer', 'revocation'] } as const;
export type FoundKind = keyof typeof kindsOf;

/** Whether a file on a medium is what a screen looks for. Its name is only a hint: what it is, the checks say. */
export const isWanted = (kind: FoundKind, name: string): boolean => kindsOf[kind].some((one) => name.toLowerCase().includes(`-${one}-`));

/** Whether the sender knows nothing yet of what was decided last. */
export const isUnanswered = ({ decision, answered }: Pick<ImportRow, 'decision' | 'answered'>): boolean => answered?.decision !== decision;

/** What can be answered from what was kept of an envelope: the decision that stands; "received" may still be refused. */
export const waysOfRow = (row: Pick<ImportRow, 'decision' | 'answered'>): Pick<Ways, 'receipts' | 'sameAgain'> => {
  if (row.decision === 'RECEIVED') return { receipts: ['RECEIVED', 'REJECTED'], sameAgain: false };
  return { receipts: [row.decision], sameAgain: row.decision === 'REJECTED' || !isUnanswered(row) };
};

/** A check as the list shows it: with the code of what was wrong, which says what to do. */
export type CheckShown = ArrivalView['checks'][number];

/** What was done at this screen since is done. */
export const checksShown = (checks: ArrivalView['checks'], imported: boolean, answered: boolean): readonly CheckShown[] =>
  checks.map((check) => ({ ...check, state: (check.name === 'import' && imported) || (check.name === 'receipt' && answered) ? 'passed' : check.state }));
