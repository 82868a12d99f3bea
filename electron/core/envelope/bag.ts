import { createHash } from 'node:crypto';
import { EnvelopeError } from './error.ts';
import { limits } from './limits.ts';
import type { Unpacked } from './read-zip.ts';

/** A file of the bag as manifests know it: its path relative to the bag, its size and SHA-256 (hex). */
export interface BagFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

export const HEADER_FILE = 'envelope.json';
export const MANIFEST_FILE = 'manifest-sha256.txt';
export const TAG_MANIFEST_FILE = 'tagmanifest-sha256.txt';
export const SIGNATURE_FILE = 'tagmanifest-sha256.txt.sig';
export const PAYLOAD_FOLDER = 'data/';

const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
/** What the tag manifest lists: exactly these. Itself and its signature are the exceptions. */
const TAG_FILES = ['bag-info.txt', 'bagit.txt', HEADER_FILE, MANIFEST_FILE] as const;

export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A small file made here. */
export const bagFile = (path: string, bytes: Uint8Array): BagFile & { readonly bytes: Uint8Array } => ({ path, bytes, size: bytes.length, sha256: sha256Hex(bytes) });

/** A manifest as `sha256sum` writes and checks it, sorted by path. */
export const manifest = (files: readonly Pick<BagFile, 'path' | 'sha256'>[]): Buffer =>
  Buffer.from(
    files
      .toSorted((one, other) => (one.path < other.path ? -1 : 1))
      .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
      .join(''),
  );

export interface BagInfo {
  readonly reference: string;
  readonly envelopeId: string;
  /** the sending service; line breaks are made spaces */
  readonly organisation: string;
  /** civil date of sealing */
  readonly date: string;
}

const oxum = (payload: readonly BagFile[]): string => `${payload.reduce((sum, { size }) => sum + size, 0)}.${payload.length}`;

/** `bagit.txt` and `bag-info.txt` of RFC 8493 for this payload (paths below `data/`). */
export const bagTags = (info: BagInfo, payload: readonly BagFile[]): readonly ReturnType<typeof bagFile>[] => {
  const lines = [
    `Source-Organization: ${info.organisation.replaceAll(/\s+/gu, ' ').trim()}`,
    `External-Identifier: ${info.reference}`,
    `Internal-Sender-Identifier: ${info.envelopeId}`,
    `Bagging-Date: ${info.date}`,
    `Payload-Oxum: ${oxum(payload)}`,
    'Bag-Software-Agent: Varco',
  ];
  return [
    bagFile('bagit.txt', Buffer.from(DECLARATION)),
    bagFile('bag-info.txt', Buffer.from(`${lines.join('\n')}\n`)),
  ];
};

/** A bag taken apart: complete, but nothing of it verified yet. */
export interface Bag {
  /** the one folder that holds everything */
  readonly reference: string;
  readonly files: ReadonlyMap<string, Unpacked>;
  readonly payload: readonly Unpacked[];
  /** path → SHA-256 as listed */
  readonly listed: ReadonlyMap<string, string>;
  readonly header: Uint8Array;
  readonly tagManifest: Uint8Array;
  readonly signature: Uint8Array;
}

/**
 * Takes the unpacked files apart as a bag: one folder, every listed file present, nothing unlisted, and the size that
 * `bag-info.txt` promises. Digests are compared later (`mismatches`), after the signature.
 * @throws EnvelopeError BAG_INVALID, BAG_MISSING_FILE or BAG_UNLISTED_FILE (with the number of files, never their names)
 */
