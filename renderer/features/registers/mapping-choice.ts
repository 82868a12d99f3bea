import { RegisterTarget, type MappingChoice, type RegisterColumn, type RegisterPreview } from '../../../shared/domain/registers/schemas.ts';

/** A column that is not read. */
export const SKIP = 'SKIP';

type Target = MappingChoice['columns'][string];

/** What each column is read as now. */
const current = (column: RegisterColumn): Target => column.target ?? SKIP;

/**
 * The mapping after one column was set. A target belongs to one column: taking it from another leaves that one unread,
 * so that nobody has to clear it first.
 */
export const withTarget = (preview: RegisterPreview, key: string, chosen: string): MappingChoice => {
  const target = RegisterTarget.safeParse(chosen);
  const read = (column: RegisterColumn): Target => {
    if (column.key === key) return target.success ? target.data : SKIP;
    const now = current(column);
    return target.success && now === target.data ? SKIP : now;
  };
  const columns = Object.fromEntries(preview.columns.map((column) => [column.key, read(column)] as const));
  return { dateFormat: preview.dateFormat, columns };
};

/** The mapping as it is, with dates read in another order. */
export const withDateFormat = (preview: RegisterPreview, dateFormat: MappingChoice['dateFormat']): MappingChoice => ({
  dateFormat,
  columns: Object.fromEntries(preview.columns.map((column) => [column.key, current(column)])),
});

/** Whether the reading may go on: everything needed was found, and somebody can be read. */
export const mayGoOn = (preview: RegisterPreview): boolean => preview.missing.length === 0 && preview.counts.accepted > 0;
