import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { DrillView } from '../../../shared/contract/backup.ts';
import { bridge } from '../../app/bridge.ts';
import { useKeyFile } from '../../app/key-file.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { Button } from '../../design/button.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { DrillFound } from './drill-found.tsx';
import { JobDialog, JobProblem } from './job-dialog.tsx';
import { OpeningFields } from './opening-fields.tsx';
import { noOpening, openingForm, openingOf, type OpeningForm } from './opening-form.ts';
import { useJob } from './use-job.ts';

/** A restore that ends where it began: everything is opened, nothing stays. */
export const Drill = () => {
  const { t } = useTranslation();
  const client = useClient();
  const [open, setOpen] = useState(false);
  const job = useJob<DrillView>(() => client.backup.stop());
  return (
    <Card title={t('backup:drill.title')}>
      <Stack>
        <p>{t('backup:drill.what')}</p>
        {job.result === undefined || open ? null : <DrillFound found={job.result} />}
        {open ? (
          <DrillForm job={job} onDone={() => setOpen(false)} />
        ) : (
          <Row>
            <Button onPress={() => setOpen(true)}>{t('backup:drill.open')}</Button>
          </Row>
        )}
        <JobDialog title={t('backup:drill.doing')} job={job} />
      </Stack>
    </Card>
  );
};

const DrillForm = ({ job, onDone }: { readonly job: ReturnType<typeof useJob<DrillView>>; readonly onDone: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status } = useSession();
  const form = useForm<OpeningForm, unknown, OpeningForm>({
    resolver: zodResolver(openingForm(undefined)),
    shouldFocusError: false,
    defaultValues: { ...noOpening, userId: status.user?.id ?? '' },
  });
  const keyFile = useKeyFile(useWatch({ control: form.control, name: 'userId' }));
  const start = async (answer: OpeningForm) => {
    const file = await bridge().chooseFile('backup');
    if (file === null) return;
    const opening = openingOf(answer, keyFile.take());
    const done = await job.start((signal) => client.backup.drill({ file: file.token, opening }, { signal }));
    if (done !== undefined) onDone();
  };
  return (
    <Form form={form} onSubmit={start}>
      <JobProblem problem={job.problem} />
      <OpeningFields users={status.users} withNew={false} ofThatDay={false} keyFile={keyFile} />
      <Row>
        <Button type="submit" variant="go" isPending={job.pending}>
          {t('backup:drill.go')}
        </Button>
        <Button variant="plain" onPress={onDone}>
          {t('common:act.cancel')}
        </Button>
      </Row>
    </Form>
  );
};
