import { expect, it } from 'vitest';
import { afterDeath } from './deaths.ts';

it('starts a core again that died now and then', () => {
  expect(afterDeath([], 1_000).restart).toBe(true);
  expect(afterDeath([0, 10_000, 20_000, 30_000, 200_000], 300_000)).toEqual({ restart: true, deaths: [300_000] });
});

it('gives up on a core that dies over and over within a minute', () => {
  let deaths: readonly number[] = [];
  const answers = [0, 1_000, 2_000, 3_000].map((now) => {
    const after = afterDeath(deaths, now);
    deaths = after.deaths;
    return after.restart;
  });
  expect(answers).toEqual([true, true, true, false]);
});
