import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { rowAfterKey } from './row-keys.ts';

export interface GridColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** share of the width, as CSS writes it in `grid-template-columns` */
  readonly width: string;
  /** name of the sort this column gives; absent: cannot be sorted by */
  readonly sort?: string;
  readonly cell: (row: Row) => ReactNode;
}

export interface VirtualGridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly total: number;
  /** undefined while the row is being read */
  readonly rowAt: (index: number) => Row | undefined;
  readonly onOpen: (row: Row, index: number) => void;
  readonly onRange: (first: number, last: number) => void;
  readonly sort: { readonly by: string; readonly descending: boolean };
  readonly onSort: (by: string) => void;
  readonly waiting: string;
  /** changes when the list is another one (a new search): it is shown from its start */
  readonly listKey: string;
  /** the row to begin at, with the focus: one comes back to where one was */
  readonly startAt?: number | undefined;
  /** absent: rows are only opened */
  readonly selection?: GridSelection<Row> | undefined;
  /** the row of what begins with the letters typed; null when there is none */
  readonly rowOfLetters?: (typed: string) => Promise<number | null>;
}

/** Rows that are chosen, for an act on all of them. */
export interface GridSelection<Row> {
  /** the column of marks is headed by this box: everything, something or nothing is chosen */
  readonly head: ReactNode;
  readonly isOn: (row: Row) => boolean;
  /** what the box of one row is called */
  readonly label: (row: Row) => string;
  readonly onToggle: (row: Row, index: number) => void;
  /** everything from the row toggled last to this one */
  readonly onExtend: (index: number) => void;
  readonly onAll: () => void;
  readonly onNone: () => void;
}

/** Milliseconds within which letters belong together. */
const TYPED_TOGETHER = 900;

/**
 * A list of thousands of rows of which only the visible ones exist. One row is in the tab order; arrows, Page, Home and
 * End move, letters lead to names that begin so, Enter opens. Where rows can be chosen Space chooses, with Shift from the
 * row chosen last, Ctrl A everything, Escape nothing. Rows may be of any height.
 */
