import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../shared/contract/people.ts';
import type { Person } from '../../../shared/domain/people.ts';
import { isStopped } from '../../../shared/domain/person-machine.ts';
import type { PersonPart } from '../../app/shell/screen-paths.ts';
import { useTogether } from '../../app/shell/together.ts';
import { useMay, useSession, userName } from '../../app/session-context.tsx';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';

/** First letters of given and family name, as a colleague would write them: "ȘM" for Ștefan Mureșan. */
export const initials = ({ givenName, familyName }: Pick<Person, 'givenName' | 'familyName'>): string =>
  [givenName, familyName].map((name) => [...name.trim()][0] ?? '').join('').toLocaleUpperCase();

interface PersonHeaderProps {
  readonly view: PersonView;
  readonly name: string;
  /** the part that is open: what leads there is not offered again */
  readonly part: PersonPart;
  readonly onOpen: (part: PersonPart) => void;
}

/** Who the page is about: name, number, age, how they serve, how they read, who works with them; and the two acts. */
export const PersonHeader = ({ view, name, part, onOpen }: PersonHeaderProps) => {
  const { t } = useTranslation();
  const { person } = view;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const facts = useFacts(view);
  return (
    <header className="v-person">
      <div className="v-initials" aria-hidden="true">
        {initials(person)}
      </div>
      <div>
        <div className="v-person-name">
          <h1 ref={heading} tabIndex={-1}>
            {name}
          </h1>
          <Tag tone={person.status === 'PRE_RELEASE' ? 'accent' : 'plain'}>{t(`enums:personStatus.${person.status}`)}</Tag>
        </div>
        <div className="v-meta">
          <span className="v-number">{person.code}</span>
          {person.otherCodes === undefined ? null : <span>{t('duplicates:otherCodes', { codes: person.otherCodes.join(', ') })}</span>}
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </div>
      </div>
      <Acts person={person} part={part} onOpen={onOpen} />
    </header>
  );
};

/** What is known of the person, in a few words each; nothing stands there for what is not known. */
const useFacts = ({ person, age }: PersonView): readonly string[] => {
  const { t } = useTranslation();
  const { status } = useSession();
  const support = person.readingSupport === undefined || person.readingSupport === 'NONE' ? [] : [t(`enums:readingSupport.${person.readingSupport}`)];
  const copy = person.copyLanguage === undefined ? [] : [t(`enums:language.${person.copyLanguage}`)];
  const reading = [...support, ...copy].join(' · ');
  const custody = person.custody === undefined ? undefined : t(`enums:custodyStatus.${person.custody.status}`);
  const returnsBy = person.custody?.returnsBy;
  const manager = userName(status, person.caseManagerId);
  return [
    t('people:person.age', { count: age }),
    person.regime,
    person.unit,
    person.legalPosition === undefined ? undefined : t(`enums:legalPosition.${person.legalPosition}`),
    custody !== undefined && returnsBy !== undefined ? t('people:person.returnsBy', { status: custody, time: returnsBy }) : custody,
    reading,
    person.interpreterLanguage === undefined ? undefined : t('people:person.interpreter', { language: person.interpreterLanguage }),
    manager === undefined ? undefined : t('people:person.manager', { name: manager }),
  ].filter((fact): fact is string => fact !== undefined && fact !== '');
};

const Acts = ({ person, part, onOpen }: Pick<PersonHeaderProps, 'part' | 'onOpen'> & { readonly person: Pick<Person, 'afterRelease' | 'status'> }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const may = useMay();
  const together = useTogether();
  // of somebody who died or escaped nothing is sent, and where no service waits there is no ground to send: the person's own copy is what is left to make
  const sends = !isStopped(person.status) && person.afterRelease !== 'UNSUPERVISED' && status.workplace?.kind === 'prison' && may('handover.prepare') && may('contact.read');
  if (together.on) return <div />;
  return (
    <Row end>
      {may('document.make') && part !== 'documents' ? <Button variant={sends ? 'quiet' : 'go'} onPress={() => onOpen('documents')}>{t('people:person.documents')}</Button> : null}
      {sends && part !== 'handover' ? (
        <Button variant="go" onPress={() => onOpen('handover')}>
          {t('people:person.prepare')}
        </Button>
      ) : null}
    </Row>
  );
};
