import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { usePreferences } from '../../app/preferences-context.tsx';
import { Button } from '../../design/button.tsx';
import { RadioGroup } from '../../design/choice.tsx';
import { FormComboBox, FormRadio, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Row, Stack } from '../../design/layout.tsx';
import { Language } from '../../../shared/domain/base.ts';
import { KindForm, PlaceForm, ServiceForm, type Draft } from './draft.ts';
import { StepButtons } from './step-buttons.tsx';
import { systemTimeZone, timeZones } from './time-zones.ts';

interface StepProps<T> {
  readonly draft: Draft;
  readonly onBack: (() => void) | undefined;
  readonly onDone: (answer: T) => void;
}

/** Asked in all three languages at once: nobody can read the others. Then it is a new workplace, or one that was elsewhere before. */
export const LanguageStep = ({ onDone, onRestore }: { readonly onDone: () => void; readonly onRestore: () => void }) => {
  const { t } = useTranslation();
  const { preferences, choose } = usePreferences();
  return (
    <Stack>
      <p className="v-lead">{t('session:language.welcome')}</p>
      <RadioGroup
        label={t('session:language.question')}
        value={preferences.language}
        onChange={(id) => choose({ language: Language.parse(id) })}
        options={[
          { id: 'en', label: 'English' },
          { id: 'it', label: 'Italiano' },
          { id: 'ro', label: 'Română' },
        ]}
      />
      <Row>
        <Button variant="go" onPress={onDone}>
          {t('backup:begin.new')}
        </Button>
        <Button onPress={onRestore}>{t('backup:begin.restore')}</Button>
      </Row>
    </Stack>
  );
};

export const KindStep = ({ draft, onBack, onDone }: StepProps<'prison' | 'probation'>) => {
  const { t } = useTranslation();
  const form = useForm({ resolver: zodResolver(KindForm), shouldFocusError: false, ...(draft.kind === undefined ? {} : { defaultValues: { kind: draft.kind } }) });
  return (
    <Form form={form} onSubmit={({ kind }) => onDone(kind)}>
      <FormRadio
        name="kind"
        label={t('session:kind.question')}
        hint={t('session:kind.hint')}
        options={[
          { id: 'prison', label: t('enums:workplaceKind.prison'), hint: t('session:kind.prison') },
          { id: 'probation', label: t('enums:workplaceKind.probation'), hint: t('session:kind.probation') },
        ]}
      />
      <StepButtons onBack={onBack} />
    </Form>
  );
};

export const ServiceStep = ({ draft, onBack, onDone }: StepProps<z.infer<typeof ServiceForm>>) => {
  const { t } = useTranslation();
  const form = useForm({ resolver: zodResolver(ServiceForm), shouldFocusError: false, defaultValues: draft.service ?? { serviceName: '', address: '', phone: '' } });
  return (
    <Form form={form} onSubmit={onDone}>
      <FormText name="serviceName" label={t('session:service.name')} hint={t(`session:service.nameHint.${draft.kind ?? 'prison'}`)} />
      <FormText name="address" label={t('session:service.address')} hint={t('common:form.optional')} />
      <FormText name="phone" label={t('session:service.phone')} hint={t('session:service.phoneHint')} width="medium" />
      <StepButtons onBack={onBack} />
    </Form>
  );
};

export const PlaceStep = ({ draft, onBack, onDone }: StepProps<z.infer<typeof PlaceForm>>) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const zones = useMemo(() => timeZones(systemTimeZone()), []);
  const form = useForm({
    resolver: zodResolver(PlaceForm),
    shouldFocusError: false,
    defaultValues: draft.place ?? { timeZone: systemTimeZone(), documentLanguage: preferences.language },
  });
  return (
    <Form form={form} onSubmit={onDone}>
      <FormComboBox name="timeZone" label={t('session:place.zone')} hint={t('session:place.zoneHint')} options={zones} openLabel={t('session:place.zoneOpen')} />
      <FormRadio
        name="documentLanguage"
        label={t('session:place.documents')}
        hint={t('session:place.documentsHint')}
        options={Language.options.map((id) => ({ id, label: t(`enums:language.${id}`) }))}
      />
      <StepButtons onBack={onBack} />
    </Form>
  );
};
