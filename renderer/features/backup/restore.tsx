import { useMemo, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { BackupLook, SessionStatus } from '../../../shared/contract/session.ts';
import { bridge } from '../../app/bridge.ts';
import { Door } from '../../app/door.tsx';
import { useKeyFile } from '../../app/key-file.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Facts, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { OpeningFields } from './opening-fields.tsx';
import { noOpening, openingForm, openingOf, type OpeningForm } from './opening-form.ts';
import { HowFar, JobProblem } from './job-dialog.tsx';
import { useJob, type Job } from './use-job.ts';
import { useMomentText, useSizeText } from './words.ts';

/** On a computer without a workplace: which file, from when it is, who opens it; then it stands here, unlocked. */
export const Restore = ({ onBack }: { readonly onBack: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const looking = useAction();
  const [look, setLook] = useState<BackupLook | undefined>(undefined);
  const job = useJob<SessionStatus>(() => client.session.stopRestoring());
  const choose = async () => {
    const file = await bridge().chooseFile('backup');
    if (file === null) return;
    const seen = await looking.run(() => client.session.lookAtBackup({ file: file.token }));
    if (seen !== undefined) setLook(seen.value);
  };
  return (
    <Door title={t(job.pending ? 'backup:restore.doing' : 'backup:restore.title')}>
      {job.pending ? <Restoring job={job} /> : null}
      {/* the form keeps what was typed while it is tried */}
      <div hidden={job.pending}>
        <Stack>
          <ProblemNotice problem={looking.problem} />
          {look === undefined ? (
            <>
              <p>{t('backup:restore.what')}</p>
              <Row>
                <Button variant="go" isPending={looking.pending} onPress={() => void choose()}>
                  {t('backup:restore.choose')}
                </Button>
                <Button variant="plain" onPress={onBack}>
                  {t('common:act.back')}
                </Button>
              </Row>
            </>
          ) : (
            <RestoreForm key={look.lookId} look={look} job={job} onOther={() => void choose()} onBack={onBack} />
          )}
        </Stack>
      </div>
    </Door>
  );
};

interface RestoreFormProps {
  readonly look: BackupLook;
  readonly job: Job<SessionStatus>;
  readonly onOther: () => void;
  readonly onBack: () => void;
}

const RestoreForm = ({ look, job, onOther, onBack }: RestoreFormProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const { accept } = useSession();
  const at = useMomentText(look.workplace.timeZone);
  const size = useSizeText();
  const schema = useMemo(() => openingForm([look.workplace.serviceName, ...look.users.map(({ name }) => name)]), [look]);
  const form = useForm<OpeningForm, unknown, OpeningForm>({ resolver: zodResolver(schema), shouldFocusError: false, defaultValues: noOpening });
  const keyFile = useKeyFile(useWatch({ control: form.control, name: 'userId' }));
  const restore = async (answer: OpeningForm) => {
    const opening = openingOf(answer, keyFile.take());
    const done = await job.start((signal) => client.session.restore({ lookId: look.lookId, opening: 'code' in opening ? { ...opening, newPassword: answer.newPassword } : opening }, { signal }));
    if (done !== undefined) accept(done);
  };
  return (
    <Form form={form} onSubmit={restore}>
      <JobProblem problem={job.problem} />
      <Facts
        entries={[
          [t('backup:restore.service'), look.workplace.serviceName],
          [t('backup:restore.at'), `${at(look.createdAt)}, ${size(look.bytes)}`],
          [t('backup:restore.users'), look.users.map(({ name }) => name).join(', ')],
        ]}
      />
      <Notice tone="warn" title={t('backup:restore.missing')}>
        <p>{t('backup:restore.only')}</p>
      </Notice>
      <OpeningFields users={look.users} withNew ofThatDay keyFile={keyFile} />
      <Row>
        <Button type="submit" variant="go">
          {t('backup:restore.go')}
        </Button>
        <Button onPress={onOther}>{t('backup:restore.again')}</Button>
        <Button variant="plain" onPress={onBack}>
          {t('common:act.back')}
        </Button>
      </Row>
    </Form>
  );
};

const Restoring = ({ job }: { readonly job: Job<SessionStatus> }) => {
  const { t } = useTranslation();
  const { value } = useLive('restoring', (client, signal) => client.session.restoring(undefined, { signal }));
  return (
    <>
      <p>{t('backup:restore.stay')}</p>
      <HowFar step={value} job={job} />
    </>
  );
};
