import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Practise } from './practise.tsx';

/** The service for exercises: made and taken away with one press, in a prison. */
export const PracticeCard = ({ isThere }: { readonly isThere: boolean }) => {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { status } = useSession();
  const work = useAction();
  if (status.workplace?.kind !== 'prison' || !may('contact.trust')) return null;
  return (
    <Card title={t('handover:practice.title')}>
      <Stack gap={3}>
        {isThere ? (
          <>
            <p>{t('handover:practice.there')}</p>
            <ProblemNotice problem={work.problem} />
            <Row>
              <Button isPending={work.pending} onPress={() => void work.run(() => client.contacts.removePractice())}>
                {t('handover:practice.remove')}
              </Button>
            </Row>
          </>
        ) : (
          <Practise />
        )}
      </Stack>
    </Card>
  );
};
