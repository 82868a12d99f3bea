import { useTranslation } from 'react-i18next';
import type { AuditEntryView } from '../../../shared/contract/audit.ts';
import { useSession, userName } from '../../app/session-context.tsx';
import { Button } from '../../design/button.tsx';
import { Table } from '../../design/table.tsx';
import { actionName, detailWords, shownMark } from './audit-words.ts';
import { useInstantText } from './instant.ts';

/** The entries of the trail, each in words. A person is a mark; pressed, it becomes the filter. */
export const AuditTable = ({ entries, onMark }: { readonly entries: readonly AuditEntryView[]; readonly onMark: (mark: string) => void }) => {
  const { t } = useTranslation();
  return (
    <Table heads={[t('office:audit.no'), t('office:audit.when'), t('office:audit.who'), t('office:audit.what'), t('office:audit.person')]} label={t('office:audit.title')}>
      {entries.map((entry) => (
        <Line key={entry.seq} entry={entry} onMark={onMark} />
      ))}
    </Table>
  );
};

const Line = ({ entry, onMark }: { readonly entry: AuditEntryView; readonly onMark: (mark: string) => void }) => {
  const { t, i18n } = useTranslation();
  const { status } = useSession();
  const when = useInstantText(status.workplace?.timeZone ?? 'UTC');
  const { seq, at, actorId, action, subject } = entry;
  const details = detailWords(t, entry);
  if (at === '') {
    return (
      <tr>
        <td className="v-number">{seq}</td>
        <td colSpan={4} className="v-wrong">
          {t('office:audit.unreadable')}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <td className="v-number">{seq}</td>
      <td className="v-number">{when(at)}</td>
      <td>{userName(status, actorId) ?? t('office:audit.formerUser')}</td>
      <td>
        {i18n.exists(actionName(action)) ? t(actionName(action)) : t('office:audit.otherAction', { action })}
        {details.length === 0 ? null : <span className="v-small v-soft"> · {details.join(' · ')}</span>}
      </td>
      <td>
        {subject === undefined ? null : (
          <Button variant="link" aria-label={t('office:audit.markName', { mark: shownMark(subject) })} onPress={() => onMark(subject)}>
            <span className="v-number">{shownMark(subject)}</span>
          </Button>
        )}
      </td>
    </tr>
  );
};
