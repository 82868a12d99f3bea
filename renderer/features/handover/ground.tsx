import { useEffect } from 'react';
import { useForm, type Resolver } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ContactView } from '../../../shared/contract/exchange.ts';
import { Language } from '../../../shared/domain/base.ts';
import type { Problem } from '../../app/problem.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useTogether } from '../../app/shell/together.ts';
import { Button } from '../../design/button.tsx';
import { FormDate, FormRadio, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Card, Pair, Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { groundAnswers, GroundForm, type GroundFields, type GroundRequest } from './ground-form.ts';

interface GroundProps {
  readonly first: GroundFields;
  readonly contacts: readonly ContactView[];
  readonly pending: boolean;
  readonly problem: Problem | undefined;
  readonly onCancel: () => void;
  readonly onDocuments: () => void;
  readonly onDone: (request: GroundRequest, entered: GroundFields) => Promise<void>;
}

const checked = zodResolver(GroundForm);

/** Whoever has no ground is asked nothing more, so nothing is missing. */
const groundResolver: Resolver<GroundFields, unknown, GroundRequest> = (fields, context, options) => (fields.kind === 'NONE' ? { values: {}, errors: {} } : checked(fields, context, options));

/** On what ground, to whom, under which number. Without a ground the questions end there: nothing is sent. */
export const Ground = ({ first, contacts, pending, problem, onCancel, onDocuments, onDone }: GroundProps) => {
  const { t } = useTranslation();
  const form = useForm<GroundFields, unknown, GroundRequest>({ resolver: groundResolver, shouldFocusError: false, defaultValues: first });
  const none = form.watch('kind') === 'NONE';
  const { clearErrors } = form;
  useEffect(() => {
    if (none) clearErrors();
  }, [none, clearErrors]);
  return (
    <Card title={t('handover:prepare.title')} aside={<span className="v-steps">{t('handover:prepare.step', { step: 1 })}</span>}>
      <Form form={form} onSubmit={(request) => (none ? onDocuments() : onDone(request, form.getValues()))}>
        <ProblemNotice problem={problem} />
        <FormRadio
          name="kind"
          label={t('handover:prepare.ground')}
          hint={t('handover:prepare.groundHint')}
          options={groundAnswers.map((id) => ({
            id,
            label: id === 'NONE' ? t('handover:prepare.noGround') : t(`enums:mandateKind.${id}`),
            ...(id === 'NONE' ? {} : { hint: t(`handover:prepare.kindHint.${id}`) }),
          }))}
        />
        {none ? (
          <Notice title={t('handover:prepare.noGroundTitle')}>
            <p>{t('handover:prepare.noGroundText')}</p>
            <Button onPress={onDocuments}>{t('handover:prepare.toDocuments')}</Button>
          </Notice>
        ) : (
          <Details contacts={contacts} numberNow={form.watch('number') === 'now'} />
        )}
        <Row>
          {none ? null : (
            <Button type="submit" variant="go" isPending={pending}>
              {t('handover:prepare.toPreview')}
            </Button>
          )}
          <Button variant="plain" onPress={onCancel}>
            {t('common:act.cancel')}
          </Button>
        </Row>
      </Form>
    </Card>
  );
};

const Details = ({ contacts, numberNow }: { readonly contacts: readonly ContactView[]; readonly numberNow: boolean }) => {
  const { t } = useTranslation();
  return (
    <>
      <Pair>
        <FormText name="act" label={t('handover:prepare.act')} />
        <FormDate name="date" label={t('handover:prepare.actDate')} />
      </Pair>
      <Recipients contacts={contacts} />
      <FormRadio
        name="number"
        label={t('handover:prepare.number')}
        options={[
          { id: 'now', label: t('handover:prepare.numberNow') },
          { id: 'later', label: t('handover:prepare.numberLater') },
        ]}
      />
      {numberNow ? <FormText name="numberText" label={t('handover:prepare.number')} width="short" /> : null}
      <FormRadio name="language" label={t('handover:prepare.language')} hint={t('handover:prepare.languageHint')} options={Language.options.map((id) => ({ id, label: t(`enums:language.${id}`) }))} />
    </>
  );
};

/** Only services whose fingerprint was compared; the others are named, so that nobody wonders where they are. */
const Recipients = ({ contacts }: { readonly contacts: readonly ContactView[] }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const together = useTogether();
  const trusted = contacts.filter(({ trust }) => trust === 'TRUSTED');
  const others = contacts.filter(({ trust }) => trust !== 'TRUSTED');
  const openServices = together.on ? null : (
    <Button variant="link" onPress={() => void navigate('/services')}>
      {t('handover:prepare.toServices')}
    </Button>
  );
  return (
    <>
      {trusted.length === 0 ? (
        <Notice tone="warn" title={t('handover:prepare.noRecipient')}>
          <p>{t('handover:prepare.noRecipientText')}</p>
          {openServices}
        </Notice>
      ) : (
        <FormRadio
          name="recipient"
          label={t('handover:prepare.recipient')}
          hint={t('handover:prepare.recipientHint')}
          options={trusted.map(({ serviceId, name, fingerprint }) => ({ id: serviceId, label: name, hint: t('handover:prepare.fingerprint', { digits: fingerprint.groups.join(' ') }) }))}
        />
      )}
      {others.length === 0 ? null : (
        <p className="v-small v-soft">
          {t('handover:prepare.notYet', { names: others.map(({ name }) => name).join(', ') })} {trusted.length === 0 ? null : openServices}
        </p>
      )}
    </>
  );
};
