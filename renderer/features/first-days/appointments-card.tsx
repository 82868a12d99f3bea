import { useTranslation } from 'react-i18next';
import type { AppointmentView, FirstDaysView } from '../../../shared/contract/first-days.ts';
import { appointmentMachine, type Appointment } from '../../../shared/domain/appointment.ts';
import { isOpenAppointment, timeOf } from '../../../shared/domain/appointment-rules.ts';
import { commandsOf } from '../../../shared/domain/machine.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { useMay } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { AppointmentDialog } from './appointment-dialog.tsx';
import { AppointmentStep } from './appointment-step.tsx';

type Open = { readonly act: 'new' } | { readonly act: 'change' | 'step'; readonly id: string };

/** Appointments in the order of their days, each with what contradicts it. */
export const AppointmentsCard = ({ personId, view }: { readonly personId: string; readonly view: FirstDaysView }) => {
  const { t } = useTranslation();
  const writes = useMay()('case.write');
  const [open, setOpen] = useAskable<Open>(({ open: form, about }) => (form !== 'release.appointment' ? undefined : about === undefined ? { act: 'new' } : { act: 'change', id: about }));
  const chosen = open === undefined || open.act === 'new' ? undefined : view.appointments.find(({ appointment }) => appointment.id === open.id)?.appointment;
  const close = () => setOpen(undefined);
  return (
    <Card title={t('firstDays:appointment.card')} aside={writes ? <Button onPress={() => setOpen({ act: 'new' })}>{t('firstDays:appointment.add')}</Button> : null}>
      {view.appointments.length === 0 ? <p className="v-soft">{t('firstDays:appointment.none')}</p> : null}
      <ul className="v-lines">
        {view.appointments.map((line) => (
          <Line key={line.appointment.id} line={line} onAct={writes ? (act) => setOpen({ act, id: line.appointment.id }) : undefined} />
        ))}
      </ul>
      {open?.act === 'new' || (open?.act === 'change' && chosen !== undefined && isOpenAppointment(chosen)) ? <AppointmentDialog key={chosen?.id ?? 'new'} personId={personId} appointment={chosen} onClose={close} /> : null}
      {open?.act === 'step' && chosen !== undefined ? <AppointmentStep key={chosen.id} personId={personId} appointment={chosen} onClose={close} /> : null}
    </Card>
  );
};

/** The day as it is known, and what it follows. */
const useDay = () => {
  const { t } = useTranslation();
  const date = useDateText();
  return ({ at }: Appointment, day: string | undefined): string => {
    const told = [...(at.when === 'EXACT' ? [] : [t(`enums:appointmentWhen.${at.when}`)]), ...(day === undefined ? [] : [date(day)]), ...(timeOf(at) === undefined ? [] : [String(timeOf(at))])];
    return told.join(' · ');
  };
};

const Line = ({ line: { appointment, day, warnings }, onAct }: { readonly line: AppointmentView; readonly onAct: ((act: 'change' | 'step') => void) | undefined }) => {
  const { t } = useTranslation();
  const dayText = useDay();
  const { organisation, purpose, place, phone, mandatory, status, outcome, history, past } = appointment;
  const name = `${organisation}, ${purpose}`;
  const reason = history.at(-1)?.reason;
  return (
    <li>
      <div>
        <b>{organisation}</b> · {purpose}
        <p className="v-small">
          {dayText(appointment, day)} {mandatory ? <Tag tone="accent">{t('firstDays:appointment.mustTag')}</Tag> : null} {past === true ? <Tag>{t('firstDays:appointment.past')}</Tag> : status === 'FIXED' ? null : <Tag>{t(`enums:appointmentStatus.${status}`)}</Tag>}
        </p>
        {place === undefined && phone === undefined ? null : <p className="v-small v-soft">{[place, phone].filter((part) => part !== undefined).join(' · ')}</p>}
        {outcome === undefined && reason === undefined ? null : <p className="v-small v-soft">{[outcome, reason].filter((part) => part !== undefined).join(' · ')}</p>}
        {warnings.map((warning) => (
          <p key={warning} className="v-small">
            <Tag tone="warn">{t(`enums:appointmentWarning.${warning}`)}</Tag>
          </p>
        ))}
      </div>
      {onAct === undefined ? null : (
        <Row>
          {isOpenAppointment(appointment) ? (
            <Button variant="link" aria-label={t('firstDays:changeName', { name })} onPress={() => onAct('change')}>
              {t('firstDays:change')}
            </Button>
          ) : null}
          {past === true || commandsOf(appointmentMachine, status).length === 0 ? null : (
            <Button variant="link" aria-label={t('firstDays:stepName', { name })} onPress={() => onAct('step')}>
              {t('firstDays:stepOpen')}
            </Button>
          )}
        </Row>
      )}
    </li>
  );
};
