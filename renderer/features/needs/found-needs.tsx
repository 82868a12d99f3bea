import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { isSettled } from '../../../shared/domain/need-machine.ts';
import type { NeedView } from '../../../shared/contract/needs.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLive } from '../../app/use-live.ts';
import { Card, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { FoundNeed } from './found-need.tsx';

interface FoundNeedsProps {
  readonly personId: string;
  readonly today: CivilDate;
  readonly writes: boolean;
}

/** What rounds found and what became of it: what is left to do first, then what needs nothing more. */
export const FoundNeeds = ({ personId, today, writes }: FoundNeedsProps) => {
  const { t } = useTranslation();
  const live = useLive(personId, (client, signal) => client.needs.list({ personId }, { signal }));
  const plans = useLive(personId, (client, signal) => client.plans.ofPerson({ personId }, { signal }));
  if (live.problem !== undefined) return <ProblemNotice problem={live.problem} />;
  if (live.value === undefined) return <Progress label={t('common:reading')} />;
  const views = live.value;
  const left = views.filter(({ need }) => !isSettled(need));
  const settled = views.filter(({ need }) => isSettled(need));
  const goals = plans.value?.toSorted((a, b) => b.content.versionNo - a.content.versionNo)[0]?.content.objectives ?? [];
  const rows = (some: readonly NeedView[]) => (
    <ul className="v-lines">
      {some.map((view) => (
        <FoundNeed key={view.need.id} view={view} today={today} writes={writes} goal={goals.find(({ domain }) => domain === view.need.domain)?.title} />
      ))}
    </ul>
  );
  return (
    <Card title={t('needs:found.title')} aside={<span className="v-small v-soft">{t('needs:found.left', { count: left.length })}</span>}>
      {views.length === 0 ? (
        <p className="v-soft">{t('needs:found.none')}</p>
      ) : (
        <Stack gap={2}>
          {left.length === 0 ? null : rows(left)}
          {settled.length === 0 ? null : (
            <details>
              <summary>{t('needs:found.settled', { count: settled.length })}</summary>
              {rows(settled)}
            </details>
          )}
        </Stack>
      )}
    </Card>
  );
};
