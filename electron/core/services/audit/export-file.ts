import { createHash, verify } from 'node:crypto';
import { z } from 'zod';
import { canonicalBytes, sha256Hex } from '../../canonical.ts';
import { publicKeyOf } from '../../envelope/keys.ts';

/** The signed file of an export: JSON lines, each canonical (RFC 8785); the first says what it is, the last signs all before it. */
export const EXPORT_VERSION = 1;

const Seq = z.int().min(0);

export const ExportHead = z.strictObject({
  format: z.literal('varco-audit'),
  version: z.literal(EXPORT_VERSION),
  vault: z.string(),
  service: z.string(),
  exportedAt: z.string(),
  exportedBy: z.strictObject({ id: z.string(), name: z.string() }),
  /** what was looked for, in codes; empty: everything */
  filter: z.record(z.string(), z.string()),
  /** every entry of the range is there: none may be missing */
  complete: z.boolean(),
  /** first and last sequence number looked at */
  range: z.strictObject({ from: Seq, to: Seq }),
  /** chain tag before the first and of the last: the next export begins where this one ends */
  chain: z.strictObject({ before: z.string(), end: z.string() }),
  entries: Seq,
});
export type ExportHead = z.infer<typeof ExportHead>;

export const ExportEntry = z.looseObject({ seq: Seq, at: z.string(), actor: z.looseObject({ id: z.string() }), action: z.string() });

const Signed = z.strictObject({
  signature: z.string(),
  statement: z.strictObject({
    act: z.literal('audit.export'),
    entries: z.string(),
    exportedAt: z.string(),
    from: z.string(),
    key: z.string(),
    service: z.string(),
    sha256: z.string(),
    signedBy: z.string(),
    to: z.string(),
    vault: z.string(),
  }),
});
export type ExportStatement = z.infer<typeof Signed>['statement'];

const line = (value: unknown): Buffer => Buffer.concat([canonicalBytes(value), Buffer.from('\n')]);

/** Fingerprint of a user's public key, to be compared by eye or voice: the first 128 bits of its SHA-256 in groups. */
export const keyFingerprint = (key: Uint8Array): string => (sha256Hex(key).slice(0, 32).match(/.{4}/g) ?? []).join(' ');

/**
 * The bytes of an export.
 * @param sign the exporting user's signature (base64) over the canonical bytes of the statement
 */
export const exportBytes = (head: ExportHead, entries: Iterable<unknown>, key: Uint8Array, sign: (statement: ExportStatement) => string): Buffer => {
  const lines = [line(head)];
  for (const entry of entries) lines.push(line(entry));
  const body = Buffer.concat(lines);
  const statement: ExportStatement = {
    act: 'audit.export',
    entries: String(head.entries),
    exportedAt: head.exportedAt,
    from: String(head.range.from),
    key: Buffer.from(key).toString('base64'),
    service: head.service,
    sha256: sha256Hex(body),
    signedBy: head.exportedBy.name,
    to: String(head.range.to),
    vault: head.vault,
  };
  return Buffer.concat([body, line({ signature: sign(statement), statement })]);
};

/** What is wrong with an export. */
export const ExportFault = z.enum(['NOT_AN_EXPORT', 'CUT', 'CHANGED', 'SIGNATURE', 'HEAD', 'GAP', 'SIGNER', 'TRAIL']);
export type ExportFault = z.infer<typeof ExportFault>;

export type ExportVerdict =
  | { readonly intact: true; readonly head: ExportHead; readonly signer: string; /** base64 */ readonly key: string }
  | { readonly intact: false; readonly fault: ExportFault; /** the line or sequence number at fault */ readonly at?: number };

const parsed = <T>(schema: z.ZodType<T>, bytes: Uint8Array): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  } catch {
    return undefined;
  }
};

const linesOf = (body: Buffer): Buffer[] => {
  const lines: Buffer[] = [];
  for (let from = 0; from < body.length; ) {
    const end = body.indexOf(10, from);
    if (end === -1) return lines;
    lines.push(body.subarray(from, end));
    from = end + 1;
  }
  return lines;
};

const isSigned = ({ signature, statement }: z.infer<typeof Signed>): boolean => {
  const raw = Buffer.from(statement.key, 'base64');
  if (raw.length !== 32) return false;
  try {
    return verify(null, canonicalBytes(statement), publicKeyOf(raw), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
};

/** The public key of an export as any tool reads it (PEM). */
export const pemOf = (key: string): string => String(publicKeyOf(Buffer.from(key, 'base64')).export({ format: 'pem', type: 'spki' }));

/**
 * Whether a file is an export as it was signed: nothing cut, added or changed, and where it says to be complete, no number
 * missing. It cannot know whose key it is: compare `signer` with the fingerprint the one who exported it reads out.
 */
export const verifyExport = (bytes: Uint8Array): ExportVerdict => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines = linesOf(file);
  const [first, last] = [lines[0], lines.at(-1)];
  const head = first === undefined ? undefined : parsed(ExportHead, first);
  if (head === undefined || last === undefined) return { intact: false, fault: 'NOT_AN_EXPORT' };
  const signed = parsed(Signed, last);
  if (signed === undefined || file.at(-1) !== 10) return { intact: false, fault: 'CUT', at: lines.length };
  const { statement } = signed;
  if (!isSigned(signed)) return { intact: false, fault: 'SIGNATURE', at: lines.length };
  const body = file.subarray(0, file.length - last.length - 1);
  if (createHash('sha256').update(body).digest('hex') !== statement.sha256) return { intact: false, fault: 'CHANGED' };
  const same =
    statement.entries === String(head.entries) && statement.from === String(head.range.from) && statement.to === String(head.range.to) && statement.vault === head.vault && statement.service === head.service && statement.exportedAt === head.exportedAt && statement.signedBy === head.exportedBy.name;
  if (!same || lines.length - 2 !== head.entries) return { intact: false, fault: 'HEAD' };
  let expected = head.range.from;
  for (const [at, text] of lines.slice(1, -1).entries()) {
    const entry = parsed(ExportEntry, text);
    const right = entry !== undefined && entry.seq <= head.range.to && (head.complete ? entry.seq === expected : entry.seq >= expected);
    if (!right) return { intact: false, fault: 'GAP', at: entry?.seq ?? at + 2 };
    expected = entry.seq + 1;
  }
  if (head.complete && head.entries > 0 && expected !== head.range.to + 1) return { intact: false, fault: 'GAP', at: expected };
  return { intact: true, head, signer: keyFingerprint(Buffer.from(statement.key, 'base64')), key: statement.key };
};
