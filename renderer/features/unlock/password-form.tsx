import { useState, type ReactNode } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { SessionStatus } from '../../../shared/contract/session.ts';
import type { Client } from '../../app/connection.ts';
import { KeyFileField, useKeyFile } from '../../app/key-file.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { userBefore } from '../../app/shell/place-memory.ts';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { FormPassword, FormRadio } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Row } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { secondsOf, WaitOrProblem } from './wait-or-problem.tsx';

const UnlockForm = z.object({
  userId: z.string().min(1, 'session:unlock.nameMissing'),
  password: z.string().min(1, 'session:unlock.passwordMissing'),
});

/** Whoever was here last stands first. */
export const lastFirst = <U extends { readonly id: string }>(users: readonly U[], last: string | undefined): readonly U[] => [
  ...users.filter(({ id }) => id === last),
  ...users.filter(({ id }) => id !== last),
];

type Answer = z.infer<typeof UnlockForm> & { readonly keyFile?: string };

interface PasswordFormProps {
  readonly open: (client: Client, answer: Answer) => Promise<SessionStatus>;
  readonly go: string;
  /** after it something cannot be taken back */
  readonly grave?: boolean;
  /** what must be known before */
  readonly warning?: ReactNode;
  /** another way out, beside the button */
  readonly beside?: ReactNode;
}

/** Name and password, and the key file of whoever has one. With one user only, the name is already chosen. */
export const PasswordForm = ({ open, go, grave = false, warning, beside }: PasswordFormProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status, accept } = useSession();
  const unlocking = useAction();
  const [users] = useState(() => lastFirst(status.users, userBefore()));
  const [only] = users.length === 1 ? users : [];
  const form = useForm({ resolver: zodResolver(UnlockForm), shouldFocusError: false, defaultValues: { userId: only?.id ?? '', password: '' } });
  const userId = useWatch({ control: form.control, name: 'userId' });
  const keyFile = useKeyFile(userId);
  return (
    <Form
      form={form}
      onSubmit={async (answer) => {
        const key = keyFile.take();
        const done = await unlocking.run(() => open(client, { ...answer, ...key }));
        if (done !== undefined) {
          accept(done.value);
          return;
        }
        form.setValue('password', '');
        form.setFocus('password');
      }}
    >
      {warning}
      <WaitOrProblem problem={unlocking.problem} onOver={unlocking.clear} />
      <FormRadio name="userId" label={t('session:unlock.who')} options={users.map((user) => ({ id: user.id, label: user.name }))} />
      {users.find(({ id }) => id === userId)?.keyFile === true ? <KeyFileField chosen={keyFile} /> : null}
      <FormPassword name="password" label={t('session:unlock.password')} />
      {unlocking.pending ? <Progress label={t('session:unlock.opening')} /> : null}
      <Row>
        <Button type="submit" variant={grave ? 'danger' : 'go'} isPending={unlocking.pending} isDisabled={secondsOf(unlocking.problem) > 0}>
          {go}
        </Button>
        {beside}
      </Row>
    </Form>
  );
};
