import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { Round } from '../../../shared/domain/needs.ts';
import type { Person } from '../../../shared/domain/people.ts';
import { useAskable, useFormOpen } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay } from '../../app/session-context.tsx';
import { useTogether } from '../../app/shell/together.ts';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { CompareRounds } from './compare-rounds.tsx';
import { FoundNeeds } from './found-needs.tsx';
import { HelpsCard } from './helps-card.tsx';
import { OpenRound } from './open-round.tsx';
import { RoundCard } from './round-card.tsx';
import { SkipRound } from './skip-round.tsx';
import { StartRound } from './start-round.tsx';
import { ToolCard } from './tool-card.tsx';

/** The first round is that of the reception; one after a new arrival is that of the readmission. */
const likelyKind = ({ admissionDate }: Pick<Person, 'admissionDate'>, rounds: readonly Round[]): Round['kind'] => {
  const newest = rounds.map(({ conductedOn }) => conductedOn).toSorted().at(-1);
  if (newest === undefined) return 'RECEPTION';
  return admissionDate !== undefined && admissionDate > newest ? 'READMISSION' : 'REVIEW';
};

/** Needs over time: the rounds, newest first, and the round one is in. */
export const NeedsTab = ({ person, today }: { readonly person: Person; readonly today: CivilDate }) => {
  const { t } = useTranslation();
  const may = useMay();
  const writes = may('case.write');
  const together = useTogether();
  const personId = person.id;
  const live = useLive(personId, (client, signal) => client.needs.ofPerson({ personId }, { signal }));
  const [starting, setStarting] = useFormOpen('needs.start');
  const [skipping, setSkipping] = useFormOpen('needs.skip');
  const [inRound, setInRound] = useAskable(({ open: form, about }) => (form === 'needs.line' || form === 'needs.close' ? about : undefined));
  if (live.problem !== undefined) return <ProblemNotice problem={live.problem} />;
  const rounds = live.value;
  if (rounds === undefined) return <Progress label={t('common:reading')} />;

  const current = rounds.find((round) => round.id === inRound && round.closedOn === undefined);
  if (current !== undefined && writes) {
    return <OpenRound key={current.id} round={current} rounds={rounds} onLeave={() => setInRound(undefined)} />;
  }
  const kind = likelyKind(person, rounds);

  const asked = rounds.filter(({ skipped }) => skipped === undefined);
  const start = writes && rounds.every((round) => round.closedOn !== undefined) ? (
    <Row end>
      <Button onPress={() => setSkipping(true)}>{t('needs:skip.open')}</Button>
      <Button variant="go" onPress={() => setStarting(true)}>
        {t('needs:start.open')}
      </Button>
    </Row>
  ) : null;
  return (
    <Stack>
      {rounds.length === 0 ? (
        <EmptyState title={t('needs:empty.title')} text={t('needs:empty.text')}>
          {start}
        </EmptyState>
      ) : (
        <>
          {start}
          <FoundNeeds personId={personId} today={today} writes={writes} />
          <HelpsCard person={person} rounds={rounds} />
          {rounds.map((round, at) => (
            <RoundCard key={round.id} round={round} writes={writes} startsOpen={at === 0} {...(writes && round.closedOn === undefined ? { onContinue: () => setInRound(round.id) } : {})} />
          ))}
          {asked.length > 1 ? <CompareRounds rounds={asked} /> : null}
        </>
      )}
      {may('tool.use') && !together.on ? <ToolCard personId={personId} today={today} /> : null}
      {skipping && writes ? <SkipRound personId={personId} today={today} kind={kind} onClose={() => setSkipping(false)} /> : null}
      {starting ? (
        <StartRound
          personId={personId}
          today={today}
          kind={kind}
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
