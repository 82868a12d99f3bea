import { useTranslation } from 'react-i18next';
import { addDays, type CivilDate } from '../../../shared/domain/dates.ts';
import { heldInTime, reviewState, type ReviewWindow } from '../../../shared/domain/plan-review.ts';
import type { PlanProgress } from '../../../shared/domain/plan.ts';
import { MOST_EXEMPT_DAYS } from '../../../shared/domain/review-exemption.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { EndReview } from './end-review.tsx';
import { PutOffReview } from './put-off-review.tsx';

interface ReviewCardProps {
  readonly progress: PlanProgress;
  /** the next review by the rules of the country */
  readonly review: ReviewWindow | undefined;
  readonly today: CivilDate;
  /** a new version is being written already */
  readonly drafting: boolean;
  readonly onDrafted: (contentId: string) => void;
}

/** When the version in force is looked at again, and what came of it each time. */
export const ReviewCard = ({ progress, review, today, drafting, onDrafted }: ReviewCardProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  const client = useClient();
  const writes = useMay()('plan.write');
  const starting = useAction();
  const [ending, setEnding] = useFormOpen('plan.review', progress.contentId);
  const [puttingOff, setPuttingOff] = useFormOpen('plan.putOff', progress.contentId);
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
          <Row>
            {review === undefined || review.from > addDays(today, MOST_EXEMPT_DAYS) ? null : <Button onPress={() => setPuttingOff(true)}>{t('plan:review.putOff')}</Button>}
            <Button isPending={starting.pending} onPress={() => void starting.run(() => client.plans.startReview({ contentId: progress.contentId }))}>
              {t('plan:review.start')}
            </Button>
          </Row>
        )
      }
    >
      <Stack gap={2}>
        <ProblemNotice problem={starting.problem} />
        {under ? <p>{t('plan:review.under')}</p> : null}
        {review === undefined ? <p className="v-soft">{t('plan:review.none')}</p> : <Due review={review} today={today} />}
        {held.length === 0 ? null : (
          <ul className="v-lines" aria-label={t('plan:review.held')}>
            {held.map((past, at) => (
              <li key={`${past.on}-${held.length - at}`}>
                <span>
                  {t(`enums:reviewOutcome.${past.outcome}`)}
                  {past.note === undefined ? null : <span className="v-soft"> · {past.note}</span>}
                </span>
                <span className="v-soft v-number">{date(past.on)}</span>
              </li>
            ))}
          </ul>
        )}
      </Stack>
      {puttingOff && !under && writes ? <PutOffReview personId={progress.personId} contentId={progress.contentId} today={today} onClose={() => setPuttingOff(false)} /> : null}
      {ending && under && writes ? <EndReview personId={progress.personId} contentId={progress.contentId} today={today} drafting={drafting} onClose={() => setEnding(false)} onDrafted={onDrafted} /> : null}
    </Card>
  );
};

/** The days of the next review, and the rule that set them. */
const Due = ({ review, today }: { readonly review: ReviewWindow; readonly today: CivilDate }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const { rule, from, to, every, exempt, inTimeBy } = review;
  const state = reviewState(review, today);
  const months = { from: every?.fromMonths ?? 0, to: every?.toMonths ?? 0, count: every?.aboveMonths ?? 0 };
  return (
    <>
      <p>
        {state === 'EXEMPT' && exempt !== undefined ? (
          t('plan:review.due.EXEMPT', { until: date(exempt.until), reason: t(`enums:reviewExemptionReason.${exempt.reason}`), to: date(to) })
        ) : state === 'OPEN' || state === 'LATE' ? (
          <Tag tone={state === 'LATE' ? 'danger' : 'warn'}>{t(`plan:review.due.${state}`, { to: date(to) })}</Tag>
        ) : (
          t('plan:review.due.AHEAD', { from: date(from), to: date(to) })
        )}{' '}
        <span className="v-small v-soft">({t(`plan:review.rule.${rule}`, months)})</span>
      </p>
      {heldInTime(review, to) ? null : <p className="v-small v-soft">{t('plan:review.late', { to: date(inTimeBy) })}</p>}
    </>
  );
};
