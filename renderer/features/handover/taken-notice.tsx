import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Client } from '../../app/connection.ts';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useTogether } from '../../app/shell/together.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { NumberLine } from './number-line.tsx';

export type Taken = Awaited<ReturnType<Client['handovers']['importReceipt']>>;

/** A receipt was taken in: what it says, and our number for it. `personId`: whose page is open, which needs no link to itself. */
export const TakenNotice = ({ taken, personId }: { readonly taken: Taken; readonly personId?: string }) =>
  'pack' in taken ? <PackAnswered taken={taken} /> : <HandoverAnswered taken={taken} {...(personId === undefined ? {} : { personId })} />;

/** The answer to a directory, a catalogue or templates: it is about nobody. */
const PackAnswered = ({ taken }: { readonly taken: Extract<Taken, { pack: string }> }) => {
  const { t } = useTranslation();
  return (
    <Notice tone={taken.decision === 'REJECTED' ? 'warn' : 'done'} title={t('sharedPacks:receiptTaken', { name: taken.sender, decision: t(`enums:receiptDecision.${taken.decision}`) })}>
      <p>{taken.repeated ? t('handover:receipt.repeated') : t('sharedPacks:receiptText')}</p>
    </Notice>
  );
};

const HandoverAnswered = ({ taken, personId }: { readonly taken: Exclude<Taken, { pack: string }>; readonly personId?: string }) => {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const together = useTogether();
  const mayNumber = useMay()('handover.prepare');
  const [number, setNumber] = useState<string | undefined>(undefined);
  const save = async (receiptNumberIn: string) => {
    await client.handovers.register({ handoverId: taken.handoverId, receiptNumberIn });
    setNumber(receiptNumberIn);
  };
  return (
    <Notice tone={taken.decision === 'REJECTED' ? 'warn' : 'done'} title={t(taken.notice === true ? `handover:receipt.notice.${taken.decision}` : `handover:receipt.${taken.decision}`)}>
      <p>{taken.repeated ? t('handover:receipt.repeated') : t('handover:receipt.verified')}</p>
      {taken.repeated || taken.notice === true || !mayNumber ? null : (
        <Row>
          <span>{t('handover:fact.receiptIn')}:</span>
          <NumberLine label={t('handover:fact.receiptIn')} value={number} onSave={save} />
        </Row>
      )}
      {taken.personId === personId || together.on ? null : <Button onPress={() => void navigate(`/people/${taken.personId}/handover`)}>{t('handover:receipt.toPerson')}</Button>}
    </Notice>
  );
};
