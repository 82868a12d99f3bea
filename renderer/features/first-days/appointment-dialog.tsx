import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AppointmentWhen, type Appointment } from '../../../shared/domain/appointment.ts';
import { isHealth } from '../../../shared/domain/itinerary.ts';
import { NeedDomain } from '../../../shared/domain/needs.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { useLive } from '../../app/use-live.ts';
import { FormRadio, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Pair } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { appointmentForm, contentOfForm, formOfContent, NOBODY } from './appointment-form.ts';
import { TimeFields } from './time-fields.tsx';

interface AppointmentDialogProps {
  readonly personId: string;
  /** the one that is put right; without it a new one */
  readonly appointment?: Appointment | undefined;
  readonly onClose: () => void;
}

/** One appointment with a service. */
export const AppointmentDialog = ({ personId, appointment, onClose }: AppointmentDialogProps) => {
  const { t } = useTranslation();
  const contacts = useLive('contacts', (client, signal) => client.contacts.list(undefined, { signal }));
  const services = (contacts.value ?? []).filter(({ practice }) => practice !== true);
  return (
    <KeptDialog
      form="release.appointment"
      title={t('firstDays:appointment.title')}
      personId={personId}
      about={appointment?.id}
      schema={appointmentForm}
      defaults={formOfContent(appointment)}
      send={(client, form) =>
        appointment === undefined ? client.appointments.add({ personId, content: contentOfForm(form) }) : client.appointments.change({ appointmentId: appointment.id, content: contentOfForm(form) })
      }
      onClose={onClose}
    >
      <Pair>
        <FormText name="organisation" label={t('firstDays:appointment.organisation')} />
        <FormText name="purpose" label={t('firstDays:appointment.purpose')} />
      </Pair>
      <Pair>
        <FormSelect name="domain" label={t('firstDays:appointment.domain')} options={NeedDomain.options.map((id) => ({ id, label: t(`enums:needDomain.${id}`) }))} />
        {services.length === 0 ? null : (
          <FormSelect name="serviceId" label={t('firstDays:appointment.service')} options={[{ id: NOBODY, label: t('firstDays:appointment.noService') }, ...services.map(({ serviceId, name }) => ({ id: serviceId, label: name }))]} />
        )}
      </Pair>
      <HealthNotice />
      <TimeFields options={AppointmentWhen.options} />
      <Pair>
        <FormText name="place" label={t('firstDays:appointment.place')} hint={t('firstDays:appointment.placeHint')} />
        <FormText name="phone" label={t('firstDays:appointment.phone')} />
      </Pair>
      <Pair>
        <FormText name="way" label={t('firstDays:appointment.way')} hint={t('firstDays:appointment.wayHint')} />
        <FormText name="bring" label={t('firstDays:appointment.bring')} hint={t('firstDays:appointment.bringHint')} />
      </Pair>
      <FormRadio
        name="mandatory"
        label={t('firstDays:appointment.mandatory')}
        options={[
          { id: 'YES', label: t('firstDays:appointment.must') },
          { id: 'NO', label: t('firstDays:appointment.may') },
        ]}
      />
    </KeptDialog>
  );
};

/** Of an appointment about health the paper says where and when, and nothing else. */
const HealthNotice = () => {
  const { t } = useTranslation();
  const domain = NeedDomain.safeParse(useWatch({ name: 'domain' })).data;
  return domain === undefined || !isHealth(domain) ? null : <Notice tone="info" title={t('firstDays:appointment.health')} />;
};
