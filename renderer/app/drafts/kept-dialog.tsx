import type { ReactNode } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Client } from '../connection.ts';
import { DoubtNotice, useDoubts, type Doubts } from '../doubt-notice.tsx';
import { DraftLine } from './draft-line.tsx';
import type { FormId } from './forms.ts';
import { useKeptForm } from './use-kept-form.ts';
import { useClient } from '../session-context.tsx';
import { useAction } from '../use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Form } from '../../design/form/form.tsx';
import { Row } from '../../design/layout.tsx';

interface KeptDialogProps<In extends FieldValues, Out> {
  readonly form: FormId;
  readonly title: string;
  /** whom it is about, if anybody */
  readonly personId?: string | undefined;
  /** id of what is changed, where there are several; something new has none */
  readonly about?: string | undefined;
  readonly schema: z.ZodType<Out, In>;
  readonly defaults: DefaultValues<In>;
  /** `doubts`: of the core about days, which the user has read and confirmed; to be sent with the rest */
  readonly send: (client: Client, values: Out, doubts: ReturnType<Doubts['sent']>) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog: kept while typed, sent whole, closed once the core has taken it. */
export const KeptDialog = <In extends FieldValues, Out extends FieldValues>({ form: name, title, personId, about, schema, defaults, send, onClose, children }: KeptDialogProps<In, Out>) => {
  const { t } = useTranslation();
  const client = useClient();
  const sending = useAction();
  const doubts = useDoubts();
  const { form, kept } = useKeptForm<In, Out>({ form: name, personId, about, schema, defaults });
  return (
    <Dialog title={title} isOpen onClose={onClose} wide>
      <Form
        form={form}
        onSubmit={async (values) => {
          const done = await sending.run(() => send(client, values, doubts.sent()));
          if (done === undefined) return;
          await kept.done();
          onClose();
        }}
      >
        <DraftLine kept={kept} />
        <DoubtNotice problem={sending.problem} doubts={doubts} pending={sending.pending} />
        {children}
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={sending.pending}>
            {t('common:act.save')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
