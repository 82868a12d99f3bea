import { MOST_LINES, SHARED_PACK_VERSION, type PackLine, type SharedPackKind, type SharedPackPayload } from '../../../../shared/domain/shared-pack.ts';
import { mayLeave, saidBy, sharedLines } from '../../../../shared/domain/shared-pack-rules.ts';
import type { OfferedLine } from '../../../../shared/contract/shared-packs.ts';
import { canonicalBytes, canonicalHash } from '../../canonical.ts';
import { sealOut } from '../handover/outgoing.ts';
import { orRefuse, RefusedError, type Work } from '../work.ts';
import { docsOf } from './docs.ts';

export interface Offer {
  readonly lines: readonly PackLine[];
  /** of all of them; who seals says by it what they looked at */
  readonly contentHash: string;
}

/** What this office could pass on of its own, line by line. */
export const offer = async (work: Work, kind: SharedPackKind): Promise<Offer> => {
  const lines = sharedLines(await docsOf(work, kind));
  return { lines, contentHash: canonicalHash(lines) };
};

/** A line as it is shown before it leaves. */
export const offered = (line: PackLine): OfferedLine => {
  const { name, fields } = saidBy(line);
  const may = mayLeave(line);
  return { lineId: line.id, name, fields: [...fields].map(([field, there]) => ({ field, there })), ...(may.ok ? {} : { refused: may.refusal.code }) };
};

interface Sealing {
  readonly kind: SharedPackKind;
  readonly to: string;
  /** lines that leave; at least one */
  readonly lineIds: readonly string[];
  readonly contentHash: string;
}

/**
 * Seals a pack to a service: the lines chosen among those that were looked at, and nothing that was not.
 * @throws RefusedError sharedPack.changedSince when anything of ours was changed since, sharedPack.nothingTaken,
 *   sharedPack.lineInvalid, sharedPack.personalData, sharedPack.tooMany; and as `sealOut`
 */
export const sealPack = async (work: Work, { kind, to, lineIds, contentHash }: Sealing, folder: string): Promise<{ fileName: string; lines: number }> => {
  const now = await offer(work, kind);
  if (now.contentHash !== contentHash) throw new RefusedError({ code: 'sharedPack.changedSince' });
  const lines = now.lines.filter(({ id }) => lineIds.includes(id));
  if (lines.length === 0 || lines.length !== new Set(lineIds).size) throw new RefusedError({ code: 'sharedPack.nothingTaken' });
  if (lines.length > MOST_LINES) throw new RefusedError({ code: 'sharedPack.tooMany', params: { limit: MOST_LINES } });
  for (const line of lines) orRefuse(mayLeave(line));
  const payload: SharedPackPayload = { format: 'varco-pack', version: SHARED_PACK_VERSION, kind, dataAsOf: work.today, lines: [...lines] };
  const details = { kind, lines: lines.length, service: to };
  const sent = await sealOut(
    work,
    { kind, to, payloads: { pack: SHARED_PACK_VERSION }, payload: [{ path: 'pack.json', bytes: canonicalBytes(payload) }] },
    { folder },
    {
      record: () => ({ changes: [], audit: { action: 'sharedPack.seal', details } }),
      takeBack: () => ({ changes: [], audit: { action: 'sharedPack.notWritten', details } }),
    },
  );
  return { fileName: sent.fileName, lines: lines.length };
};
