import { EnvelopeError } from './error.ts';

/** `statfs` type of FAT, and the largest file it takes: one byte less than 4 GiB. */
const FAT = 0x4d44;
const FAT_FILE_BYTES = 0xffff_ffff;

/**
 * Refuses a file before a byte of it is written where the file system cannot hold one of this size, however much is free.
 * @param type as `statfs` tells it; file systems not known here say so themselves while writing
 * @throws EnvelopeError MEDIUM_FILE_LIMIT
 */
export const refuseBeyondFileSystem = (type: number, bytes: number): void => {
  if (type === FAT && bytes > FAT_FILE_BYTES) throw new EnvelopeError('MEDIUM_FILE_LIMIT');
};
