import { useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { handoverMachine, type Handover, type HandoverCommand } from '../../../shared/domain/handover.ts';
import { awaitsSecond, maySupplementTo } from '../../../shared/domain/handover-life.ts';
import { commandsOf } from '../../../shared/domain/machine.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import type { Client } from '../../app/connection.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { useClient, useMay, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { AloneDialog, DispatchDialog, PaperDialog, RevokeDialog, type LifeDialogProps } from './life-dialogs.tsx';

const dialogs = { dispatch: DispatchDialog, paper: PaperDialog, revoke: RevokeDialog, alone: AloneDialog } as const satisfies Readonly<Record<string, ComponentType<LifeDialogProps>>>;
type DialogName = keyof typeof dialogs;
const isDialog = (name: string): name is DialogName => name in dialogs;

interface LifeActsProps {
  readonly handover: Handover;
  /** absent: this user may not prepare */
  readonly onPrepare: (() => void) | undefined;
  readonly onSupplement: (() => void) | undefined;
}

/** What may be done with a hand-over beside its next step: each only where its state and this user's role allow it. */
export const LifeActs = ({ handover, onPrepare, onSupplement }: LifeActsProps) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const may = useMay();
  const client = useClient();
  const work = useAction();
  const [opened, setOpened] = useAskable<DialogName>(({ open, about }) => {
    const name = open.replace('handover.', '');
    return about === handover.id && isDialog(name) ? name : undefined;
  });
  const [sure, setSure] = useState<'takeBack' | 'close' | undefined>(undefined);
  const can = (command: HandoverCommand): boolean => commandsOf(handoverMachine, handover.status).includes(command);
  const prepares = onPrepare !== undefined;
  const seals = may('handover.seal');
  const live = handover.practice !== true;
  const left = handover.envelope !== undefined && live;
  const offered: readonly DialogName[] = [
    ...(left && seals && can('dispatch') ? (['dispatch'] as const) : []),
    ...(left && may('import.open') && can('accept') && handover.status !== 'SUPERSEDED' && handover.status !== 'REVOKED' ? (['paper'] as const) : []),
    ...(live && seals && can('authoriseAlone') ? (['alone'] as const) : []),
    ...(left && seals && can('revoke') ? (['revoke'] as const) : []),
  ];
  const run = (call: (of: Client['handovers']) => Promise<unknown>) => void work.run(() => call(client.handovers)).then(() => setSure(undefined));
  const expires = live && prepares && can('expire') && handover.expiresOn !== undefined && handover.expiresOn < status.today;
  const corrects = left && prepares && can('supersede') && handover.status !== 'SEALED' && handover.status !== 'LOST' && handover.supplements === undefined;
  const adds = left && onSupplement !== undefined && maySupplementTo(handover).ok && !awaitsSecond(handover);
  const Opened = opened === undefined ? undefined : dialogs[opened];
  return (
    <Stack gap={3}>
      <Row>
        {adds ? <Button onPress={onSupplement}>{t('handover:life.supplement')}</Button> : null}
        {corrects ? <Button onPress={onPrepare}>{t('handover:life.correct')}</Button> : null}
        {offered.map((name) => (
          <Button key={name} variant={name === 'revoke' || name === 'alone' ? 'plain' : 'quiet'} onPress={() => setOpened(name)}>
            {t(`handover:life.${name}`)}
          </Button>
        ))}
        {expires ? <Button onPress={() => run((of) => of.expire({ handoverId: handover.id }))}>{t('handover:life.expire')}</Button> : null}
        {prepares && (handover.status === 'CHECKED' || handover.status === 'AUTHORISED') ? (
          <Button variant="plain" onPress={() => setSure('takeBack')}>
            {t('handover:life.takeBack')}
          </Button>
        ) : null}
        {prepares && can('close') && !(handover.envelope !== undefined && awaitsSecond(handover)) ? (
          <Button variant="plain" onPress={() => setSure('close')}>
            {t(handover.envelope === undefined ? 'handover:life.abandon' : 'handover:life.close')}
          </Button>
        ) : null}
      </Row>
      {sure === undefined ? null : (
        <Row>
          <span>{t(`handover:life.sure.${sure}`)}</span>
          <Button isPending={work.pending} onPress={() => run((of) => of[sure]({ handoverId: handover.id }))}>
            {t('handover:life.yes')}
          </Button>
          <Button variant="plain" onPress={() => setSure(undefined)}>
            {t('common:act.cancel')}
          </Button>
        </Row>
      )}
      <ProblemNotice problem={work.problem} />
      {Opened === undefined ? null : <Opened handover={handover} onClose={() => setOpened(undefined)} />}
    </Stack>
  );
};
