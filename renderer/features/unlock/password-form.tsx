import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { FormPassword, FormRadio } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Progress } from '../../design/progress.tsx';

const UnlockForm = z.object({
  userId: z.string().min(1, 'session:unlock.nameMissing'),
  password: z.string().min(1, 'session:unlock.passwordMissing'),
});

/** Name and password. With one user only, the name is already chosen. */
export const PasswordForm = () => {
  const { t } = useTranslation();
  const client = useClient();
  const { status, accept } = useSession();
  const unlocking = useAction();
  const [only] = status.users.length === 1 ? status.users : [];
  const form = useForm({ resolver: zodResolver(UnlockForm), shouldFocusError: false, defaultValues: { userId: only?.id ?? '', password: '' } });
  return (
    <Form
      form={form}
      onSubmit={async (answer) => {
        const done = await unlocking.run(() => client.session.unlock(answer));
        if (done !== undefined) {
          accept(done.value);
          return;
        }
        form.setValue('password', '');
        form.setFocus('password');
      }}
    >
      <ProblemNotice problem={unlocking.problem} />
      <FormRadio name="userId" label={t('session:unlock.who')} options={status.users.map((user) => ({ id: user.id, label: user.name }))} />
      <FormPassword name="password" label={t('session:unlock.password')} />
      {unlocking.pending ? <Progress label={t('session:unlock.opening')} /> : null}
      <div>
        <Button type="submit" variant="go" isPending={unlocking.pending}>
          {t('session:unlock.go')}
        </Button>
      </div>
    </Form>
  );
};
