import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/domain/handover.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { Button } from '../../design/button.tsx';
import { Report } from './report.tsx';

/** A written medium did not arrive: one form marks the hand-over as lost and writes it into the book. */
export const LostMedium = ({ handover }: { readonly handover: Pick<Handover, 'id' | 'personId'> }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useFormOpen('breaches.lost', handover.id);
  return (
    <>
      <Button variant="link" onPress={() => setOpen(true)}>
        {t('breaches:lost.open')}
      </Button>
      {open ? (
        <Report
          lost={handover}
          first={{ kind: 'LOST_MEDIUM', sealed: 'YES', data: ['IDENTITY', 'SENTENCE', 'NEEDS', 'PLAN', 'LEARNING'], personIds: [handover.personId], what: t('breaches:lost.what') }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
};
