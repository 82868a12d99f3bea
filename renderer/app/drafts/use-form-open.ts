import { useState } from 'react';
import { useLocation } from 'react-router';
import { z } from 'zod';
import type { FormId } from './forms.ts';

/** What *Continue* puts beside the address: which form to open there. */
const Asked = z.object({ open: z.string(), about: z.string().optional() });

/** The state of an address that opens a form. */
export const openState = (form: string, about: string | undefined): z.infer<typeof Asked> => ({ open: form, ...(about === undefined ? {} : { about }) });

type Asking = z.infer<typeof Asked>;

/** Which form the address asks to open, and what it is about; it stays asked until the address changes. */
export const useAskedForm = (): Asking | undefined => {
  const { state } = useLocation() as { readonly state: unknown };
  return Asked.safeParse(state).data;
};

/**
 * What of a screen is open, which *Continue* can open, too: `useState` that also listens to the address.
 * @param read what the asking opens here; undefined when it is for something else
 */
export const useAskable = <T>(read: (asked: Asking) => T | undefined): readonly [T | undefined, (next: T | undefined) => void] => {
  const { key, state } = useLocation() as { readonly key: string; readonly state: unknown };
  const [opened, setOpened] = useState<T | undefined>(undefined);
  // each asking counts once: closed, it stays closed until it is asked again
  const [answered, setAnswered] = useState<string | undefined>(undefined);
  const asked = answered === key ? undefined : Asked.safeParse(state).data;
  return [
    opened ?? (asked === undefined ? undefined : read(asked)),
    (next) => {
      setOpened(next);
      if (next === undefined) setAnswered(key);
    },
  ];
};

/**
 * Whether a form is open: `useState(false)` that *Continue* can open.
 * @param about only when it is asked for this matter
 */
export const useFormOpen = (form: FormId, about?: string): readonly [boolean, (open: boolean) => void] => {
  const [open, setOpen] = useAskable((asked) => (asked.open === form && (about === undefined || asked.about === about) ? true : undefined));
  return [open === true, (next) => setOpen(next ? true : undefined)];
};