export const readBag = (unpacked: readonly Unpacked[]): Bag => {
  const reference = unpacked[0]?.path.split('/', 1)[0] ?? '';
  const folder = `${reference}/`;
  if (reference === '' || !unpacked.every((file) => file.path.startsWith(folder))) throw new EnvelopeError('BAG_INVALID');
  const files = new Map(unpacked.map((file) => [file.path.slice(folder.length), file]));
  const [header, tagManifest, signature, payloadManifest] = [HEADER_FILE, TAG_MANIFEST_FILE, SIGNATURE_FILE, MANIFEST_FILE].map((path) => files.get(path));
  if (header === undefined || tagManifest === undefined || signature === undefined || payloadManifest === undefined) {
    const wanted = [...TAG_FILES, TAG_MANIFEST_FILE, SIGNATURE_FILE];
    throw new EnvelopeError('BAG_MISSING_FILE', { files: wanted.filter((path) => !files.has(path)).length });
  }
  if ([...files].some(([path, { size }]) => !path.startsWith(PAYLOAD_FOLDER) && size > limits.tagFileBytes)) throw new EnvelopeError('BAG_INVALID');
  const tags = readManifest(tagManifest.bytes);
  const data = readManifest(payloadManifest.bytes);
  if ([...data.keys()].some((path) => !path.startsWith(PAYLOAD_FOLDER))) throw new EnvelopeError('BAG_INVALID');
  if (tags.size !== TAG_FILES.length || !TAG_FILES.every((path) => tags.has(path))) throw new EnvelopeError('BAG_INVALID');
  const listed = new Map([...tags, ...data]);
  const missing = [...listed.keys()].filter((path) => !files.has(path));
  if (missing.length > 0) throw new EnvelopeError('BAG_MISSING_FILE', { files: missing.length });
  const unlisted = [...files.keys()].filter((path) => !listed.has(path) && path !== TAG_MANIFEST_FILE && path !== SIGNATURE_FILE);
  if (unlisted.length > 0) throw new EnvelopeError('BAG_UNLISTED_FILE', { files: unlisted.length });
  const payload = [...files].flatMap(([path, file]) => (data.has(path) ? [inBag(path, file)] : []));
  // without a payload there is no folder `data`, which a bag has to have
  if (payload.length === 0) throw new EnvelopeError('BAG_INVALID');
  checkTags(files, reference, payload);
  return { reference, files, payload, listed, header: header.bytes, tagManifest: tagManifest.bytes, signature: signature.bytes };
};

/** The same file under its path in the bag; its bytes are still fetched only when somebody asks for them. */
const inBag = (path: string, file: Unpacked): Unpacked => ({
  path,
  size: file.size,
  sha256: file.sha256,
  get bytes() {
    return file.bytes;
  },
  stream: () => file.stream(),
});

/** Paths whose bytes do not have the SHA-256 they are listed with. */
export const mismatches = (bag: Bag): readonly string[] =>
  [...bag.listed].filter(([path, digest]) => bag.files.get(path)?.sha256 !== digest).map(([path]) => path);

/** A tag file as text. @throws EnvelopeError BAG_INVALID unless it is UTF-8 without a byte order mark, as `bagit.txt` promises */
const utf8Of = (bytes: Uint8Array): string => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.startsWith('\ufeff')) return text;
  } catch {
    // not UTF-8
  }
  throw new EnvelopeError('BAG_INVALID');
};

const checkTags = (files: ReadonlyMap<string, Unpacked>, reference: string, payload: readonly BagFile[]): void => {
  const text = (path: string): string => utf8Of(files.get(path)?.bytes ?? new Uint8Array());
  const info = text('bag-info.txt').split('\n');
  if (
    text('bagit.txt') !== DECLARATION ||
    !info.includes(`External-Identifier: ${reference}`) ||
    !info.includes(`Payload-Oxum: ${oxum(payload)}`) ||
    info.filter((line) => /^payload-oxum\s*:/i.test(line)).length !== 1
  ) {
    throw new EnvelopeError('BAG_INVALID');
  }
};

/** Strict: lower-case SHA-256, two spaces, a path, a line feed; no path twice. */
const readManifest = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const text = Buffer.from(bytes).toString('latin1');
  const listed = new Map<string, string>();
  if (text !== '' && !text.endsWith('\n')) throw new EnvelopeError('BAG_INVALID');
  for (const line of text.split('\n').slice(0, -1)) {
    const parts = /^([0-9a-f]{64}) {2}([A-Za-z0-9._/-]+)$/.exec(line);
    const [, digest, path] = parts ?? [];
    if (digest === undefined || path === undefined || listed.has(path)) throw new EnvelopeError('BAG_INVALID');
    listed.set(path, digest);
  }
  return listed;
};
