import { useTranslation } from 'react-i18next';
import { PlanPart } from '../../../shared/domain/plan-lines.ts';
import type { Problem } from '../../app/problem.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import type { PlanDraft } from './draft.ts';

interface ClashProps {
  readonly problem: Problem | undefined;
  /** what stands saved */
  readonly theirs: PlanDraft;
  readonly onSettle: (part: PlanPart, keep: 'MINE' | 'THEIRS') => void;
}

/** A colleague changed the same part meanwhile: what stands there, and which of the two is kept. */
export const Clash = ({ problem, theirs, onSettle }: ClashProps) => {
  const { t } = useTranslation();
  const part = problem?.kind === 'refused' && problem.code === 'plan.changedMeanwhile' ? PlanPart.safeParse(problem.params['part']).data : undefined;
  if (part === undefined) return null;
  const goals = theirs.goals.filter(({ line }) => line === part);
  return (
    <section aria-label={t('plan:clash.theirs')}>
      <p className="v-small v-soft">{t('plan:clash.theirs')}</p>
      {part === 'WORDS' ? (
        <q className="v-quote">{theirs.statement}</q>
      ) : (
        <ul>
          {goals.map(({ id, title, steps }) => (
            <li key={id}>{[title, ...steps.map(({ text }) => text)].join(' · ')}</li>
          ))}
        </ul>
      )}
      <Row>
        <Button onPress={() => onSettle(part, 'MINE')}>{t('plan:clash.mine')}</Button>
        <Button onPress={() => onSettle(part, 'THEIRS')}>{t('plan:clash.take')}</Button>
      </Row>
    </section>
  );
};
