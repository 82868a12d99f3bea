import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { toProblem, type Problem } from '../problem.ts';
import type { FormPlace } from './forms.ts';
import { joined, Keeper } from './keeper.ts';
import { useShelf } from './shelf-context.tsx';
import { useAutosave } from './use-autosave.ts';

/** What is known of the draft of an open form. */
export interface Kept {
  /** when the draft was saved that stands in the fields, an instant; undefined: none was restored */
  readonly restoredAt: string | undefined;
  /** why it cannot be kept */
  readonly problem: Problem | undefined;
  /** its place holds a draft about something else, which stays: this form is not kept */
  readonly taken: boolean;
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
  const keeper = useMemo(() => (shelf === undefined ? undefined : new Keeper(shelf, place, empty)), [shelf, place, empty]);
  const last = useRef(empty);
  const typed = useRef(false);
  const [restoredAt, setRestoredAt] = useState<string | undefined>(undefined);
  const [taken, setTaken] = useState(false);
  const [unread, setUnread] = useState<Problem | undefined>(undefined);
  const restore = useEffectEvent((text: string, savedAt: string): boolean => {
    const before = last.current;
    // whoever was quicker than the vault keeps what they typed
    const both = typed.current ? joined(text, before) : text;
    last.current = text;
    if (!hand(text)) {
      last.current = before;
      return false;
    }
    last.current = both;
    if (both !== text) hand(both);
    setRestoredAt(savedAt);
    return true;
  });
  // whoever typed and locked before the place was read left words behind: they are still joined to what lies there
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);
  const { change, flush, cancel, problem } = useAutosave<string>(useCallback(() => keeper?.write(() => last.current) ?? Promise.resolve(), [keeper]));
  useEffect(() => {
    if (shelf === undefined || keeper === undefined) return undefined;
    let gone = false;
    const closed = shelf.opened(place);
    keeper.read((text, savedAt) => (!gone || (left.current && typed.current)) && restore(text, savedAt)).then(
      (ours) => {
        if (gone) return;
        setTaken(!ours);
        setUnread(undefined);
      },
      (error: unknown) => (gone ? undefined : setUnread(toProblem(error))),
    );
    return () => {
      gone = true;
      // what was typed last is saved first, so that it is offered as it stands
      void flush().finally(closed);
    };
  }, [shelf, keeper, place, flush]);
  const done = useCallback(async () => {
    await cancel();
    setRestoredAt(undefined);
    // the act is done; a draft that could not be forgotten is offered again and can be discarded
    await keeper?.forget().catch(() => undefined);
  }, [cancel, keeper]);
  return {
    restoredAt,
    problem: unread ?? problem,
    taken,
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
