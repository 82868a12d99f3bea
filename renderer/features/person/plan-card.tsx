import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { PlanStep, StepStatus } from '../../../shared/domain/plan.ts';
import { useLive } from '../../app/use-live.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { Tag, type Tone } from '../../design/tag.tsx';
import { LiveCard } from './live-card.tsx';
import { isLate, planToShow } from './plan-view.ts';

const tones: Readonly<Record<StepStatus, Tone>> = {
  NOT_STARTED: 'plain',
  IN_PROGRESS: 'warn',
  BLOCKED: 'warn',
  DONE: 'done',
  NOT_NEEDED: 'plain',
  HANDED_OVER: 'accent',
};

/** The plan in force: goals in the person's words, steps with their state and day. */
export const PlanCard = ({ personId, today, onOpen }: { readonly personId: string; readonly today: CivilDate; readonly onOpen: () => void }) => {
  const { t } = useTranslation();
  const live = useLive(personId, (client, signal) => client.plans.ofPerson({ personId }, { signal }));
  const shown = live.value === undefined ? undefined : planToShow(live.value);
  const title = shown === undefined ? t('people:plan.title') : t('people:plan.version', { version: shown.content.versionNo });
  return (
    <LiveCard
      title={title}
      live={live}
      flush
      nothing={() => (shown === undefined ? t('people:plan.none') : undefined)}
      aside={
        <Row end>
          {shown === undefined ? null : <Tag tone="accent">{t(`enums:planStatus.${shown.progress.status}`)}</Tag>}
          <Button variant="link" aria-label={t('plan:openTab')} onPress={onOpen}>
            {t('plan:open')}
          </Button>
        </Row>
      }
    >
      {() =>
        shown?.content.objectives.map((objective) => (
          <div key={objective.id} className="v-goal" lang={shown.content.lang}>
            <q className="v-quote">{objective.title}</q> <Tag tone="accent">{t(`enums:needDomain.${objective.domain}`)}</Tag>
            {objective.steps.map((step) => (
              <Step key={step.id} step={step} status={shown.progress.steps[step.id]?.status ?? 'NOT_STARTED'} today={today} />
            ))}
          </div>
        ))
      }
    </LiveCard>
  );
};

const Step = ({ step, status, today }: { readonly step: PlanStep; readonly status: StepStatus; readonly today: CivilDate }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const late = isLate(status, step.dueDate, today);
  return (
    <div className="v-step">
      <span>{step.text}</span>
      <Tag tone={late ? 'danger' : tones[status]}>{late ? t('people:plan.late') : t(`enums:stepStatus.${status}`)}</Tag>
      <span className="v-number">{step.dueDate === undefined ? '' : date(step.dueDate)}</span>
    </div>
  );
};
