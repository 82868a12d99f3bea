import { expect, it } from 'vitest';
import { CompareForm, isWholeFingerprint } from './compare-form.ts';

// 30 digits and the two that make the whole number 1 modulo 97
const body = '123456789012345678901234567890';
const check = String(98n - ((BigInt(body) * 100n) % 97n)).padStart(2, '0');
const whole = body + check;

it.each([
  ['as printed, in groups', whole.replaceAll(/(.{4})/g, '$1 '), true],
  ['with hyphens', whole.replaceAll(/(.{4})(?=.)/g, '$1-'), true],
  ['one digit wrong', whole.replace('5', '6'), false],
  ['two neighbours swapped', `21${whole.slice(2)}`, false],
  ['one group missing', whole.slice(4), false],
  ['letters', `${whole.slice(1)}x`, false],
  ['nothing', '', false],
])('a fingerprint %s is whole: %s %s', (_case, typed, right) => expect(isWholeFingerprint(typed)).toBe(right));

it('is sent as digits alone, with whom it was compared', () => {
  expect(CompareForm.parse({ fingerprint: ` ${whole.slice(0, 4)}-${whole.slice(4)} `, comparedWith: ' D. Pop, telefon ' })).toEqual({ fingerprint: whole, comparedWith: 'D. Pop, telefon' });
  expect(CompareForm.safeParse({ fingerprint: whole, comparedWith: ' ' }).success).toBe(false);
});
