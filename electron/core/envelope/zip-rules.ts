import { EnvelopeError } from './error.ts';
import { limits, MEBIBYTE } from './limits.ts';

/** Whether a name may stand in the zip: plain characters, no empty, `.` or `..` part, not absolute, not a folder. */
export const isSafePath = (path: string): boolean =>
  path.length <= limits.nameBytes &&
  /^[A-Za-z0-9._/-]+$/.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !part.endsWith('.'));

/** Names that came before, by case folded: the same name twice is no zip of ours. */
export class Names {
  readonly #seen = new Set<string>();

  /** Remembers a name. @returns false when it was there already, also in other case */
  isNew(name: string): boolean {
    const folded = name.toLowerCase();
    if (this.#seen.has(folded)) return false;
    this.#seen.add(folded);
    return true;
  }
}

/** @throws EnvelopeError ZIP_TOO_MANY */
export const refuseTooMany = (entries: number): void => {
  if (entries > limits.entries) throw new EnvelopeError('ZIP_TOO_MANY', { limit: limits.entries });
};

/** @throws EnvelopeError ZIP_TOO_LARGE when one file, or all together, pass the limit unpacked */
export const refuseTooLarge = (sizes: readonly number[]): void => {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > limits.totalBytes || sizes.some((size) => size > limits.entryBytes)) {
    throw new EnvelopeError('ZIP_TOO_LARGE', { limit: limits.totalBytes / MEBIBYTE, file: limits.entryBytes / MEBIBYTE });
  }
};
