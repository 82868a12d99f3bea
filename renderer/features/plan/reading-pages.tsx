import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain/base.ts';
import type { Objective, PlanContent, PlanStep } from '../../../shared/domain/plan.ts';
import { localeOf } from '../../app/preferences.ts';
import { dateText } from '../../app/words.ts';

/** The person's own words, first of all. */
export const WordsPage = ({ content }: { readonly content: PlanContent }) => {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('plan:reading.title')}</h1>
      {content.personStatement === undefined ? null : (
        <>
          <h2>{t('plan:reading.words')}</h2>
          <p>
            <q className="v-quote">{content.personStatement}</q>
          </p>
        </>
      )}
      <ol className="v-reading-list">
        {content.objectives.map((goal) => (
          <li key={goal.id}>{goal.title}</li>
        ))}
      </ol>
    </>
  );
};

/** One goal with its steps: who does what, and by when. */
export const GoalPage = ({ goal, number, lang }: { readonly goal: Objective; readonly number: number; readonly lang: Language }) => {
  const { t } = useTranslation();
  const by = goal.targetDate === undefined ? '' : `, ${t('plan:reading.by', { date: dateText(localeOf[lang], goal.targetDate) })}`;
  return (
    <>
      <h2 className="v-soft">{t('plan:reading.goal', { number })}</h2>
      <h1>
        <q className="v-quote">{goal.title}</q>
      </h1>
      <p>
        {t('plan:reading.when')}: {t(`enums:horizon.${goal.horizon}`)}
        {by}
      </p>
      {goal.measure === undefined ? null : (
        <p>
          {t('plan:reading.see')}: {goal.measure}
        </p>
      )}
      <h2>{t('plan:reading.steps')}</h2>
      <ol className="v-reading-list">
        {goal.steps.map((step) => (
          <li key={step.id}>
            {step.text}
            <br />
            <span className="v-soft">
              <StepFacts step={step} lang={lang} />
            </span>
          </li>
        ))}
      </ol>
    </>
  );
};

/** Who does it: staff and services by what they are, of the family the relation. */
const StepFacts = ({ step, lang }: { readonly step: PlanStep; readonly lang: Language }) => {
  const { t } = useTranslation();
  const who = ({ owner, ownerRef }: PlanStep): string =>
    owner === 'PERSON' ? t('plan:reading.who.PERSON') : owner === 'FAMILY' && ownerRef !== undefined ? t('plan:step.ownerOf', { owner: t('enums:ownerKind.FAMILY'), name: ownerRef.name }) : t(`enums:ownerKind.${owner}`);
  return [
    who(step),
    ...(step.dueDate === undefined ? [] : [t('plan:reading.by', { date: dateText(localeOf[lang], step.dueDate) })]),
    ...(step.carriesOver ? [t('plan:reading.after')] : []),
  ].join(' · ');
};
