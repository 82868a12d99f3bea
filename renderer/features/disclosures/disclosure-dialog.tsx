import { useEffect, useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Disclosure } from '../../../shared/domain/disclosure.ts';
import { DisclosureAnswer, DisclosureGround, DisclosureWay } from '../../../shared/domain/disclosure.ts';
import { identifications, needsAct, purposesFor } from '../../../shared/domain/disclosure-rules.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDate, FormRadio, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Pair, Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { contentOfForm, disclosureForm, emptyForm, formOf, type DisclosureForm } from './disclosure-form.ts';
import { ToldField } from './told-field.tsx';

interface DisclosureDialogProps {
  readonly personId: string;
  /** the entry to be corrected; without it a new one */
  readonly entry?: Disclosure;
  readonly onClose: () => void;
}

/** A request as it comes in, most of it by choosing. Whoever was not identified is told nothing, and the form says so. */
export const DisclosureDialog = ({ personId, entry, onClose }: DisclosureDialogProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const { today } = useSession().status;
  const recording = useAction();
  const correcting = entry !== undefined;
  const schema = useMemo(() => disclosureForm(today, correcting), [today, correcting]);
  const place = correcting ? ({ form: 'disclosures.correct', personId, about: entry.id } as const) : ({ form: 'disclosures.record', personId } as const);
  const { form, kept } = useKeptForm<DisclosureForm, DisclosureForm>({ ...place, schema, defaults: correcting ? formOf(entry) : emptyForm(today) });
  const { setFocus } = form;
  useEffect(() => setFocus('asker'), [setFocus]);
  const send = async (values: DisclosureForm) => {
    const content = contentOfForm(values);
    const done = await recording.run(async () => {
      if (correcting) await client.disclosures.correct({ disclosureId: entry.id, content, reason: values.reason });
      else await client.disclosures.record({ personId, content });
    });
    if (done === undefined) return;
    await kept.done();
    onClose();
  };
  return (
    <Dialog title={t(correcting ? 'disclosures:correctTitle' : 'disclosures:new')} isOpen onClose={onClose} wide>
      <Form form={form} onSubmit={send}>
        <DraftLine kept={kept} />
        <ProblemNotice problem={recording.problem} />
        <Fields personId={personId} />
        {correcting ? <FormText name="reason" label={t('disclosures:form.reason')} /> : null}
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={recording.pending}>
            {t(correcting ? 'disclosures:form.correctGo' : 'disclosures:form.go')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};

const Fields = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation();
  const [way, identified, answer] = useWatch<DisclosureForm, ['way', 'identified', 'answer']>({ name: ['way', 'identified', 'answer'] });
  const offered = identifications[DisclosureWay.safeParse(way).data ?? 'PHONE'];
  const nobody = identified === 'NOT_IDENTIFIED';
  return (
    <>
      <Pair>
        <FormText name="asker" label={t('disclosures:form.asker')} hint={t('disclosures:form.askerHint')} />
        <FormSelect name="way" label={t('disclosures:form.way')} options={DisclosureWay.options.map((id) => ({ id, label: t(`enums:disclosureWay.${id}`) }))} />
      </Pair>
      <FormRadio name="identified" label={t('disclosures:form.identified')} options={offered.map((id) => ({ id, label: t(`enums:identification.${id}`) }))} />
      {nobody ? (
        <Notice tone="warn" title={t('disclosures:form.tellNothing')}>
          <p>{t('disclosures:form.guide')}</p>
        </Notice>
      ) : (
        <FormRadio name="answer" label={t('disclosures:form.answer')} options={DisclosureAnswer.options.map((id) => ({ id, label: t(`enums:disclosureAnswer.${id}`) }))} />
      )}
      {nobody || answer === 'REFUSED' ? null : <Told personId={personId} />}
      <FormText name="words" label={t('disclosures:form.words')} hint={t('disclosures:form.wordsHint')} />
      <Pair>
        <FormDate name="on" label={t('disclosures:form.on')} />
        <FormText name="time" label={t('disclosures:form.time')} hint={t('disclosures:form.timeHint')} width="short" />
      </Pair>
    </>
  );
};

const Told = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation();
  const [ground, on] = useWatch<DisclosureForm, ['ground', 'on']>({ name: ['ground', 'on'] });
  const choices = useLive(personId, (client, signal) => client.consents.ofPerson({ personId }, { signal }));
  const purposes = purposesFor(choices.value ?? [], on);
  return (
    <>
      <ToldField />
      <Pair>
        <FormSelect name="ground" label={t('disclosures:form.ground')} options={DisclosureGround.options.map((id) => ({ id, label: t(`enums:disclosureGround.${id}`) }))} />
        {needsAct(ground === '' ? undefined : ground) ? <FormText name="act" label={t('disclosures:form.act')} /> : null}
        {ground === 'CONSENT' && purposes.length > 0 ? <FormSelect name="purpose" label={t('disclosures:form.purpose')} options={purposes.map((id) => ({ id, label: t(`enums:consentPurpose.${id}`) }))} /> : null}
      </Pair>
      {ground === 'CONSENT' && choices.value !== undefined && purposes.length === 0 ? <Notice tone="warn" title={t('disclosures:form.noPurpose')} /> : null}
    </>
  );
};
