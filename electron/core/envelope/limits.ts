/** Limits of the format, version 1. Sealing keeps to them, so nothing leaves that the recipient would refuse. */
export const limits = {
  /** bytes of the `.zip.age` file */
  envelopeBytes: 512 * 1024 * 1024,
  /** files in the zip, tag files included */
  entries: 500,
  /** bytes of one unpacked file */
  entryBytes: 256 * 1024 * 1024,
  /** bytes of all unpacked files */
  totalBytes: 1024 * 1024 * 1024,
  /** unpacked : packed, of one file; deflate itself ends near 1,030 */
  ratio: 100,
  /** files up to this size are not measured by their ratio: they cannot hurt. Larger ones are stored when we pack. */
  ratioFromBytes: 1024 * 1024,
  /** bytes of one name inside the zip */
  nameBytes: 160,
  /** bytes of a tag file (header, manifests, signature) */
  tagFileBytes: 256 * 1024,
  /** bytes of a payload file that is read into memory whole: data and documents. Larger ones are only copied. */
  readBytes: 48 * 1024 * 1024,
  /** bytes, nesting and number of values of a JSON file that is read: whoever reads it walks through all of it, in one go */
  jsonBytes: 16 * 1024 * 1024,
  jsonDepth: 64,
  jsonValues: 400_000,
} as const;

export const MEBIBYTE = 1024 * 1024;