export const VirtualGrid = <Row,>(props: VirtualGridProps<Row>) => {
  const { columns, total, rowAt, onOpen, onRange, listKey, selection } = props;
  const body = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(props.startAt ?? 0);
  const [shownList, setShownList] = useState(listKey);
  const wantsFocus = useRef(props.startAt !== undefined);
  const starts = useRef(props.startAt);
  const letters = useRef({ typed: '', at: 0 });
  const rows = useVirtualizer({ count: total, getScrollElement: () => body.current, estimateSize: () => 41, overscan: 8 });
  const shown = rows.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;

  useEffect(() => onRange(first, last), [first, last, onRange]);
  // another list begins at its first row; the one that is shown first may begin elsewhere
  if (shownList !== listKey) {
    setShownList(listKey);
    setActive(0);
  }
  useEffect(() => {
    if (starts.current === undefined) body.current?.scrollTo({ top: 0 });
  }, [listKey]);
  const bringBack = useEffectEvent(() => {
    if (starts.current === undefined) return;
    rows.scrollToIndex(starts.current, { align: 'center' });
    starts.current = undefined;
  });
  useEffect(() => {
    if (total > 0) bringBack();
  }, [total]);
  const activeRow = Math.min(active, Math.max(total - 1, 0));
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = body.current?.querySelector<HTMLElement>(`[data-index="${activeRow}"]`);
    if (row === null || row === undefined) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  }, [activeRow, shown]);

  const goTo = (row: number) => {
    wantsFocus.current = true;
    setActive(row);
    rows.scrollToIndex(row, { align: 'auto' });
  };
  const findLetters = async (key: string, at: number) => {
    const { typed, at: before } = letters.current;
    const together = at - before < TYPED_TOGETHER ? typed + key : key;
    letters.current = { typed: together, at };
    const row = await props.rowOfLetters?.(together);
    if (row !== null && row !== undefined && letters.current.typed === together) goTo(row);
  };
  const onChoiceKey = (event: KeyboardEvent): boolean => {
    if (selection === undefined) return false;
    const row = rowAt(activeRow);
    if (event.key === ' ') {
      if (event.shiftKey) selection.onExtend(activeRow);
      else if (row !== undefined) selection.onToggle(row, activeRow);
    } else if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const next = rowAfterKey(event.key, activeRow, total, 1) ?? activeRow;
      goTo(next);
      selection.onExtend(next);
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) selection.onAll();
    else if (event.key === 'Escape') selection.onNone();
    else return false;
    event.preventDefault();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (onChoiceKey(event)) return;
    if (props.rowOfLetters !== undefined && isLetter(event)) {
      event.preventDefault();
      void findLetters(event.key, event.timeStamp);
      return;
    }
    if (event.key === 'Enter') {
      const row = rowAt(activeRow);
      if (row !== undefined) onOpen(row, activeRow);
      return;
    }
    const pageSize = Math.max(1, last - first - 16);
    const next = rowAfterKey(event.key, activeRow, total, pageSize);
    if (next === undefined) return;
    event.preventDefault();
    goTo(next);
  };

  const template = { '--v-columns': [...(selection === undefined ? [] : ['1.75rem']), ...columns.map((column) => column.width)].join(' ') } as CSSProperties;
  const before = selection === undefined ? 0 : 1;
  return (
    <div className="v-grid" role="grid" aria-label={props.label} aria-rowcount={total + 1} aria-colcount={columns.length + before} {...(selection === undefined ? {} : { 'aria-multiselectable': true, 'data-chosen': '' })} style={template}>
      <div className="v-grid-head" role="rowgroup">
        <div className="v-grid-row" role="row" aria-rowindex={1}>
          {selection === undefined ? null : (
            <div className="v-grid-head-cell" role="columnheader" data-column="choice">
              {selection.head}
            </div>
          )}
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </div>
      </div>
      <div ref={body} className="v-grid-body" role="rowgroup">
        <div className="v-grid-all" role="presentation" style={{ height: rows.getTotalSize() }}>
          {shown.map((item) => {
            const row = rowAt(item.index);
            return (
              <div
                key={item.key}
                ref={rows.measureElement}
                data-index={item.index}
                className="v-grid-row"
                role="row"
                aria-rowindex={item.index + 2}
                tabIndex={item.index === activeRow ? 0 : -1}
                {...(selection === undefined ? {} : { 'aria-selected': row !== undefined && selection.isOn(row) })}
                style={{ transform: `translateY(${item.start}px)` }}
                onFocus={() => setActive(item.index)}
                onKeyDown={onKeyDown}
                onClick={() => {
                  if (row !== undefined) onOpen(row, item.index);
                }}
              >
                {selection === undefined ? null : <ChoiceCell selection={selection} row={row} index={item.index} onShift={() => setActive(item.index)} />}
                {columns.map((column, at) => (
                  <div key={column.id} className="v-grid-cell" role="gridcell" aria-colindex={at + 1 + before} data-column={column.id}>
                    {row === undefined ? at === 0 ? <span className="v-grid-wait">{props.waiting}</span> : null : column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
};

interface ChoiceCellProps<Row> {
  readonly selection: GridSelection<Row>;
  readonly row: Row | undefined;
  readonly index: number;
  readonly onShift: () => void;
}

/** The box of one row. It opens nothing; the row says by itself whether it is chosen, so the box is for the pointer. */
const ChoiceCell = <Row,>({ selection, row, index, onShift }: ChoiceCellProps<Row>) => (
  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Space on the row does the same
  <div
    className="v-grid-cell"
    role="gridcell"
    aria-colindex={1}
    data-column="choice"
    tabIndex={-1}
    {...(row === undefined ? {} : { 'aria-label': selection.label(row) })}
    onClick={(event) => {
      event.stopPropagation();
      event.currentTarget.parentElement?.focus({ preventScroll: true });
      onShift();
      if (event.shiftKey) selection.onExtend(index);
      else if (row !== undefined) selection.onToggle(row, index);
    }}
  >
    <span className="v-check-box" data-on={row !== undefined && selection.isOn(row) ? '' : undefined} aria-hidden="true">
      <svg viewBox="0 0 12 12">{row !== undefined && selection.isOn(row) ? <path d="M1.5 6.5l3 3 6-7" /> : null}</svg>
    </span>
  </div>
);

const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => !ctrlKey && !metaKey && !altKey && /^[\p{L}\p{N}]$/u.test(key);

interface HeadCellProps<Row> {
  readonly column: GridColumn<Row>;
  readonly sort: { readonly by: string; readonly descending: boolean };
  readonly onSort: (by: string) => void;
}

const HeadCell = <Row,>({ column, sort, onSort }: HeadCellProps<Row>) => {
  const by = column.sort;
  const on = by !== undefined && sort.by === by;
  const order = on ? (sort.descending ? 'descending' : 'ascending') : 'none';
  return (
    <div className="v-grid-head-cell" role="columnheader" {...(by === undefined ? {} : { 'aria-sort': order })}>
      {by === undefined ? (
        column.title
      ) : (
        <Button className="v-sort" {...(on ? { 'data-on': '' } : {})} onPress={() => onSort(by)}>
          {column.title}
          <span aria-hidden="true">{on ? (sort.descending ? '↓' : '↑') : ''}</span>
        </Button>
      )}
    </div>
  );
};
