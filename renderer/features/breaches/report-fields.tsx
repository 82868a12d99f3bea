import { useController, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { BreachData, BreachKind, BreachSealed } from '../../../shared/domain/breach.ts';
import { useMay } from '../../app/session-context.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { FormDate, FormSelect, FormText, FormTextArea } from '../../design/form/fields.tsx';
import { messageText } from '../../design/form/message.ts';
import { Pair } from '../../design/layout.tsx';
import { PersonsField } from './persons-field.tsx';

/** What happened, when it was noticed, whom and what it concerns. */
export const ReportFields = () => {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <>
      <FormSelect name="kind" label={t('breaches:form.kind')} placeholder={t('breaches:form.kindChoose')} options={BreachKind.options.map((id) => ({ id, label: t(`enums:breachKind.${id}`) }))} />
      <Pair>
        <FormDate name="noticedOn" label={t('breaches:form.noticedOn')} hint={t('breaches:form.noticedHint')} />
        <FormText name="noticedTime" label={t('breaches:form.noticedTime')} hint={t('breaches:form.timeHint')} width="short" />
        <FormText name="people" label={t('breaches:form.people')} hint={t('breaches:form.peopleHint')} width="short" />
        <FormSelect name="sealed" label={t('breaches:form.sealed')} options={BreachSealed.options.map((id) => ({ id, label: t(`enums:breachSealed.${id}`) }))} />
      </Pair>
      <DataField />
      <FormTextArea name="what" label={t('breaches:form.what')} hint={t('breaches:form.noNames')} />
      <FormTextArea name="measures" label={t('breaches:form.measures')} hint={t('breaches:form.measuresHint')} />
      <FormDate name="happenedOn" label={t('breaches:form.happenedOn')} />
      {may('case.read') ? <PersonsField /> : null}
    </>
  );
};

/** Which kinds of data; at least one. */
const DataField = () => {
  const { t } = useTranslation();
  const { field, fieldState } = useController<FieldValues, string>({ name: 'data' });
  const chosen: readonly string[] = field.value ?? [];
  const wrong = fieldState.error?.message;
  return (
    <fieldset className="v-choice-group" {...(wrong === undefined ? {} : { 'data-invalid': '' })}>
      <legend className="v-label">{t('breaches:form.data')}</legend>
      {wrong === undefined ? null : <span className="v-wrong">{messageText(t, wrong)}</span>}
      <div className="v-row">
        {BreachData.options.map((id) => (
          <Checkbox key={id} isSelected={chosen.includes(id)} onChange={(on) => field.onChange(BreachData.options.filter((other) => (other === id ? on : chosen.includes(other))))}>
            {t(`enums:breachData.${id}`)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
};
