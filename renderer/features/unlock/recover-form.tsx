import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { FormPassword, FormRadio, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { formMessage } from '../../design/form/message.ts';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Row } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { secondsOf, WaitOrProblem } from './wait-or-problem.tsx';
import { PASSWORD_MIN, passwordRefusal } from '../../../shared/domain/passwords.ts';

/** Names the new password must not be made of are known only here. */
const recoverForm = (names: readonly string[]) =>
  z
    .object({
      userId: z.string().min(1, 'session:unlock.nameMissing'),
      code: z.string().trim().min(1, 'session:recover.codeMissing').max(200, 'common:form.tooLong'),
      newPassword: z.string(),
    })
    .superRefine((answer, check) => {
      const refusal = passwordRefusal(answer.newPassword, names);
      if (refusal !== undefined) check.addIssue({ code: 'custom', path: ['newPassword'], message: formMessage(`refusals:${refusal.code}`, refusal.params) });
    });

/** A new password for one user, by the printed code. */
export const RecoverForm = ({ onBack }: { readonly onBack: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status, accept } = useSession();
  const recovering = useAction();
  const schema = useMemo(() => recoverForm([status.workplace?.serviceName ?? '', ...status.users.map((user) => user.name)]), [status]);
  const form = useForm({ resolver: zodResolver(schema), shouldFocusError: false, defaultValues: { userId: '', code: '', newPassword: '' } });
  return (
    <Form
      form={form}
      onSubmit={async (answer) => {
        const done = await recovering.run(() => client.session.recover(answer));
        if (done !== undefined) accept(done.value);
      }}
    >
      <p>{t('session:recover.what')}</p>
      <WaitOrProblem problem={recovering.problem} onOver={recovering.clear} />
      <FormText name="code" label={t('session:recover.code')} hint={t('session:recover.codeHint')} />
      <FormRadio name="userId" label={t('session:recover.who')} options={status.users.map((user) => ({ id: user.id, label: user.name }))} />
      <FormPassword name="newPassword" label={t('session:recover.newPassword')} hint={t('session:password.hint', { min: PASSWORD_MIN })} />
      {recovering.pending ? <Progress label={t('session:unlock.opening')} /> : null}
      <Row>
        <Button type="submit" variant="go" isPending={recovering.pending} isDisabled={secondsOf(recovering.problem) > 0}>
          {t('session:recover.go')}
        </Button>
        <Button variant="plain" onPress={onBack}>
          {t('common:act.back')}
        </Button>
      </Row>
    </Form>
  );
};
