import { useTranslation } from 'react-i18next';
import type { ContactView } from '../../../shared/contract/exchange.ts';
import { cardStanding } from '../../../shared/domain/card-rules.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';
import { PracticeTag } from '../handover/practice.tsx';
import { Tag, type Tone } from '../../design/tag.tsx';

const tones: Readonly<Record<ContactView['trust'], Tone>> = { NEW: 'warn', TRUSTED: 'done', CHANGED: 'danger', REVOKED: 'danger' };

/** Every service with how far it is trusted. */
interface ContactsTableProps {
  readonly contacts: readonly ContactView[];
  readonly today: CivilDate;
  readonly onCompare: ((contact: ContactView) => void) | undefined;
}

export const ContactsTable = ({ contacts, today, onCompare }: ContactsTableProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  return (
    <Card title={t('office:contacts.title')} flush>
      <Table heads={[t('office:contacts.name'), t('office:contacts.kind'), t('office:contacts.key'), t('office:contacts.valid'), t('office:contacts.compared')]}>
        {contacts.map((contact) => (
          <tr key={contact.id}>
            <th scope="row">
              {contact.name} {contact.practice === true ? <PracticeTag /> : null}
            </th>
            <td>{t(`enums:workplaceKind.${contact.kind}`)}</td>
            <td>
              {contact.practice === true ? t('handover:practice.noKey') : <Tag tone={tones[contact.trust]}>{t(`enums:trustState.${contact.trust}`)}</Tag>}
            </td>
            <td>
              {date(contact.validTo)} <Standing validTo={contact.validTo} today={today} />
            </td>
            <td>
              {contact.trust === 'TRUSTED' && contact.comparedOn !== undefined ? [date(contact.comparedOn), contact.comparedWith].filter((part) => part !== undefined).join(' · ') : null}
              {(contact.trust === 'NEW' || contact.trust === 'CHANGED') && onCompare !== undefined ? (
                <Button onPress={() => onCompare(contact)} aria-label={t('office:contacts.compareOne', { name: contact.name })}>
                  {t('office:contacts.compare')}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </Table>
    </Card>
  );
};

const Standing = ({ validTo, today }: { readonly validTo: CivilDate; readonly today: CivilDate }) => {
  const { t } = useTranslation();
  const standing = cardStanding(validTo, today);
  if (standing === 'GOOD') return null;
  return <Tag tone={standing === 'EXPIRED' ? 'danger' : 'warn'}>{t(standing === 'EXPIRED' ? 'office:contacts.expired' : 'office:contacts.endsSoon')}</Tag>;
};
