import { useEffect, useEffectEvent, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunView } from '../../../shared/contract/learning.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { AttendanceMark } from '../../../shared/domain/learning.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useDateText } from '../../app/words.ts';
import type { CellPlace } from '../../design/cell-grid.tsx';
import { actOf, nextMark, typedMeans } from './grid-keys.ts';
import type { Change, MarkStore, Value } from './mark-store.ts';
import { cellAt, cellsOf, entering, fillingColumn, mayChange, sheetOf, type Sheet } from './sheet-of-marks.ts';

/** How long a single digit waits for a second one before it is a mark; milliseconds. */
const PATIENCE = 700;

export interface SheetKeys {
  readonly sheet: Sheet;
  readonly mayWrite: boolean;
  readonly active: CellPlace;
  readonly anchor: CellPlace;
  /** digits being typed into the active cell */
  readonly typed: string;
  /** what was done last, or why it could not be, in words */
  readonly said: string;
  readonly goTo: (place: CellPlace, extend: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent, page: number) => void;
  /** enters the digits that were typed */
  readonly commit: () => void;
  readonly mark: (mark: AttendanceMark) => void;
  readonly fill: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Everything the keys of the sheet do, and what is said about it. */
export const useSheetKeys = (view: RunView, marks: MarkStore, { today, mayWrite }: { readonly today: CivilDate; readonly mayWrite: boolean }): SheetKeys => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const date = useDateText();
  const sheet = useMemo(() => sheetOf(view, today), [view, today]);
  const [wanted, setWanted] = useState<{ readonly active: CellPlace; readonly anchor: CellPlace }>(() => {
    const column = Math.max(0, sheet.sessions.findLastIndex((session) => session.on <= today && session.cancelled === undefined));
    return { active: { row: 0, column }, anchor: { row: 0, column } };
  });
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const copied = useRef<readonly (readonly Value[])[]>([]);
  // somebody may have left the sheet meanwhile
  const within = ({ row, column }: CellPlace): CellPlace => ({ row: Math.max(0, Math.min(row, sheet.people.length - 1)), column: Math.max(0, Math.min(column, sheet.sessions.length - 1)) });
  const active = within(wanted.active);
  const anchor = within(wanted.anchor);

  const goTo = (place: CellPlace, extend: boolean): void => {
    if (typed !== '') commit(false);
    setWanted({ active: place, anchor: extend ? anchor : place });
  };
  const words = ({ mark, minutes }: Value): string =>
    mark === null ? t('learning:grid.noMark') : `${t(`enums:attendanceMark.${mark}`)}${minutes === undefined ? '' : `, ${t('learning:minutes', { count: minutes })}`}`;
  const tell = (changes: readonly Change[], refusal: ReturnType<typeof entering>['refusal']): void => {
    const [first] = changes;
    if (first === undefined) setSaid(refusal === undefined ? '' : t(`refusals:${refusal.code}`, { ...refusal.params }));
    else if (changes.length > 1) setSaid(t('learning:grid.many', { count: changes.length }));
    else {
      const name = sheet.people.find(({ personId }) => personId === first.personId)?.name ?? '';
      const on = sheet.sessions.find(({ id }) => id === first.sessionId)?.on ?? '';
      setSaid(`${name}, ${date(on)}: ${words(first.to)}`);
    }
  };
  /** Whether anything was entered. */
  const enter = ({ changes, refusal }: ReturnType<typeof entering>): boolean => {
    marks.change(changes);
    tell(changes, refusal);
    return changes.length > 0;
  };
  const down = (): void => {
    const next = within({ ...active, row: active.row + 1 });
    setWanted({ active: next, anchor: next });
  };
  const isOne = active.row === anchor.row && active.column === anchor.column;
  const put = (value: Value, goDown: boolean): void => {
    if (!mayWrite) return;
    const done = enter(entering(sheet, cellsOf({ from: anchor, to: active }), () => value));
    if (done && goDown && isOne) down();
  };
  const commit = (goDown: boolean): void => {
    if (typed === '') return;
    const means = typedMeans(typed);
    const session = sheet.sessions[active.column];
    setTyped('');
    if ('mark' in means) put({ mark: means.mark }, goDown);
    else if (means.minutes === 0) setSaid(t('learning:grid.noMinutes'));
    else put(session?.minutes === means.minutes ? { mark: 'PRESENT' } : { mark: 'PRESENT', minutes: means.minutes }, goDown);
  };
  const commitLater = useEffectEvent(() => commit(false));
  useEffect(() => {
    if (!/^[1-7]$/.test(typed)) return undefined;
    const timer = window.setTimeout(() => commitLater(), PATIENCE);
    return () => window.clearTimeout(timer);
  }, [typed]);

