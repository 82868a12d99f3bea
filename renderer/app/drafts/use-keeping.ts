import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Problem } from '../problem.ts';
import type { FormPlace } from './forms.ts';
import { useShelf } from './shelf-context.tsx';
import { useAutosave } from './use-autosave.ts';

/** What is known of the draft of an open form. */
export interface Kept {
  /** when the draft was saved that stands in the fields, an instant; undefined: none was restored */
  readonly restoredAt: string | undefined;
  /** why it cannot be kept */
  readonly problem: Problem | undefined;
  /** Empties the fields and forgets the draft. */
  readonly discard: () => void;
  /** The form was sent: forgets the draft. Resolves when nothing of it is left. */
  readonly done: () => Promise<void>;
}

/**
 * Keeps a text that stands for the state of a form.
 * @param empty the text of a form in which nothing was typed: it is not kept
 * @param hand takes a kept text, or the empty one, into the fields; false when it is about something else
 */
export const useKeeping = ({ form, personId, about }: FormPlace, empty: string, hand: (text: string) => boolean): Kept & { readonly changed: (text: string) => void } => {
  const shelf = useShelf();
  const place = useMemo(() => ({ form, personId, about }), [form, personId, about]);
  const last = useRef(empty);
  const typed = useRef(false);
  const [restoredAt, setRestoredAt] = useState<string | undefined>(undefined);
  const restore = useEffectEvent((text: string, savedAt: string) => {
    // whoever was quicker than the vault keeps what they typed
    if (typed.current) return;
    last.current = text;
    if (hand(text)) setRestoredAt(savedAt);
    else last.current = empty;
  });
  const { change, flush, cancel, problem } = useAutosave<string>(
    useCallback((text) => (shelf === undefined ? Promise.resolve() : text === empty ? shelf.drop(place) : shelf.keep(place, text)), [shelf, place, empty]),
  );
  useEffect(() => {
    if (shelf === undefined) return undefined;
    let gone = false;
    const closed = shelf.opened(place);
    shelf.find(place).then(
      (found) => {
        if (found !== null && !gone) restore(found.value, found.savedAt);
      },
      () => undefined,
    );
    return () => {
      gone = true;
      // what was typed last is saved first, so that it is offered as it stands
      void flush().finally(closed);
    };
  }, [shelf, place, flush]);
  const done = useCallback(async () => {
    await cancel();
    setRestoredAt(undefined);
    // the act is done; a draft that could not be forgotten is offered again and can be discarded
    await shelf?.drop(place).catch(() => undefined);
  }, [cancel, shelf, place]);
  return {
    restoredAt,
    problem,
    done,
    discard: () => {
      last.current = empty;
      hand(empty);
      void done();
    },
    changed: useCallback(
      (text: string) => {
        if (text === last.current) return;
        last.current = text;
        typed.current = true;
        change(text);
      },
      [change],
    ),
  };
};
