import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../shared/contract/people.ts';
import type { Person } from '../../../shared/domain/people.ts';
import { Tag } from '../../design/tag.tsx';

/** First letters of given and family name, as a colleague would write them: "ȘM" for Ștefan Mureșan. */
export const initials = ({ givenName, familyName }: Pick<Person, 'givenName' | 'familyName'>): string =>
  [givenName, familyName].map((name) => [...name.trim()][0] ?? '').join('').toLocaleUpperCase();

/** Who the page is about: name, number, age, regime, unit, and how they read. */
export const PersonHeader = ({ view, name }: { readonly view: PersonView; readonly name: string }) => {
  const { t } = useTranslation();
  const { person, age } = view;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const reading = [
    person.readingSupport === undefined || person.readingSupport === 'NONE' ? undefined : t(`enums:readingSupport.${person.readingSupport}`),
    person.copyLanguage === undefined ? undefined : t(`enums:language.${person.copyLanguage}`),
  ].filter((part) => part !== undefined);
  return (
    <header className="v-person">
      <div className="v-initials" aria-hidden="true">
        {initials(person)}
      </div>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {name}
        </h1>
        <div className="v-meta">
          <span className="v-number">{person.code}</span>
          <span>{t('people:person.age', { count: age })}</span>
          {person.regime === undefined ? null : <span>{person.regime}</span>}
          {person.unit === undefined ? null : <span>{person.unit}</span>}
          {person.legalPosition === undefined ? null : <span>{t(`enums:legalPosition.${person.legalPosition}`)}</span>}
          {reading.length === 0 ? null : <span>{reading.join(' · ')}</span>}
        </div>
      </div>
      <div>
        <Tag tone={person.status === 'PRE_RELEASE' ? 'accent' : 'plain'}>{t(`enums:personStatus.${person.status}`)}</Tag>
      </div>
    </header>
  );
};
