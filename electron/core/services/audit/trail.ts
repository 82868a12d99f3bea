import { parseDate } from '@internationalized/date';
import type { AuditCount, AuditEntryView, AuditFilter, AuditVerdictView } from '../../../../shared/contract/audit.ts';
import { kindOfAction, type AuditKind } from '../../../../shared/domain/audit.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import { may } from '../../../../shared/domain/permissions.ts';
import type { AuditRecord, AuditVerdict } from '../../vault/types.ts';
import { find } from '../query.ts';
import { existing, RefusedError, type Work } from '../work.ts';

/** Whether an entry is looked for. */
export type Wanted = (entry: AuditRecord) => boolean;

/** The instant at which a civil day begins at the site. */
const beginning = (day: CivilDate, timeZone: string, later = 0): string => parseDate(day).add({ days: later }).toDate(timeZone).toISOString();

/** What of a filter does not speak of time. @throws RefusedError audit.noCases when a person is named by who may not read cases; notFound */
export const wantedBesideTime = async (work: Work, { who, kind, personId, mark }: AuditFilter): Promise<Wanted> => {
  if (personId !== undefined) {
    if (!may(work.vault.user.roles, 'case.read')) throw new RefusedError({ code: 'audit.noCases' });
    await existing(work, 'people', personId, 'person');
  }
  const subject = personId === undefined ? mark : work.vault.audit.subjectOf(personId);
  return (entry) => (who === undefined || entry.actorId === who) && (kind === undefined || kindOfAction(entry.action) === kind) && (subject === undefined || entry.subject === subject);
};

/** Whether an entry lies in the period. */
export const inPeriod = ({ vault }: Work, { from, to }: AuditFilter): Wanted => {
  const first = from === undefined ? undefined : beginning(from, vault.info.timeZone);
  const end = to === undefined ? undefined : beginning(to, vault.info.timeZone, 1);
  return ({ at }) => (first === undefined || at >= first) && (end === undefined || at < end);
};

const wantedBy = async (work: Work, filter: AuditFilter): Promise<Wanted> => {
  const [rest, period] = [await wantedBesideTime(work, filter), inPeriod(work, filter)];
  return (entry) => period(entry) && rest(entry);
};

export const viewOf = ({ seq, at, actorId, action, subject, details }: AuditRecord): AuditEntryView => ({
  seq,
  at,
  actorId,
  action,
  kind: kindOfAction(action),
  ...(subject === undefined ? {} : { subject }),
  ...(details === undefined ? {} : { details: { ...details } }),
});

/** One look backwards: what was found within a moment, and where to go on. */
export const readEntries = async (
  work: Work,
  { filter = {}, limit, before }: { readonly filter?: AuditFilter | undefined; readonly limit: number; readonly before?: number | undefined },
): Promise<{ entries: AuditEntryView[]; next?: number; total: number }> => {
  const { entries, next } = await work.vault.audit.scan({ before, limit, keep: await wantedBy(work, filter) });
  return { entries: entries.map(viewOf), ...(next === undefined ? {} : { next }), total: work.vault.audit.newest() };
};

/** Entries looked for in one slice of a count: more than any slice has time for. */
const ALL = Number.MAX_SAFE_INTEGER;

/** Every entry the filter finds, newest first, slice by slice; the core answers others in between. */
export async function* slices(work: Work, keep: Wanted, signal?: AbortSignal): AsyncGenerator<{ readonly entries: readonly AuditRecord[]; readonly left: number }, void, void> {
  let before: number | undefined;
  do {
    const slice = await work.vault.audit.scan({ before, limit: ALL, keep });
    before = slice.next;
    yield { entries: slice.entries, left: before === undefined ? 0 : before - 1 };
    await new Promise(setImmediate);
  } while (before !== undefined && signal?.aborted !== true);
}

/** Counts what a filter finds, telling after every slice how far it is. */
export async function* countEntries(work: Work, filter: AuditFilter, signal?: AbortSignal): AsyncGenerator<AuditCount, void, void> {
  const keep = await wantedBy(work, filter);
  const of = work.vault.audit.newest();
  const kinds: Partial<Record<AuditKind, number>> = {};
  let found = 0;
  for await (const { entries, left } of slices(work, keep, signal)) {
    for (const { action } of entries) kinds[kindOfAction(action)] = (kinds[kindOfAction(action)] ?? 0) + 1;
    found += entries.length;
    yield { looked: Math.max(0, of - left), of, found, kinds: { ...kinds } };
  }
}

/** The names of everybody the office ever knew, by id. */
export const actorNames = async (work: Work): Promise<ReadonlyMap<string, string>> =>
  new Map((await find(work.vault, 'office', 'user', { selector: {} })).map(({ id, name }) => [id, name]));

/** What a verdict says, as the contract has it. */
export const verdictView = ({ entries, intact, brokenAt, reason }: AuditVerdict): AuditVerdictView => ({
  entries,
  intact,
  ...(brokenAt === undefined ? {} : { brokenAt }),
  ...(reason === undefined ? {} : { reason }),
});

/** Records what a check found. */
export const recordVerdict = async ({ vault }: Pick<Work, 'vault'>, verdict: AuditVerdictView): Promise<void> =>
  vault.commit([], { action: 'audit.verify', details: { intact: verdict.intact, entries: verdict.entries, ...(verdict.reason === undefined ? {} : { reason: verdict.reason }) } });

/** Follows the trail to its end, tells how far it is, and records what was found. */
const verifyRecorded = async ({ vault }: Pick<Work, 'vault'>, told: (checked: number, of: number) => void): Promise<AuditVerdictView> => {
  const verdict = verdictView(await vault.audit.verify(told));
  await recordVerdict({ vault }, verdict);
  return verdict;
};

/** The same as a view: the last answer holds the verdict. */
export async function* verifyTrail(work: Work, signal?: AbortSignal): AsyncGenerator<{ checked: number; of: number; verdict?: AuditVerdictView }, void, void> {
  const of = work.vault.audit.newest();
  let checked = 0;
  let wake = (): void => undefined;
  let verdict: AuditVerdictView | undefined;
  const check = async (): Promise<void> => {
    verdict = await verifyRecorded(work, (done) => {
      checked = done;
      wake();
    });
  };
  const ended = check();
  while (verdict === undefined && signal?.aborted !== true) {
    yield { checked, of };
    await Promise.race([ended, new Promise<void>((resolve) => (wake = resolve))]);
  }
  await ended;
  if (verdict !== undefined) yield { checked: verdict.entries, of, verdict };
}
