import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { appointmentMachine, AppointmentWhen, type Appointment } from '../../../shared/domain/appointment.ts';
import { commandsOf } from '../../../shared/domain/machine.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { FormSelect, FormText } from '../../design/form/fields.tsx';
import { appointmentStepForm, timeOfForm } from './appointment-form.ts';
import { TimeFields } from './time-fields.tsx';

/** What happened with an appointment: fixed, kept, missed, moved, cancelled, or put right. */
export const AppointmentStep = ({ personId, appointment, onClose }: { readonly personId: string; readonly appointment: Appointment; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <KeptDialog
      form="release.appointmentStep"
      title={t('firstDays:appointment.step')}
      personId={personId}
      about={appointment.id}
      schema={appointmentStepForm}
      defaults={{ reason: '', outcome: '', when: '', date: '', time: '' }}
      send={(client, { command, reason, outcome, when, date, time }) =>
        client.appointments.step({
          appointmentId: appointment.id,
          command,
          ...(reason === '' ? {} : { reason }),
          ...(outcome === '' ? {} : { outcome }),
          ...(when === '' || (command !== 'fix' && command !== 'reschedule') ? {} : { at: timeOfForm({ when, date, time }) }),
        })
      }
      onClose={onClose}
    >
      <p>
        <b>{appointment.organisation}</b> · {appointment.purpose}
      </p>
      <FormSelect name="command" label={t('firstDays:step.what')} options={commandsOf(appointmentMachine, appointment.status).map((id) => ({ id, label: t(`enums:appointmentCommand.${id}`) }))} />
      <Asked />
    </KeptDialog>
  );
};

const Asked = () => {
  const { t } = useTranslation();
  const command: unknown = useWatch({ name: 'command' });
  if (command === 'fix') return <TimeFields options={AppointmentWhen.options.filter((when) => when !== 'TO_BE_FIXED')} />;
  if (command === 'reschedule') return <TimeFields options={AppointmentWhen.options} />;
  if (command === 'attend') return <FormText name="outcome" label={t('firstDays:step.outcome')} hint={t('firstDays:step.outcomeHint')} />;
  if (command === 'miss') return <FormText name="reason" label={t('firstDays:step.reason')} hint={t('firstDays:step.reasonFree')} />;
  return command === 'cancel' || command === 'correct' ? <FormText name="reason" label={t('firstDays:step.reason')} /> : null;
};
