import type { ReactNode } from 'react';

/** What stands above a column: its words, or words that only readers of the screen hear. */
export type Head = string | { readonly hidden: string };

export interface TableProps {
  readonly heads: readonly Head[];
  /** the name of the table, where no heading gives it one */
  readonly label?: string;
  readonly caption?: string;
  /** a class of its own beside the one of all tables */
  readonly kind?: string;
  /** its rows */
  readonly children: ReactNode;
}

/** A table as they all are: column heads, and room to scroll sideways where the window is small. */
export const Table = ({ heads, label, caption, kind, children }: TableProps) => (
  <div className="v-scroll">
    <table className={kind === undefined ? 'v-table' : `v-table ${kind}`} {...(label === undefined ? {} : { 'aria-label': label })}>
      {caption === undefined ? null : <caption>{caption}</caption>}
      <thead>
        <tr>
          {heads.map((head) =>
            typeof head === 'string' ? (
              <th key={head} scope="col">
                {head}
              </th>
            ) : (
              <th key={head.hidden} scope="col">
                <span className="v-hidden">{head.hidden}</span>
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
