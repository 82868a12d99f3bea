import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTransfer, type Handover } from '../../../shared/domain/handover.ts';
import { isInCustody, type PersonStatus } from '../../../shared/domain/person-machine.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay } from '../../app/session-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { OthersCard } from '../third-persons/others-card.tsx';
import { PrepareTransfer } from '../transfer/prepare-transfer.tsx';
import { noTransfer, transferFields, type TransferFields } from '../transfer/transfer-form.ts';
import { fieldsOf, noGround, type GroundFields } from './ground-form.ts';
import { HandoverCard } from './handover-card.tsx';
import { Prepare } from './prepare.tsx';
import { PrepareSupplement } from './prepare-supplement.tsx';
import { TakeReceipt } from './take-receipt.tsx';

/** Every hand-over of a person with what has to happen next, and the way to a new one. */
export const HandoverTab = ({ personId, status, onDocuments }: { readonly personId: string; readonly status: PersonStatus; readonly onDocuments: () => void }) => {
  const { t } = useTranslation();
  const may = useMay();
  const all = useLive(personId, (client, signal) => client.handovers.ofPerson({ personId }, { signal }));
  const contacts = useLive('contacts', (client, signal) => client.contacts.list({}, { signal }));
  const cardless = useLive('cardless', (client, signal) => client.contacts.cardless({}, { signal }));
  const [preparing, setPreparing] = useAskable<GroundFields>(({ open: form }) => (form === 'handover.ground' ? noGround : undefined));
  const [moving, setMoving] = useAskable<TransferFields>(({ open: form }) => (form === 'handover.transfer' ? noTransfer : undefined));
  const [adding, setAdding] = useState<string | undefined>(undefined);
  const known = contacts.value;
  if (all.problem !== undefined || contacts.problem !== undefined) return <ProblemNotice problem={all.problem ?? contacts.problem} />;
  if (all.value === undefined || known === undefined) return <Progress label={t('common:reading')} />;
  if (preparing !== undefined) {
    return <Prepare personId={personId} contacts={known.filter(({ kind }) => kind === 'probation')} cardless={cardless.value ?? []} first={preparing} onDone={() => setPreparing(undefined)} onDocuments={onDocuments} />;
  }
  if (moving !== undefined) return <PrepareTransfer personId={personId} contacts={known.filter(({ kind, practice }) => kind === 'prison' && practice !== true)} first={moving} onDone={() => setMoving(undefined)} />;
  const base = all.value.find(({ id }) => id === adding);
  if (base !== undefined) return <PrepareSupplement base={base} onDone={() => setAdding(undefined)} />;
  const mayPrepare = may('handover.prepare');
  const open = mayPrepare ? (
    <>
      <Button variant={all.value.length === 0 ? 'go' : 'quiet'} onPress={() => setPreparing(noGround)}>
        {t('handover:prepareOpen')}
      </Button>
      {isInCustody(status) ? <Button onPress={() => setMoving(noTransfer)}>{t('handover:transfer.open')}</Button> : null}
    </>
  ) : null;
  const again = (handover: Handover): void => {
    if (isTransfer(handover)) setMoving(transferFields(handover));
    else if (handover.supplements === undefined) setPreparing(fieldsOf(handover));
    else setAdding(handover.supplements.handoverId);
  };
  if (all.value.length === 0) {
    return (
      <Stack>
        <EmptyState title={t('handover:none.title')} text={t('handover:none.text')}>
          {open}
        </EmptyState>
        <OthersCard personId={personId} />
      </Stack>
    );
  }
  return (
    <Stack>
      {may('import.open') ? <TakeReceipt personId={personId} beside={open} /> : <Row>{open}</Row>}
      {all.value.map((handover) => (
        <HandoverCard
          key={handover.id}
          handover={handover}
          recipient={known.find(({ serviceId }) => serviceId === handover.recipientServiceId)?.name ?? handover.caseFile.recipient.name}
          onPrepare={mayPrepare ? () => again(handover) : undefined}
          onSupplement={mayPrepare ? () => setAdding(handover.id) : undefined}
        />
      ))}
      <OthersCard personId={personId} />
    </Stack>
  );
};
