import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { SCAN_FILES } from '../../../shared/contract/bridge.ts';
import type { KeepPage, ReadScanFile } from '../../../shared/contract/papers.ts';
import type { PersonName } from '../../../shared/contract/people-find.ts';
import { bridge } from '../../app/bridge.ts';
import { toProblem, type Problem } from '../../app/problem.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { ReadPage } from './read-page.tsx';
import { WaitingCard } from './waiting-card.tsx';

const placeOf = (readingId: string, at: number): string => `${readingId} ${at}`;

/** Pages that are known by their code and not taken over yet. */
export const knownPages = (files: readonly ReadScanFile[], kept: ReadonlySet<string>): readonly KeepPage[] =>
  files.flatMap(({ readingId, pages }) =>
    pages.flatMap((page) => ('state' in page && page.state === 'MATCHED' && page.person !== undefined && !kept.has(placeOf(readingId, page.at)) ? [{ readingId, at: page.at, personId: page.person.id }] : [])),
  );

/** Signed papers come back: files are chosen and read, each page is looked at, and what is known is taken over. */
export const ScansPage = () => {
  const { t } = useTranslation();
  const client = useClient();
  const [params] = useSearchParams();
  const personId = params.get('person') ?? undefined;
  const opened = useOpened(personId);
  const reading = useAction();
  const keeping = useAction();
  const [files, setFiles] = useState<readonly ReadScanFile[]>([]);
  const [unread, setUnread] = useState<readonly { readonly name: string; readonly problem: Problem }[]>([]);
  const [more, setMore] = useState(false);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState(0);
  useTitle(t('documents:scan.title'));
  const choose = async (): Promise<void> => {
    const chosen = await bridge().chooseScans();
    if (chosen.length === 0) return;
    setMore(chosen.length > SCAN_FILES);
    setUnread([]);
    setSaid(0);
    await reading.run(async () => {
      for (const { token, name } of chosen.slice(0, SCAN_FILES)) {
        try {
          const file = await client.papers.readScan({ file: token, ...(personId === undefined ? {} : { personId }) });
          setFiles((before) => [...before, file]);
        } catch (error) {
          setUnread((before) => [...before, { name, problem: toProblem(error) }]);
        }
      }
    });
  };
  const known = knownPages(files, kept);
  const keep = async (): Promise<void> => {
    const done = await keeping.run(() => client.papers.keepScans({ pages: [...known] }));
    if (done === undefined) return;
    setKept(new Set([...kept, ...known.map(({ readingId, at }) => placeOf(readingId, at))]));
    setSaid(done.value.kept);
  };
  const leave = async (readingId: string): Promise<void> => {
    setFiles(files.filter((file) => file.readingId !== readingId));
    await client.papers.dropScan({ readingId });
  };
  return (
    <main>
      <PageHeading title={t('documents:scan.title')}>
        <Button {...(known.length === 0 ? { variant: 'go' as const } : {})} isPending={reading.pending} onPress={() => void choose()}>
          {t('documents:scan.choose')}
        </Button>
      </PageHeading>
      <Stack>
        <p className="v-soft">{t('documents:scan.intro')}</p>
        <p className="v-small v-soft">{t('documents:scan.kinds')}</p>
        <ProblemNotice problem={reading.problem} />
        <ProblemNotice problem={keeping.problem} />
        {more ? <Notice tone="warn" title={t('documents:scan.tooMany', { limit: SCAN_FILES })} /> : null}
        {unread.map(({ name, problem }) => (
          <section key={name} aria-label={t('documents:scan.notRead', { name })}>
            <p className="v-strong">{t('documents:scan.notRead', { name })}</p>
            <ProblemNotice problem={problem} />
          </section>
        ))}
        <div role="status">{said === 0 ? '' : t('documents:scan.keptPages', { count: said })}</div>
        {files.map(({ readingId, name, pages }) => (
          <Card
            key={readingId}
            title={name}
            aside={
              <Button variant="link" aria-label={`${t('documents:scan.leave')}: ${name}`} onPress={() => void leave(readingId)}>
                {t('documents:scan.leave')}
              </Button>
            }
          >
            <Stack>
              {pages.map((page) => (
                <ReadPage key={`${page.at} ${opened?.id ?? ''}`} readingId={readingId} page={page} opened={opened} kept={kept.has(placeOf(readingId, page.at))} onKept={() => setKept((before) => new Set([...before, placeOf(readingId, page.at)]))} />
              ))}
            </Stack>
          </Card>
        ))}
        {reading.pending ? <Progress label={t('documents:scan.reading')} /> : null}
        {known.length === 0 ? null : (
          <Row end>
            <Button variant="go" isPending={keeping.pending} onPress={() => void keep()}>
              {t('documents:scan.keepKnown', { count: known.length })}
            </Button>
          </Row>
        )}
        <WaitingCard />
      </Stack>
    </main>
  );
};

/** The person whose page led here, by name. */
const useOpened = (personId: string | undefined): PersonName | undefined => {
  const client = useClient();
  const [found, setFound] = useState<PersonName | undefined>(undefined);
  useEffect(() => {
    if (personId === undefined) return undefined;
    let gone = false;
    client.people.find({ ids: [personId] }).then(
      ({ people }) => {
        if (!gone) setFound(people[0]);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [client, personId]);
  return found?.id === personId ? found : undefined;
};
