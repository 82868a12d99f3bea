import { useRef, useState } from 'react';
import type { z } from 'zod';
import type { FormPlace } from './forms.ts';
import { useKeeping, type Kept } from './use-keeping.ts';

export interface KeptDraftOptions<T> extends FormPlace {
  /** reads a kept state again; what it does not accept is left aside */
  readonly schema: z.ZodType<T>;
  /** the state in which nothing was typed: it is not kept */
  readonly empty: T;
  /** what of a state is worth keeping; without it, all */
  readonly worth?: (value: T) => T;
}

/** State that is no form (a line not yet entered, marks not yet saved), kept while it changes. */
export const useKeptDraft = <T>({ schema, empty, worth = (value) => value, ...place }: KeptDraftOptions<T>): { readonly value: T; readonly set: (change: (now: T) => T) => void; readonly kept: Kept } => {
  const [value, setValue] = useState(empty);
  // two changes within one event build on each other
  const latest = useRef(empty);
  const show = (next: T) => {
    latest.current = next;
    setValue(next);
  };
  const { changed, ...kept } = useKeeping(place, JSON.stringify(empty), (text) => {
    show(read(schema, text) ?? empty);
    return true;
  });
  const set = (change: (now: T) => T) => {
    show(change(latest.current));
    changed(JSON.stringify(worth(latest.current)));
  };
  return { value, set, kept };
};

const read = <T>(schema: z.ZodType<T>, text: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
