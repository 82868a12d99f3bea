import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../../shared/contract/users.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { AddUser } from './add-user.tsx';
import { Away } from './away.tsx';
import { Dismiss } from './dismiss.tsx';
import { EditUser } from './edit-user.tsx';
import { FormerUsers, UsersTable, type UserAct } from './users-table.tsx';

type Open = { readonly act: 'add' } | { readonly act: UserAct; readonly userId: string };

/** Everybody who may log in: with which role, whose cases, until when; and what an administrator does about it. */
export const UsersPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const live = useLive('users', (core, signal) => core.users.list({}, { signal }));
  const [open, setOpen] = useState<Open | undefined>(undefined);
  useTitle(t('users:nav'));
  const close = () => setOpen(undefined);
  const users = live.value ?? [];
  const manages = may('users.manage');
  return (
    <main>
      <PageHeading title={t('users:list.title')}>
        {manages ? (
          <Button variant="go" onPress={() => setOpen({ act: 'add' })}>
            {t('users:list.add')}
          </Button>
        ) : null}
      </PageHeading>
      <Stack>
        <ProblemNotice problem={live.problem} />
        {live.value === undefined ? null : <UsersTable users={users.filter(({ dismissedOn }) => dismissedOn === undefined)} onAct={manages ? (act, { id }) => setOpen({ act, userId: id }) : undefined} />}
        <FormerUsers users={users.filter(({ dismissedOn }) => dismissedOn !== undefined)} />
      </Stack>
      {open?.act === 'add' ? <AddUser onClose={close} /> : null}
      {open === undefined || open.act === 'add' ? null : <Act act={open.act} user={users.find(({ id }) => id === open.userId)} onClose={close} />}
    </main>
  );
};

const Act = ({ act, user, onClose }: { readonly act: UserAct; readonly user: UserView | undefined; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  if (user === undefined) return null;
  if (act === 'change') return <EditUser user={user} onClose={onClose} />;
  if (act === 'dismiss') return <Dismiss user={user} onClose={onClose} />;
  return (
    <Dialog title={t('users:away.title', { name: user.name })} isOpen onClose={onClose} wide>
      <Away user={user} save={(absences) => client.users.setAbsences({ userId: user.id, absences })} />
      <Row end>
        <Button onPress={onClose}>{t('common:act.close')}</Button>
      </Row>
    </Dialog>
  );
};
