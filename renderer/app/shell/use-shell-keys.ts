import { useEffect, useEffectEvent } from 'react';
import { useMay, useSession } from '../session-context.tsx';
import type { Desk } from './desk-context.ts';

/** Marks the input that the slash brings the focus to. */
export const SEARCH_ID = 'varco-search';

type ShellAct = 'palette' | 'note' | 'lock' | 'keys' | 'search';

/** What a key asks for, wherever the focus stands. Keys without Ctrl belong to the text while somebody types. */
export const shellAct = (event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>, typing: boolean): ShellAct | undefined => {
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) {
    if (event.shiftKey) return undefined;
    return ({ k: 'palette', n: 'note', l: 'lock' } as const)[event.key.toLowerCase()];
  }
  if (event.key === 'F1') return 'keys';
  if (typing) return undefined;
  return ({ '/': 'search', '?': 'keys' } as const)[event.key];
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && (target.isContentEditable || target.role === 'spinbutton'));

/** A question that must be answered first, or any dialog at all. */
const open = (which: 'alertdialog' | 'dialog'): boolean => document.querySelector(which === 'dialog' ? '.v-veil' : '.v-veil [role="alertdialog"]') !== null;

/** The keys that work on every screen behind the unlock. The palette leads away, so it does not open over a dialog; a note does. */
export const useShellKeys = (desk: Desk): void => {
  const { lock } = useSession();
  const may = useMay();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const act = shellAct(event, isTyping(event.target));
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const above = desk.shown?.what;
    if (act === 'lock') lock();
    else if (act === 'palette') {
      if (above === 'palette') desk.clear();
      else if (!open('dialog')) desk.lay({ what: 'palette' });
    } else if (act === 'note') {
      if (above !== 'note' && !open('alertdialog') && may('case.write')) desk.newNote();
    } else if (open('dialog')) return;
    else if (act === 'keys') desk.lay({ what: 'keys' });
    else document.getElementById(SEARCH_ID)?.focus();
  });
  useEffect(() => {
    // before any field hears it: fields keep keys to themselves
    const hear = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, []);
};
