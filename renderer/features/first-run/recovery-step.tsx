import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { bridge } from '../../app/bridge.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Row, Stack } from '../../design/layout.tsx';
import { codeGroups } from './rules.ts';

const LastGroup = z.object({ lastGroup: z.string().trim().min(1, 'session:recovery.groupMissing').max(20, 'common:form.tooLong') });

interface RecoveryStepProps {
  /** absent after the page was loaded anew: the code is shown once, the sheet can still be saved */
  readonly code?: string;
  /** what confirming it is called, where it does not also start the work */
  readonly confirmText?: string;
  readonly onDone: () => void;
}

/** The recovery code: shown once, kept nowhere, confirmed by typing its last group from the paper. */
export const RecoveryStep = ({ code, confirmText, onDone }: RecoveryStepProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const { preferences } = usePreferences();
  const saving = useAction();
  const confirming = useAction();
  const [saved, setSaved] = useState<string | undefined>(undefined);
  const form = useForm({ resolver: zodResolver(LastGroup), shouldFocusError: false, defaultValues: { lastGroup: '' } });

  const save = async () => {
    const file = await bridge().saveFile(t('session:recovery.fileName'));
    if (file === null) return;
    const done = await saving.run(() => client.session.saveRecoverySheet({ file: file.token, language: preferences.language }));
    if (done !== undefined) setSaved(done.value.name);
  };
  return (
    <Stack>
      <p>{t('session:recovery.why')}</p>
      {code === undefined ? null : (
        <ol className="v-code" aria-label={t('session:recovery.code')}>
          {codeGroups(code).map(({ at, group }) => (
            <li key={at}>{group}</li>
          ))}
        </ol>
      )}
      <p>{t('session:recovery.keep')}</p>
      <Row>
        <Button onPress={() => void save()} isPending={saving.pending}>
          {t('session:recovery.save')}
        </Button>
        <span role="status" className="v-small">
          {saved === undefined ? '' : t('session:recovery.saved', { name: saved })}
        </span>
      </Row>
      <ProblemNotice problem={saving.problem ?? confirming.problem} />
      <Form
        form={form}
        onSubmit={async ({ lastGroup }) => {
          const done = await confirming.run(() => client.session.confirmRecovery({ lastGroup }));
          if (done !== undefined) onDone();
        }}
      >
        <FormText name="lastGroup" label={t('session:recovery.lastGroup')} hint={t('session:recovery.lastGroupHint')} width="short" />
        <Row>
          <Button type="submit" variant="go" isPending={confirming.pending}>
            {confirmText ?? t('session:recovery.confirm')}
          </Button>
        </Row>
      </Form>
    </Stack>
  );
};
