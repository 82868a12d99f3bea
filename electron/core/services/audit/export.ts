import { readFile } from 'node:fs/promises';
import type { AuditFilter } from '../../../../shared/contract/audit.ts';
import { may } from '../../../../shared/domain/permissions.ts';
import { EnvelopeError } from '../../envelope/error.ts';
import { UNREADABLE, type AuditRecord } from '../../vault/types.ts';
import { saveRecorded } from '../documents/save-recorded.ts';
import { find } from '../query.ts';
import { RefusedError, signedBy, type Work } from '../work.ts';
import { exportBytes, EXPORT_VERSION, keyFingerprint, type ExportHead } from './export-file.ts';
import { actorNames, inPeriod, slices, viewOf, wantedBesideTime } from './trail.ts';

export interface ExportRequest {
  readonly filter?: AuditFilter | undefined;
  /** register numbers beside the marks, for who may read cases */
  readonly numbers: boolean;
}

/** Which register number belongs to which mark, of the people this user may see. */
const numbersOf = async (work: Work): Promise<ReadonlyMap<string, string>> => {
  const people = await find(work.vault, 'people', 'person', { selector: {} });
  return new Map(people.map(({ id, code }) => [work.vault.audit.subjectOf(id), code]));
};

/** The entries of the period, oldest first, without a gap: a clock that jumped leaves nothing out between the first and the last. */
const entriesOf = async (work: Work, filter: AuditFilter, signal: AbortSignal | undefined): Promise<readonly AuditRecord[]> => {
  const within = inPeriod(work, filter);
  const all: AuditRecord[] = [];
  for await (const { entries } of slices(work, () => true, signal)) all.push(...entries);
  signal?.throwIfAborted();
  const first = all.findIndex((entry) => entry.action !== UNREADABLE && within(entry));
  const last = all.findLastIndex((entry) => entry.action !== UNREADABLE && within(entry));
  return first === -1 ? [] : all.slice(first, last + 1).toReversed();
};

const codes = (filter: AuditFilter, subject: string | undefined): Record<string, string> => {
  const { who, kind, from, to } = filter;
  return Object.fromEntries(Object.entries({ who, kind, from, to, mark: subject }).filter((pair): pair is [string, string] => pair[1] !== undefined));
};

/**
 * Writes what the filter finds as a signed file, and reads it back. Recorded before it is written.
 * @returns the fingerprint of the signing key, to be read out to whoever gets the file
 * @throws RefusedError audit.noCases, audit.nothingToExport; EnvelopeError MEDIUM_… when it could not be written
 */
export const exportTrail = async (work: Work, { filter = {}, numbers }: ExportRequest, path: string, signal?: AbortSignal): Promise<{ name: string; entries: number; from: number; to: number; signer: string }> => {
  const { vault } = work;
  if (numbers && !may(vault.user.roles, 'case.read')) throw new RefusedError({ code: 'audit.noCases' });
  const wanted = await wantedBesideTime(work, filter);
  const range = await entriesOf(work, filter, signal);
  const [first, last] = [range[0], range.at(-1)];
  const chosen = range.filter((entry) => entry.action === UNREADABLE || wanted(entry));
  const key = vault.userPublicKey(vault.user.id);
  if (first === undefined || last === undefined || chosen.length === 0 || key === undefined) throw new RefusedError({ code: 'audit.nothingToExport' });
  const known = numbers ? await numbersOf(work) : new Map<string, string>();
  const names = await actorNames(work);
  const subject = filter.personId === undefined ? filter.mark : vault.audit.subjectOf(filter.personId);
  const head: ExportHead = {
    format: 'varco-audit',
    version: EXPORT_VERSION,
    vault: vault.info.vaultId,
    service: vault.info.serviceName,
    exportedAt: work.now,
    exportedBy: { id: vault.user.id, name: vault.user.name },
    filter: codes(filter, subject),
    complete: chosen.length === range.length,
    range: { from: first.seq, to: last.seq },
    chain: { before: vault.audit.tagOf(first.seq - 1) ?? '', end: vault.audit.tagOf(last.seq) ?? '' },
    entries: chosen.length,
  };
  const line = (entry: AuditRecord): unknown => {
    const { actorId, subject: mark, ...rest } = viewOf(entry);
    const number = mark === undefined ? undefined : known.get(mark);
    const name = names.get(actorId);
    return {
      ...rest,
      actor: { id: actorId, ...(name === undefined ? {} : { name }) },
      ...(mark === undefined ? {} : { person: { mark, ...(number === undefined ? {} : { number }) } }),
    };
  };
  const bytes = exportBytes(head, chosen.map(line), key, (statement) => signedBy(work, statement));
  const name = await saveRecorded(work, path, bytes, { action: 'audit.export', details: { from: first.seq, to: last.seq, entries: chosen.length, numbers } });
  if (!bytes.equals(await readFile(path))) throw new EnvelopeError('MEDIUM_DIFFERS');
  return { name, entries: chosen.length, from: first.seq, to: last.seq, signer: keyFingerprint(key) };
};
