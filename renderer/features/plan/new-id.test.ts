import { expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from './new-id.ts';

it('is a UUID of version 7 that carries its time, and never the same twice', () => {
  const before = Date.now();
  const ids = Array.from({ length: 200 }, newId);
  const after = Date.now();
  for (const id of ids) {
    expect(z.uuidv7().safeParse(id).success).toBe(true);
    const time = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(after);
  }
  expect(new Set(ids).size).toBe(ids.length);
});
