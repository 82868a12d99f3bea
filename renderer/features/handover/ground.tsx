import { useEffect, useMemo } from 'react';
import type { Resolver } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CardlessView, ContactView } from '../../../shared/contract/exchange.ts';
import { Language } from '../../../shared/domain/base.ts';
import { MandateKind } from '../../../shared/domain/mandate.ts';
import { casesFor, groundOpens } from '../../../shared/domain/profile.ts';
import { profiles } from '../../../shared/profiles/index.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import type { Problem } from '../../app/problem.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session-context.tsx';
import { useTogether } from '../../app/shell/together.ts';
import { Button } from '../../design/button.tsx';
import { FormDate, FormRadio, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Card, Pair, Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Practise } from '../contacts/practise.tsx';
import { Questions } from './questions.tsx';
import { groundAnswers, GroundForm, practiceFields, type GroundFields, type GroundRequest } from './ground-form.ts';

interface GroundProps {
  readonly personId: string;
  readonly first: GroundFields;
  readonly contacts: readonly ContactView[];
  /** organisations without a card */
  readonly cardless: readonly CardlessView[];
  readonly pending: boolean;
  readonly problem: Problem | undefined;
  readonly onCancel: () => void;
  readonly onDocuments: () => void;
  readonly onDone: (request: GroundRequest, entered: GroundFields) => Promise<void>;
}

const checked = zodResolver(GroundForm);

/** Whoever has no ground is asked nothing more, and an exercise needs no answers: so nothing is missing. */
const groundResolver =
  (practice: ContactView | undefined, today: string): Resolver<GroundFields, unknown, GroundRequest> =>
  (fields, context, options) => {
    if (fields.kind === 'NONE') return { values: {}, errors: {} };
    return checked(fields.kind === 'PRACTICE' && practice !== undefined ? practiceFields(fields, practice.serviceId, today) : fields, context, options);
  };

/** On what ground, to whom, under which number. Without a ground the questions end there: nothing is sent. */
export const Ground = ({ personId, first, contacts, cardless, pending, problem, onCancel, onDocuments, onDone }: GroundProps) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const practice = contacts.find((contact) => contact.practice === true);
  const resolver = useMemo(() => groundResolver(practice, status.today), [practice, status.today]);
  const { form, kept } = useKeptForm<GroundFields, GroundRequest>({ form: 'handover.ground', personId, schema: GroundForm, defaults: first, resolver });
  const kind = form.watch('kind');
  const none = kind === 'NONE';
  const answers = practice === undefined ? groundAnswers : [...groundAnswers, 'PRACTICE' as const];
  const { clearErrors } = form;
  useEffect(() => {
    if (none) clearErrors();
  }, [none, clearErrors]);
  const ground = MandateKind.safeParse(kind).data;
  return (
    <>
      <Card title={t('handover:prepare.title')} aside={<span className="v-steps">{t('handover:prepare.step', { step: 1 })}</span>}>
        <Form form={form} onSubmit={(request) => (none ? onDocuments() : onDone(request, form.getValues()))}>
          <DraftLine kept={kept} />
          <ProblemNotice problem={problem} />
          <FormRadio
            name="kind"
            label={t('handover:prepare.ground')}
            hint={t('handover:prepare.groundHint')}
            options={answers.map((id) => ({
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
          ) : kind === 'PRACTICE' ? (
            <Notice tone="warn" title={t('handover:practice.groundTitle')}>
              <p>{t('handover:practice.groundText')}</p>
              <DocumentLanguage />
            </Notice>
          ) : (
            <Details contacts={contacts.filter((contact) => contact.practice !== true)} cardless={cardless} numberNow={form.watch('number') === 'now'} ground={ground} />
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
      {ground === undefined || ground === 'PRACTICE' ? null : <Questions personId={personId} kind={ground} />}
    </>
  );
};

interface DetailsProps {
  readonly contacts: readonly ContactView[];
  readonly cardless: readonly CardlessView[];
  readonly numberNow: boolean;
  readonly ground: MandateKind | undefined;
}

const Details = ({ contacts, cardless, numberNow, ground }: DetailsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <Pair>
        <FormText name="act" label={t('handover:prepare.act')} />
        <FormDate name="date" label={t('handover:prepare.actDate')} />
      </Pair>
      <Recipients contacts={contacts} cardless={cardless} />
      <HowMuch ground={ground} />
      <FormRadio
        name="number"
        label={t('handover:prepare.number')}
        options={[
          { id: 'now', label: t('handover:prepare.numberNow') },
          { id: 'later', label: t('handover:prepare.numberLater') },
        ]}
      />
      {numberNow ? <FormText name="numberText" label={t('handover:prepare.number')} width="short" /> : null}
      <DocumentLanguage />
    </>
  );
};

/** How much of the case leaves: what a recipient is given is a file of its own, and the least is always enough to offer. */
const HowMuch = ({ ground }: { readonly ground: MandateKind | undefined }) => {
  const { t, i18n } = useTranslation();
  const language = Language.safeParse(i18n.language).data ?? 'en';
  const offered = casesFor(profiles, 'probation').filter((profile) => ground === undefined || groundOpens(profile, ground).ok);
  return (
    <FormRadio
      name="profile"
      label={t('handover:prepare.profile')}
      options={offered.map(({ id, names, about }) => ({ id, label: names[language], hint: about[language] }))}
    />
  );
};

const DocumentLanguage = () => {
  const { t } = useTranslation();
  return <FormRadio name="language" label={t('handover:prepare.language')} hint={t('handover:prepare.languageHint')} options={Language.options.map((id) => ({ id, label: t(`enums:language.${id}`) }))} />;
};

/** Services whose fingerprint was compared, and organisations without a card; the others are named, so that nobody wonders where they are. */
const Recipients = ({ contacts, cardless }: Pick<GroundProps, 'contacts' | 'cardless'>) => {
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
      {trusted.length + cardless.length === 0 ? (
        <Notice tone="warn" title={t('handover:prepare.noRecipient')}>
          <p>{t('handover:prepare.noRecipientText')}</p>
          <Practise />
          {openServices}
        </Notice>
      ) : (
        <FormRadio
          name="recipient"
          label={t('handover:prepare.recipient')}
          hint={t('handover:prepare.recipientHint')}
          options={[
            ...trusted.map(({ serviceId, name, fingerprint }) => ({ id: serviceId, label: name, hint: t('handover:prepare.fingerprint', { digits: fingerprint.groups.join(' ') }) })),
            ...cardless.map(({ serviceId, name }) => ({ id: serviceId, label: name, hint: t('handover:words.hint') })),
          ]}
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
