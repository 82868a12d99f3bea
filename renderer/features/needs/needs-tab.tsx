import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { useAskable, useFormOpen } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay } from '../../app/session-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { CompareRounds } from './compare-rounds.tsx';
import { FoundNeeds } from './found-needs.tsx';
import { OpenRound } from './open-round.tsx';
import { RoundCard } from './round-card.tsx';
import { StartRound } from './start-round.tsx';

/** Needs over time: the rounds, newest first, and the round one is in. */
export const NeedsTab = ({ personId, today }: { readonly personId: string; readonly today: CivilDate }) => {
  const { t } = useTranslation();
  const writes = useMay()('case.write');
  const live = useLive(personId, (client, signal) => client.needs.ofPerson({ personId }, { signal }));
  const [starting, setStarting] = useFormOpen('needs.start');
  const [inRound, setInRound] = useAskable(({ open: form, about }) => (form === 'needs.line' || form === 'needs.close' ? about : undefined));
  if (live.problem !== undefined) return <ProblemNotice problem={live.problem} />;
  const rounds = live.value;
  if (rounds === undefined) return <Progress label={t('common:reading')} />;

  const current = rounds.find((round) => round.id === inRound && round.closedOn === undefined);
  if (current !== undefined && writes) {
    const earlier = rounds.find((round) => round.closedOn !== undefined && round.conductedOn <= current.conductedOn);
    return <OpenRound key={current.id} round={current} earlier={earlier} onLeave={() => setInRound(undefined)} />;
  }

  const start = writes && rounds.every((round) => round.closedOn !== undefined) ? (
    <Button variant="go" onPress={() => setStarting(true)}>
      {t('needs:start.open')}
    </Button>
  ) : null;
  return (
    <Stack>
      {rounds.length === 0 ? (
        <EmptyState title={t('needs:empty.title')} text={t('needs:empty.text')}>
          {start}
        </EmptyState>
      ) : (
        <>
          <Row end>{start}</Row>
          <FoundNeeds personId={personId} today={today} writes={writes} />
          {rounds.map((round, at) => (
            <RoundCard key={round.id} round={round} writes={writes} startsOpen={at === 0} {...(writes && round.closedOn === undefined ? { onContinue: () => setInRound(round.id) } : {})} />
          ))}
          {rounds.length > 1 ? <CompareRounds rounds={rounds} /> : null}
        </>
      )}
      {starting ? (
        <StartRound
          personId={personId}
          today={today}
          first={rounds.length === 0}
          onClose={() => setStarting(false)}
          onStarted={(roundId) => {
            setStarting(false);
            setInRound(roundId);
          }}
        />
      ) : null}
    </Stack>
  );
};
