import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { IdleLock } from './idle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const minutes = (n: number): void => void vi.advanceTimersByTime(n * 60_000);

it('locks after ten minutes without a key or click', () => {
  const lock = vi.fn();
  const idle = new IdleLock(lock);
  minutes(9);
  idle.touch();
  minutes(9);
  expect(lock).not.toHaveBeenCalled();
  minutes(1);
  expect(lock).toHaveBeenCalledOnce();
});

it('follows the span of the settings', () => {
  const lock = vi.fn();
  new IdleLock(lock).set(true, 2);
  minutes(2);
  expect(lock).toHaveBeenCalledOnce();
});

it('leaves a locked screen alone', () => {
  const lock = vi.fn();
  new IdleLock(lock).set(false, 1);
  minutes(60);
  expect(lock).not.toHaveBeenCalled();
});
