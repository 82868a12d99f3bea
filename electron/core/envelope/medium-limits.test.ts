import { expect, it } from 'vitest';
import { refuseBeyondFileSystem } from './medium-limits.ts';

const GIBIBYTE = 1024 ** 3;

it.each([
  ['FAT', 0x4d44, 4 * GIBIBYTE - 1, true],
  ['FAT', 0x4d44, 4 * GIBIBYTE, false],
  ['exFAT', 0x2011bab0, 40 * GIBIBYTE, true],
  ['ext4', 0xef53, 40 * GIBIBYTE, true],
])('%s (%i) with %i bytes', (_name, type, bytes, takes) => {
  const writing = (): void => refuseBeyondFileSystem(type, bytes);
  if (takes) expect(writing).not.toThrow();
  else expect(writing).toThrow(expect.objectContaining({ code: 'MEDIUM_FILE_LIMIT' }));
});
