import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Language } from '../../../shared/domain/base.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { DeliveryWay, RequestAbout, RequestResult, type Request, type RequestCommand } from '../../../shared/domain/request.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { FormDate, FormRadio, FormSelect, FormText, FormTextArea } from '../../design/form/fields.tsx';
import { Pair } from '../../design/layout.tsx';
import type { Choice } from '../../design/select.tsx';
import { PaperBeside } from '../scans/paper-beside.tsx';
import { fromPaper, useTypedPaper } from '../scans/typed-paper.ts';
import { answerForm, assignForm, deliverForm, newRequestForm, reopenForm, withdrawForm } from './request-form.ts';

const LanguageField = () => {
  const { t } = useTranslation();
  return <FormSelect name="lang" label={t('requests:field.lang')} options={Language.options.map((id) => ({ id, label: t(`enums:language.${id}`) }))} />;
};

/** A written request is taken in. */
export const NewRequest = ({ personId, today, lang, onClose }: { readonly personId: string; readonly today: CivilDate; readonly lang: Language | undefined; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const paper = useTypedPaper(['REQUEST']);
  return (
    <KeptDialog
      form="requests.add"
      title={t('requests:new')}
      personId={personId}
      schema={newRequestForm(today)}
      defaults={{ receivedOn: today, number: '', about: 'MEETING', text: '', lang: lang ?? preferences.language }}
      send={(client, { number, text, ...request }) => client.requests.add({ personId, ...request, ...(number === '' ? {} : { number }), ...(text === '' ? {} : { text }), ...fromPaper(paper) })}
      onClose={onClose}
    >
      <PaperBeside paper={paper} />
      <Pair>
        <FormSelect name="about" label={t('requests:field.about')} options={RequestAbout.options.map((id) => ({ id, label: t(`enums:requestAbout.${id}`) }))} />
        <FormDate name="receivedOn" label={t('requests:field.receivedOn')} />
      </Pair>
      <FormTextArea name="text" label={t('requests:field.text')} hint={t('requests:field.textHint')} />
      <Pair>
        <LanguageField />
        <FormText name="number" label={t('requests:field.number')} />
      </Pair>
    </KeptDialog>
  );
};

interface ActProps {
  readonly request: Request;
  readonly today: CivilDate;
  /** the language the person reads */
  readonly lang: Language | undefined;
  readonly onClose: () => void;
}

/** The form of one step of a request. */
export const RequestAct = ({ command, ...props }: ActProps & { readonly command: RequestCommand }) => {
  if (command === 'assign') return <Assign {...props} />;
  if (command === 'answer') return <Answer {...props} />;
  if (command === 'deliver') return <Deliver {...props} />;
  return command === 'withdraw' ? <Withdraw {...props} /> : <Reopen {...props} />;
};

/** Colleagues, oneself first. */
const useColleagues = (): readonly Choice[] => {
  const client = useClient();
  const { status } = useSession();
  const [found, setFound] = useState<readonly Choice[]>([]);
  const me = status.user;
  useEffect(() => {
    let gone = false;
    client.users.colleagues().then(
      (users) => {
        if (!gone) setFound(users.map(({ id, name }) => ({ id, label: name })));
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [client]);
  return [...(me === undefined || me === null ? [] : [{ id: me.id, label: me.name }]), ...found.filter(({ id }) => id !== me?.id)];
};

const Assign = ({ request, onClose }: ActProps) => {
  const { t } = useTranslation();
  const colleagues = useColleagues();
  return (
    <KeptDialog form="requests.assign" title={t('enums:requestCommand.assign')} personId={request.personId} about={request.id} schema={assignForm} defaults={{ userId: request.assignedTo ?? '' }} send={(client, { userId }) => client.requests.assign({ requestId: request.id, userId })} onClose={onClose}>
      <FormSelect name="userId" label={t('requests:field.user')} options={colleagues} />
    </KeptDialog>
  );
};

const Answer = ({ request, today, lang, onClose }: ActProps) => {
  const { t } = useTranslation();
  return (
    <KeptDialog
      form="requests.answer"
      title={t('enums:requestCommand.answer')}
      personId={request.personId}
      about={request.id}
      schema={answerForm(today)}
      defaults={{ result: 'GRANTED', text: '', lang: lang ?? request.lang, passedTo: '', on: today }}
      send={(client, { passedTo, ...answer }) => client.requests.answer({ requestId: request.id, ...answer, ...(passedTo === '' ? {} : { passedTo }) })}
      onClose={onClose}
    >
      <FormRadio name="result" label={t('requests:field.result')} options={RequestResult.options.map((id) => ({ id, label: t(`enums:requestResult.${id}`) }))} />
      <FormTextArea name="text" label={t('requests:field.answer')} hint={t('requests:field.answerHint')} />
      <FormText name="passedTo" aboutPerson label={t('requests:field.passedTo')} hint={t('requests:field.passedHint')} />
      <Pair>
        <LanguageField />
        <FormDate name="on" label={t('requests:field.on')} />
      </Pair>
    </KeptDialog>
  );
};

const Deliver = ({ request, today, onClose }: ActProps) => {
  const { t } = useTranslation();
  return (
    <KeptDialog form="requests.deliver" title={t('enums:requestCommand.deliver')} personId={request.personId} about={request.id} schema={deliverForm(today)} defaults={{ way: 'HANDED_OVER', on: today }} send={(client, delivery) => client.requests.deliver({ requestId: request.id, ...delivery })} onClose={onClose}>
      <FormRadio name="way" label={t('requests:field.way')} options={DeliveryWay.options.map((id) => ({ id, label: t(`enums:deliveryWay.${id}`) }))} />
      <FormDate name="on" label={t('requests:field.on')} />
    </KeptDialog>
  );
};

const Withdraw = ({ request, today, onClose }: ActProps) => {
  const { t } = useTranslation();
  return (
    <KeptDialog form="requests.withdraw" title={t('enums:requestCommand.withdraw')} personId={request.personId} about={request.id} schema={withdrawForm(today)} defaults={{ on: today }} send={(client, { on }) => client.requests.withdraw({ requestId: request.id, on })} onClose={onClose}>
      <FormDate name="on" label={t('requests:field.on')} />
    </KeptDialog>
  );
};

const Reopen = ({ request, onClose }: ActProps) => {
  const { t } = useTranslation();
  return (
    <KeptDialog form="requests.reopen" title={t('enums:requestCommand.reopen')} personId={request.personId} about={request.id} schema={reopenForm} defaults={{ reason: '' }} send={(client, { reason }) => client.requests.reopen({ requestId: request.id, reason })} onClose={onClose}>
      <FormText name="reason" label={t('requests:field.reason')} aboutPerson />
    </KeptDialog>
  );
};
