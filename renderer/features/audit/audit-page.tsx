import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../app/connection.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession, userName } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useOnce } from '../../app/use-once.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { actionName, olderThan, PAGE, type AuditEntry } from './audit-words.ts';
import { useInstantText } from './instant.ts';

type Verdict = Awaited<ReturnType<Client['audit']['verify']>>;

/** Who did what and when, newest first, and whether the trail is whole. It holds no names of people in care. */
export const AuditPage = () => {
  const { t } = useTranslation();
  const client = useClient();
  const reading = useAction();
  const verifying = useAction();
  const newest = useOnce('newest', (core) => core.audit.read({ limit: PAGE }));
  const [older, setOlder] = useState<readonly AuditEntry[]>([]);
  const [atEnd, setAtEnd] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | undefined>(undefined);
  useTitle(t('common:nav.audit'));

  const entries = [...(newest ?? []), ...older];
  const readOlder = async () => {
    const before = olderThan(entries);
    if (before === undefined) return;
    const read = await reading.run(() => client.audit.read({ limit: PAGE, before }));
    if (read === undefined) return;
    setAtEnd(read.value.length < PAGE);
    setOlder((known) => [...known, ...read.value]);
  };

  return (
    <main>
      <PageHeading title={t('common:nav.audit')}>
        <Button isPending={verifying.pending} onPress={() => void verifying.run(() => client.audit.verify()).then((done) => setVerdict(done?.value))}>
          {t('office:audit.verify')}
        </Button>
      </PageHeading>
      <Stack>
        <ProblemNotice problem={reading.problem ?? verifying.problem} />
        {verdict === undefined ? null : (
          <Notice tone={verdict.intact ? 'done' : 'danger'} title={t(verdict.intact ? 'office:audit.intact' : 'office:audit.broken', { count: verdict.entries, at: verdict.brokenAt ?? 0 })}>
            {verdict.intact ? null : <p>{t('office:audit.brokenDo')}</p>}
          </Notice>
        )}
        <Card title={t('office:audit.title')} flush>
          <AuditTable entries={entries} />
          {atEnd || entries.length < PAGE ? null : (
            <div className="v-card-body">
              <Row>
                <Button isPending={reading.pending} onPress={() => void readOlder()}>
                  {t('office:audit.older')}
                </Button>
              </Row>
            </div>
          )}
        </Card>
      </Stack>
    </main>
  );
};

const AuditTable = ({ entries }: { readonly entries: readonly AuditEntry[] }) => {
  const { t, i18n } = useTranslation();
  const { status } = useSession();
  const when = useInstantText(status.workplace?.timeZone ?? 'UTC');
  const nameOf = (id: string): string => userName(status, id) ?? t('office:audit.formerUser');
  return (
    <div className="v-scroll">
      <table className="v-table">
        <thead>
          <tr>
            <th scope="col">{t('office:audit.no')}</th>
            <th scope="col">{t('office:audit.when')}</th>
            <th scope="col">{t('office:audit.who')}</th>
            <th scope="col">{t('office:audit.what')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td className="v-number">{entry.seq}</td>
              <td className="v-number">{when(entry.at)}</td>
              <td>{nameOf(entry.actorId)}</td>
              <td>{i18n.exists(actionName(entry.action)) ? t(actionName(entry.action)) : t('office:audit.otherAction', { action: entry.action })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
