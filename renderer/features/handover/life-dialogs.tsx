import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ReceiptReason, RevocationReason } from '../../../shared/domain/envelope.ts';
import { Carrier, EmergencyWhy, type Handover } from '../../../shared/domain/handover.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { useSession } from '../../app/session-context.tsx';
import { FormDate, FormRadio, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Pair } from '../../design/layout.tsx';
import { aloneForm, dispatchForm, paperForm, revokeForm } from './life-form.ts';

export interface LifeDialogProps {
  readonly handover: Pick<Handover, 'id' | 'personId'>;
  readonly onClose: () => void;
}

/** The medium leaves our hands: an entry of the custody log. */
export const DispatchDialog = ({ handover, onClose }: LifeDialogProps) => {
  const { t } = useTranslation();
  const { today } = useSession().status;
  const schema = useMemo(() => dispatchForm(today), [today]);
  return (
    <KeptDialog
      form="handover.dispatch"
      personId={handover.personId}
      about={handover.id}
      title={t('handover:life.dispatch')}
      schema={schema}
      defaults={{ carrier: '', carrierName: '', label: '', on: today }}
      send={(client, { carrierName, ...rest }) => client.handovers.dispatch({ handoverId: handover.id, ...rest, ...(carrierName === '' ? {} : { carrierName }) })}
      onClose={onClose}
    >
      <FormRadio name="carrier" label={t('handover:life.carrier')} options={Carrier.options.map((id) => ({ id, label: t(`enums:carrier.${id}`) }))} />
      <FormText name="carrierName" label={t('handover:life.carrierName')} hint={t('handover:life.carrierHint')} />
      <Pair>
        <FormText name="label" label={t('handover:life.label')} hint={t('handover:life.labelHint')} />
        <FormDate name="on" label={t('handover:life.on')} />
      </Pair>
    </KeptDialog>
  );
};

/** A receipt on paper, typed in by whoever saw it. */
export const PaperDialog = ({ handover, onClose }: LifeDialogProps) => {
  const { t } = useTranslation();
  const { today } = useSession().status;
  const schema = useMemo(() => paperForm(today), [today]);
  return (
    <KeptDialog
      form="handover.paper"
      personId={handover.personId}
      about={handover.id}
      title={t('handover:life.paper')}
      schema={schema}
      defaults={{ decision: '', reason: '', on: today, number: '', signedBy: '' }}
      send={(client, { reason, signedBy, ...rest }) =>
        client.handovers.paperReceipt({ handoverId: handover.id, ...rest, ...(reason === '' || rest.decision !== 'REJECTED' ? {} : { reason }), ...(signedBy === '' ? {} : { signedBy }) })
      }
      onClose={onClose}
    >
      <p className="v-soft">{t('handover:life.paperText')}</p>
      <FormRadio name="decision" label={t('handover:life.decision')} options={(['RECEIVED', 'ACCEPTED', 'REJECTED'] as const).map((id) => ({ id, label: t(`enums:receiptDecision.${id}`) }))} />
      <FormSelect name="reason" label={t('handover:arrivals.rejectReason')} hint={t('handover:life.reasonHint')} options={ReceiptReason.options.map((id) => ({ id, label: t(`handover:reason.${id}`) }))} />
      <Pair>
        <FormText name="number" label={t('handover:life.number')} />
        <FormDate name="on" label={t('handover:life.paperOn')} />
      </Pair>
      <FormText name="signedBy" label={t('handover:life.signedBy')} />
    </KeptDialog>
  );
};

/** It must not be used. The dialog says that nothing can be un-opened. */
export const RevokeDialog = ({ handover, onClose }: LifeDialogProps) => {
  const { t } = useTranslation();
  return (
    <KeptDialog
      form="handover.revoke"
      personId={handover.personId}
      about={handover.id}
      title={t('handover:life.revoke')}
      schema={revokeForm}
      defaults={{ reason: '' }}
      send={(client, { reason }) => client.handovers.revoke({ handoverId: handover.id, reason })}
      onClose={onClose}
    >
      <p className="v-strong">{t('handover:life.revokeText')}</p>
      <FormRadio name="reason" label={t('handover:arrivals.rejectReason')} options={RevocationReason.exclude(['NOT_COUNTERSIGNED']).options.map((id) => ({ id, label: t(`enums:revocationReason.${id}`) }))} />
    </KeptDialog>
  );
};

/** The documented emergency: one signs now, another within 72 hours. */
export const AloneDialog = ({ handover, onClose }: LifeDialogProps) => {
  const { t } = useTranslation();
  return (
    <KeptDialog
      form="handover.alone"
      personId={handover.personId}
      about={handover.id}
      title={t('handover:life.alone')}
      schema={aloneForm}
      defaults={{ why: '', words: '' }}
      send={(client, values) => client.handovers.authoriseAlone({ handoverId: handover.id, ...values })}
      onClose={onClose}
    >
      <p className="v-strong">{t('handover:life.aloneText')}</p>
      <FormRadio name="why" label={t('handover:life.why')} options={EmergencyWhy.options.map((id) => ({ id, label: t(`enums:emergencyWhy.${id}`) }))} />
      <FormText name="words" label={t('handover:life.words')} hint={t('handover:life.wordsHint')} />
    </KeptDialog>
  );
};
