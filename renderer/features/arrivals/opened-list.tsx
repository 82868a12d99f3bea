import { useTranslation } from 'react-i18next';
import type { ArrivalView } from '../../../shared/contract/arrivals.ts';
import { Card } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';

interface OpenedListProps {
  readonly opened: readonly { readonly arrival: ArrivalView; readonly name?: string }[];
  readonly shown: string | undefined;
  readonly onShow: (arrivalId: string) => void;
}

/** What lies opened in quarantine, when it is more than one. */
export const OpenedList = ({ opened, shown, onShow }: OpenedListProps) => {
  const { t } = useTranslation();
  if (opened.length < 2) return null;
  return (
    <Card title={t('handover:arrivals.opened', { count: opened.length })} flush>
      <ul className="v-opened">
        {opened.map(({ arrival: { arrivalId, sender, caseFile, transfer, notice, reference }, name }) => {
          if (arrivalId === undefined) return null;
          const told = (transfer ?? caseFile)?.person;
          return (
            <li key={arrivalId}>
              <button type="button" className="v-opened-one" {...(arrivalId === shown ? { 'aria-current': true } : {})} onClick={() => onShow(arrivalId)}>
                <span className="v-strong">{notice !== undefined ? t('arrivals:revoked.title') : told === undefined ? t('handover:arrivals.unreadable') : `${told.familyName} ${told.givenName}`}</span>
                <span className="v-small v-soft">{[sender?.name, reference ?? name].filter((part) => part !== undefined).join(' · ')}</span>
                {told === undefined && notice === undefined ? <Tag tone="danger">{t('handover:arrivals.failedTag')}</Tag> : null}
              </button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
