import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { Answer, PlanContent } from '../../../shared/domain/plan.ts';
import { localeOf } from '../../app/preferences.ts';
import { dateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import type { PlanPair } from '../person/plan-view.ts';
import { AnswerFields } from './answer-fields.tsx';

interface AnswerPageProps {
  readonly content: PlanContent;
  readonly offered: readonly Answer[];
  readonly again: boolean;
  readonly today: CivilDate;
}

/** The person's answer, given right there. Yes, no and not today stand side by side; none asks for a reason. */
export const AnswerPage = ({ content, offered, again, today }: AnswerPageProps) => {
  const { t } = useTranslation();
  const [kept, setKept] = useState<Answer | undefined>(undefined);
  if (kept !== undefined) return <h1 role="status">{t(kept === 'COULD_NOT_ANSWER' ? 'plan:reading.keptToday' : 'plan:reading.kept')}</h1>;
  return (
    <>
      <h1>{t('plan:reading.answerTitle')}</h1>
      <p>{t('plan:reading.answerWhat')}</p>
      <AnswerFields
        form="plan.answerTogether"
        personId={content.personId}
        contentId={content.id}
        offered={offered}
        again={again}
        today={today}
        words={{
          title: t('plan:reading.answer'),
          answer: (id) => t(`plan:reading.${id}`),
          signature: (id) => t(`plan:reading.${id}`),
          how: t('plan:reading.signature'),
          support: t('plan:reading.support'),
          on: t('plan:reading.on'),
          reason: t('plan:reading.reason'),
        }}
        onKept={setKept}
      >
        {(pending) => (
          <Row end>
            <Button type="submit" variant="go" isPending={pending}>
              {t('plan:reading.save')}
            </Button>
          </Row>
        )}
      </AnswerFields>
    </>
  );
};

/** What was answered, when nothing is to be answered now. */
export const AnswerGiven = ({ content, progress: { answer } }: PlanPair) => {
  const { t } = useTranslation();
  if (answer === undefined) return <h1>{t('plan:reading.notYet')}</h1>;
  return <h1>{t('plan:reading.given', { date: dateText(localeOf[content.lang], answer.on), answer: t(`enums:answer.${answer.answer}`) })}</h1>;
};
