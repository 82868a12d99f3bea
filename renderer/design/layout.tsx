import { useId, type ReactNode } from 'react';

interface WithChildren {
  readonly children: ReactNode;
}

/** Things under each other. `gap` counts in steps of the spacing tokens. */
export const Stack = ({ children, gap = 4 }: WithChildren & { readonly gap?: 1 | 2 | 3 | 4 | 5 }) => (
  <div className="v-stack" data-gap={gap}>
    {children}
  </div>
);

/** Things beside each other, wrapping when the window is narrow. */
export const Row = ({ children, between = false, end = false, bottom = false }: WithChildren & { readonly between?: boolean; readonly end?: boolean; readonly bottom?: boolean }) => (
  <div className="v-row" {...(between ? { 'data-between': '' } : {})} {...(end ? { 'data-end': '' } : {})} {...(bottom ? { 'data-bottom': '' } : {})}>
    {children}
  </div>
);

/** A wide and a narrow column; one under the other when the window is narrow. */
export const Columns = ({ children }: WithChildren) => <div className="v-columns">{children}</div>;

/** Short fields beside each other. */
export const Pair = ({ children }: WithChildren) => <div className="v-pair">{children}</div>;

/** A sheet of the page with its own heading. `flush`: the content brings its own padding. */
export const Card = ({ title, aside, flush = false, children }: WithChildren & { readonly title: string; readonly aside?: ReactNode; readonly flush?: boolean }) => {
  const id = useId();
  return (
    <section className="v-card" aria-labelledby={id}>
      <div className="v-card-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      <div className="v-card-body" {...(flush ? { 'data-flush': '' } : {})}>
        {children}
      </div>
    </section>
  );
};

/** Names with their values. */
export const Facts = ({ entries }: { readonly entries: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="v-facts">
    {entries.map(([name, value]) => (
      <div key={name} className="v-contents">
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
