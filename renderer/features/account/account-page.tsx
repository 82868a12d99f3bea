import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../../shared/contract/users.ts';
import { canStandIn } from '../../../shared/domain/user-rules.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { useDateText } from '../../app/words.ts';
import { Card, Columns, Facts, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Away } from '../users/away.tsx';
import { haveCases } from '../users/user-form.ts';
import { ChangePassword } from './change-password.tsx';
import { KeyFile } from './key-file.tsx';

/** One's own log-in: who one is here, what one may do and whose cases, days away, password and key file. */
export const AccountPage = () => {
  const { t } = useTranslation();
  const client = useClient();
  const { accept } = useSession();
  const live = useLive('own user', (core, signal) => core.users.mine({}, { signal }));
  const [told, setTold] = useState('');
  useTitle(t('users:account.title'));
  return (
    <main>
      <PageHeading title={t('users:account.title')} />
      <ProblemNotice problem={live.problem} />
      {live.value === undefined ? null : (
        <Columns>
          <Stack>
            <Who user={live.value} />
            {canStandIn(live.value) ? (
              <Card title={t('users:away.own')}>
                <Away user={live.value} save={(absences) => client.users.setOwnAbsences({ absences })} />
              </Card>
            ) : null}
          </Stack>
          <Stack>
            <Card title={t('users:password.title')}>
              <Stack>
                <p role="status">{told}</p>
                <ChangePassword
                  onChanged={(status) => {
                    accept(status);
                    setTold(t('users:password.done'));
                  }}
                />
              </Stack>
            </Card>
            <KeyFile />
          </Stack>
        </Columns>
      )}
    </main>
  );
};

const Who = ({ user }: { readonly user: UserView }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const date = useDateText();
  const { name, roles, scope, units, until } = user;
  const permissions = status.user?.permissions.filter((permission) => permission !== 'public' && permission !== 'any') ?? [];
  return (
    <Card title={t('users:account.who')}>
      <Stack>
        <Facts
          entries={[
            [t('users:list.name'), name],
            [t('users:list.roles'), roles.map((role) => t(`enums:userRole.${role}`)).join(' · ')],
            [t('users:list.scope'), !haveCases(roles) ? t('users:list.noCases') : scope === 'UNITS' ? t('users:list.units', { units: (units ?? []).join(', ') }) : t(`enums:caseScope.${scope ?? 'FACILITY'}`)],
            [t('users:list.until'), until === undefined ? t('users:list.unlimited') : date(until)],
          ]}
        />
        <div>
          <p className="v-strong">{t('users:account.may')}</p>
          <ul className="v-said v-pair">
            {permissions.map((permission) => (
              <li key={permission}>{t(`users:may.${permission}`)}</li>
            ))}
          </ul>
          <p className="v-small v-soft">{t('users:account.mayNot')}</p>
        </div>
      </Stack>
    </Card>
  );
};
