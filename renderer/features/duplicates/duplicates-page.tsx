import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ApartPair, DuplicatePair } from '../../../shared/contract/duplicates.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, userName, useSession } from '../../app/session-context.tsx';
import { usePlaces } from '../../app/shell/places.ts';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Card, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { PairCard } from './pair-card.tsx';
import { TellApart } from './tell-apart.tsx';

type Pair = DuplicatePair['people'];

/** People who may be here twice, each pair side by side; and the pairs that were told apart. */
export const DuplicatesPage = () => {
  const { t } = useTranslation();
  const places = usePlaces();
  const live = useLive('duplicates', (client, signal) => client.people.duplicates(undefined, { signal }));
  const [merging, setMerging] = useState<Pair | undefined>(undefined);
  const [telling, setTelling] = useState<Pair | undefined>(undefined);
  useTitle(t('duplicates:title'));
  const view = live.value;
  return (
    <main>
      <Stack>
        <p className="v-small">
          <Link to={places.list()}>{t('people:person.back')}</Link>
        </p>
        <PageHeading title={t('duplicates:title')} />
        <p className="v-soft">{t('duplicates:hint')}</p>
        <ProblemNotice problem={live.problem} />
        {view === undefined ? (
          live.problem === undefined ? (
            <Progress label={t('common:reading')} />
          ) : null
        ) : (
          <>
            {view.pairs.length === 0 ? <EmptyState title={t('duplicates:none.title')} text={t('duplicates:none.text')} /> : null}
            {view.pairs.map((pair) => (
              <PairCard key={pair.people.map(({ id }) => id).join(' ')} pair={pair} onMerge={() => setMerging(pair.people)} onApart={() => setTelling(pair.people)} />
            ))}
            {view.count > view.pairs.length ? <p className="v-soft">{t('duplicates:more', { count: view.count - view.pairs.length })}</p> : null}
            {view.apart.length === 0 ? null : <ToldApart pairs={view.apart} />}
          </>
        )}
      </Stack>
      {merging === undefined ? null : <MergeDialog pair={merging} onClose={() => setMerging(undefined)} />}
      {telling === undefined ? null : <TellApart pair={telling} onClose={() => setTelling(undefined)} />}
    </main>
  );
};

/** Pairs of whom somebody said that they are two, with the reason, and the way back. */
const ToldApart = ({ pairs }: { readonly pairs: readonly ApartPair[] }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const date = useDateText();
  const client = useClient();
  const looking = useAction();
  return (
    <Card title={t('duplicates:apart.list')}>
      <ProblemNotice problem={looking.problem} />
      <ul className="v-lines">
        {pairs.map(({ people: [one, other], reason, on, by }) => (
          <li key={`${one.id} ${other.id}`}>
            <span>
              <Link to={personPath(one.id)}>{one.name}</Link> <span className="v-number v-soft">{one.code}</span> · <Link to={personPath(other.id)}>{other.name}</Link>{' '}
              <span className="v-number v-soft">{other.code}</span>
              <br />
              <span className="v-small v-soft">{[reason, date(on), userName(status, by) ?? t('office:audit.formerUser')].join(' · ')}</span>
            </span>
            <Button
              variant="link"
              aria-label={t('duplicates:apart.againName', { one: one.name, other: other.name })}
              onPress={() => void looking.run(() => client.people.lookAgain({ personId: one.id, otherId: other.id }))}
            >
              {t('duplicates:apart.again')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
};
