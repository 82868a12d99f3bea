import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { screenPaths } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { useOnce } from '../../app/use-once.ts';
import { useDateText } from '../../app/words.ts';
import { Notice } from '../../design/notice.tsx';
import { cardsDue, type CardDue } from './card-due.ts';

const useCardsDue = (): readonly CardDue[] => {
  const { status } = useSession();
  const contacts = useLive('contacts', (core, signal) => core.contacts.list({}, { signal })).value ?? [];
  const own = useOnce(`own card ${status.today}`, (core) => core.contacts.own());
  return cardsDue(own?.card, contacts, status.today);
};

/** In the bar above every screen, for whoever may see to it, while a card ends soon or has ended. */
export const CardsDueLink = () => {
  const { t } = useTranslation();
  if (useCardsDue().length === 0) return null;
  return (
    <Link to={screenPaths.services} className="v-due-backup">
      {t('office:contacts.due')}
    </Link>
  );
};

interface CardsDueProps {
  readonly due: readonly CardDue[];
}

/** Which cards end, and what to do about each. */
export const CardsDueNotice = ({ due }: CardsDueProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  if (due.length === 0) return null;
  const words = ({ name, standing, validTo }: CardDue): string => {
    const soon = standing === 'ENDS_SOON';
    if (name === undefined) return t(soon ? 'office:contacts.ownEndsSoon' : 'office:contacts.ownExpired', { date: date(validTo) });
    return t(soon ? 'office:contacts.theirsEndsSoon' : 'office:contacts.theirsExpired', { name, date: date(validTo) });
  };
  return (
    <Notice tone="warn" title={t('office:contacts.due')}>
      <ul>
        {due.map((card) => (
          <li key={card.id}>{words(card)}</li>
        ))}
      </ul>
    </Notice>
  );
};
