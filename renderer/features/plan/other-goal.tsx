import { useTranslation } from 'react-i18next';
import { goalAsWritten, type GoalDraft } from './draft.ts';
import { GoalWords, useStepFacts } from './plan-reader.tsx';

/** A goal of a colleague's line, to be read: its own profession writes it. */
export const OtherGoal = ({ goal, number, lang }: { readonly goal: GoalDraft; readonly number: number; readonly lang: string }) => {
  const { t } = useTranslation();
  const facts = useStepFacts();
  const words = goalAsWritten(goal);
  return (
    <section className="v-goal" aria-label={t('plan:goal.number', { number })}>
      <GoalWords goal={words} lang={lang} />
      <ul>
        {words.steps.map((step) => (
          <li key={step.id} className="v-step-side">
            <span lang={lang}>{step.text}</span> <span className="v-soft">· {facts(step)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
