import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dayChanges } from './day.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

it('tells each new day once, and nothing while the day is the same', () => {
  let today = '2026-11-22';
  const told: string[] = [];
  const following = dayChanges(() => today).subscribe((day) => told.push(day));
  vi.advanceTimersByTime(3_600_000);
  expect(told).toEqual([]);
  today = '2026-11-23';
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual(['2026-11-23']);
  following.unsubscribe();
  expect(vi.getTimerCount()).toBe(0);
});
