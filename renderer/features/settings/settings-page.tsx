import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../../shared/contract/settings.ts';
import { Language } from '../../../shared/domain/base.ts';
import { jurisdictions } from '../../../shared/jurisdictions/index.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { FormSelect, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Card, Pair, Row, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { NewRecoveryCode } from './new-recovery-code.tsx';
import { formOf, SettingsForm, settingsOf } from './settings-form.ts';

/** What is set for the whole workplace. */
export const SettingsPage = () => {
  const { t } = useTranslation();
  const live = useLive('settings', (core, signal) => core.settings.get({}, { signal }));
  useTitle(t('users:settings.title'));
  return (
    <main>
      <PageHeading title={t('users:settings.title')} />
      <ProblemNotice problem={live.problem} />
      {live.value === undefined ? null : (
        <Stack>
          <Fields settings={live.value} />
          <NewRecoveryCode />
        </Stack>
      )}
    </main>
  );
};

const Fields = ({ settings }: { readonly settings: SettingsView }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const client = useClient();
  const saving = useAction();
  const [saved, setSaved] = useState(false);
  const form = useForm<SettingsForm, unknown, SettingsForm>({ resolver: zodResolver(SettingsForm), shouldFocusError: false, defaultValues: formOf(settings) });
  return (
    <Card title={t('users:navSettings')}>
      <Form
        form={form}
        onSubmit={async (entry) => {
          setSaved(false);
          const done = await saving.run(() => client.settings.change(settingsOf(entry)));
          setSaved(done !== undefined);
        }}
      >
        <ProblemNotice problem={saving.problem} />
        <p role="status">{saved ? t('users:settings.saved') : ''}</p>
        <Pair>
          <FormText name="idleMinutes" label={t('users:settings.idle')} hint={t('users:settings.idleHint')} width="short" />
          <FormText name="backupEveryDays" label={t('users:settings.backup')} hint={t('users:settings.backupHint')} width="short" />
          <FormSelect
            name="jurisdiction"
            label={t('users:settings.jurisdiction')}
            hint={t('users:settings.jurisdictionHint')}
            options={jurisdictions.all.map(({ code, names }) => ({ id: code, label: names[preferences.language] }))}
          />
          <FormSelect
            name="defaultDocumentLanguage"
            label={t('users:settings.language')}
            hint={t('users:settings.languageHint')}
            options={Language.options.map((id) => ({ id, label: t(`enums:language.${id}`) }))}
          />
        </Pair>
        <Row>
          <Button type="submit" variant="go" isPending={saving.pending}>
            {t('common:act.save')}
          </Button>
        </Row>
      </Form>
    </Card>
  );
};
