import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { AppointmentWhen } from '../../../shared/domain/appointment.ts';
import { FormDate, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Pair } from '../../design/layout.tsx';

/** When somebody has to be there; the day is asked only where one is set. */
export const TimeFields = ({ options }: { readonly options: readonly AppointmentWhen[] }) => {
  const { t } = useTranslation();
  const when: unknown = useWatch({ name: 'when' });
  return (
    <>
      <FormSelect name="when" label={t('firstDays:appointment.when')} options={options.map((id) => ({ id, label: t(`enums:appointmentWhen.${id}`) }))} />
      {when === 'EXACT' || when === 'NEXT_WORKING_DAY' ? (
        <Pair>
          {when === 'EXACT' ? <FormDate name="date" label={t('firstDays:appointment.date')} /> : null}
          <FormText name="time" label={t('firstDays:appointment.time')} hint={t('firstDays:appointment.timeHint')} width="short" />
        </Pair>
      ) : null}
    </>
  );
};
