import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { memo, useEffect, useId, useRef, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';

/** Pixels at 100 %: the window's own zoom enlarges them with the text. */
const HEAD = 48;
const ROW = 36;
const COLUMN = 52;
const NAMES = 244;

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Cells from one corner to the other, both included. */
export interface CellArea {
  readonly from: CellPlace;
  readonly to: CellPlace;
}

export interface CellLook {
  readonly text: string;
  /** what a screen reader says of the cell */
  readonly label: string;
  /** how it is drawn, never the only sign of what it means */
  readonly tone: string;
  /** nothing can be entered here */
  readonly inert: boolean;
}

export interface CellGridProps {
  readonly label: string;
  readonly rows: number;
  readonly columns: number;
  readonly corner: string;
  /** `detail` stands at the end of the head; `title` is told when the name is cut */
  readonly rowHead: (row: number) => { readonly name: string; readonly detail: string; readonly title: string };
  readonly columnHead: (column: number) => { readonly content: ReactNode; readonly label: string; readonly inert: boolean };
  readonly cell: (place: CellPlace) => CellLook;
  /** another value whenever a cell or the head of a row may look different: rows are drawn again only then */
  readonly picture: unknown;
  readonly active: CellPlace;
  /** the other corner of the marked area; the same as `active` when it is one cell */
  readonly anchor: CellPlace;
  readonly onActive: (place: CellPlace, extend: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent, page: number) => void;
  readonly onBlur: () => void;
  /** id of the text that explains the keys */
  readonly describedBy: string;
}

const isBetween = (at: number, one: number, other: number): boolean => at >= Math.min(one, other) && at <= Math.max(one, other);

/**
 * A sheet of cells for the keyboard, of which only the visible ones exist in either direction. The sheet as a whole has
 * the focus and names its active cell, so that no key is lost while cells come and go; heads stay in sight.
 */
export const CellGrid = (props: CellGridProps) => {
  const { rows: rowCount, columns: columnCount, active } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const rows = useVirtualizer({ count: rowCount, getScrollElement: () => scroller.current, estimateSize: () => ROW, paddingStart: HEAD, scrollPaddingStart: HEAD, overscan: 4 });
  const columns = useVirtualizer({ count: columnCount, horizontal: true, getScrollElement: () => scroller.current, estimateSize: () => COLUMN, paddingStart: NAMES, scrollPaddingStart: NAMES, overscan: 3 });
  useEffect(() => {
    rows.scrollToIndex(active.row, { align: 'auto' });
    columns.scrollToIndex(active.column, { align: 'auto' });
  }, [rows, columns, active.row, active.column]);

  const shownRows = rows.getVirtualItems();
  const shownColumns = columns.getVirtualItems();
  const isShown = shownRows.some(({ index }) => index === active.row) && shownColumns.some(({ index }) => index === active.column);
  const cellId = ({ row, column }: CellPlace): string => `${id}-${row}-${column}`;
  const onMouseDown = ({ target, shiftKey }: MouseEvent): void => {
    const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-column]') : null;
    if (cell !== null) props.onActive({ row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) }, shiftKey);
  };
  const page = Math.max(1, shownRows.length - 9);
  const wide: CSSProperties = { width: columns.getTotalSize() };
  return (
    <div
      ref={scroller}
      className="v-cells"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-multiselectable="true"
      aria-rowcount={rowCount + 1}
      aria-colcount={columnCount + 1}
      {...(isShown ? { 'aria-activedescendant': cellId(active) } : {})}
      onKeyDown={(event) => props.onKeyDown(event, page)}
      onMouseDown={onMouseDown}
      onBlur={props.onBlur}
    >
      <div className="v-cells-all" role="presentation" style={{ ...wide, height: rows.getTotalSize() }}>
        <div className="v-cells-head" role="rowgroup" style={wide}>
          <div role="row" aria-rowindex={1} className="v-cells-row" style={{ ...wide, height: HEAD }}>
            <div role="columnheader" aria-colindex={1} className="v-cells-name v-cells-corner" style={{ width: NAMES, height: HEAD }}>
              {props.corner}
            </div>
            {shownColumns.map((column) => {
              const head = props.columnHead(column.index);
              return (
                <div
                  key={column.key}
                  role="columnheader"
                  aria-colindex={column.index + 2}
                  aria-label={head.label}
                  className="v-cells-day"
                  {...(head.inert ? { 'data-inert': '' } : {})}
                  {...(column.index === active.column ? { 'data-here': '' } : {})}
                  style={{ left: column.start, width: COLUMN, height: HEAD }}
                >
                  {head.content}
                </div>
              );
            })}
          </div>
        </div>
        <div role="rowgroup">
          {shownRows.map((row) => (
            <CellRow key={row.key} grid={props} row={row} columns={shownColumns} width={columns.getTotalSize()} cellId={cellId} {...inRow(row.index, active, props.anchor)} />
          ))}
        </div>
      </div>
    </div>
  );
};

interface CellRowProps {
  readonly grid: CellGridProps;
  readonly row: VirtualItem;
  readonly columns: readonly VirtualItem[];
  readonly width: number;
  readonly cellId: (place: CellPlace) => string;
  /** column of the active cell, -1 when it is in another row */
  readonly activeAt: number;
  /** first and last marked column; nothing is marked when the first comes after the last */
  readonly from: number;
  readonly to: number;
}

/** What of the active cell and the marked area concerns one row. */
const inRow = (row: number, active: CellPlace, anchor: CellPlace): Pick<CellRowProps, 'activeAt' | 'from' | 'to'> => ({
  activeAt: row === active.row ? active.column : -1,
  ...(isBetween(row, active.row, anchor.row) ? { from: Math.min(active.column, anchor.column), to: Math.max(active.column, anchor.column) } : { from: 0, to: -1 }),
});

const looksSame = (a: CellRowProps, b: CellRowProps): boolean =>
  a.grid.picture === b.grid.picture &&
  a.activeAt === b.activeAt &&
  a.from === b.from &&
  a.to === b.to &&
  a.width === b.width &&
  a.row.index === b.row.index &&
  a.columns.length === b.columns.length &&
  a.columns[0]?.index === b.columns[0]?.index;

const CellRow = memo(({ grid, row, columns, width, cellId, activeAt, from, to }: CellRowProps) => {
  const head = grid.rowHead(row.index);
  return (
    <div role="row" aria-rowindex={row.index + 2} className="v-cells-row" style={{ width, top: row.start, height: ROW }}>
      <div role="rowheader" aria-colindex={1} className="v-cells-name" {...(activeAt >= 0 ? { 'data-here': '' } : {})} style={{ width: NAMES, height: ROW }}>
        <span title={head.title}>{head.name}</span>
        <span>{head.detail}</span>
      </div>
      {columns.map((column) => {
        const place = { row: row.index, column: column.index };
        const look = grid.cell(place);
        const isActive = column.index === activeAt;
        const isMarked = column.index >= from && column.index <= to;
        return (
          <div
            key={column.key}
            id={cellId(place)}
            role="gridcell"
            aria-colindex={column.index + 2}
            aria-label={look.label}
            aria-selected={isMarked}
            className="v-cell"
            data-tone={look.tone}
            {...(look.inert ? { 'data-inert': '', 'aria-disabled': true } : {})}
            {...(isActive ? { 'data-active': '' } : {})}
            {...(isMarked && !isActive ? { 'data-marked': '' } : {})}
            data-row={row.index}
            data-column={column.index}
            style={{ left: column.start, width: COLUMN, height: ROW }}
          >
            {look.text}
          </div>
        );
      })}
    </div>
  );
}, looksSame);
