import { useTranslation } from 'react-i18next';
import type { SharedPacksView } from '../../../shared/contract/shared-packs.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Stack } from '../../design/layout.tsx';

/** Who may send us packs: said of each service by itself, and taken away at any time. */
export const Senders = ({ services }: { readonly services: SharedPacksView['services'] }) => {
  const { t } = useTranslation();
  return (
    <Card title={t('sharedPacks:trust.title')}>
      <Stack gap={3}>
        <p className="v-soft">{t('sharedPacks:trust.text')}</p>
        {services.length === 0 ? (
          <p>{t('sharedPacks:trust.none')}</p>
        ) : (
          <ul className="v-lines">
            {services.map((service) => (
              <Sender key={service.contactId} service={service} />
            ))}
          </ul>
        )}
      </Stack>
    </Card>
  );
};

const Sender = ({ service: { contactId, name, since } }: { readonly service: SharedPacksView['services'][number] }) => {
  const { t } = useTranslation();
  const client = useClient();
  const date = useDateText();
  const mayDecide = useMay()('sharedPack.decide');
  const work = useAction();
  const set = (allowed: boolean) => void work.run(() => client.sharedPacks.allow({ contactId, allowed }));
  return (
    <li>
      <span>
        {name} <span className="v-soft">{since === undefined ? t('sharedPacks:trust.no') : t('sharedPacks:trust.since', { date: date(since) })}</span>
      </span>
      <ProblemNotice problem={work.problem} />
      {!mayDecide ? null : since === undefined ? (
        <Button isPending={work.pending} aria-label={t('sharedPacks:trust.allowOf', { name })} onPress={() => set(true)}>
          {t('sharedPacks:trust.allow')}
        </Button>
      ) : (
        <Button variant="link" isPending={work.pending} aria-label={t('sharedPacks:trust.endOf', { name })} onPress={() => set(false)}>
          {t('sharedPacks:trust.end')}
        </Button>
      )}
    </li>
  );
};
