import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { screenPaths } from '../../app/shell/screen-paths.ts';
import { useClient } from '../../app/session-context.tsx';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { HandoversList } from '../handover/handovers-list.tsx';
import { TakenNotice, type Taken } from '../handover/taken-notice.tsx';
import { useMedia } from '../handover/use-media.ts';
import { ReturnNotice, type ReturnTaken } from '../outcomes/return-notice.tsx';
import { Arrival } from './arrival.tsx';
import { DropZone } from './drop-zone.tsx';
import { FileProblems } from './file-problems.tsx';
import { Found } from './found.tsx';
import { ImportsList } from './imports-list.tsx';
import { OpenedList } from './opened-list.tsx';
import { useEnvelopes } from './use-envelopes.ts';
import { idOf, useOpened } from './use-opened.ts';

/** What came last of a person, or of the counts of a service. */
const keyOf = ({ sender, personId }: ReturnTaken): string => `${sender} ${personId ?? ''}`;

/** What a receipt answers. */
const answeredBy = (taken: Taken): string => ('pack' in taken ? `${taken.pack} ${taken.sender}` : taken.handoverId);

/** A case from another prison, or that prison's word on one: opened in quarantine, and decided by somebody. */
const isWholeCase = (name: string): boolean => /-(?:transfer|revocation)-/.test(name.toLowerCase());

/** A prison takes in the answers to its hand-overs, and the cases of other prisons; it sees what has no answer yet. */
export const ReceiptsPage = () => {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const media = useMedia();
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  const [returns, setReturns] = useState<readonly ReturnTaken[]>([]);
  useTitle(t('handover:arrivals.navPrison'));
  const { opened, current, problem, show, open, putAside, lookedAgain } = useOpened();
  const envelopes = useEnvelopes(async (file) => {
    // what came is said by its name; a file under a wrong one is refused by the core
    if (isWholeCase(file.name)) {
      await open(file);
      return;
    }
    if (file.name.toLowerCase().includes('-return-')) {
      const told = await client.outcomes.take({ file: file.token });
      setReturns((all) => [...all.filter((other) => keyOf(other) !== keyOf(told)), told]);
      return;
    }
    if (/-(?:directory|catalogue|templates)-/i.test(file.name)) {
      await client.imports.open({ file: file.token });
      void navigate(screenPaths.sharedPacks);
      return;
    }
    const receipt = await client.handovers.importReceipt({ file: file.token });
    setTaken((all) => [...all.filter((other) => answeredBy(other) !== answeredBy(receipt)), receipt]);
  });
  const busy = envelopes.waiting > 0;
  return (
    <DropZone label={t('handover:arrivals.dropReceipts')} onFiles={(files) => void envelopes.drop(files)}>
      <PageHeading title={t('handover:arrivals.prisonTitle')} />
      <Stack>
        <p className="v-soft">{t('handover:arrivals.prisonText')}</p>
        <Row>
          <Button variant="go" isPending={busy} onPress={() => void envelopes.choose()}>
            {t('handover:receipt.take')}
          </Button>
        </Row>
        <ProblemNotice problem={problem} />
        <FileProblems problems={envelopes.problems} />
        {busy ? <Progress label={t('handover:receipt.taking')} /> : null}
        {taken.map((one) => (
          <TakenNotice key={answeredBy(one)} taken={one} />
        ))}
        <OpenedList opened={opened} shown={current === undefined ? undefined : idOf(current)} onShow={show} />
        {current === undefined ? null : (
          <>
            <Row end>
              <Button variant="plain" onPress={() => void putAside(current)}>
                {t('handover:arrivals.putAside')}
              </Button>
            </Row>
            <Arrival key={idOf(current)} arrival={current.arrival} same={current.folder} onOpened={lookedAgain} />
          </>
        )}
        {returns.map((one) => (
          <ReturnNotice key={keyOf(one)} taken={one} />
        ))}
        <Found media={media ?? []} kind="transfer" disabled={busy} onOpen={(envelope) => void envelopes.openFound(envelope)} />
        <Found media={media ?? []} kind="return" disabled={busy} onOpen={(envelope) => void envelopes.openFound(envelope)} />
        <Found media={media ?? []} kind="receipt" disabled={busy} onOpen={(envelope) => void envelopes.openFound(envelope)} />
        <HandoversList />
        <ImportsList prison />
      </Stack>
    </DropZone>
  );
};
