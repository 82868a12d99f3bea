import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrivalView } from '../../../shared/contract/arrivals.ts';
import type { KnownPlace } from '../../../shared/contract/bridge.ts';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice, ProblemWords, useProblemParts } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { TakeReceipt } from '../handover/take-receipt.tsx';
import { CameCard, SentCard } from './history.tsx';
import { Review } from './review.tsx';
import { Senders } from './senders.tsx';
import { Share } from './share.tsx';

/** An opened file, and the folder it lay in. */
interface Opened {
  readonly arrival: ArrivalView;
  readonly folder: KnownPlace | undefined;
}

/** What offices pass on to each other: packs that came, packs that left, and who may send us any. */
export const SharedPacksPage = () => {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const opening = useAction();
  const live = useLive('sharedPacks', (core, signal) => core.sharedPacks.list(undefined, { signal }));
  const [opened, setOpened] = useState<readonly Opened[]>([]);
  const [failed, setFailed] = useState<ArrivalView | undefined>(undefined);
  const [sharing, setSharing] = useState(false);
  useTitle(t('sharedPacks:title'));
  const mayOpen = may('import.open');
  const show = (arrivals: readonly ArrivalView[]): void =>
    setOpened((all) => arrivals.filter(({ pack }) => pack !== undefined).map((arrival) => ({ arrival, folder: all.find((one) => one.arrival.arrivalId === arrival.arrivalId)?.folder })));
  const look = async (): Promise<void> => show(await client.imports.quarantine());
  useEffect(() => {
    let gone = false;
    if (mayOpen) {
      // what was opened before somebody looked elsewhere is still in quarantine
      client.imports.quarantine().then(
        (arrivals) => {
          if (!gone) show(arrivals);
          return undefined;
        },
        () => undefined,
      );
    }
    return () => {
      gone = true;
    };
  }, [client, mayOpen]);

  const open = async () => {
    const file = await bridge().chooseFile('envelope');
    if (file === null) return;
    setFailed(undefined);
    const done = await opening.run(() => client.imports.open({ file: file.token }));
    if (done === undefined) return;
    if (done.value.pack === undefined) setFailed(done.value);
    else setOpened((all) => [...all.filter(({ arrival }) => arrival.arrivalId !== done.value.arrivalId), { arrival: done.value, folder: file.folder }]);
  };
  const putAside = async (arrivalId: string) => {
    await client.imports.putAside({ arrivalId });
    await look();
  };
  const view = live.value;
  return (
    <main>
      <PageHeading title={t('sharedPacks:title')}>
        {may('sharedPack.decide') && view !== undefined ? <Button onPress={() => setSharing(true)}>{t('sharedPacks:share')}</Button> : null}
        {mayOpen ? (
          <Button variant="go" isPending={opening.pending} onPress={() => void open()}>
            {t('sharedPacks:open')}
          </Button>
        ) : null}
      </PageHeading>
      <Stack>
        <p className="v-soft">{t('sharedPacks:text')}</p>
        <ProblemNotice problem={opening.problem ?? live.problem} />
        {opening.pending ? <Progress label={t('sharedPacks:opening')} /> : null}
        {failed === undefined ? null : <NoPack arrival={failed} />}
        {opened.map(({ arrival, folder }) => (
          <Stack key={arrival.arrivalId} gap={2}>
            <Review arrival={arrival} folder={folder} onChanged={() => void look()} />
            <Row>
              <Button variant="link" onPress={() => void putAside(arrival.arrivalId ?? '')}>
                {t('sharedPacks:review.aside')}
              </Button>
            </Row>
          </Stack>
        ))}
        {view === undefined ? (
          live.problem === undefined ? <Progress label={t('common:reading')} /> : null
        ) : (
          <>
            <CameCard came={view.came} onUndone={() => void look()} />
            <SentCard sent={view.sent} />
            {mayOpen ? <TakeReceipt /> : null}
            <Senders services={view.services} />
          </>
        )}
      </Stack>
      {sharing && view !== undefined ? <Share services={view.services} onClose={() => setSharing(false)} /> : null}
    </main>
  );
};

/** What was opened and is no pack: a check that failed, or another envelope. */
const NoPack = ({ arrival }: { readonly arrival: ArrivalView }) => {
  const { t } = useTranslation();
  const words = useProblemParts();
  const failed = arrival.checks.find(({ state }) => state === 'failed');
  if (failed?.code === undefined) {
    return <Notice tone="warn" title={t('sharedPacks:notPack')} />;
  }
  return (
    <Notice tone="danger" title={t('handover:arrivals.failed')}>
      <ProblemWords parts={words({ kind: 'failed', code: failed.code, params: failed.params ?? {} })} />
    </Notice>
  );
};
