import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CalendarEntry } from '../../../shared/contract/calendar.ts';
import { useEntryWords } from './entry-words.ts';

/** Entries of one day as links, each with its hour, what it is and whom it is about. */
export const Entries = ({ entries, label }: { readonly entries: readonly CalendarEntry[]; readonly label: string }) => {
  const { t } = useTranslation();
  const words = useEntryWords();
  return (
    <ul className="v-entries" aria-label={label}>
      {entries.map((entry) => {
        const { who, what, to } = words(entry);
        return (
          <li key={entry.key} data-kind={entry.kind}>
            <span className="v-entry-what">
              {entry.time === undefined ? null : <b className="v-number">{entry.time}</b>} {what}
            </span>
            <Link className="v-due-name" to={to}>
              {who === '' ? t('calendar:unnamed') : who}
            </Link>
            {entry.person === undefined ? null : <span className="v-due-who v-number">{[entry.person.code, entry.person.unit].filter((part) => part !== undefined).join(' · ')}</span>}
          </li>
        );
      })}
    </ul>
  );
};
