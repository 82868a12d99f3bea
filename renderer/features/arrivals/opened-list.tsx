import { useTranslation } from 'react-i18next';
import type { ArrivalView } from '../../../shared/contract/exchange.ts';
import { Card } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';

interface OpenedListProps {
  readonly arrivals: readonly ArrivalView[];
  readonly shown: string | undefined;
  readonly onShow: (arrivalId: string) => void;
}

/** What lies opened in quarantine, when it is more than one. */
export const OpenedList = ({ arrivals, shown, onShow }: OpenedListProps) => {
  const { t } = useTranslation();
  if (arrivals.length < 2) return null;
  return (
    <Card title={t('handover:arrivals.opened', { count: arrivals.length })} flush>
      <ul className="v-opened">
        {arrivals.map(({ arrivalId, sender, caseFile, reference }) => {
          if (arrivalId === undefined) return null;
          return (
            <li key={arrivalId}>
              <button type="button" className="v-opened-one" {...(arrivalId === shown ? { 'aria-current': true } : {})} onClick={() => onShow(arrivalId)}>
                <span className="v-strong">{caseFile === undefined ? t('handover:arrivals.unreadable') : `${caseFile.person.familyName} ${caseFile.person.givenName}`}</span>
                <span className="v-small v-soft">{[sender?.name, reference].filter((part) => part !== undefined).join(' · ')}</span>
                {caseFile === undefined ? <Tag tone="danger">{t('handover:arrivals.failedTag')}</Tag> : null}
              </button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
