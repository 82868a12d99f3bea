import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useMay, useSession } from '../../app/session-context.tsx';
import { programmePath, screenPaths } from '../../app/shell/screen-paths.ts';
import { useOnce } from '../../app/use-once.ts';
import type { EntryGroup } from './palette-rules.ts';

/** The first answer of a live query, which is then ended. */
const first = async <T>(query: Promise<AsyncIterable<T>>): Promise<T | undefined> => {
  for await (const value of await query) return value;
  return undefined;
};

/** Programmes and services by name, for the one search. `on`: not beside a person, where nothing leads away. */
export const useThings = (on: boolean): readonly EntryGroup[] => {
  const { t } = useTranslation();
  const { status } = useSession();
  const may = useMay();
  const navigate = useNavigate();
  const { language } = usePreferences().preferences;
  const teaches = on && may('learning.read') && status.workplace?.kind === 'prison';
  const knowsServices = on && may('contact.read');
  const programmes = useOnce(`programmes ${teaches}`, async (client) => (teaches ? await first(client.learning.programmes()) : [])) ?? [];
  const services = useOnce(`services ${knowsServices}`, async (client) => (knowsServices ? await first(client.contacts.list()) : [])) ?? [];
  return [
    {
      id: 'programmes',
      title: t('common:nav.programmes'),
      entries: programmes.map(({ id, title, code }) => ({
        id: `programme.${id}`,
        label: title[language],
        detail: code,
        // a programme is known by the name it has elsewhere, too
        also: [code, ...Object.values(title)].join(' '),
        run: () => void navigate(programmePath(id)),
      })),
    },
    {
      id: 'services',
      title: t('common:nav.services'),
      entries: services.map(({ id, name, phone }) => ({ id: `service.${id}`, label: name, ...(phone === undefined ? {} : { detail: phone }), run: () => void navigate(screenPaths.services) })),
    },
  ];
};
