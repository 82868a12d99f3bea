import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { useMomentText } from './moment.ts';
import type { Kept } from './use-keeping.ts';

/** Says in a form that what stands there was typed before, and lets it be thrown away. Says too when it cannot be kept. */
export const DraftLine = ({ kept }: { readonly kept: Pick<Kept, 'restoredAt' | 'problem' | 'taken' | 'discard'> }) => {
  const { t } = useTranslation();
  const moment = useMomentText();
  return (
    <>
      {/* the place is there before the words, so that they are read out when they come */}
      <div className="v-draft" role="status">
        {kept.restoredAt === undefined ? null : (
          <>
            <span>{t('common:drafts.restored', { time: moment(kept.restoredAt) })}</span>
            <Button variant="link" onPress={kept.discard}>
              {t('common:drafts.discard')}
            </Button>
          </>
        )}
      </div>
      {kept.problem === undefined && !kept.taken ? null : (
        <>
          <p className="v-strong">{t('common:drafts.notKept')}</p>
          <ProblemNotice problem={kept.problem} />
        </>
      )}
    </>
  );
};
