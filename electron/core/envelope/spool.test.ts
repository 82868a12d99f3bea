import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesOf } from './content.ts';
import { CHUNK_BYTES, MEMORY_BYTES, Spool } from './spool.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'varco-'));
const filled = (bytes: Uint8Array, place = folder()): Spool => {
  const spool = Spool.make(bytes.length, place);
  // pieces that fit no chunk
  for (let at = 0; at < bytes.length; at += 50_001) spool.append(bytes.subarray(at, at + 50_001));
  spool.end();
  return spool;
};
const content = randomBytes(MEMORY_BYTES + 3 * CHUNK_BYTES + 777);

describe('a spool', () => {
  test.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, MEMORY_BYTES, MEMORY_BYTES + 1, content.length])('gives back %i bytes, whole and in parts, at once and as a stream', async (size) => {
    const bytes = content.subarray(0, size);
    const spool = filled(bytes);
    expect(spool.size).toBe(size);
    expect((await bytesOf(spool)).equals(bytes)).toBe(true);
    for (const [start, end] of [[0, size], [size - 5, size], [CHUNK_BYTES - 3, CHUNK_BYTES + 3], [MEMORY_BYTES - 3, MEMORY_BYTES + 9], [size, size + 10]] as const) {
      const [from, to] = [Math.max(0, start), Math.min(end, size)];
      const part = bytes.subarray(from, Math.max(from, to));
      expect(spool.read(from, to).equals(part)).toBe(true);
      expect((await bytesOf(spool, from, to)).equals(part)).toBe(true);
    }
    spool.close();
  });

  test('leaves no name on the disk, small or large, open or closed', () => {
    const place = folder();
    const spools = [filled(content, place), filled(content.subarray(0, 10), place)];
    expect(readdirSync(place)).toEqual([]);
    for (const spool of spools) spool.close();
    expect(readdirSync(place)).toEqual([]);
  });

  test('has nothing readable in its file, and says when the file is not what was written', async () => {
    const plain = Buffer.alloc(MEMORY_BYTES + 2 * CHUNK_BYTES, 'Ion Exemplu, născut 1990. ');
    const spool = filled(plain);
    const fd = spool.state.disk?.fd ?? -1;
    const onDisk = Buffer.alloc(2 * (CHUNK_BYTES + 16));
    expect(readSync(fd, onDisk, 0, onDisk.length, 0)).toBe(onDisk.length);
    expect(onDisk.includes('Exemplu')).toBe(false);
    // two chunks of one content are not alike, and one cannot stand in the place of the other
    const [first, second] = [onDisk.subarray(0, CHUNK_BYTES + 16), onDisk.subarray(CHUNK_BYTES + 16)];
    expect(first.equals(second)).toBe(false);
    writeSync(fd, Buffer.concat([second, first]), 0, onDisk.length, 0);
    expect(() => spool.read(MEMORY_BYTES, MEMORY_BYTES + 1)).toThrow(expect.objectContaining({ code: 'SPOOL_FAILED' }));
    await expect(bytesOf(spool, MEMORY_BYTES + CHUNK_BYTES)).rejects.toMatchObject({ code: 'SPOOL_FAILED' });
    expect(spool.read(0, 20)).toEqual(plain.subarray(0, 20));
    spool.close();
  });

  test('forgets key, memory and file when it is closed, also twice', () => {
    const spool = filled(content);
    const { disk, memory } = spool.state;
    const first = memory[0];
    spool.close();
    spool.close();
    expect(spool.size).toBe(0);
    expect([...(disk?.key ?? [])].every((byte) => byte === 0)).toBe(true);
    expect(first?.every((byte) => byte === 0)).toBe(true);
    expect(() => readSync(disk?.fd ?? -1, Buffer.alloc(1))).toThrow(/EBADF/);
  });

  test('is told to a worker as values, and goes on with what the worker wrote', async () => {
    const spool = Spool.make(content.length, folder());
    const lent = Spool.of(structuredClone(spool.state));
    lent.append(content);
    lent.end();
    spool.written(structuredClone(lent.state));
    // whoever was lent it cannot take the file away
    lent.close();
    expect(createHash('sha256').update(await bytesOf(spool)).digest('hex')).toBe(createHash('sha256').update(content).digest('hex'));
    spool.close();
  });

  test('takes no more than it was made for, and says when there is no room for it at all', () => {
    const small = Spool.make(10);
    expect(() => small.append(Buffer.alloc(MEMORY_BYTES + CHUNK_BYTES))).toThrow(RangeError);
    expect(() => Spool.make(content.length, join(folder(), 'gone'))).toThrow(expect.objectContaining({ code: 'SPOOL_FAILED', params: { reason: 'ENOENT' } }));
  });
});
