import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ContactView } from '../../../shared/contract/exchange.ts';
import { Language } from '../../../shared/domain/base.ts';
import type { Transfer } from '../../../shared/domain/transfer.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useForgetDraft } from '../../app/drafts/use-forget-draft.ts';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useTogether } from '../../app/shell/together.ts';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { FormDate, FormRadio, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Card, Pair, Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';
import { ReadAndConfirm } from '../handover/read-and-confirm.tsx';
import { transferForm, type TransferFields, type TransferRequest } from './transfer-form.ts';

interface PrepareTransferProps {
  readonly personId: string;
  readonly contacts: readonly ContactView[];
  /** what was entered before, for one that is prepared again */
  readonly first: TransferFields;
  readonly onDone: () => void;
}

/** The first act in two steps: order and prison, then everything the other prison will see. */
export const PrepareTransfer = ({ personId, contacts, first, onDone }: PrepareTransferProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const forget = useForgetDraft({ form: 'handover.transfer', personId });
  const [fields, setFields] = useState(first);
  const [read, setRead] = useState<{ readonly request: TransferRequest; readonly transfer: Transfer; readonly caseHash: string } | undefined>(undefined);
  const look = async (request: TransferRequest, entered: TransferFields) => {
    setFields(entered);
    const { recipientServiceId, order } = request;
    const seen = await work.run(() => client.handovers.previewTransfer({ personId, recipientServiceId, order }));
    if (seen !== undefined) setRead({ request, ...seen.value });
  };
  const confirm = async (request: TransferRequest, confirmedCaseHash: string) => {
    const done = await work.run(() => client.handovers.prepareTransfer({ personId, ...request, confirmedCaseHash }));
    if (done === undefined) return;
    await forget();
    onDone();
  };
  if (read === undefined) return <Order personId={personId} contacts={contacts} first={fields} work={work} onCancel={onDone} onDone={look} />;
  return (
    <ReadAndConfirm
      step={t('handover:prepare.step', { step: 2 })}
      title={t('handover:prepare.previewTitle', { name: read.transfer.recipient.name })}
      text={t('handover:transfer.previewText')}
      confirm={t('handover:prepare.confirm')}
      content={read.transfer}
      pending={work.pending}
      onBack={() => {
        work.clear();
        setRead(undefined);
      }}
      onConfirm={() => void confirm(read.request, read.caseHash)}
    >
      <ProblemNotice problem={work.problem} />
      {work.pending ? <Progress label={t('common:reading')} /> : null}
    </ReadAndConfirm>
  );
};

interface OrderProps extends Pick<PrepareTransferProps, 'personId' | 'contacts' | 'first'> {
  readonly work: ReturnType<typeof useAction>;
  readonly onCancel: () => void;
  readonly onDone: (request: TransferRequest, entered: TransferFields) => Promise<void>;
}

/** By which order, to which prison, under which number. */
const Order = ({ personId, contacts, first, work, onCancel, onDone }: OrderProps) => {
  const { t } = useTranslation();
  const { today } = useSession().status;
  const schema = useMemo(() => transferForm(today), [today]);
  const { form, kept } = useKeptForm<TransferFields, TransferRequest>({ form: 'handover.transfer', personId, schema, defaults: first });
  return (
    <Card title={t('handover:transfer.title')} aside={<span className="v-steps">{t('handover:prepare.step', { step: 1 })}</span>}>
      <Form form={form} onSubmit={(request) => onDone(request, form.getValues())}>
        <DraftLine kept={kept} />
        <ProblemNotice problem={work.problem} />
        <p className="v-soft">{t('handover:transfer.text')}</p>
        <Pair>
          <FormText name="act" label={t('handover:transfer.act')} />
          <FormDate name="date" label={t('handover:transfer.date')} />
        </Pair>
        <Prisons contacts={contacts} />
        <FormRadio
          name="number"
          label={t('handover:prepare.number')}
          options={[
            { id: 'now', label: t('handover:prepare.numberNow') },
            { id: 'later', label: t('handover:prepare.numberLater') },
          ]}
        />
        {form.watch('number') === 'now' ? <FormText name="numberText" label={t('handover:prepare.number')} width="short" /> : null}
        <FormRadio name="language" label={t('handover:transfer.language')} options={Language.options.map((id) => ({ id, label: t(`enums:language.${id}`) }))} />
        <Row>
          <Button type="submit" variant="go" isPending={work.pending}>
            {t('handover:prepare.toPreview')}
          </Button>
          <Button variant="plain" onPress={onCancel}>
            {t('common:act.cancel')}
          </Button>
        </Row>
      </Form>
    </Card>
  );
};

/** Prisons whose fingerprint was compared; without one, where to find it. */
const Prisons = ({ contacts }: Pick<PrepareTransferProps, 'contacts'>) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const together = useTogether();
  const trusted = contacts.filter(({ trust }) => trust === 'TRUSTED');
  if (trusted.length > 0) {
    return (
      <FormRadio
        name="recipient"
        label={t('handover:transfer.recipient')}
        hint={t('handover:prepare.recipientHint')}
        options={trusted.map(({ serviceId, name, fingerprint }) => ({ id: serviceId, label: name, hint: t('handover:prepare.fingerprint', { digits: fingerprint.groups.join(' ') }) }))}
      />
    );
  }
  return (
    <Notice tone="warn" title={t('handover:transfer.noPrison')}>
      <p>{t('handover:transfer.noPrisonText')}</p>
      {together.on ? null : (
        <Button variant="link" onPress={() => void navigate('/services')}>
          {t('handover:prepare.toServices')}
        </Button>
      )}
    </Notice>
  );
};
