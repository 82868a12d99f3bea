import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardlessView } from '../../../shared/contract/exchange.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { TextField } from '../../design/text-field.tsx';

/** Organisations without a card, in a prison: what is sent to them is sealed with words that are told on another way. */
export const CardlessCard = () => {
  const { t } = useTranslation();
  const { status } = useSession();
  const may = useMay();
  const live = useLive('cardless', (client, signal) => client.contacts.cardless({}, { signal }));
  const [adding, setAdding] = useState(false);
  if (status.workplace?.kind !== 'prison') return null;
  const mayChange = may('contact.trust');
  return (
    <Card title={t('handover:words.cardless')}>
      <Stack gap={3}>
        <p>{t('handover:words.cardlessText')}</p>
        <ProblemNotice problem={live.problem} />
        {live.value === undefined || live.value.length === 0 ? null : (
          <ul className="v-lines">
            {live.value.map((organisation) => (
              <Line key={organisation.id} organisation={organisation} mayChange={mayChange} />
            ))}
          </ul>
        )}
        {!mayChange ? null : adding ? (
          <Add onClose={() => setAdding(false)} />
        ) : (
          <Row>
            <Button onPress={() => setAdding(true)}>{t('handover:words.add')}</Button>
          </Row>
        )}
      </Stack>
    </Card>
  );
};

const Line = ({ organisation: { id, name, address, phone }, mayChange }: { readonly organisation: CardlessView; readonly mayChange: boolean }) => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  return (
    <li>
      <span>
        {name} <span className="v-soft">{[address, phone].filter((part) => part !== undefined && part !== '').join(' · ')}</span>
      </span>
      <ProblemNotice problem={work.problem} />
      {mayChange ? (
        <Button variant="link" isPending={work.pending} aria-label={t('handover:words.removeOf', { name })} onPress={() => void work.run(() => client.contacts.removeCardless({ id }))}>
          {t('handover:words.remove')}
        </Button>
      ) : null}
    </li>
  );
};

const Add = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [phone, setPhone] = useState('');
  const [missing, setMissing] = useState(false);
  const add = async () => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    const done = await work.run(() => client.contacts.addCardless({ name: name.trim(), ...(address.trim() === '' ? {} : { address: address.trim() }), ...(phone.trim() === '' ? {} : { phone: phone.trim() }) }));
    if (done !== undefined) onClose();
  };
  return (
    <form
      className="v-stack"
      data-gap={3}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <ProblemNotice problem={work.problem} />
      <TextField label={t('handover:words.name')} value={name} onChange={setName} maxLength={200} error={missing ? t('handover:words.nameMissing') : undefined} />
      <TextField label={t('handover:words.address')} value={address} onChange={setAddress} maxLength={400} />
      <TextField label={t('handover:words.phone')} hint={t('handover:words.phoneHint')} value={phone} onChange={setPhone} maxLength={60} width="short" />
      <Row>
        <Button type="submit" isPending={work.pending}>
          {t('common:act.save')}
        </Button>
        <Button variant="plain" onPress={onClose}>
          {t('common:act.cancel')}
        </Button>
      </Row>
    </form>
  );
};
