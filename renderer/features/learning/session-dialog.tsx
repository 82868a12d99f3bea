import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { isCivilDate } from '../../../shared/domain/dates.ts';
import type { Session } from '../../../shared/domain/learning.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDate, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Row } from '../../design/layout.tsx';

export type SessionDialogKind = 'move' | 'cancel';

/** Moves one session to another day, or says why it was not held. */
export const SessionDialog = ({ runId, kind, session, onClose }: { readonly runId: string; readonly kind: SessionDialogKind; readonly session: Session; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const date = useDateText();
  const saving = useAction();
  const schema = useMemo(
    () =>
      z.object({
        on: z.string().refine((on) => kind === 'cancel' || isCivilDate(on), 'common:form.dateMissing'),
        reason: z
          .string()
          .trim()
          .max(200, 'common:form.tooLong')
          .refine((reason) => kind === 'move' || reason !== '', 'learning:sessions.reasonMissing'),
      }),
    [kind],
  );
  const { form, kept } = useKeptForm({ form: 'learning.session', about: runId, of: { session: session.id, kind }, schema, defaults: { on: session.on, reason: '' } });
  const save = async ({ on, reason }: z.infer<typeof schema>): Promise<void> => {
    const change = kind === 'move' ? ({ act: 'move', on } as const) : ({ act: 'cancel', reason } as const);
    const done = await saving.run(() => client.learning.changeSession({ runId, sessionId: session.id, change }));
    if (done === undefined) return;
    await kept.done();
    onClose();
  };
  return (
    <Dialog title={t(`learning:sessions.${kind}Title`, { on: date(session.on) })} isOpen onClose={onClose}>
      <Form form={form} onSubmit={save}>
        <DraftLine kept={kept} />
        <ProblemNotice problem={saving.problem} />
        {kind === 'move' ? <FormDate name="on" label={t('learning:sessions.moveTo')} /> : <FormText name="reason" label={t('learning:sessions.reason')} hint={t('learning:sessions.reasonHint')} />}
        <Row end>
          <Button onPress={onClose}>{t('common:act.back')}</Button>
          <Button type="submit" variant="go" isPending={saving.pending}>
            {t(`learning:sessions.${kind}`)}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
