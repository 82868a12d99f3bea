import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useMay, useSession } from '../../app/session-context.tsx';
import { personPath, programmePath, screenPaths, sittingPath } from '../../app/shell/screen-paths.ts';
import { useLongDateText } from '../../app/long-date.ts';
import { useDateText } from '../../app/words.ts';
import { useOnce } from '../../app/use-once.ts';
import type { EntryGroup } from './palette-rules.ts';

/** Sittings that are over and still offered: the newest. */
const PAST_SITTINGS = 20;

/** The first answer of a live query, which is then ended. */
const first = async <T>(query: Promise<AsyncIterable<T>>): Promise<T | undefined> => {
  for await (const value of await query) return value;
  return undefined;
};

/** Programmes, services, sittings and the people whose requests are open, by name, for the one search. `on`: not beside a person, where nothing leads away. */
export const useThings = (on: boolean): readonly EntryGroup[] => {
  const { t } = useTranslation();
  const { status } = useSession();
  const may = useMay();
  const navigate = useNavigate();
  const { language } = usePreferences().preferences;
  const day = useLongDateText('whole');
  const date = useDateText();
  const works = on && may('case.read') && status.workplace?.kind === 'prison';
  const teaches = on && may('learning.read') && status.workplace?.kind === 'prison';
  const knowsServices = on && may('contact.read');
  const programmes = useOnce(`programmes ${teaches}`, async (client) => (teaches ? await first(client.learning.programmes()) : [])) ?? [];
  const services = useOnce(`services ${knowsServices}`, async (client) => (knowsServices ? await first(client.contacts.list()) : [])) ?? [];
  const sittings = useOnce(`sittings ${works}`, async (client) => (works ? await first(client.sittings.list()) : undefined));
  const requests = useOnce(`requests ${works}`, async (client) => (works ? await first(client.requests.open()) : undefined));
  return [
    {
      id: 'sittings',
      title: t('sittings:title'),
      entries: [...(sittings?.ahead ?? []), ...(sittings?.past ?? []).slice(0, PAST_SITTINGS)].map(({ id, kind, on: held, body, place }) => ({
        id: `sitting.${id}`,
        label: `${sittings?.bodies.find(({ code }) => code === body)?.names[language] ?? t(`enums:sittingKind.${kind}`)}, ${day(held)}`,
        ...(place === undefined ? {} : { detail: place }),
        // found by its kind and by the day in figures, too
        also: `${t(`enums:sittingKind.${kind}`)} ${date(held)}`,
        run: () => void navigate(sittingPath(id)),
      })),
    },
    {
      id: 'requests',
      title: t('requests:title'),
      entries: (requests?.lines ?? []).map(({ id, person, about, receivedOn }) => ({
        id: `request.${id}`,
        label: `${t(`enums:requestAbout.${about}`)}: ${person.name}`,
        detail: date(receivedOn),
        also: person.code,
        run: () => void navigate(personPath(person.id, 'requests')),
      })),
    },
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
