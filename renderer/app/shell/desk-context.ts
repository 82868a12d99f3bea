import { createContext, useContext } from 'react';

/** A note to begin with: for whom. */
export interface NoteStart {
  readonly personIds: readonly string[];
}

/** A new note that lies on the desk; `turn` tells it from the one that lay there before. */
export interface NoteOnDesk {
  readonly what: 'note';
  readonly start: NoteStart;
  readonly turn: number;
}

/** What lies over the screen. */
export type OnDesk = { readonly what: 'palette' | 'keys' | 'about' | 'call' } | NoteOnDesk;

/** A new note in place of what lies there: never the fields of another one. */
export const withNote = (before: OnDesk | undefined, start: NoteStart): NoteOnDesk => ({ what: 'note', start, turn: before?.what === 'note' ? before.turn + 1 : 0 });

/** What can be laid over any screen: one thing at a time, the screen below stays as it is. */
export interface Desk {
  readonly shown: OnDesk | undefined;
  readonly lay: (thing: OnDesk) => void;
  /** a new note: for these people, or for whoever the screen is about */
  readonly newNote: (start?: NoteStart) => void;
  readonly clear: () => void;
  /** whether a note lies there at this moment, also for what was told before */
  readonly isNoteOpen: () => boolean;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

/** @throws Error outside the shell */
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('no desk around this component');
  return desk;
};
