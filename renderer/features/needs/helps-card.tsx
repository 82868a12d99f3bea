import { useTranslation } from 'react-i18next';
import type { Round } from '../../../shared/domain/needs.ts';
import type { Person } from '../../../shared/domain/people.ts';
import { useDateText } from '../../app/words.ts';
import { Card, Facts } from '../../design/layout.tsx';

interface HelpsCardProps {
  readonly person: Pick<Person, 'languages' | 'interpreterLanguage' | 'readingSupport' | 'copyLanguage'>;
  /** newest first */
  readonly rounds: readonly Round[];
}

/** How to talk with the person, and in which language their own copy is: what to know before one sits down together. */
export const HelpsCard = ({ person, rounds }: HelpsCardProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  const told = rounds.find(({ helps }) => helps !== undefined);
  const languages = [
    ...(person.languages ?? []).map(({ language, reads }) => `${language} (${reads ? t('needs:helps.reads') : t('needs:helps.readsNot')})`),
    ...(person.interpreterLanguage === undefined ? [] : [`${t('enums:readingSupport.INTERPRETER')}: ${person.interpreterLanguage}`]),
  ];
  const copy = [...(person.copyLanguage === undefined ? [t('needs:helps.copyMissing')] : [t(`enums:language.${person.copyLanguage}`)]), ...(person.readingSupport === undefined ? [] : [t(`enums:readingSupport.${person.readingSupport}`)])];
  return (
    <Card title={t('needs:helps.title')}>
      <Facts
        entries={[
          ...(languages.length === 0 ? [] : [[t('needs:helps.languages'), languages.join(' · ')] as const]),
          [t('needs:helps.copy'), copy.join(' · ')],
          ...(told === undefined ? [] : [[t('needs:card.helps'), `${told.helps ?? ''} (${date(told.conductedOn)})`] as const]),
        ]}
      />
    </Card>
  );
};
