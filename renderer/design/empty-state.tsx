import type { ReactNode } from 'react';

/** Nothing here yet: why, and what to do first. */
export const EmptyState = ({ title, text, children }: { readonly title: string; readonly text: string; readonly children?: ReactNode }) => (
  <div className="v-empty">
    <h2>{title}</h2>
    <p className="v-soft">{text}</p>
    {children === undefined ? null : <div className="v-row">{children}</div>}
  </div>
);
