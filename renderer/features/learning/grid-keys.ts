import type { Language } from '../../../shared/domain/base.ts';
import { AttendanceMark } from '../../../shared/domain/learning.ts';
import { markOfLetter } from '../../../shared/domain/learning-marks.ts';
import type { CellPlace } from '../../design/cell-grid.tsx';

/** What a key means on the sheet of marks. */
export type GridAct =
  | { readonly do: 'move'; readonly to: CellPlace; readonly extend: boolean }
  | { readonly do: 'mark'; readonly mark: AttendanceMark | null }
  | { readonly do: 'cycle' }
  | { readonly do: 'fill' }
  | { readonly do: 'digit'; readonly digit: string }
  | { readonly do: 'enter' }
  | { readonly do: 'drop' }
  | { readonly do: 'undo' | 'redo' | 'copy' | 'paste' };

export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

interface Sheet {
  readonly at: CellPlace;
  readonly rows: number;
  readonly columns: number;
  /** rows in sight */
  readonly page: number;
  readonly language: Language;
}

const steps: Readonly<Record<string, (sheet: Sheet) => CellPlace>> = {
  ArrowDown: ({ at }) => ({ ...at, row: at.row + 1 }),
  ArrowUp: ({ at }) => ({ ...at, row: at.row - 1 }),
  ArrowRight: ({ at }) => ({ ...at, column: at.column + 1 }),
  ArrowLeft: ({ at }) => ({ ...at, column: at.column - 1 }),
  PageDown: ({ at, page }) => ({ ...at, row: at.row + page }),
  PageUp: ({ at, page }) => ({ ...at, row: at.row - page }),
  Home: ({ at }) => ({ ...at, column: 0 }),
  End: ({ at, columns }) => ({ ...at, column: columns - 1 }),
};
const corners: Readonly<Record<string, (sheet: Sheet) => CellPlace>> = {
  Home: () => ({ row: 0, column: 0 }),
  End: ({ rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
};
const withControl: Readonly<Record<string, 'undo' | 'redo' | 'copy' | 'paste'>> = { z: 'undo', y: 'redo', c: 'copy', v: 'paste' };

const inside = ({ row, column }: CellPlace, { rows, columns }: Sheet): CellPlace => ({
  row: Math.min(Math.max(row, 0), rows - 1),
  column: Math.min(Math.max(column, 0), columns - 1),
});

/** What was pressed; undefined for keys the sheet leaves to others. Caps lock writes capitals without Shift: they mark. */
export const actOf = (press: Press, sheet: Sheet): GridAct | undefined => {
  const { key, shiftKey } = press;
  if (press.altKey || sheet.rows === 0 || sheet.columns === 0) return undefined;
  if (press.ctrlKey || press.metaKey) {
    const corner = corners[key]?.(sheet);
    if (corner !== undefined) return { do: 'move', to: inside(corner, sheet), extend: shiftKey };
    const act = withControl[key.toLowerCase()];
    return act === undefined ? undefined : { do: act === 'undo' && shiftKey ? 'redo' : act };
  }
  const to = steps[key]?.(sheet);
  if (to !== undefined) return { do: 'move', to: inside(to, sheet), extend: shiftKey };
  if (key === ' ') return { do: 'cycle' };
  if (key === 'Delete' || key === 'Backspace') return { do: 'mark', mark: null };
  if (key === 'Enter') return { do: 'enter' };
  if (key === 'Escape') return { do: 'drop' };
  if (/^\d$/.test(key)) return { do: 'digit', digit: key };
  if (shiftKey && key.toUpperCase() === 'P') return { do: 'fill' };
  const mark = shiftKey ? undefined : markOfLetter(key, sheet.language);
  return mark === undefined ? undefined : { do: 'mark', mark };
};

/** The mark after another when one goes through them: every mark, then none. */
export const nextMark = (mark: AttendanceMark | undefined): AttendanceMark | null =>
  AttendanceMark.options[mark === undefined ? 0 : AttendanceMark.options.indexOf(mark) + 1] ?? null;

/** What typed digits mean: one from 1 to 7 is the mark of that number, anything else minutes of presence. */
export const typedMeans = (digits: string): { readonly mark: AttendanceMark } | { readonly minutes: number } => {
  const mark = digits.length === 1 ? AttendanceMark.options[Number(digits) - 1] : undefined;
  return mark === undefined ? { minutes: Number(digits) } : { mark };
};
