import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { Answer } from '../../../shared/domain/plan.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row } from '../../design/layout.tsx';
import { AnswerFields } from './answer-fields.tsx';

interface RecordAnswerProps {
  readonly personId: string;
  readonly contentId: string;
  readonly offered: readonly Answer[];
  readonly again: boolean;
  readonly today: CivilDate;
  readonly onClose: () => void;
}

/** What the person answered, recorded afterwards. */
export const RecordAnswer = ({ onClose, ...entry }: RecordAnswerProps) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t(entry.offered.length > 1 ? 'plan:answer.record' : 'plan:answer.withdraw')} isOpen onClose={onClose} wide>
      <p>{t('plan:answer.never')}</p>
      <AnswerFields
        {...entry}
        form="plan.answer"
        words={{
          title: t('plan:answer.answer'),
          answer: (id) => t(`enums:answer.${id}`),
          signature: (id) => t(`enums:answerSignature.${id}`),
          how: t('plan:answer.signature'),
          support: t('plan:answer.support'),
          on: t('plan:answer.on'),
          reason: t('plan:answer.reason'),
          reasonHint: t('plan:answer.reasonHint'),
        }}
        onKept={onClose}
      >
        {(pending) => (
          <Row end>
            <Button onPress={onClose}>{t('common:act.cancel')}</Button>
            <Button type="submit" variant="go" isPending={pending}>
              {t('common:act.save')}
            </Button>
          </Row>
        )}
      </AnswerFields>
    </Dialog>
  );
};
