import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { FormPassword } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Card, Row, Stack } from '../../design/layout.tsx';

const ProofForm = z.object({ password: z.string().min(1, 'users:password.currentMissing').max(200, 'common:form.tooLong') });
type ProofForm = z.infer<typeof ProofForm>;

/** A second thing to hold beside the password: made, renewed, or done without. */
export const KeyFile = () => {
  const { t } = useTranslation();
  const client = useClient();
  const { status, refresh } = useSession();
  const acting = useAction();
  const [told, setTold] = useState('');
  const has = status.users.find(({ id }) => id === status.user?.id)?.keyFile === true;
  const form = useForm<ProofForm, unknown, ProofForm>({ resolver: zodResolver(ProofForm), shouldFocusError: false, defaultValues: { password: '' } });

  const after = async (words: string): Promise<void> => {
    form.reset();
    await refresh();
    setTold(words);
  };
  const make = async ({ password }: ProofForm): Promise<void> => {
    const file = await bridge().saveFile('varco-key.txt');
    if (file === null) return;
    const done = await acting.run(() => client.session.makeKeyFile({ file: file.token, password }));
    if (done !== undefined) await after(t('users:keyFile.made', { name: done.value.name }));
  };
  const drop = async ({ password }: ProofForm): Promise<void> => {
    const done = await acting.run(() => client.session.dropKeyFile({ password }));
    if (done !== undefined) await after(t('users:keyFile.dropped'));
  };
  return (
    <Card title={t('users:keyFile.title')}>
      <Stack>
        <p>{t(has ? 'users:keyFile.on' : 'users:keyFile.off')}</p>
        <p className="v-small v-soft">{t('users:keyFile.lost')}</p>
        <ProblemNotice problem={acting.problem} />
        <p role="status">{told}</p>
        <Form form={form} onSubmit={make}>
          <FormPassword name="password" label={t('users:keyFile.password')} />
          <Row>
            <Button type="submit" isPending={acting.pending}>
              {t(has ? 'users:keyFile.renew' : 'users:keyFile.make')}
            </Button>
            {has ? <Button onPress={() => void form.handleSubmit(drop)()}>{t('users:keyFile.drop')}</Button> : null}
          </Row>
        </Form>
      </Stack>
    </Card>
  );
};
