import { expect, it } from 'vitest';
import { Steps } from './steps.ts';

it('tells where things stand to whoever looks, each their own, and ends with the signal', async () => {
  const steps = new Steps<string, number>();
  const gone = new AbortController();
  steps.tell('a', 1);
  const of = steps.follow('a', gone.signal);
  expect(await of.next()).toEqual({ done: false, value: 1 });
  const next = of.next();
  steps.tell('b', 7);
  steps.tell('a', 2);
  steps.tell('a', 3);
  // one that was passed before it was looked at is not told
  expect((await next).value).toBe(3);
  const end = of.next();
  steps.tell('a', undefined);
  gone.abort();
  expect(await end).toEqual({ done: true, value: undefined });
});
