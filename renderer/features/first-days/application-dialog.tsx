import { useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApplicationKind, applicationMachine, PaidBy, StoredWith, type Application } from '../../../shared/domain/application.ts';
import { commandsOf } from '../../../shared/domain/machine.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { useSession } from '../../app/session-context.tsx';
import { FormDate, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Pair } from '../../design/layout.tsx';
import { applicationForm, applicationStepForm, contentOfForm, formOfContent, NONE, wasHandedIn } from './application-form.ts';

interface ApplicationDialogProps {
  readonly personId: string;
  readonly application?: Application | undefined;
  readonly onClose: () => void;
}

/** One application for a paper or a right. */
export const ApplicationDialog = ({ personId, application, onClose }: ApplicationDialogProps) => {
  const { t } = useTranslation();
  const none = { id: NONE, label: t('firstDays:application.notKnown') };
  return (
    <KeptDialog
      form="release.application"
      title={t('firstDays:application.title')}
      personId={personId}
      about={application?.id}
      schema={applicationForm}
      defaults={formOfContent(application)}
      send={(client, form) =>
        application === undefined ? client.applications.add({ personId, content: contentOfForm(form) }) : client.applications.change({ applicationId: application.id, content: contentOfForm(form) })
      }
      onClose={onClose}
    >
      <Pair>
        <FormSelect name="kind" label={t('firstDays:application.kind')} options={ApplicationKind.options.map((id) => ({ id, label: t(`enums:applicationKind.${id}`) }))} />
        <FormText name="what" label={t('firstDays:application.what')} hint={t('firstDays:application.whatHint')} />
      </Pair>
      <Pair>
        <FormText name="to" label={t('firstDays:application.to')} />
        <FormText name="reference" label={t('firstDays:application.reference')} />
      </Pair>
      <Pair>
        <FormText name="cost" label={t('firstDays:application.cost')} width="short" />
        <FormSelect name="paidBy" label={t('firstDays:application.paidBy')} options={[none, ...PaidBy.options.map((id) => ({ id, label: t(`enums:paidBy.${id}`) }))]} />
      </Pair>
      {application !== undefined && wasHandedIn(application) ? <FormDate name="expectedBy" label={t('firstDays:application.expectedBy')} /> : null}
      {application?.status === 'RECEIVED' ? <FormSelect name="storedWith" label={t('firstDays:application.stored')} options={[none, ...StoredWith.options.map((id) => ({ id, label: t(`enums:storedWith.${id}`) }))]} /> : null}
    </KeptDialog>
  );
};

/** What happened with an application, on which day. */
export const ApplicationStep = ({ personId, application, onClose }: ApplicationDialogProps & { readonly application: Application }) => {
  const { t } = useTranslation();
  const { today } = useSession().status;
  const schema = useMemo(() => applicationStepForm(today), [today]);
  return (
    <KeptDialog
      form="release.applicationStep"
      title={t('firstDays:application.step')}
      personId={personId}
      about={application.id}
      schema={schema}
      defaults={{ on: today, note: '', expectedBy: '', reference: '', storedWith: '' }}
      send={(client, { command, on, note, expectedBy, reference, storedWith }) =>
        client.applications.step({
          applicationId: application.id,
          command,
          on,
          ...(note === '' ? {} : { note }),
          ...(expectedBy === '' ? {} : { expectedBy }),
          ...(reference === '' ? {} : { reference }),
          ...(storedWith === '' || command !== 'receive' ? {} : { storedWith }),
        })
      }
      onClose={onClose}
    >
      <p>
        <b>{t(`enums:applicationKind.${application.kind}`)}</b>
        {[application.what, application.to].flatMap((part) => (part === undefined ? [] : [` · ${part}`])).join('')}
      </p>
      <Pair>
        <FormSelect name="command" label={t('firstDays:step.what')} options={commandsOf(applicationMachine, application.status).map((id) => ({ id, label: t(`enums:applicationCommand.${id}`) }))} />
        <FormDate name="on" label={t('firstDays:step.on')} />
      </Pair>
      <Asked />
    </KeptDialog>
  );
};

const Asked = () => {
  const { t } = useTranslation();
  const command: unknown = useWatch({ name: 'command' });
  if (command === 'submit' || command === 'acknowledge' || command === 'supply')
    return (
      <Pair>
        <FormDate name="expectedBy" label={t('firstDays:application.expectedBy')} />
        <FormText name="reference" label={t('firstDays:application.reference')} />
      </Pair>
    );
  if (command === 'receive') return <FormSelect name="storedWith" label={t('firstDays:application.stored')} options={StoredWith.options.map((id) => ({ id, label: t(`enums:storedWith.${id}`) }))} />;
  if (command === 'askMore') return <FormText name="note" label={t('firstDays:application.more')} />;
  if (command === 'withdraw') return <FormText name="note" label={t('firstDays:step.reason')} hint={t('firstDays:step.reasonFree')} />;
  return command === 'refuse' || command === 'reopen' ? <FormText name="note" label={t('firstDays:step.reason')} /> : null;
};
