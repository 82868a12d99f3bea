import { z } from 'zod';
import { CivilDate } from './dates.ts';
import { CASE_FILE_VERSION, CaseFile } from './casefile.ts';
import { EnvelopeRef, Sha256Hex } from './envelope.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

export const SUPPLEMENT_VERSION = 1;

/**
 * Payload `data/supplement.json`: what changed in its last days of a case that was sealed before. Parts of the case file
 * are replaced whole, so that nothing has to be merged; `caseHash` proves that the result is what was read and authorised.
 */
export const SupplementPayload = z.looseObject({
  format: z.literal('varco-supplement'),
  version: z.literal(SUPPLEMENT_VERSION),
  /** the envelope that held the case */
  supplements: EnvelopeRef,
  dataAsOf: CivilDate,
  /** schema version of the case file, before and after */
  caseVersion: z.int().min(1),
  /** parts of the case file by their names, as they are now */
  changed: z.record(z.string().max(60), z.unknown()),
  /** parts that are no longer there */
  removed: z.array(z.string().max(60)).max(60),
  /** SHA-256 (hex) of the RFC 8785 bytes of the case file that comes out */
  caseHash: Sha256Hex,
});
export type SupplementPayload = z.infer<typeof SupplementPayload>;

/** What always differs and says nothing by itself: the day, and under which number and ground it leaves. */
const frame: ReadonlySet<string> = new Set(['dataAsOf', 'registrationNumber', 'mandate']);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** Equal content in equal order: keys of objects stand as they were written. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([, of]) => of !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, of]) => [key, sorted(of)]));
};

export type CasePart = keyof CaseFile;

/** The parts of a case in which two states of it differ, in the order of the case file; the frame is not one of them. */
export const changedParts = (before: CaseFile, now: CaseFile): readonly CasePart[] =>
  CaseFile.keyof().options.filter((part) => !frame.has(part) && !same(before[part], now[part]));

/**
 * Whether what changed may go as a supplement: the same person, the same version of the plan, and something changed.
 * A new version of the plan is a new hand-over that takes the place of the old one.
 */
export const maySupplement = (before: CaseFile, now: CaseFile): Outcome<readonly CasePart[]> => {
  if (before.person.id !== now.person.id || before.recipient.serviceId !== now.recipient.serviceId) return refused('handover.notTheSameCase');
  if (before.plan.contentId !== now.plan.contentId || before.version !== now.version) return refused('handover.newPlan');
  const parts = changedParts(before, now);
  return parts.length === 0 ? refused('handover.nothingChanged') : allowed(parts);
};

/** The supplement that leads from one state of a case to another. */
export const supplementOf = (before: CaseFile, now: CaseFile, supplements: EnvelopeRef, caseHash: string): SupplementPayload => {
  const parts = CaseFile.keyof().options.filter((part) => !same(before[part], now[part]));
  return {
    format: 'varco-supplement',
    version: SUPPLEMENT_VERSION,
    supplements,
    dataAsOf: now.dataAsOf,
    caseVersion: CASE_FILE_VERSION,
    changed: Object.fromEntries(parts.filter((part) => now[part] !== undefined).map((part) => [part, now[part]])),
    removed: parts.filter((part) => now[part] === undefined),
    caseHash,
  };
};

/**
 * The case as it is with the supplement. Fields that the reader does not know stay as they came. Whoever applies it
 * compares the hash of the result with `caseHash` before believing it.
 */
export const supplemented = (before: Readonly<Record<string, unknown>>, { changed, removed }: Pick<SupplementPayload, 'changed' | 'removed'>): Record<string, unknown> =>
  Object.fromEntries([...Object.entries(before).filter(([part]) => !removed.includes(part) && !Object.hasOwn(changed, part)), ...Object.entries(changed)]);
