import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { commandsOf } from '../../../shared/domain/machine.ts';
import type { Person } from '../../../shared/domain/people.ts';
import { planMachine } from '../../../shared/domain/plan.ts';
import { useAskable, useFormOpen } from '../../app/drafts/use-form-open.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay } from '../../app/session-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { newestRound } from '../person/needs-card.tsx';
import { planToShow, type PlanPair } from '../person/plan-view.ts';
import { NewPlan } from './new-plan.tsx';
import { PlanEditor } from './plan-editor.tsx';
import { PlanReader } from './plan-reader.tsx';
import { ReviewCard } from './review-card.tsx';
import { Versions } from './versions.tsx';

/** The version still on its way to approval: there is at most one. */
export const openVersion = <P extends PlanPair>(plans: readonly P[]): P | undefined =>
  plans.find(({ progress }) => commandsOf(planMachine, progress.status).some((command) => command === 'propose' || command === 'approve'));

interface PlanTabProps {
  readonly person: Person;
  readonly today: CivilDate;
}

/** The plan of a person: the draft being composed, the version in force, and those before it. */
export const PlanTab = ({ person, today }: PlanTabProps) => {
  const personId = person.id;
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const writes = useMay()('plan.write');
  const live = useLive(personId, (client, signal) => client.plans.ofPerson({ personId }, { signal }));
  const rounds = useLive(personId, (client, signal) => client.needs.ofPerson({ personId }, { signal }));
  const [chosen, setChosen] = useAskable(({ open: form, about }) => (form.startsWith('plan.') ? about : undefined));
  const [starting, setStarting] = useFormOpen('plan.new');
  if (live.problem !== undefined) return <ProblemNotice problem={live.problem} />;
  const plans = live.value;
  if (plans === undefined) return <Progress label={t('common:reading')} />;

  const open = openVersion(plans);
  const first = plans.length === 0;
  const shown = plans.find(({ content }) => content.id === chosen) ?? open ?? plans.find((plan) => plan === planToShow(plans));
  const start =
    writes && open === undefined ? (
      <Button variant={first ? 'go' : 'quiet'} onPress={() => setStarting(true)}>
        {t(first ? 'plan:new.first' : 'plan:new.next')}
      </Button>
    ) : null;
  return (
    <Stack>
      {shown === undefined ? (
        <EmptyState title={t('plan:empty.title')} text={t('plan:empty.text')}>
          {start}
        </EmptyState>
      ) : (
        <>
          {start === null ? null : <Row end>{start}</Row>}
          {shown.progress.status === 'DRAFT' && writes ? (
            <PlanEditor key={shown.content.id} content={shown.content} progress={shown.progress} round={newestRound(rounds.value ?? [])} />
          ) : (
            <PlanReader key={shown.content.id} content={shown.content} progress={shown.progress} bodies={shown.bodies} today={today} />
          )}
          {shown.progress.status === 'ACTIVE' || shown.progress.status === 'UNDER_REVIEW' ? (
            <ReviewCard key={`review-${shown.content.id}`} progress={shown.progress} review={shown.review} today={today} drafting={open !== undefined} onDrafted={setChosen} />
          ) : null}
          <Versions plans={plans} bodies={shown.bodies} shown={shown.content.id} onShow={setChosen} />
        </>
      )}
      {starting ? (
        <NewPlan
          personId={personId}
          first={first}
          // the text is copied from the newest version, so its language stays the first choice
          language={plans[0]?.content.lang ?? person.copyLanguage ?? preferences.language}
          onClose={() => setStarting(false)}
          onDrafted={(contentId) => {
            setStarting(false);
            setChosen(contentId);
          }}
        />
      ) : null}
    </Stack>
  );
};
