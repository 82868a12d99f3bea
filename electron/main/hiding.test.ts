import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Hiding } from './hiding.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whether a promise has resolved by now. */
const settled = async (promise: Promise<void>): Promise<boolean> => {
  let done = false;
  void promise.then(() => (done = true));
  await vi.advanceTimersByTimeAsync(0);
  return done;
};

describe('hiding before a lock', () => {
  it('goes on as soon as the page answered', async () => {
    const ask = vi.fn();
    const hiding = new Hiding(ask);
    const done = hiding.done();
    expect(ask).toHaveBeenCalledOnce();
    expect(await settled(done)).toBe(false);
    hiding.answered();
    expect(await settled(done)).toBe(true);
  });

  it('asks once for two that want to lock at the same time, and again for the next lock', async () => {
    const ask = vi.fn();
    const hiding = new Hiding(ask);
    const both = Promise.all([hiding.done(), hiding.done()]).then(() => undefined);
    hiding.answered();
    expect(await settled(both)).toBe(true);
    expect(ask).toHaveBeenCalledOnce();
    void hiding.done();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('does not wait for a page that hangs, and takes no answer that nobody asked for', async () => {
    const hiding = new Hiding(() => undefined);
    hiding.answered();
    const done = hiding.done();
    expect(await settled(done)).toBe(false);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await settled(done)).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await settled(done)).toBe(true);
  });
});
