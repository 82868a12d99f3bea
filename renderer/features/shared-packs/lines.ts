import type { SharedLine } from '../../../shared/contract/shared-packs.ts';

/** Lines somebody can decide; those that are the same are only counted. */
export const toDecide = (lines: readonly SharedLine[]): readonly SharedLine[] => lines.filter(({ standing }) => standing !== 'SAME');

/** Whether a line can be taken over. */
export const mayBeTaken = ({ standing }: Pick<SharedLine, 'standing'>): boolean => standing === 'NEW' || standing === 'CHANGED' || standing === 'GONE';

/** Lines that "all that is new" takes, as the core does: new, like nothing here, and not taken out here before. */
export const isPlainlyNew = ({ standing, edited, alike }: Pick<SharedLine, 'standing' | 'edited' | 'alike'>): boolean => standing === 'NEW' && edited === undefined && alike === undefined;

/** Fields whose value is a code, with the enum that has its words; a code unknown here stays as it is. */
const enumOf: Readonly<Record<string, string>> = { kind: 'organisationKind', area: 'programmeArea', domain: 'needDomain', line: 'planLine', horizon: 'horizon', lang: 'language' };

/** Keys of the words for a value, one for each code in it; undefined where it is text. */
export const codesOf = (field: string, value: string): readonly { readonly key: string; readonly code: string }[] | undefined => {
  if (field === 'helpsWith') return value.split(', ').map((code) => ({ key: `enums:needDomain.${code}`, code }));
  const name = enumOf[field];
  return name === undefined ? undefined : [{ key: `enums:${name}.${value}`, code: value }];
};
