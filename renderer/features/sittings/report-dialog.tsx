import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { SittingPersonView } from '../../../shared/contract/sittings.ts';
import { Language, LONG_TEXT } from '../../../shared/domain/base.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormSelect, FormTextArea } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { formMessage } from '../../design/form/message.ts';
import { Row, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';

const reportForm = z.object({ text: z.string().trim().max(LONG_TEXT, formMessage('notes:form.textTooLong', { max: LONG_TEXT })), lang: Language });

interface ReportProps {
  readonly person: SittingPersonView;
  readonly writes: boolean;
  readonly onClose: () => void;
}

/** The report for a sitting: words kept here as a draft until it is done, or done on paper without any. */
export const ReportDialog = ({ sittingId, person, writes, onClose }: ReportProps & { readonly sittingId: string }) => {
  const { t } = useTranslation();
  const { caseId, personId } = person;
  const live = useLive(`report ${caseId}`, (client, signal) => client.sittings.report({ sittingId, personId }, { signal }));
  const report = live.value;
  return (
    <Dialog title={`${t('sittings:report.title')}: ${person.name}`} isOpen onClose={onClose} wide>
      <Stack>
        <ProblemNotice problem={live.problem} />
        {report === undefined ? <Progress label={t('common:reading')} /> : report.state === 'DONE' || !writes ? <Done report={report} person={person} writes={writes} onClose={onClose} /> : <Write report={report} person={person} onClose={onClose} />}
      </Stack>
    </Dialog>
  );
};

interface Words {
  readonly state: SittingPersonView['report']['state'];
  readonly text?: string | undefined;
  readonly lang?: Language | undefined;
}

const Write = ({ report, person, onClose }: { readonly report: Words; readonly person: SittingPersonView; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { preferences } = usePreferences();
  const saving = useAction();
  const { caseId, personId } = person;
  const { form, kept } = useKeptForm({ form: 'sittings.report', personId, about: caseId, schema: reportForm, defaults: { text: report.text ?? '', lang: report.lang ?? preferences.language } });
  const keep = async ({ text, lang }: z.infer<typeof reportForm>, finish: boolean): Promise<void> => {
    const done = await saving.run(async () => {
      if (text !== '') await client.sittings.writeReport({ caseId, text, lang });
      if (finish) await client.sittings.finishReport({ caseId });
    });
    if (done === undefined) return;
    await kept.done();
    onClose();
  };
  return (
    <Form form={form} onSubmit={(values) => keep(values, false)}>
      <DraftLine kept={kept} />
      <ProblemNotice problem={saving.problem} />
      <FormTextArea name="text" label={t('sittings:report.text')} hint={t('sittings:report.hint')} />
      <FormSelect name="lang" label={t('notes:form.lang')} options={Language.options.map((id) => ({ id, label: t(`enums:language.${id}`) }))} width="short" />
      <Row end>
        <Button onPress={onClose}>{t('common:act.cancel')}</Button>
        <Button type="submit" isPending={saving.pending}>
          {t('sittings:report.keep')}
        </Button>
        <Button variant="go" isPending={saving.pending} onPress={() => void form.handleSubmit((values) => keep(values, true))()}>
          {t('sittings:report.finish')}
        </Button>
      </Row>
    </Form>
  );
};

const Done = ({ report, person, writes, onClose }: { readonly report: Words } & ReportProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const opening = useAction();
  return (
    <>
      <ProblemNotice problem={opening.problem} />
      {report.text === undefined ? (
        <p className="v-soft">{t('sittings:report.noWords')}</p>
      ) : (
        <p className="v-note-words" lang={report.lang}>
          {report.text}
        </p>
      )}
      <Row end>
        {writes && report.state === 'DONE' ? (
          <Button isPending={opening.pending} onPress={() => void opening.run(() => client.sittings.reopenReport({ caseId: person.caseId }))}>
            {t('sittings:report.reopen')}
          </Button>
        ) : null}
        <Button onPress={onClose}>{t('common:act.close')}</Button>
      </Row>
    </>
  );
};
