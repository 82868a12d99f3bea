import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchScreenLock } from './screen-lock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type State = 'active' | 'idle' | 'locked' | 'unknown';

/** A computer whose screen is in these states, one after the other, each time it is asked. */
const computer = (...states: State[]) => {
  const monitor = Object.assign(new EventEmitter(), { getSystemIdleState: (): State => states.shift() ?? 'unknown' });
  return monitor;
};

it('hears what the system announces', () => {
  const monitor = computer();
  const onLock = vi.fn();
  watchScreenLock(monitor, 'win32', onLock);
  monitor.emit('lock-screen');
  expect(onLock).toHaveBeenCalledOnce();
});

it('asks a system that announces nothing, and locks once for each time its screen is locked', () => {
  const onLock = vi.fn();
  const end = watchScreenLock(computer('active', 'locked', 'locked', 'idle', 'unknown', 'locked'), 'linux', onLock);
  const counts = Array.from({ length: 6 }, () => {
    vi.advanceTimersByTime(2_000);
    return onLock.mock.calls.length;
  });
  expect(counts).toEqual([0, 1, 1, 1, 1, 2]);
  end();
  expect(vi.getTimerCount()).toBe(0);
});
