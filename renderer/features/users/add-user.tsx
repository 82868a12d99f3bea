import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Row } from '../../design/layout.tsx';
import { FirstPassword } from './first-password.tsx';
import { formOf, standingOf, userForm, type UserForm } from './user-form.ts';
import { StandingFields } from './user-fields.tsx';

/**
 * A new colleague; then their first password, once. What is typed here is not kept as a draft: drafts lie under the key to
 * the cases, which administrators do not hold.
 */
export const AddUser = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status, refresh } = useSession();
  const adding = useAction();
  const [made, setMade] = useState<{ readonly name: string; readonly password: string } | undefined>(undefined);
  const schema = useMemo(() => userForm(status.today), [status.today]);
  const form = useForm<UserForm, unknown, UserForm>({ resolver: zodResolver(schema), shouldFocusError: false, defaultValues: formOf(undefined) });
  if (made !== undefined) return <FirstPassword name={made.name} password={made.password} onClose={onClose} />;
  return (
    <Dialog title={t('users:form.add')} isOpen onClose={onClose} wide>
      <Form
        form={form}
        onSubmit={async (entry) => {
          const done = await adding.run(() => client.users.add({ name: entry.name, ...standingOf(entry) }));
          if (done === undefined) return;
          setMade({ name: entry.name, password: done.value.password });
          await refresh();
        }}
      >
        <ProblemNotice problem={adding.problem} />
        <FormText name="name" label={t('users:form.name')} hint={t('users:form.nameHint')} width="medium" />
        <StandingFields kind={status.workplace?.kind ?? 'prison'} />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={adding.pending}>
            {t('users:form.go')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
