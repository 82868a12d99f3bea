import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { isInForce, objectiveStatus } from '../../../shared/domain/plan-mark-rules.ts';
import type { PlanStep, StepStatus } from '../../../shared/domain/plan.ts';
import { useMay } from '../../app/session-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { Row } from '../../design/layout.tsx';
import { Tag, type Tone } from '../../design/tag.tsx';
import { GoalTag } from '../plan/goal-progress.tsx';
import { MarkNotices } from '../plan/mark-notices.tsx';
import { useMarks, type Marks } from '../plan/use-marks.ts';
import { LiveCard } from './live-card.tsx';
import { isLate, planToShow, type PlanPair } from './plan-view.ts';

const tones: Readonly<Record<StepStatus, Tone>> = {
  NOT_STARTED: 'plain',
  IN_PROGRESS: 'warn',
  BLOCKED: 'warn',
  DONE: 'done',
  NOT_NEEDED: 'plain',
  HANDED_OVER: 'accent',
};

/** The plan in force: goals in the person's words, steps with their state and day, ticked off right here. */
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
      {() => (shown === undefined ? null : <Goals key={shown.content.id} content={shown.content} progress={shown.progress} today={today} />)}
    </LiveCard>
  );
};

const Goals = ({ content, progress, today }: PlanPair & { readonly today: CivilDate }) => {
  const { t } = useTranslation();
  const marks = useMarks(progress, today);
  const inForce = isInForce(progress);
  const ticks = useMay()('plan.mark') && inForce;
  return (
    <>
      {ticks ? (
        <div className="v-marked">
          <MarkNotices marks={marks} lang={content.lang} />
        </div>
      ) : null}
      {content.objectives.map((objective) => (
        <div key={objective.id} className="v-goal">
          <q className="v-quote" lang={content.lang}>
            {objective.title}
          </q>{' '}
          <Tag tone="accent">{t(`enums:needDomain.${objective.domain}`)}</Tag> {inForce ? <GoalTag status={objectiveStatus(objective, progress)} /> : null}
          {objective.steps.map((step) => (
            <Step
              key={step.id}
              step={step}
              lang={content.lang}
              status={progress.steps[step.id]?.status ?? 'NOT_STARTED'}
              late={inForce && isLate(progress.steps[step.id]?.status ?? 'NOT_STARTED', step.dueDate, today)}
              {...(ticks ? { onTick: marks.tick } : {})}
            />
          ))}
        </div>
      ))}
    </>
  );
};

interface StepProps {
  readonly step: PlanStep;
  readonly lang: string;
  readonly status: StepStatus;
  readonly late: boolean;
  readonly onTick?: Marks['tick'];
}

const Step = ({ step, lang, status, late, onTick }: StepProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  return (
    <div className="v-step">
      {onTick === undefined ? (
        <span lang={lang}>{step.text}</span>
      ) : (
        <Checkbox aria-label={t('plan:mark.tick', { step: step.text })} isSelected={status === 'DONE'} onChange={(done) => onTick(step, done)}>
          <span lang={lang}>{step.text}</span>
        </Checkbox>
      )}
      <Tag tone={late ? 'danger' : tones[status]}>{late ? t('people:plan.late') : t(`enums:stepStatus.${status}`)}</Tag>
      <span className="v-number" {...(late ? { 'data-late': '' } : {})}>
        {step.dueDate === undefined ? '' : date(step.dueDate)}
      </span>
    </div>
  );
};
