import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isCivilDate } from '../../../shared/domain/dates.ts';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useOnce } from '../../app/use-once.ts';
import { useDateText } from '../../app/words.ts';
import { Notice } from '../../design/notice.tsx';

interface AlikeHintProps {
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: string;
}

/** Who is here already, born that day, with a name that sounds like this one: told while it is typed, without leaving the form. */
export const AlikeHint = ({ familyName, givenName, birthDate }: AlikeHintProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  const name = { familyName: familyName.trim().slice(0, 200), givenName: givenName.trim().slice(0, 200) };
  const complete = name.familyName !== '' && isCivilDate(birthDate);
  const found = useOnce(complete ? JSON.stringify([name, birthDate]) : '', (client) => (complete ? client.people.alike({ ...name, birthDate }) : Promise.resolve(undefined)));
  if (!complete || found === undefined || found.people.length + found.elsewhere === 0) return null;
  return (
    <Notice tone="warn" title={t('duplicates:alike.title')}>
      <ul className="v-waiting">
        {found.people.map((person) => (
          <li key={person.id}>
            <span>
              <Link to={personPath(person.id)}>{person.name}</Link> · <span className="v-number">{person.code}</span> · {date(person.birthDate)}
              {[person.unit, t(`enums:personStatus.${person.status}`)].map((part) => (part === undefined ? '' : ` · ${part}`)).join('')}
            </span>
          </li>
        ))}
      </ul>
      {found.elsewhere === 0 ? null : <p>{t('duplicates:alike.elsewhere', { count: found.elsewhere })}</p>}
      <p>{t('duplicates:alike.text')}</p>
    </Notice>
  );
};
