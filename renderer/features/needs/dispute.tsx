import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LONG_TEXT, type Statement } from '../../../shared/domain/base.ts';
import type { Round } from '../../../shared/domain/needs.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormTextArea } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Row } from '../../design/layout.tsx';

/** Enough of a statement to tell it from the others. */
const start = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Records that the person disagrees with a statement, or takes a wrong record of it back. */
export const Dispute = ({ round, statement }: { readonly round: Round; readonly statement: Statement }) => {
  const { t } = useTranslation();
  const client = useClient();
  const taking = useAction();
  const [open, setOpen] = useFormOpen('needs.dispute', statement.id);
  const words = start(statement.text);
  if (statement.disputed !== undefined) {
    return (
      <>
        <Button
          variant="link"
          aria-label={t('needs:dispute.backWords', { text: words })}
          onPress={() => void taking.run(() => client.needs.dispute({ roundId: round.id, statementId: statement.id }))}
        >
          {t('needs:dispute.back')}
        </Button>
        <ProblemNotice problem={taking.problem} />
      </>
    );
  }
  return (
    <>
      <Button variant="link" aria-label={t('needs:dispute.openWords', { text: words })} onPress={() => setOpen(true)}>
        {t('needs:dispute.open')}
      </Button>
      {open ? <DisputeDialog round={round} statement={statement} onClose={() => setOpen(false)} /> : null}
    </>
  );
};

const schema = z.object({ text: z.string().trim().min(1, 'needs:dispute.textMissing').max(LONG_TEXT, 'common:form.tooLong') });

const DisputeDialog = ({ round, statement, onClose }: { readonly round: Round; readonly statement: Statement; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const saving = useAction();
  const { form, kept } = useKeptForm({ form: 'needs.dispute', personId: round.personId, about: statement.id, schema, defaults: { text: '' } });
  return (
    <Dialog title={t('needs:dispute.title')} isOpen onClose={onClose}>
      <Form
        form={form}
        onSubmit={async ({ text }) => {
          const done = await saving.run(() => client.needs.dispute({ roundId: round.id, statementId: statement.id, text }));
          if (done === undefined) return;
          await kept.done();
          onClose();
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={saving.problem} />
        <q lang={statement.lang}>{statement.text}</q>
        <p>{t('needs:dispute.what')}</p>
        <FormTextArea name="text" label={t('needs:dispute.text')} />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={saving.pending}>
            {t('needs:dispute.go')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
