import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { BreachView } from '../../../shared/contract/breaches.ts';
import { BreachRisk } from '../../../shared/domain/breach.ts';
import { isCivilDate } from '../../../shared/domain/dates.ts';
import { useSession } from '../../app/session-context.tsx';
import { FormDate, FormRadio, FormText, FormTextArea } from '../../design/form/fields.tsx';
import { Pair } from '../../design/layout.tsx';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { fieldsOf, momentOf, reportForm, reportOf, timeField, wordsField } from './report-form.ts';
import { ReportFields } from './report-fields.tsx';

/** Every act that asks for words, in the order of the buttons. */
export const actForms = ['assess', 'notify', 'leave', 'tellPersons', 'reopen', 'correct'] as const;
export type ActName = (typeof actForms)[number];

interface ActProps {
  readonly view: BreachView;
  readonly onClose: () => void;
}

export const ActForm = ({ name, ...props }: ActProps & { readonly name: ActName }) => {
  const Form = forms[name];
  return <Form {...props} />;
};

const dayField = z.string().refine(isCivilDate, 'common:form.dateMissing');

const riskForm = z.object({ risk: z.string().refine((risk): risk is BreachRisk => BreachRisk.safeParse(risk).success, 'breaches:form.riskMissing'), reason: wordsField });

/** How great the risk is for the people concerned; a lost sealed medium brings its reason along. */
const Assess = ({ view, onClose }: ActProps) => {
  const { t } = useTranslation();
  const suggests = view.suggests;
  return (
    <KeptDialog
      form="breaches.assess"
      about={view.id}
      title={t('breaches:act.assess')}
      schema={riskForm}
      defaults={{ risk: suggests ?? '', reason: suggests === undefined ? '' : t('breaches:sealedReason') }}
      send={(client, values) => client.breaches.assess({ breachId: view.id, ...values })}
      onClose={onClose}
    >
      <FormRadio name="risk" label={t('breaches:form.risk')} options={BreachRisk.options.map((id) => ({ id, label: t(`enums:breachRisk.${id}`), hint: t(`breaches:riskHint.${id}`) }))} />
      <FormTextArea name="reason" label={t('breaches:form.why')} hint={t('breaches:form.noNames')} />
    </KeptDialog>
  );
};

const notifyForm = (tellBy: string, timeZone: string) =>
  z.object({ on: dayField, time: timeField, reference: z.string().trim().max(200, 'common:form.tooLong'), lateBecause: z.string().trim().max(4000, 'common:form.tooLong') }).superRefine(({ on, time, lateBecause }, check) => {
    const last = momentOf(tellBy, timeZone);
    const late = `${on} ${time.replace('.', ':').padStart(5, '0')}` > `${last.on} ${last.time}`;
    if (late && lateBecause === '') check.addIssue({ code: 'custom', path: ['lateBecause'], message: 'breaches:form.lateMissing' });
  });

/** The authority was told: when, and under which number. */
const Notify = ({ view, onClose }: ActProps) => {
  const { t } = useTranslation();
  const zone = useSession().status.workplace?.timeZone ?? 'UTC';
  const schema = useMemo(() => notifyForm(view.tellBy, zone), [view.tellBy, zone]);
  const [now] = useState(() => momentOf(new Date().toISOString(), zone));
  return (
    <KeptDialog
      form="breaches.notify"
      about={view.id}
      title={t('breaches:act.notify')}
      schema={schema}
      defaults={{ on: now.on, time: now.time, reference: '', lateBecause: '' }}
      send={(client, { on, time, reference, lateBecause }) =>
        client.breaches.notify({ breachId: view.id, told: { on, time }, ...(reference === '' ? {} : { reference }), ...(lateBecause === '' ? {} : { lateBecause }) })
      }
      onClose={onClose}
    >
      <p className="v-soft">{t('breaches:notifyHow')}</p>
      <Pair>
        <FormDate name="on" label={t('breaches:form.toldOn')} />
        <FormText name="time" label={t('breaches:form.toldTime')} hint={t('breaches:form.timeHint')} width="short" />
      </Pair>
      <FormText name="reference" label={t('breaches:form.reference')} width="medium" />
      {view.deadline === 'OVER' ? <FormTextArea name="lateBecause" label={t('breaches:form.lateBecause')} hint={t('breaches:form.lateHint')} /> : null}
    </KeptDialog>
  );
};

const reasonForm = z.object({ reason: wordsField });

/** An act that asks for its reason only. */
const WithReason = ({ view, onClose, name, hint }: ActProps & { readonly name: 'leave' | 'reopen'; readonly hint: string }) => {
  const { t } = useTranslation();
  return (
    <KeptDialog
      form={`breaches.${name}`}
      about={view.id}
      title={t(`breaches:act.${name}`)}
      schema={reasonForm}
      defaults={{ reason: '' }}
      send={(client, { reason }) => client.breaches[name]({ breachId: view.id, reason })}
      onClose={onClose}
    >
      <p className="v-soft">{hint}</p>
      <FormTextArea name="reason" label={t('breaches:form.why')} hint={t('breaches:form.noNames')} />
    </KeptDialog>
  );
};
const Leave = (props: ActProps) => {
  const { t } = useTranslation();
  return <WithReason {...props} name="leave" hint={t('breaches:leaveHint')} />;
};
const Reopen = (props: ActProps) => {
  const { t } = useTranslation();
  return <WithReason {...props} name="reopen" hint={t('breaches:reopenHint')} />;
};

const personsForm = z.object({ told: z.enum(['yes', 'no']), on: dayField, how: wordsField });

/** Whether the persons concerned were told, when and how, or why not. */
const Persons = ({ view, onClose }: ActProps) => {
  const { t } = useTranslation();
  const { status } = useSession();
  return (
    <KeptDialog
      form="breaches.tellPersons"
      about={view.id}
      title={t('breaches:act.tellPersons')}
      schema={personsForm}
      defaults={{ told: 'yes', on: status.today, how: '' }}
      send={(client, { told, on, how }) => client.breaches.tellPersons({ breachId: view.id, told: told === 'yes', on, how })}
      onClose={onClose}
    >
      <p className="v-soft">{t('breaches:persons.hint')}</p>
      <FormRadio
        name="told"
        label={t('breaches:persons.head')}
        options={[
          { id: 'yes', label: t('breaches:persons.yes') },
          { id: 'no', label: t('breaches:persons.no') },
        ]}
      />
      <FormDate name="on" label={t('breaches:persons.on')} />
      <FormTextArea name="how" label={t('breaches:persons.how')} hint={t('breaches:form.noNames')} />
    </KeptDialog>
  );
};

/** Other facts; those before stay in the history with the reason. */
const Correct = ({ view, onClose }: ActProps) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const schema = useMemo(() => reportForm(status.today).extend({ reason: wordsField }), [status.today]);
  return (
    <KeptDialog
      form="breaches.correct"
      about={view.id}
      title={t('breaches:act.correct')}
      schema={schema}
      defaults={{ ...fieldsOf(view.breach.facts, status.workplace?.timeZone ?? 'UTC'), reason: '' }}
      send={(client, { reason, ...values }) => client.breaches.correct({ breachId: view.id, ...reportOf(values), reason })}
      onClose={onClose}
    >
      <ReportFields />
      <FormTextArea name="reason" label={t('breaches:form.whyCorrect')} hint={t('breaches:form.noNames')} />
    </KeptDialog>
  );
};

const forms: { readonly [N in ActName]: (props: ActProps) => React.ReactNode } = { assess: Assess, notify: Notify, leave: Leave, tellPersons: Persons, reopen: Reopen, correct: Correct };
