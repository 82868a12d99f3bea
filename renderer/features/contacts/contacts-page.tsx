import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { screenPaths } from '../../app/shell/screen-paths.ts';
import { bridge } from '../../app/bridge.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Alarms } from './alarms.tsx';
import { cardsDue } from './card-due.ts';
import { CardsDueNotice } from './cards-due.tsx';
import { CardlessCard } from './cardless-card.tsx';
import { Compare } from './compare.tsx';
import { ContactsTable } from './contacts-table.tsx';
import { PracticeCard } from './practice-card.tsx';
import { OwnCard } from './own-card.tsx';
import { Revoke } from './revoke.tsx';

/** The address book: our own card, and the services we may send to once their fingerprint was compared. */
export const ContactsPage = () => {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const may = useMay();
  const reading = useAction();
  const live = useLive('contacts', (core, signal) => core.contacts.list({}, { signal }));
  const [comparing, setComparing] = useAskable(({ open: form, about }) => (form === 'contacts.compare' ? live.value?.find(({ id }) => id === about) : undefined));
  const { status } = useSession();
  const [revoking, setRevoking] = useState(false);
  const [revoked, setRevoked] = useState<string | undefined>(undefined);
  useTitle(t('common:nav.services'));

  const readCard = async () => {
    const file = await bridge().chooseFile('card');
    if (file === null) return;
    const read = await reading.run(() => client.contacts.importCard({ file: file.token }));
    if (read !== undefined && read.value.trust !== 'TRUSTED') setComparing(read.value);
  };
  const mayTrust = may('contact.trust');
  return (
    <main>
      <PageHeading title={t('common:nav.services')}>
        <Button variant="plain" onPress={() => void navigate(screenPaths.directory)}>
          {t('sharedPacks:directory.nav')}
        </Button>
        <Button variant="plain" onPress={() => void navigate(screenPaths.sharedPacks)}>
          {t('sharedPacks:nav')}
        </Button>
        {mayTrust ? <Button onPress={() => setRevoking(true)}>{t('office:contacts.revoke')}</Button> : null}
        {mayTrust ? (
          <Button variant="go" onPress={() => void readCard()} isPending={reading.pending}>
            {t('office:contacts.read')}
          </Button>
        ) : null}
      </PageHeading>
      <Stack>
        <ProblemNotice problem={reading.problem ?? live.problem} />
        <p role="status">{revoked === undefined ? '' : t('office:contacts.revoked', { name: revoked })}</p>
        <Alarms contacts={live.value ?? []} />
        {mayTrust ? <CardsDueNotice due={cardsDue(undefined, live.value ?? [], status.today)} /> : null}
        {live.value === undefined ? null : live.value.length === 0 ? (
          <EmptyState title={t('office:contacts.none')} text={t('office:contacts.noneText')} />
        ) : (
          <ContactsTable contacts={live.value} onCompare={mayTrust ? setComparing : undefined} today={status.today} />
        )}
        <OwnCard />
        <CardlessCard />
        {live.value === undefined ? null : <PracticeCard isThere={live.value.some(({ practice }) => practice === true)} />}
      </Stack>
      {revoking ? (
        <Revoke
          onClose={() => setRevoking(false)}
          onDone={(name) => {
            setRevoking(false);
            setRevoked(name);
          }}
        />
      ) : null}
      {comparing === undefined ? null : <Compare contact={comparing} onClose={() => setComparing(undefined)} />}
    </main>
  );
};
