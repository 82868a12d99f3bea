import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMay } from '../../app/session-context.tsx';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useTogether } from '../../app/shell/together.ts';
import { useFound } from '../../app/use-found.ts';
import { Dialog } from '../../design/dialog.tsx';
import { Finder } from '../../design/finder.tsx';
import { narrowed, PEOPLE, type EntryGroup } from './palette-rules.ts';
import { useEntries } from './use-entries.ts';
import { useThings } from './use-things.ts';

/** People offered at once: more typing narrows better than scrolling. */
const PEOPLE_SHOWN = 8;

/** Everything by typing a few letters: people, screens and acts. Beside a person it offers nobody else. */
export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const together = useTogether();
  const finds = useMay()('case.read') && !together.on;
  const [typed, setTyped] = useState('');
  const found = useFound(finds ? typed : '', PEOPLE_SHOWN);
  const entries = useEntries();
  const things = useThings(!together.on);
  const searching = typed.trim() !== '';
  const groups = useMemo<readonly EntryGroup[]>(
    () => [
      ...entries,
      {
        id: PEOPLE,
        title: t('common:palette.people'),
        entries: found.people.map(({ id, name, code, unit }) => ({
          id: `person.${id}`,
          label: name,
          detail: [code, unit].filter((part) => part !== undefined).join(' · '),
          run: () => void navigate(personPath(id)),
        })),
      },
      // many, and of use only once it is known what is looked for; somebody's number means them, not what they asked for
      ...(searching ? things : []),
    ],
    [entries, things, searching, found.people, navigate, t],
  );
  const shown = useMemo(() => narrowed(groups, typed), [groups, typed]);
  const pick = useCallback(
    (id: string) => {
      const entry = groups.flatMap((group) => group.entries).find((candidate) => candidate.id === id);
      if (entry === undefined) return;
      onClose();
      entry.run();
    },
    [groups, onClose],
  );
  return (
    <Dialog title={t('common:palette.title')} isOpen onClose={onClose} high>
      <Finder
        label={finds ? t('common:palette.label') : t('common:palette.labelActs')}
        placeholder={finds ? t('common:palette.label') : t('common:palette.labelActs')}
        typed={typed}
        onType={setTyped}
        groups={shown}
        ready={found.ready}
        onPick={pick}
        none={t('common:palette.none')}
        startsHere
      />
    </Dialog>
  );
};
