import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { Tag } from '../../design/tag.tsx';
import { LiveCard } from './live-card.tsx';

/** Where the case was sent, on which ground, and how far it got. */
export const HandoversCard = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation();
  const may = useMay();
  const live = useLive(personId, (client, signal) => client.handovers.ofPerson({ personId }, { signal }));
  return (
    <LiveCard title={t('people:handovers.title')} live={live} nothing={(all) => (all.length === 0 ? t('people:handovers.none') : undefined)}>
      {(all) => (
        <ul className="v-lines">
          {all.map((handover) => (
            <li key={handover.id}>
              <span>
                {may('contact.read') ? <Recipient serviceId={handover.recipientServiceId} /> : null}
                {t('people:handovers.ground', { ground: t(`enums:mandateKind.${handover.mandate.kind}`) })}
                {handover.reference === undefined ? null : ` · ${handover.reference}`}
                {handover.past === true ? ` · ${t('handover:past')}` : null}
                {handover.stopped === undefined ? null : <div className="v-soft">{t(`handover:stopped.${handover.stopped.reason}`)}</div>}
              </span>
              <Tag tone={handover.status === 'ACCEPTED' || handover.status === 'RECEIVED' ? 'done' : 'plain'}>{t(`enums:handoverStatus.${handover.status}`)}</Tag>
            </li>
          ))}
        </ul>
      )}
    </LiveCard>
  );
};

/** The name of a service, from the address book. */
const Recipient = ({ serviceId }: { readonly serviceId: string }) => {
  const contacts = useLive('contacts', (client, signal) => client.contacts.list({}, { signal }));
  const name = contacts.value?.find((contact) => contact.serviceId === serviceId)?.name;
  return name === undefined ? null : (
    <>
      {name}
      <br />
    </>
  );
};