  const again = (changes: readonly Change[]): void => {
    const [first] = changes;
    if (first === undefined) return;
    const place = within({ row: sheet.people.findIndex(({ personId }) => personId === first.personId), column: sheet.sessions.findIndex(({ id }) => id === first.sessionId) });
    setWanted({ active: place, anchor: place });
    tell(changes, undefined);
  };
  const copy = (): void => {
    const rows = [Math.min(anchor.row, active.row), Math.max(anchor.row, active.row)] as const;
    copied.current = Array.from({ length: rows[1] - rows[0] + 1 }, (_, at) =>
      cellsOf({ from: { row: rows[0] + at, column: anchor.column }, to: { row: rows[0] + at, column: active.column } }).map((place) => {
        const cell = cellAt(sheet, place);
        return cell === undefined ? { mark: null } : marks.at(cell.person.personId, cell.session.id);
      }),
    );
    setSaid(t('learning:grid.copied', { count: copied.current.flat().length }));
  };
  const paste = (): void => {
    const from = { row: Math.min(anchor.row, active.row), column: Math.min(anchor.column, active.column) };
    const places = copied.current.flatMap((values, row) => values.map((_, column) => ({ row: from.row + row, column: from.column + column })));
    enter(entering(sheet, places.filter((place) => cellAt(sheet, place) !== undefined), ({ row, column }) => copied.current[row - from.row]?.[column - from.column] ?? { mark: null }));
  };
  const fill = (): void => {
    if (!mayWrite) return;
    const filled = fillingColumn(sheet, marks, active.column);
    if (filled.changes.length === 0 && filled.refusal === undefined) setSaid(t('learning:grid.full'));
    else enter(filled);
  };
  const undo = (): void => again(marks.undo((change) => mayChange(sheet, change)));
  const redo = (): void => again(marks.redo((change) => mayChange(sheet, change)));

  const onKeyDown = (event: KeyboardEvent, page: number): void => {
    const act = actOf(event, { at: active, rows: sheet.people.length, columns: sheet.sessions.length, page, language: preferences.language });
    if (act === undefined) return;
    event.preventDefault();
    if (act.do === 'move') return goTo(act.to, act.extend);
    if (!mayWrite) return undefined;
    if (act.do === 'digit') return setTyped((typed + act.digit).slice(0, 4));
    if (act.do === 'enter') return typed === '' ? down() : commit(true);
    if (act.do === 'drop') return setTyped('');
    setTyped('');
    if (act.do === 'mark') return put({ mark: act.mark }, act.mark !== null);
    if (act.do === 'cycle') {
      const cell = cellAt(sheet, active);
      return put({ mark: nextMark(cell === undefined ? undefined : (marks.at(cell.person.personId, cell.session.id).mark ?? undefined)) }, false);
    }
    if (act.do === 'fill') return fill();
    return { undo, redo, copy, paste }[act.do]();
  };
  return { sheet, mayWrite, active, anchor, typed, said, goTo, onKeyDown, commit: () => commit(false), mark: (mark) => put({ mark }, true), fill, undo, redo };
};
