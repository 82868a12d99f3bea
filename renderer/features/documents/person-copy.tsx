import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/domain/people.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { Card, Stack } from '../../design/layout.tsx';
import { casePaper } from './paper.ts';
import { PaperActions } from './paper-actions.tsx';

/** The plan in plain words, for the person, in the language they read best. */
export const PersonCopy = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  return (
    <Card title={t('handover:documents.copy')}>
      <Stack gap={3}>
        <p className="v-soft">
          {t('handover:documents.copyText')} {person.copyLanguage === undefined ? null : t('handover:documents.copyReads', { language: t(`enums:language.${person.copyLanguage}`) })}
        </p>
        <PaperActions
          main
          paper={casePaper({ personId: person.id, document: 'person-copy' })}
          first={person.copyLanguage ?? preferences.language}
          look={t('documents:screen.lookCopy')}
          save={t('handover:documents.saveCopy')}
        />
      </Stack>
    </Card>
  );
};
