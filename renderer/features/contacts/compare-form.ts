import { z } from 'zod';

/** The digits of a fingerprint without what people put between them. */
export const digitsOf = (typed: string): string => typed.replaceAll(/[\s.-]/g, '');

/**
 * What the other office reads out: 32 digits whose last two are check digits (ISO 7064 MOD 97-10, as in an IBAN), so
 * that a slip of the finger is told apart from a card that is not theirs.
 */
export const isWholeFingerprint = (typed: string): boolean => {
  const digits = digitsOf(typed);
  return /^\d{32}$/.test(digits) && BigInt(digits) % 97n === 1n;
};

export const CompareForm = z.object({
  fingerprint: z.string().refine(isWholeFingerprint, 'office:contacts.fingerprintWrong').transform(digitsOf),
  comparedWith: z.string().trim().min(1, 'office:contacts.withMissing').max(200, 'common:form.tooLong'),
});
