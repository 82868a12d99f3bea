import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { ServiceCard } from '../../../shared/domain/card.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Row } from '../../design/layout.tsx';

const KeysForm = z.object({ address: z.string().trim().max(400, 'common:form.tooLong'), phone: z.string().trim().max(60, 'common:form.tooLong') });
type KeysForm = z.infer<typeof KeysForm>;

interface ChangeKeysProps {
  readonly card: ServiceCard;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The committed key takes over; address and telephone may change with it. */
export const ChangeKeys = ({ card, onClose, onDone }: ChangeKeysProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const changing = useAction();
  const form = useForm<KeysForm, unknown, KeysForm>({ resolver: zodResolver(KeysForm), shouldFocusError: false, defaultValues: { address: card.address ?? '', phone: card.phone ?? '' } });
  return (
    <Dialog title={t('office:own.change')} isOpen onClose={onClose} wide>
      <Form
        form={form}
        onSubmit={async ({ address, phone }) => {
          const done = await changing.run(() => client.contacts.changeKeys({ ...(address === '' ? {} : { address }), ...(phone === '' ? {} : { phone }) }));
          if (done !== undefined) onDone();
        }}
      >
        <p>{t('office:own.changeHow')}</p>
        <ProblemNotice problem={changing.problem} />
        <FormText name="address" label={t('office:own.address')} />
        <FormText name="phone" label={t('office:own.phone')} width="medium" />
        <Row end>
          <Button onPress={onClose}>{t('office:own.cancel')}</Button>
          <Button type="submit" variant="go" isPending={changing.pending}>
            {t('office:own.change')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
