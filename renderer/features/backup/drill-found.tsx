import { useTranslation } from 'react-i18next';
import type { DrillView } from '../../../shared/contract/backup.ts';
import { useSession } from '../../app/session-context.tsx';
import { Facts } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { isGood, useMomentText, useSizeText } from './words.ts';

/** What a drill found, in words: whether one could go on from this copy, and what would be missing. */
export const DrillFound = ({ found }: { readonly found: DrillView }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const at = useMomentText(status.workplace?.timeZone ?? 'UTC');
  const size = useSizeText();
  const good = isGood(found);
  const { createdAt, bytes, documents, live, damaged, intact, entries, behind, cases } = found;
  return (
    <Notice tone={good ? 'done' : 'danger'} title={t(good ? 'backup:drill.good' : 'backup:drill.bad')}>
      <Facts
        entries={[
          [t('backup:drill.from'), `${at(createdAt)}, ${size(bytes)}`],
          [t('backup:drill.records'), t('backup:drill.recordsOf', { documents, live })],
          ...(damaged === 0 ? [] : [[t('backup:drill.damaged'), String(damaged)] as const]),
          [t('backup:drill.trail'), intact ? t('backup:drill.intact', { entries, behind }) : t('backup:drill.broken')],
          [t('backup:drill.cases'), t(cases ? 'backup:drill.casesRead' : 'backup:drill.casesNot')],
        ]}
      />
      {good ? null : <p>{t('backup:drill.badDo')}</p>}
    </Notice>
  );
};
