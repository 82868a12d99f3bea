import type { RefusedRow, WarnedRow } from '../../../shared/domain/registers/schemas.ts';

type Text = (key: string, values: Record<string, string>) => string;

/** What is told about one row: the whole sentence, with the names of its field and of what is wrong with its date. */
export const rowWords = (row: RefusedRow | WarnedRow, t: Text): string =>
  t('reason' in row ? `registers:rowRefused.${row.reason}` : `registers:rowWarned.${row.warning}`, {
    problem: row.detail === undefined ? '' : t(`registers:dateProblems.${row.detail}`, {}),
    field: row.field === undefined ? '' : t(`registers:targets.${row.field}`, {}),
    rule: row.rule === undefined ? '' : t(`enums:dateRule.${row.rule}`, {}),
    value: row.value ?? '',
    rows: (row.rows ?? []).join(', '),
  });
