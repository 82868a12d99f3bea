import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { lineOf } from '../../../shared/domain/plan-line-rules.ts';
import { isInForce, stepChoices } from '../../../shared/domain/plan-mark-rules.ts';
import { attemptsOf } from '../../../shared/domain/plan-rules.ts';
import { StepStatus, type Objective, type PlanProgress, type PlanStep } from '../../../shared/domain/plan.ts';
import { useMay, useSession, userName } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { BareSelect } from '../../design/bare-select.tsx';
import { Card, Facts } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { isLate, type PlanPair } from '../person/plan-view.ts';
import { MarkNotices } from './mark-notices.tsx';
import { useBodyName, type Bodies } from './body-name.ts';
import { GoalProgress } from './goal-progress.tsx';
import { PlanActs } from './plan-acts.tsx';
import { PlanLines } from './plan-lines.tsx';
import { useMarks } from './use-marks.ts';

/** The start of a SHA-256 in groups of four, enough to compare with a paper by eye. */
export const shortHash = (hash: string): string => (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ');

/** A version that is no draft: its words as they stand, what was answered and approved, and how far its steps are. */
export const PlanReader = ({ content, progress, bodies, today }: PlanPair & { readonly bodies: Bodies; readonly today: CivilDate }) => {
  const { t } = useTranslation();
  const marks = useMarks(progress, today);
  const may = useMay()('plan.mark') && isInForce(progress);
  return (
    <Card
      title={t('plan:title', { version: content.versionNo, kind: t(`enums:planKind.${content.kind}`) })}
      aside={<Tag tone={progress.status === 'SUPERSEDED' || progress.status === 'CLOSED' ? 'plain' : 'accent'}>{t(`enums:planStatus.${progress.status}`)}</Tag>}
      flush
    >
      <div className="v-goal">
        <PlanActs content={content} progress={progress} bodies={bodies} today={today} />
      </div>
      <div className="v-goal">
        <PlanFacts content={content} progress={progress} bodies={bodies} />
        <PlanLines content={content} progress={progress} />
      </div>
      {may ? (
        <div className="v-marked">
          <MarkNotices marks={marks} lang={content.lang} />
        </div>
      ) : null}
      {content.objectives.map((goal, at) => (
        <section key={goal.id} className="v-goal" aria-label={t('plan:goal.number', { number: at + 1 })}>
          <GoalWords goal={goal} lang={content.lang} />
          {isInForce(progress) || progress.objectives?.[goal.id] !== undefined ? <GoalProgress goal={goal} number={at + 1} progress={progress} today={today} acts={may} /> : null}
          <ul>
            {goal.steps.map((step) => (
              <StepLine
                key={step.id}
                step={step}
                lang={content.lang}
                progress={progress}
                today={today}
                {...(may ? { onMark: (status: StepStatus) => marks.mark(step, status) } : {})}
              />
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
};

const PlanFacts = ({ content, progress, bodies }: PlanPair & { readonly bodies: Bodies }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const date = useDateText();
  const nameOf = (id: string): string => userName(status, id) ?? t('plan:facts.somebody');
  const bodyName = useBodyName(bodies);
  const { answer, closed } = progress;
  const attempts = attemptsOf(progress);
  return (
    <Facts
      entries={[
        ...(content.personStatement === undefined ? [] : [[t('plan:draft.statement'), <q key="said" className="v-quote" lang={content.lang}>{content.personStatement}</q>] as const]),
        [t('plan:facts.author'), nameOf(progress.author)],
        [
          t('plan:answer.answer'),
          answer === undefined ? t('plan:facts.noAnswer') : `${t(`enums:answer.${answer.answer}`)}${answer.signature === undefined ? '' : ` · ${t(`enums:answerSignature.${answer.signature}`)}`} · ${date(answer.on)}${answer.fromPaper === undefined ? '' : ` · ${t('documents:scan.from', { date: date(answer.on) })}`}${answer.reason === undefined ? '' : ` · ${answer.reason}`}`,
        ],
        ...(attempts.length === 0
          ? []
          : [[t('plan:facts.attempts'), attempts.map(({ on, support }) => [date(on), ...(support === undefined ? [] : [t(`enums:answerSupport.${support}`)])].join(', ')).join(' · ')] as const]),
        ...progress.approvals.map(
          (approval) => [t('plan:facts.approved'), `${approval.body === undefined ? '' : `${bodyName(approval.body)} · `}${nameOf(approval.by)}, ${date(approval.on)}${approval.reasonWithoutAgreement === undefined ? '' : ` · ${t('plan:facts.withoutAgreement', { reason: approval.reasonWithoutAgreement })}`}`] as const,
        ),
        ...progress.approvals.flatMap(({ meeting }) =>
          meeting === undefined
            ? []
            : [[t('plan:facts.meeting'), t('plan:facts.meetingOf', { date: date(meeting.on), reference: meeting.reference, present: meeting.present.map((who) => t(`enums:teamProfession.${who}`)).join(', ') })] as const],
        ),
        ...(progress.externalApprovals ?? []).map(({ body, on, act }) => [t('plan:facts.external'), t('plan:facts.externalOf', { body: bodyName(body), date: date(on), act })] as const),
        ...(closed === undefined ? [] : [[t('plan:facts.closed'), [t(`enums:planCloseReason.${closed.reason}`), date(closed.on), ...(closed.note === undefined ? [] : [closed.note])].join(' · ')] as const]),
        ...(content.contentHash === undefined ? [] : [[t('plan:facts.hash'), <span key="hash" className="v-number">{shortHash(content.contentHash)}</span>] as const]),
      ]}
    />
  );
};

/** A goal with what makes it concrete. */
export const GoalWords = ({ goal, lang }: { readonly goal: Objective; readonly lang: string }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const facts = [t(`enums:horizon.${goal.horizon}`), ...(goal.targetDate === undefined ? [] : [t('plan:goal.by', { date: date(goal.targetDate) })])].join(' · ');
  return (
    <>
      <q className="v-quote" lang={lang}>
        {goal.title}
      </q>{' '}
      <Tag tone="accent">{t(`enums:needDomain.${goal.domain}`)}</Tag> {lineOf(goal) === 'EDUCATION' ? null : <Tag>{t(`enums:planLine.${lineOf(goal)}`)}</Tag>}
      <p className="v-small v-soft">
        {facts}
        {goal.measure === undefined ? null : <span lang={lang}> · {goal.measure}</span>}
      </p>
    </>
  );
};

/** A step's words in one line: what, who, by when, after release or not. */
export const useStepFacts = (): ((step: PlanStep) => string) => {
  const { t } = useTranslation();
  const date = useDateText();
  return (step) =>
    [step.ownerRef === undefined ? t(`enums:ownerKind.${step.owner}`) : t('plan:step.ownerOf', { owner: t(`enums:ownerKind.${step.owner}`), name: step.ownerRef.name }), ...(step.dueDate === undefined ? [] : [t('plan:goal.by', { date: date(step.dueDate) })]), ...(step.carriesOver ? [t('plan:step.carriesOver')] : [])].join(' · ');
};

interface StepLineProps {
  readonly step: PlanStep;
  readonly lang: string;
  readonly progress: PlanProgress;
  readonly today: CivilDate;
  readonly onMark?: (status: StepStatus) => void;
}

const StepLine = ({ step, lang, progress, today, onMark }: StepLineProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  const facts = useStepFacts();
  const mark = progress.steps[step.id];
  const status = mark?.status ?? 'NOT_STARTED';
  const late = isInForce(progress) && isLate(status, step.dueDate, today);
  return (
    <li className="v-step-line">
      <span>
        <span lang={lang}>{step.text}</span> <span className="v-soft">· {facts(step)}</span>
        {mark?.note === undefined ? null : <span className="v-soft"> · {mark.note}</span>}
      </span>
      <span className="v-row" data-end="">
        {late ? <Tag tone="danger">{t('people:plan.late')}</Tag> : null}
        {mark === undefined ? null : <span className="v-soft v-number">{date(mark.on)}</span>}
        {onMark === undefined ? (
          <Tag>{t(`enums:stepStatus.${status}`)}</Tag>
        ) : (
          <BareSelect
            label={t('plan:step.status', { step: step.text })}
            value={status}
            onChange={(id) => onMark(StepStatus.parse(id))}
            options={stepChoices(status, step).map((id) => ({ id, label: t(`enums:stepStatus.${id}`) }))}
          />
        )}
      </span>
    </li>
  );
};
