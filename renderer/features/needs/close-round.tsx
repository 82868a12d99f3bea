import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LONG_TEXT } from '../../../shared/domain/base.ts';
import type { Round } from '../../../shared/domain/needs.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormTextArea } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Row } from '../../design/layout.tsx';

const schema = z.object({ helps: z.string().trim().max(LONG_TEXT, 'common:form.tooLong'), limitations: z.string().trim().max(LONG_TEXT, 'common:form.tooLong') });

/** Ends a round: what could not be asked is said, and the answers stay as they were given. */
export const CloseRound = ({ round, helped, onClose, onClosed }: { readonly round: Round; /** what helped before */ readonly helped: string | undefined; readonly onClose: () => void; readonly onClosed: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const closing = useAction();
  const { form, kept } = useKeptForm({ form: 'needs.close', personId: round.personId, about: round.id, schema, defaults: { limitations: round.limitations ?? '', helps: round.helps ?? helped ?? '' } });
  return (
    <Dialog title={t('needs:round.close')} isOpen onClose={onClose}>
      <Form
        form={form}
        onSubmit={async ({ limitations, helps }) => {
          const done = await closing.run(() => client.needs.closeRound({ roundId: round.id, limitations, helps }));
          if (done === undefined) return;
          await kept.done();
          onClosed();
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={closing.problem} />
        <p>{t('needs:round.closeWhat')}</p>
        <FormTextArea name="helps" label={t('needs:helps.label')} hint={t('needs:helps.hint')} />
        <FormTextArea name="limitations" label={t('needs:start.limits')} hint={t('needs:start.limitsHint')} />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={closing.pending}>
            {t('needs:round.close')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
