import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { keysOf } from '../../../shared/domain/roles.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormPassword } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { RecoveryStep } from '../first-run/recovery-step.tsx';

const ProofForm = z.object({ password: z.string().min(1, 'users:password.currentMissing').max(200, 'common:form.tooLong') });
type ProofForm = z.infer<typeof ProofForm>;

/** Another recovery code in place of the one before: shown once and typed back, like the first. */
export const NewRecoveryCode = () => {
  const { t } = useTranslation();
  const { status } = useSession();
  const holdsCases = keysOf(status.user?.roles ?? []).includes('case');
  return (
    <Card title={t('session:recovery.title')}>
      <Stack>
        <p>{t('session:recovery.renewWhy')}</p>
        <p className="v-small v-soft">{t('session:recovery.renewOld')}</p>
        {holdsCases ? <Make /> : <p>{t('session:recovery.notYou')}</p>}
      </Stack>
    </Card>
  );
};

const Make = () => {
  const { t } = useTranslation();
  const client = useClient();
  const { refresh } = useSession();
  const making = useAction();
  const [code, setCode] = useState<string | undefined>(undefined);
  const [told, setTold] = useState('');
  const form = useForm<ProofForm, unknown, ProofForm>({ resolver: zodResolver(ProofForm), shouldFocusError: false, defaultValues: { password: '' } });
  // put away without confirming, the shell reminds of it
  const close = (words: string): void => {
    setCode(undefined);
    setTold(words);
    void refresh();
  };
  return (
    <>
      <ProblemNotice problem={making.problem} />
      <p role="status">{told}</p>
      <Form
        form={form}
        onSubmit={async ({ password }) => {
          setTold('');
          const made = await making.run(() => client.session.newRecoveryCode({ password }));
          if (made === undefined) return;
          form.reset();
          setCode(made.value.recoveryCode);
        }}
      >
        <FormPassword name="password" label={t('users:keyFile.password')} />
        <Row>
          <Button type="submit" isPending={making.pending}>
            {t('session:recovery.renew')}
          </Button>
        </Row>
      </Form>
      <Dialog title={t('session:recovery.title')} isOpen={code !== undefined} onClose={() => close('')}>
        <RecoveryStep {...(code === undefined ? {} : { code })} confirmText={t('session:recovery.have')} onDone={() => close(t('session:recovery.renewed'))} />
      </Dialog>
    </>
  );
};
