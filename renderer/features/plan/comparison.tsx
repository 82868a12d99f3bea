import { useTranslation } from 'react-i18next';
import { isInForce, objectiveStatus } from '../../../shared/domain/plan-mark-rules.ts';
import type { Objective, PlanContent, PlanProgress, PlanStep } from '../../../shared/domain/plan.ts';
import type { PlanPair } from '../person/plan-view.ts';
import { diffOf, type DiffKind, type GoalDiff, type StepDiff } from './diff.ts';
import { GoalTag } from './goal-progress.tsx';
import { GoalWords, useStepFacts } from './plan-reader.tsx';

/** Two versions side by side; what happened to each goal and step is said in words. */
export const Comparison = ({ before: older, after: newer }: { readonly before: PlanPair; readonly after: PlanPair }) => {
  const [before, after] = [older.content, newer.content];
  const { t } = useTranslation();
  const title = (content: PlanContent) => t('plan:title', { version: content.versionNo, kind: t(`enums:planKind.${content.kind}`) });
  return (
    <div className="v-scroll">
      <table className="v-table v-compare">
        <thead>
          <tr>
            <th scope="col">{t('plan:compare.what')}</th>
            <th scope="col">{title(before)}</th>
            <th scope="col">{title(after)}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t(before.personStatement === after.personStatement ? 'plan:compare.SAME' : 'plan:compare.statement')}</th>
            <td lang={before.lang}>{before.personStatement}</td>
            <td lang={after.lang}>{after.personStatement}</td>
          </tr>
          {diffOf(before, after).map((goal) => (
            <tr key={goal.id}>
              <th scope="row">
                <What goal={goal} />
              </th>
              <td>
                <Side goal={goal.before} steps={goal.steps} side="before" lang={before.lang} progress={older.progress} />
              </td>
              <td>
                <Side goal={goal.after} steps={goal.steps} side="after" lang={after.lang} progress={newer.progress} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const What = ({ goal }: { readonly goal: GoalDiff }) => {
  const { t } = useTranslation();
  if (goal.kind !== 'CHANGED') return t(`plan:compare.goal.${goal.kind}`);
  const fields = goal.fields.map((field) => t(`plan:compare.field.${field}`));
  const steps = goal.steps.some(({ kind }) => kind !== 'SAME') ? [t('plan:compare.field.steps')] : [];
  return t('plan:compare.goal.CHANGED', { what: [...fields, ...steps].join(', ') });
};

interface SideProps {
  readonly goal: Objective | undefined;
  readonly steps: readonly StepDiff[];
  readonly side: 'before' | 'after';
  readonly lang: string;
  readonly progress: PlanProgress;
}

const Side = ({ goal, steps, side, lang, progress }: SideProps) => {
  const { t } = useTranslation();
  if (goal === undefined) return <span className="v-soft">{t('plan:compare.notHere')}</span>;
  return (
    <>
      <GoalWords goal={goal} lang={lang} />
      {isInForce(progress) || progress.objectives?.[goal.id] !== undefined ? <GoalTag status={objectiveStatus(goal, progress)} /> : null}
      <ul>
        {steps.map((step) => {
          const words = step[side];
          return words === undefined ? null : <StepSide key={step.id} step={words} kind={step.kind} lang={lang} />;
        })}
      </ul>
    </>
  );
};

const StepSide = ({ step, kind, lang }: { readonly step: PlanStep; readonly kind: DiffKind; readonly lang: string }) => {
  const { t } = useTranslation();
  const facts = useStepFacts();
  return (
    <li className="v-step-side">
      {kind === 'SAME' ? null : <strong>{t(`plan:compare.step.${kind}`)}: </strong>}
      <span lang={lang}>{step.text}</span> <span className="v-soft">· {facts(step)}</span>
    </li>
  );
};
