import { useTranslation } from 'react-i18next';
import type { UserView } from '../../../shared/contract/users.ts';
import { canStandIn } from '../../../shared/domain/user-rules.ts';
import { useSession, userName } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';
import { Tag } from '../../design/tag.tsx';
import { haveCases } from './user-form.ts';

export type UserAct = 'change' | 'away' | 'dismiss';

interface UsersTableProps {
  readonly users: readonly UserView[];
  readonly onAct: ((act: UserAct, user: UserView) => void) | undefined;
}

/** Active users, each with what may be done about them; about oneself nobody decides. */
export const UsersTable = ({ users, onAct }: UsersTableProps) => {
  const { t } = useTranslation();
  const heads = [t('users:list.name'), t('users:list.roles'), t('users:list.scope'), t('users:list.until'), t('users:list.login'), ...(onAct === undefined ? [] : [t('users:list.acts')])];
  return (
    <Card title={t('users:nav')} flush>
      <Table heads={heads}>
        {users.map((user) => (
          <UserRow key={user.id} user={user} onAct={onAct} />
        ))}
      </Table>
    </Card>
  );
};

const UserRow = ({ user, onAct }: { readonly user: UserView; readonly onAct: UsersTableProps['onAct'] }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const date = useDateText();
  const isSelf = user.id === status.user?.id;
  const { name, roles, scope, units, until } = user;
  const away = (user.absences ?? []).filter(({ to }) => to >= status.today);
  return (
    <tr>
      <th scope="row">
        {name} {isSelf ? <Tag>{t('users:list.you')}</Tag> : null}
        {away.map((absence) => (
          <p key={absence.from} className="v-small v-soft">
            {t('users:list.awayOf', { from: date(absence.from), to: date(absence.to), name: userName(status, absence.deputyId) ?? '' })}
          </p>
        ))}
      </th>
      <td>{roles.map((role) => t(`enums:userRole.${role}`)).join(' · ')}</td>
      <td>{!haveCases(roles) ? t('users:list.noCases') : scope === 'UNITS' ? t('users:list.units', { units: (units ?? []).join(', ') }) : t(`enums:caseScope.${scope ?? 'FACILITY'}`)}</td>
      <td>
        {until === undefined ? t('users:list.unlimited') : date(until)} {until !== undefined && until < status.today ? <Tag tone="warn">{t('users:list.passed')}</Tag> : null}
      </td>
      <td>
        <Login user={user} />
      </td>
      {onAct === undefined ? null : (
        <td>
          <Row>
            {isSelf ? null : (
              <Button variant="link" aria-label={t('users:list.changeName', { name })} onPress={() => onAct('change', user)}>
                {t('users:list.change')}
              </Button>
            )}
            {canStandIn(user) ? (
              <Button variant="link" aria-label={t('users:list.awayName', { name })} onPress={() => onAct('away', user)}>
                {t('users:list.away')}
              </Button>
            ) : null}
            {isSelf ? null : (
              <Button variant="link" aria-label={t('users:list.dismissName', { name })} onPress={() => onAct('dismiss', user)}>
                {t('users:list.dismiss')}
              </Button>
            )}
          </Row>
        </td>
      )}
    </tr>
  );
};

const Login = ({ user }: { readonly user: UserView }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  if (user.passwordGiven === true) return <Tag tone="warn">{t('users:list.given')}</Tag>;
  return t(status.users.find(({ id }) => id === user.id)?.keyFile === true ? 'users:list.keyFile' : 'users:list.password');
};

/** Those who were dismissed: apart, by name and day. */
export const FormerUsers = ({ users }: { readonly users: readonly UserView[] }) => {
  const { t } = useTranslation();
  const date = useDateText();
  if (users.length === 0) return null;
  return (
    <Card title={t('users:list.former')} flush>
      <p className="v-card-body v-small v-soft">{t('users:list.formerText')}</p>
      <Table heads={[t('users:list.name'), t('users:list.roles'), t('users:list.dismissedOn')]}>
        {users.map(({ id, name, roles, dismissedOn }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{roles.map((role) => t(`enums:userRole.${role}`)).join(' · ')}</td>
            <td>{dismissedOn === undefined ? '' : date(dismissedOn)}</td>
          </tr>
        ))}
      </Table>
    </Card>
  );
};
