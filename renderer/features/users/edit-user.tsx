import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../../shared/contract/users.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Row } from '../../design/layout.tsx';
import { formOf, standingOf, userForm, type UserForm } from './user-form.ts';
import { StandingFields } from './user-fields.tsx';

/** Other roles, cases, last day of a colleague. Drafts: see `add-user.tsx`. */
export const EditUser = ({ user, onClose }: { readonly user: UserView; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status } = useSession();
  const changing = useAction();
  const schema = useMemo(() => userForm(status.today), [status.today]);
  const form = useForm<UserForm, unknown, UserForm>({ resolver: zodResolver(schema), shouldFocusError: false, defaultValues: formOf(user) });
  return (
    <Dialog title={t('users:form.change', { name: user.name })} isOpen onClose={onClose} wide>
      <Form
        form={form}
        onSubmit={async (entry) => {
          const done = await changing.run(() => client.users.change({ userId: user.id, ...standingOf(entry) }));
          if (done !== undefined) onClose();
        }}
      >
        <ProblemNotice problem={changing.problem} />
        <StandingFields kind={status.workplace?.kind ?? 'prison'} />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={changing.pending}>
            {t('common:act.save')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
