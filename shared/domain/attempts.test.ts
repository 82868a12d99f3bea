import { expect, it } from 'vitest';
import { delayAfter, secondsToWait } from './attempts.ts';

it.each([
  [0, 0],
  [2, 0],
  [3, 5],
  [4, 10],
  [5, 20],
  [10, 640],
  [11, 900],
  [1_000_000, 900],
])('after %i wrong passwords the next waits %i seconds', (count, seconds) => {
  expect(delayAfter(count)).toBe(seconds);
});

it.each([
  ['at once', 0, 10],
  ['a moment before the end', 9_999, 1],
  ['at the end', 10_000, 0],
  ['with a clock set back by a year', -31_536_000_000, 10],
  ['with a clock set forward', 31_536_000_000, 0],
])('counts down from the last one: %s', (_, later, seconds) => {
  const last = Date.parse('2026-11-22T10:00:00Z');
  expect(secondsToWait({ count: 4, first: last, last }, last + later)).toBe(seconds);
});

it.each([
  ['a clock set far ahead', 86_400_000, 3_000, 7],
  ['time that really passed', 10_000, 10_000, 0],
  ['a computer started again', 60_000, -500_000, 0],
  ['a computer started again, and nothing on the clock', 2_000, -500_000, 8],
])('counts the time that the computer ran as well: %s', (_, later, ran, seconds) => {
  const last = Date.parse('2026-11-22T10:00:00Z');
  expect(secondsToWait({ count: 4, first: last, last, up: 600_000 }, last + later, 600_000 + ran)).toBe(seconds);
});
