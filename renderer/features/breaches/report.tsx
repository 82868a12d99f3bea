import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/domain/handover.ts';
import { useSession } from '../../app/session-context.tsx';
import { tell } from '../../design/toast.tsx';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { emptyFields, reportForm, reportOf, type ReportForm } from './report-form.ts';
import { ReportFields } from './report-fields.tsx';

interface ReportProps {
  /** what is known from where it was opened */
  readonly first?: Partial<ReportForm>;
  /** the hand-over whose medium is lost */
  readonly lost?: Pick<Handover, 'id' | 'personId'>;
  readonly onClose: () => void;
}

/** Writes a breach down, in a minute: who assesses it comes later. */
export const Report = ({ first, lost, onClose }: ReportProps) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const schema = useMemo(() => reportForm(status.today), [status.today]);
  const [defaults] = useState(() => ({ ...emptyFields(new Date(), status.workplace?.timeZone ?? 'UTC'), ...first }));
  return (
    <KeptDialog
      {...(lost === undefined ? { form: 'breaches.report' } : { form: 'breaches.lost', personId: lost.personId, about: lost.id })}
      title={t(lost === undefined ? 'breaches:report' : 'breaches:lost.title')}
      schema={schema}
      defaults={defaults}
      send={async (client, values) => {
        await client.breaches.report({ ...reportOf(values), ...(lost === undefined ? {} : { handoverId: lost.id }) });
        tell({ text: t('breaches:reported') });
      }}
      onClose={onClose}
    >
      <p className="v-soft">{t(lost === undefined ? 'breaches:reportWhy' : 'breaches:lost.why')}</p>
      <ReportFields />
    </KeptDialog>
  );
};
