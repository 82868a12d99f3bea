import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownPlace } from '../../../shared/contract/bridge.ts';
import type { ArrivalView } from '../../../shared/contract/arrivals.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { useMedia } from '../handover/use-media.ts';
import { Arrival } from './arrival.tsx';
import { DropZone } from './drop-zone.tsx';
import { FileProblems } from './file-problems.tsx';
import { Found } from './found.tsx';
import { ImportsList } from './imports-list.tsx';
import { OpenedList } from './opened-list.tsx';
import { useEnvelopes } from './use-envelopes.ts';

/** An opened envelope, and the folder it lay in. */
interface Opened {
  readonly arrival: ArrivalView;
  readonly folder: KnownPlace | undefined;
  /** of its file; unknown of one that was opened before somebody looked elsewhere */
  readonly name?: string;
}

const idOf = ({ arrival }: Opened): string => arrival.arrivalId ?? '';

/** A probation office takes hand-overs in: dropped, chosen, or found on the stick that was put in. */
export const EnvelopesPage = () => {
  const { t } = useTranslation();
  const client = useClient();
  const media = useMedia();
  const putting = useAction();
  const [opened, setOpened] = useState<readonly Opened[]>([]);
  const [shown, setShown] = useState<string | undefined>(undefined);
  const place = useRef<HTMLDivElement>(null);
  // what was pressed stands further down: without this the opened envelope would be out of sight
  useEffect(() => {
    if (shown !== undefined) place.current?.scrollIntoView({ block: 'start' });
  }, [shown]);
  useTitle(t('handover:arrivals.title'));
  useEffect(() => {
    let gone = false;
    // what was opened before somebody looked elsewhere is still in quarantine
    client.imports.quarantine().then(
      (arrivals) => {
        if (!gone) setOpened((all) => [...arrivals.filter(({ arrivalId }) => !all.some((one) => idOf(one) === arrivalId)).map((arrival) => ({ arrival, folder: undefined })), ...all]);
        return undefined;
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [client]);

  const envelopes = useEnvelopes(async (file) => {
    const arrival = await client.imports.open({ file: file.token });
    const waiting = new Set((await client.imports.quarantine()).map(({ arrivalId }) => arrivalId));
    // the same file again takes the place of its first opening
    setOpened((all) => [...all.filter((one) => waiting.has(idOf(one)) && idOf(one) !== arrival.arrivalId), { arrival, folder: file.folder, name: file.name }]);
    setShown(arrival.arrivalId);
  });
  const current = opened.find((one) => idOf(one) === shown) ?? opened.at(-1);
  const putAside = async (one: Opened) => {
    const done = await putting.run(() => client.imports.putAside({ arrivalId: idOf(one) }));
    if (done !== undefined) setOpened((all) => all.filter((other) => other !== one));
  };
  const busy = envelopes.waiting > 0;
  return (
    <DropZone label={t('handover:arrivals.dropHere')} onFiles={(files) => void envelopes.drop(files)}>
      <PageHeading title={t('handover:arrivals.title')}>
        {current === undefined ? null : (
          <Row>
            <Button variant="plain" onPress={() => void putAside(current)}>
              {t('handover:arrivals.putAside')}
            </Button>
            <Button onPress={() => void envelopes.choose()} isPending={busy}>
              {t('handover:arrivals.chooseOther')}
            </Button>
          </Row>
        )}
      </PageHeading>
      <Stack>
        <ProblemNotice problem={putting.problem} />
        <FileProblems problems={envelopes.problems} />
        {busy ? <Progress label={t('handover:arrivals.openingOf', { count: envelopes.waiting })} /> : null}
        {current === undefined && !busy ? (
          <EmptyState title={t('handover:arrivals.chooseTitle')} text={t('handover:arrivals.chooseText')}>
            <Button variant="go" onPress={() => void envelopes.choose()}>
              {t('handover:arrivals.choose')}
            </Button>
          </EmptyState>
        ) : null}
        <OpenedList opened={opened} shown={current === undefined ? undefined : idOf(current)} onShow={setShown} />
        {current === undefined ? null : (
          <div ref={place}>
            <Arrival
              key={idOf(current)}
              arrival={current.arrival}
              same={current.folder}
              onOpened={(arrival) => setOpened((all) => all.map((one) => (idOf(one) === arrival.arrivalId ? { ...one, arrival } : one)))}
            />
          </div>
        )}
        <Found media={media ?? []} kind="handover" disabled={busy} onOpen={(envelope) => void envelopes.openFound(envelope)} />
        <ImportsList />
      </Stack>
    </DropZone>
  );
};
