import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { Person } from '../../../shared/domain/people.ts';
import { reviewState, reviewWindow } from '../../../shared/domain/plan-review.ts';
import type { PlanProgress } from '../../../shared/domain/plan.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Stack } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { EndReview } from './end-review.tsx';

interface ReviewCardProps {
  readonly person: Person;
  readonly progress: PlanProgress;
  readonly today: CivilDate;
  /** a new version is being written already */
  readonly drafting: boolean;
  readonly onDrafted: (contentId: string) => void;
}

/** When the version in force is looked at again, and what came of it each time. */
export const ReviewCard = ({ person, progress, today, drafting, onDrafted }: ReviewCardProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  const client = useClient();
  const writes = useMay()('plan.write');
  const starting = useAction();
  const [ending, setEnding] = useFormOpen('plan.review', progress.contentId);
  const due = reviewWindow(person, progress);
  const state = due === undefined ? undefined : reviewState(due, today);
  const under = progress.status === 'UNDER_REVIEW';
  const held = progress.reviews?.toReversed() ?? [];
  return (
    <Card
      title={t('plan:review.title')}
      aside={
        !writes ? null : under ? (
          <Button variant="go" onPress={() => setEnding(true)}>
            {t('plan:review.end')}
          </Button>
        ) : (
          <Button isPending={starting.pending} onPress={() => void starting.run(() => client.plans.startReview({ contentId: progress.contentId }))}>
            {t('plan:review.start')}
          </Button>
        )
      }
    >
      <Stack gap={2}>
        <ProblemNotice problem={starting.problem} />
        {under ? <p>{t('plan:review.under')}</p> : null}
        {due === undefined || state === undefined ? (
          <p className="v-soft">{t('plan:review.none')}</p>
        ) : (
          <p>
            {state === 'AHEAD' ? t('plan:review.due.AHEAD', { from: date(due.from), to: date(due.to) }) : <Tag tone={state === 'LATE' ? 'danger' : 'warn'}>{t(`plan:review.due.${state}`, { to: date(due.to) })}</Tag>}{' '}
            <span className="v-small v-soft">({t(`plan:review.rule.${due.rule}`)})</span>
          </p>
        )}
        {held.length === 0 ? null : (
          <ul className="v-lines" aria-label={t('plan:review.held')}>
            {held.map((review, at) => (
              <li key={`${review.on}-${held.length - at}`}>
                <span>
                  {t(`enums:reviewOutcome.${review.outcome}`)}
                  {review.note === undefined ? null : <span className="v-soft"> · {review.note}</span>}
                </span>
                <span className="v-soft v-number">{date(review.on)}</span>
              </li>
            ))}
          </ul>
        )}
      </Stack>
      {ending && under && writes ? <EndReview personId={progress.personId} contentId={progress.contentId} today={today} drafting={drafting} onClose={() => setEnding(false)} onDrafted={onDrafted} /> : null}
    </Card>
  );
};
