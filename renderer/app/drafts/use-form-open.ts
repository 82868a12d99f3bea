import { useState } from 'react';
import { useLocation } from 'react-router';
import { z } from 'zod';
import type { FormId } from './forms.ts';

/** What *Continue* puts beside the address: which form to open there. */
const Asked = z.object({ open: z.string(), about: z.string().optional() });

/** The state of an address that opens a form. */
export const openState = (form: string, about: string | undefined): z.infer<typeof Asked> => ({ open: form, ...(about === undefined ? {} : { about }) });

/** Which form the address asks to open, and what it is about. */
export const useAskedForm = (): z.infer<typeof Asked> | undefined => {
  const { state } = useLocation() as { readonly state: unknown };
  return Asked.safeParse(state).data;
};

/**
 * Whether a form is open: `useState(false)` that *Continue* can open, too.
 * @param about only when it is asked for this matter
 */
export const useFormOpen = (form: FormId, about?: string): readonly [boolean, (open: boolean) => void] => {
  const { key } = useLocation();
  const asked = useAskedForm();
  const [opened, setOpened] = useState(false);
  // each asking counts once: closed, it stays closed until it is asked again
  const [answered, setAnswered] = useState<string | undefined>(undefined);
  const wanted = asked?.open === form && (about === undefined || asked.about === about) && answered !== key;
  return [
    opened || wanted,
    (open) => {
      setOpened(open);
      if (!open) setAnswered(key);
    },
  ];
};
