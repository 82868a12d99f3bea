import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchPath, useLocation } from 'react-router';
import { useAskedForm } from '../drafts/use-form-open.ts';
import { hush, Toasts } from '../../design/toast.tsx';
import { AskedAbout } from '../../features/disclosures/asked-about.tsx';
import { NoteDialog } from '../../features/notes/note-dialog.tsx';
import { KeysHelp } from '../../features/palette/keys-help.tsx';
import { Palette } from '../../features/palette/palette.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { useDesk, withNote, type Desk, type OnDesk } from './desk-context.ts';
import { screenPaths } from './screen-paths.ts';

/** The person whose page an address is; undefined elsewhere. */
export const personOfPath = (pathname: string): string | undefined => matchPath(screenPaths.person, pathname)?.params.id;

/** What lies on the desk. */
export const useDeskState = (): Desk => {
  const [shown, setShown] = useState<OnDesk | undefined>(undefined);
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  }, [shown]);
  const { pathname } = useLocation();
  const here = personOfPath(pathname);
  return useMemo(
    () => ({
      shown,
      lay: setShown,
      newNote: (start) => setShown((before) => withNote(before, start ?? { personIds: here === undefined ? [] : [here] })),
      clear: () => setShown(undefined),
      isNoteOpen: () => latest.current?.what === 'note',
    }),
    [shown, here],
  );
};

/** Draws what lies over the screen, and what is told in passing. */
export const DeskThings = () => {
  const { t } = useTranslation();
  const { shown, clear, newNote } = useDesk();
  const { key } = useLocation();
  const asked = useAskedForm()?.open;
  useEffect(() => hush, []);
  const onAsked = useEffectEvent(() => {
    if (asked === 'notes.add') newNote();
    if (asked === 'notes.addAny') newNote({ personIds: [] });
  });
  // each asking counts once: the address it came with has a key of its own
  useEffect(() => onAsked(), [key]);
  return (
    <>
      {shown?.what === 'palette' ? <Palette onClose={clear} /> : null}
      {shown?.what === 'keys' ? <KeysHelp onClose={clear} /> : null}
      {shown?.what === 'note' ? <NoteDialog key={shown.turn} start={shown.start} onClose={clear} /> : null}
      {shown?.what === 'call' ? <AskedAbout onClose={clear} /> : null}
      <AboutDialog isOpen={shown?.what === 'about'} onClose={clear} />
      <Toasts label={t('common:palette.told')} closeLabel={t('common:act.close')} />
    </>
  );
};
