import { useTranslation } from 'react-i18next';
import type { ContactView } from '../../../shared/contract/exchange.ts';
import { Notice } from '../../design/notice.tsx';

/** Services that must not be used before people have spoken to each other: said in words, above everything else. */
export const Alarms = ({ contacts }: { readonly contacts: readonly ContactView[] }) => {
  const { t } = useTranslation();
  return contacts
    .filter(({ trust }) => trust === 'CHANGED' || trust === 'REVOKED')
    .map(({ id, name, trust }) => (
      <Notice key={id} tone="danger" title={t(trust === 'CHANGED' ? 'office:contacts.changedAlarm' : 'office:contacts.revokedAlarm', { name })}>
        <p>{t(trust === 'CHANGED' ? 'office:contacts.changedDo' : 'office:contacts.revokedDo')}</p>
      </Notice>
    ));
};
