/** The twelve cases that a demonstration tells, by what each shows. Their people carry the case in their number. */
export const TOLD_CASES = [
  'POSTPONED',
  'NO_ADDRESS',
  'NO_PAPERS',
  'CANNOT_READ',
  'REFUSES_SHARING',
  'CONTACT_BAN',
  'FRIDAY_EVENING',
  'SEMI_LIBERTY',
  'PERMIT_EXPIRES',
  'TRANSFERRED_BACK',
  'NO_PROBATION',
  'LIFE_SENTENCE',
] as const;
export type ToldCaseName = (typeof TOLD_CASES)[number];

const CODE = /^(?:PX|IE)-C(0[1-9]|1[0-2])$/;

/** The number in the register of a told case: `PX-C01` in the Romanian demonstration, `IE-C01` in the Italian one. */
export const toldCaseCode = (country: 'ro' | 'it', number: number): string => `${country === 'ro' ? 'PX' : 'IE'}-C${String(number).padStart(2, '0')}`;

/** Which told case a number in the register marks, 1 to 12; undefined for everybody else. */
export const toldCaseOf = (code: string): number | undefined => {
  const found = CODE.exec(code)?.[1];
  return found === undefined ? undefined : Number(found);
};
