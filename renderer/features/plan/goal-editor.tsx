import { useId, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { NeedDomain } from '../../../shared/domain/needs.ts';
import { PlanLine } from '../../../shared/domain/plan-lines.ts';
import { Horizon } from '../../../shared/domain/plan.ts';
import { DateField } from '../../design/date-field.tsx';
import { Stack } from '../../design/layout.tsx';
import { Select, type Choice } from '../../design/select.tsx';
import { TextField } from '../../design/text-field.tsx';
import { AddWords } from './add-words.tsx';
import { titled, type GoalDraft, type StepDraft } from './draft.ts';
import { MoveButtons, StepEditor } from './step-editor.tsx';

interface GoalEditorProps {
  readonly goal: GoalDraft;
  readonly number: number;
  /** the first and the last of its line */
  readonly first: boolean;
  readonly last: boolean;
  /** the lines that whoever writes answers for */
  readonly lines: readonly PlanLine[];
  /** why the plan could not be proposed, said at the goal it is about */
  readonly wrong: string | undefined;
  readonly addRef: Ref<HTMLInputElement>;
  /** words of a step that is not added yet */
  readonly newStep: string;
  readonly onNewStep: (words: string) => void;
  readonly services: readonly Choice[];
  readonly onChange: (goal: GoalDraft) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
  readonly onAddStep: (words: string) => void;
  readonly onMoveStep: (stepId: string, by: 1 | -1) => void;
  readonly onRemoveStep: (stepId: string) => void;
}

/** One goal in the person's words with what belongs to it. That it is not measurable is said, and blocks nothing. */
export const GoalEditor = ({ goal, number, first, last, lines, wrong, addRef, newStep, onNewStep, services, onChange, onMove, onRemove, onAddStep, onMoveStep, onRemoveStep }: GoalEditorProps) => {
  const { t } = useTranslation();
  const id = useId();
  const name = t('plan:goal.number', { number });
  const hints = [goal.measure.trim() === '' ? t('plan:goal.hintMeasure') : undefined, goal.targetDate === '' ? t('plan:goal.hintDate') : undefined].filter((hint) => hint !== undefined);
  const changeStep = (step: StepDraft) => onChange({ ...goal, steps: goal.steps.map((other) => (other.id === step.id ? step : other)) });
  return (
    <section className="v-goal" aria-labelledby={id}>
      <Stack gap={3}>
        <div className="v-row" data-between="">
          <h3 id={id}>{name}</h3>
          <MoveButtons name={name} first={first} last={last} onMove={onMove} onRemove={onRemove} />
        </div>
        <TextField
          aboutPerson
          label={t('plan:goal.title')}
          error={goal.title.trim() === '' ? t('plan:draft.wordsKept', { words: goal.kept }) : undefined}
          value={goal.title}
          onChange={(title) => onChange(titled(goal, title))}
          maxLength={200}
        />
        <div className="v-goal-facts">
          <Select
            label={t('plan:goal.domain')}
            value={goal.domain}
            onChange={(domain) => onChange({ ...goal, domain: NeedDomain.parse(domain) })}
            options={NeedDomain.options.map((option) => ({ id: option, label: t(`enums:needDomain.${option}`) }))}
          />
          <Select
            label={t('plan:goal.horizon')}
            value={goal.horizon}
            onChange={(horizon) => onChange({ ...goal, horizon: Horizon.parse(horizon) })}
            options={Horizon.options.map((option) => ({ id: option, label: t(`enums:horizon.${option}`) }))}
          />
          {lines.length < 2 ? null : (
            <Select label={t('plan:lines.line')} value={goal.line} onChange={(line) => onChange({ ...goal, line: PlanLine.parse(line) })} options={lines.map((option) => ({ id: option, label: t(`enums:planLine.${option}`) }))} />
          )}
          <DateField label={t('plan:goal.targetDate')} value={goal.targetDate} onChange={(targetDate) => onChange({ ...goal, targetDate })} />
        </div>
        <TextField label={t('plan:goal.measure')} value={goal.measure} onChange={(measure) => onChange({ ...goal, measure })} maxLength={200} />
        {hints.length === 0 ? null : <p className="v-hint">{t('plan:goal.hint', { what: hints.join(', ') })}</p>}
        {goal.steps.length === 0 ? null : (
          <ol className="v-steps-edit" aria-label={t('plan:goal.steps', { number })}>
            {goal.steps.map((step, at) => (
              <StepEditor
                key={step.id}
                step={step}
                number={at + 1}
                last={at === goal.steps.length - 1}
                services={services}
                onChange={changeStep}
                onMove={(by) => onMoveStep(step.id, by)}
                onRemove={() => onRemoveStep(step.id)}
              />
            ))}
          </ol>
        )}
        {goal.steps.length >= 20 ? null : <AddWords words={newStep} onWords={onNewStep} label={t('plan:goal.newStep', { number })} error={wrong} go={t('plan:goal.addStep')} onAdd={(words) => (onAddStep(words), true)} inputRef={addRef} />}
      </Stack>
    </section>
  );
};
