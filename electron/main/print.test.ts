import { expect, it } from 'vitest';
import { resultOf } from './print.ts';

it.each([
  [true, '', 'DONE'],
  [false, 'Print job canceled', 'CANCELLED'],
  [false, 'cancelled', 'CANCELLED'],
  [false, 'Print job failed', 'FAILED'],
  [false, '', 'FAILED'],
] as const)('success %s with “%s” is %s', (success, reason, result) => expect(resultOf(success, reason)).toBe(result));
