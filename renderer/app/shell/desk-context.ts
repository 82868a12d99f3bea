import { createContext, useContext } from 'react';
import type { NoteWords } from '../../../shared/domain/note.ts';

/** A note to begin with: for whom, and words that were taken back. */
export interface NoteStart {
  readonly personIds: readonly string[];
  readonly words?: NoteWords;
}

/** What lies over the screen. */
export type OnDesk = { readonly what: 'palette' | 'keys' | 'about' } | { readonly what: 'note'; readonly start: NoteStart };

/** What can be laid over any screen: one thing at a time, the screen below stays as it is. */
export interface Desk {
  readonly shown: OnDesk | undefined;
  readonly lay: (thing: OnDesk) => void;
  /** a new note: for these people, or for whoever the screen is about */
  readonly newNote: (start?: NoteStart) => void;
  readonly clear: () => void;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

/** @throws Error outside the shell */
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('no desk around this component');
  return desk;
};
