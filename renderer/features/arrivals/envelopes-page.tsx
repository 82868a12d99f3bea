import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../app/problem-notice.tsx';
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
import { idOf, useOpened } from './use-opened.ts';

/** A probation office takes hand-overs in: dropped, chosen, or found on the stick that was put in. */
export const EnvelopesPage = () => {
  const { t } = useTranslation();
  const media = useMedia();
  const { opened, shown, current, problem, show, open, putAside, lookedAgain } = useOpened();
  const place = useRef<HTMLDivElement>(null);
  // what was pressed stands further down: without this the opened envelope would be out of sight
  useEffect(() => {
    if (shown !== undefined) place.current?.scrollIntoView({ block: 'start' });
  }, [shown]);
  useTitle(t('handover:arrivals.title'));
  const envelopes = useEnvelopes(open);
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
        <ProblemNotice problem={problem} />
        <FileProblems problems={envelopes.problems} />
        {busy ? <Progress label={t('handover:arrivals.openingOf', { count: envelopes.waiting })} /> : null}
        {current === undefined && !busy ? (
          <EmptyState title={t('handover:arrivals.chooseTitle')} text={t('handover:arrivals.chooseText')}>
            <Button variant="go" onPress={() => void envelopes.choose()}>
              {t('handover:arrivals.choose')}
            </Button>
          </EmptyState>
        ) : null}
        <OpenedList opened={opened} shown={current === undefined ? undefined : idOf(current)} onShow={show} />
        {current === undefined ? null : (
          <div ref={place}>
            <Arrival
              key={idOf(current)}
              arrival={current.arrival}
              same={current.folder}
              onOpened={lookedAgain}
            />
          </div>
        )}
        <Found media={media ?? []} kind="handover" disabled={busy} onOpen={(envelope) => void envelopes.openFound(envelope)} />
        <ImportsList />
      </Stack>
    </DropZone>
  );
};
