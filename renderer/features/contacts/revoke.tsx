import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormTextArea } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Row } from '../../design/layout.tsx';

const RevokeForm = z.object({ text: z.string().trim().min(1, 'office:contacts.revokeMissing').max(2000, 'common:form.tooLong') });
type RevokeForm = z.infer<typeof RevokeForm>;

interface RevokeProps {
  readonly onClose: () => void;
  readonly onDone: (name: string) => void;
}

/** A service shows its revocation sheet: scanned or typed, looked at, and then its key is ended for good. */
export const Revoke = ({ onClose, onDone }: RevokeProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const acting = useAction();
  const form = useForm<RevokeForm, unknown, RevokeForm>({ resolver: zodResolver(RevokeForm), shouldFocusError: false, defaultValues: { text: '' } });
  const read = async () => {
    const file = await bridge().chooseFile('scan');
    if (file === null) return;
    const found = await acting.run(() => client.contacts.readRevocation({ file: file.token }));
    if (found !== undefined) form.setValue('text', found.value.text, { shouldValidate: true });
  };
  return (
    <Dialog title={t('office:contacts.revoke')} isOpen onClose={onClose} wide>
      <Form
        form={form}
        onSubmit={async ({ text }) => {
          const done = await acting.run(() => client.contacts.revoke({ text }));
          if (done !== undefined) onDone(done.value.name);
        }}
      >
        <p>{t('office:contacts.revokeHow')}</p>
        <ProblemNotice problem={acting.problem} />
        <Row>
          <Button onPress={() => void read()} isPending={acting.pending}>
            {t('office:contacts.revokeScan')}
          </Button>
        </Row>
        <FormTextArea name="text" label={t('office:contacts.revokeText')} hint={t('office:contacts.revokeTextHint')} aboutPerson={false} />
        <Row end>
          <Button onPress={onClose}>{t('office:own.cancel')}</Button>
          <Button type="submit" variant="danger" isPending={acting.pending}>
            {t('office:contacts.revokeNow')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
