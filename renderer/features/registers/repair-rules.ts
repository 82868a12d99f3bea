import type { RegisterTarget, RowValues, RowView } from '../../../shared/domain/registers/schemas.ts';

/** The cells as they stand, ready to be typed over. */
export const valuesOf = ({ cells }: Pick<RowView, 'cells'>): RowValues => Object.fromEntries(cells.map(({ key, text }) => [key, text]));

/** Columns that may hold what a refusal is about: a name can stand in one column or in two. */
const sameThing: Readonly<Partial<Record<RegisterTarget, readonly RegisterTarget[]>>> = { fullName: ['fullName', 'familyName'], familyName: ['familyName', 'fullName'] };

/** The key of the cell a refusal is about; undefined when it is about the whole row. */
export const wrongAt = ({ cells, refusal }: Pick<RowView, 'cells' | 'refusal'>): string | undefined => {
  const field = refusal?.field;
  if (field === undefined) return undefined;
  const targets = sameThing[field] ?? [field];
  return targets.map((target) => cells.find((cell) => cell.target === target)?.key).find((key) => key !== undefined);
};
