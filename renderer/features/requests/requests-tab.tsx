import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { Person } from '../../../shared/domain/people.ts';
import { isInCustody } from '../../../shared/domain/person-machine.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay } from '../../app/session-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { NewRequest } from './act-dialogs.tsx';
import { RequestEntry } from './request-entry.tsx';

/** What the person asked in writing, and what came of it. It is theirs: it may be looked at together. */
export const RequestsTab = ({ person, today }: { readonly person: Person; readonly today: CivilDate }) => {
  const { t } = useTranslation();
  const may = useMay();
  const live = useLive(`requests ${person.id}`, (client, signal) => client.requests.ofPerson({ personId: person.id }, { signal }));
  const [adding, setAdding] = useFormOpen('requests.add');
  const found = live.value;
  const add =
    may('case.write') && isInCustody(person.status) ? (
      <Button variant="go" onPress={() => setAdding(true)}>
        {t('requests:new')}
      </Button>
    ) : null;
  if (live.problem !== undefined) return <ProblemNotice problem={live.problem} />;
  if (found === undefined) return <Progress label={t('common:reading')} />;
  return (
    <Stack>
      {found.length === 0 ? (
        <EmptyState title={t('requests:empty.title')} text={t('requests:empty.text')}>
          {add}
        </EmptyState>
      ) : (
        <>
          <Row between>
            <span role="status" className="v-soft v-small">
              {t('requests:count', { count: found.length })}
            </span>
            {add}
          </Row>
          <section className="v-card" aria-label={t('requests:title')}>
            {found.map((view) => (
              <RequestEntry key={view.request.id} view={view} today={today} lang={person.copyLanguage} />
            ))}
          </section>
        </>
      )}
      {adding ? <NewRequest personId={person.id} today={today} lang={person.copyLanguage} onClose={() => setAdding(false)} /> : null}
    </Stack>
  );
};
