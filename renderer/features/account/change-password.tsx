import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { SessionStatus } from '../../../shared/contract/session.ts';
import { PASSWORD_MIN } from '../../../shared/domain/passwords.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { FormPassword } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Progress } from '../../design/progress.tsx';
import { passwordForm, type PasswordForm } from './password-form.ts';

/** The old password and a new one. `given`: the old one came from somebody else. */
export const ChangePassword = ({ given = false, onChanged }: { readonly given?: boolean; readonly onChanged: (status: SessionStatus) => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status } = useSession();
  const changing = useAction();
  const schema = useMemo(() => passwordForm([status.workplace?.serviceName ?? '', ...status.users.map(({ name }) => name)]), [status]);
  const form = useForm<PasswordForm, unknown, PasswordForm>({ resolver: zodResolver(schema), shouldFocusError: false, defaultValues: { current: '', next: '', again: '' } });
  return (
    <Form
      form={form}
      onSubmit={async ({ current, next }) => {
        const done = await changing.run(() => client.session.changePassword({ current, next }));
        if (done === undefined) return;
        form.reset();
        onChanged(done.value);
      }}
    >
      <ProblemNotice problem={changing.problem} />
      <FormPassword name="current" label={t(given ? 'users:password.given' : 'users:password.current')} />
      <FormPassword name="next" label={t('users:password.next')} hint={t('session:password.hint', { min: PASSWORD_MIN })} />
      <FormPassword name="again" label={t('users:password.again')} />
      {changing.pending ? <Progress label={t('session:unlock.opening')} /> : null}
      <div>
        <Button type="submit" variant="go" isPending={changing.pending}>
          {t('users:password.go')}
        </Button>
      </div>
    </Form>
  );
};
