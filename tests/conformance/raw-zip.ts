import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip made by hand, so that it can say things no library would write. */
export interface RawEntry {
  readonly name: string | Buffer;
  readonly content?: Uint8Array;
  /** name in the local header, when it shall differ */
  readonly localName?: string;
  readonly method?: number;
  readonly flags?: number;
  /** flags in the local header, when they shall differ */
  readonly localFlags?: number;
  /** Unix mode in the upper half of the external attributes */
  readonly mode?: number;
  /** size that the records claim */
  readonly declaredSize?: number;
  readonly extra?: Buffer;
  readonly deflate?: boolean;
}

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const long = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

/** A zip of these entries. `count` overrides the number of entries that the end record claims. */
export const rawZip = (entries: readonly RawEntry[], count = entries.length): Buffer => {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? 'x');
    const deflate = entry.deflate ?? false;
    const body = deflate ? deflateRawSync(content) : content;
    const name = Buffer.from(entry.name);
    const localName = Buffer.from(entry.localName ?? entry.name);
    const extra = entry.extra ?? Buffer.alloc(0);
    const shared = Buffer.concat([
      word(entry.method ?? (deflate ? 8 : 0)),
      word(0),
      word(0x21),
      long(crc32(content)),
      long(body.length),
      long(entry.declaredSize ?? content.length),
    ]);
    const local = Buffer.concat([long(0x04034b50), word(20), word(entry.localFlags ?? entry.flags ?? 0), shared, word(localName.length), word(0), localName, body]);
    central.push(
      Buffer.concat([
        long(0x02014b50),
        word((3 << 8) | 20),
        word(20),
        word(entry.flags ?? 0),
        shared,
        word(name.length),
        word(extra.length),
        word(0),
        word(0),
        word(0),
        long((entry.mode ?? 0o100644) << 16),
        long(offset),
        name,
        extra,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.concat([long(0x06054b50), word(0), word(0), word(count), word(count), long(directory.length), long(offset), word(0)]);
  return Buffer.concat([...locals, directory, end]);
};

/** Info-ZIP "Unicode path" field: a second name for the entry. */
export const unicodePath = (name: string, plainName: string): Buffer => {
  const data = Buffer.concat([Buffer.from([1]), long(crc32(Buffer.from(plainName))), Buffer.from(name)]);
  return Buffer.concat([word(0x7075), word(data.length), data]);
};
