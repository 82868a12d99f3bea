import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';

/** Makes the service for exercises, so that the three acts can be tried before anybody is there to send to. */
export const Practise = () => {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { preferences } = usePreferences();
  const work = useAction();
  if (!may('contact.trust')) return null;
  return (
    <>
      <ProblemNotice problem={work.problem} />
      <p>{t('handover:practice.why')}</p>
      <Button isPending={work.pending} onPress={() => void work.run(() => client.contacts.addPractice({ language: preferences.language }))}>
        {t('handover:practice.add')}
      </Button>
    </>
  );
};
