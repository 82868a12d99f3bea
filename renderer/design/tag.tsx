export type Tone = 'plain' | 'accent' | 'done' | 'warn' | 'danger';

/** A short state. The tone never says more than the word: a choice of the person is never `danger`. */
export const Tag = ({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: string }) => (
  <span className="v-tag" data-tone={tone}>
    {children}
  </span>
);
