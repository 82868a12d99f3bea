import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DemoBand } from '../../app/demo-band.tsx';
import { Door } from '../../app/door.tsx';
import { KeyFileField, useKeyFile } from '../../app/key-file.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { FormPassword, FormRadio } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';
import { secondsOf, WaitOrProblem } from '../unlock/wait-or-problem.tsx';
import { useMomentText } from './words.ts';

const BackForm = z.object({
  userId: z.string().min(1, 'session:unlock.nameMissing'),
  password: z.string().min(1, 'session:unlock.passwordMissing').max(200, 'common:form.tooLong'),
});
type BackForm = z.infer<typeof BackForm>;

/** The door of a workplace that goes on at another computer: what to do there, and the way back. */
export const Moved = ({ since }: { readonly since: string }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const [back, setBack] = useState(false);
  const at = useMomentText(status.workplace?.timeZone ?? 'UTC');
  return (
    <Door title={t('backup:moved.title')} step={status.workplace?.serviceName ?? ''} band={status.workplace?.demo === true ? <DemoBand /> : null}>
      <Notice title={t('backup:moved.since', { at: at(since) })}>
        <p>{t('backup:moved.safe')}</p>
        <p>{t('backup:moved.do')}</p>
      </Notice>
      {back ? (
        <TakeBack onCancel={() => setBack(false)} />
      ) : (
        <div>
          <Button variant="link" onPress={() => setBack(true)}>
            {t('backup:moved.open')}
          </Button>
        </div>
      )}
    </Door>
  );
};

const TakeBack = ({ onCancel }: { readonly onCancel: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status, accept } = useSession();
  const taking = useAction();
  const form = useForm<BackForm, unknown, BackForm>({ resolver: zodResolver(BackForm), shouldFocusError: false, defaultValues: { userId: '', password: '' } });
  const userId = useWatch({ control: form.control, name: 'userId' });
  const keyFile = useKeyFile(userId);
  const needed = status.users.find(({ id }) => id === userId)?.keyFile === true;
  return (
    <Form
      form={form}
      onSubmit={async (answer) => {
        const key = keyFile.take();
        const done = await taking.run(() => client.session.takeBack({ ...answer, ...key }));
        if (done !== undefined) accept(done.value);
        else form.setValue('password', '');
      }}
    >
      <Notice tone="warn" title={t('backup:moved.warn')}>
        <p>{t('backup:moved.warnText')}</p>
      </Notice>
      <WaitOrProblem problem={taking.problem} onOver={taking.clear} />
      <FormRadio name="userId" label={t('session:unlock.who')} options={status.users.map((user) => ({ id: user.id, label: user.name }))} />
      {needed ? <KeyFileField chosen={keyFile} /> : null}
      <FormPassword name="password" label={t('session:unlock.password')} />
      {taking.pending ? <Progress label={t('session:unlock.opening')} /> : null}
      <Row>
        <Button type="submit" variant="danger" isPending={taking.pending} isDisabled={secondsOf(taking.problem) > 0}>
          {t('backup:moved.go')}
        </Button>
        <Button variant="plain" onPress={onCancel}>
          {t('common:act.cancel')}
        </Button>
      </Row>
    </Form>
  );
};
