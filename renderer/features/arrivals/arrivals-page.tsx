import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrivalView } from '../../../shared/contract/exchange.ts';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { TakeReceipt } from '../handover/take-receipt.tsx';
import { Arrival } from './arrival.tsx';

/** What comes in: a probation office opens hand-overs, a prison takes in the answers to its own. */
export const ArrivalsPage = () => {
  const { status } = useSession();
  return status.workplace?.kind === 'prison' ? <Receipts /> : <Envelopes />;
};

const Receipts = () => {
  const { t } = useTranslation();
  useTitle(t('handover:arrivals.navPrison'));
  return (
    <main>
      <PageHeading title={t('handover:arrivals.prisonTitle')} />
      <Stack>
        <p className="v-soft">{t('handover:arrivals.prisonText')}</p>
        <TakeReceipt main />
      </Stack>
    </main>
  );
};

const Envelopes = () => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const [opened, setOpened] = useState<{ readonly arrival: ArrivalView; readonly at: number } | undefined>(undefined);
  useTitle(t('handover:arrivals.title'));

  const choose = async () => {
    const file = await bridge().chooseFile('envelope');
    if (file === null) return;
    const seen = await work.run(() => client.imports.open({ file: file.token }));
    if (seen !== undefined) setOpened((before) => ({ arrival: seen.value, at: (before?.at ?? 0) + 1 }));
  };
  return (
    <main>
      <PageHeading title={t('handover:arrivals.title')}>
        {opened === undefined ? null : (
          <Button onPress={() => void choose()} isPending={work.pending}>
            {t('handover:arrivals.chooseOther')}
          </Button>
        )}
      </PageHeading>
      <Stack>
        <ProblemNotice problem={work.problem} />
        {work.pending ? <Progress label={t('handover:arrivals.opening')} /> : null}
        {opened === undefined && !work.pending ? (
          <EmptyState title={t('handover:arrivals.chooseTitle')} text={t('handover:arrivals.chooseText')}>
            <Button variant="go" onPress={() => void choose()}>
              {t('handover:arrivals.choose')}
            </Button>
          </EmptyState>
        ) : null}
        {opened === undefined ? null : <Arrival key={opened.at} arrival={opened.arrival} />}
      </Stack>
    </main>
  );
};
