import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import type { Problem } from '../../app/problem.ts';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useOnce } from '../../app/use-once.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';

/** The page of a record that is not there: where it went if it was merged, otherwise why it cannot be shown. */
export const MergedInto = ({ id, problem }: { readonly id: string; readonly problem: Problem }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const navigate = useNavigate();
  const missing = problem.kind === 'refused' && problem.code === 'notFound';
  const went = useOnce(`${id} ${String(missing)}`, (client) => (missing ? client.people.mergedInto({ id }) : Promise.resolve(null)));
  if (went === undefined && missing) return null;
  if (went === undefined || went === null) return <ProblemNotice problem={problem} />;
  return (
    <EmptyState title={t('duplicates:gone.title')} text={t('duplicates:gone.text', { date: date(went.on), name: went.name, code: went.code })}>
      <Button variant="go" onPress={() => void navigate(personPath(went.personId))}>
        {t('duplicates:gone.open')}
      </Button>
    </EmptyState>
  );
};
