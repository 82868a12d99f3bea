import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadScanPage } from '../../../shared/contract/papers.ts';
import type { PersonName } from '../../../shared/contract/people-find.ts';
import { PaperFormKind } from '../../../shared/domain/paper-form.ts';
import { BY_HAND } from '../../../shared/domain/scan.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useFound } from '../../app/use-found.ts';
import { Button } from '../../design/button.tsx';
import { Chips } from '../../design/chips.tsx';
import { Finder } from '../../design/finder.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Select } from '../../design/select.tsx';
import { Tag } from '../../design/tag.tsx';
import { usePicture } from './use-picture.ts';

type Seen = Extract<ReadScanPage, { readonly state: unknown }>;
type Who = Pick<PersonName, 'id' | 'name' | 'code'>;

const NUMBERS = Array.from({ length: 12 }, (_, at) => String(at + 1));

interface PageProps {
  readonly readingId: string;
  readonly page: ReadScanPage;
  /** whose page is open, where one is */
  readonly opened: Who | undefined;
  readonly kept: boolean;
  readonly onKept: () => void;
}

/** One page of a file: its picture, what it turned out to be, and what somebody has to say of it. */
export const ReadPage = ({ readingId, page, opened, kept, onKept }: PageProps) => {
  const { t } = useTranslation();
  const title = t('documents:scan.page', { at: page.at + 1 });
  if ('fault' in page) {
    return (
      <Notice tone="warn" title={title}>
        <p>{t(`documents:scan.fault.${page.fault}`)}</p>
      </Notice>
    );
  }
  return <Page readingId={readingId} page={page} title={title} opened={opened} kept={kept} onKept={onKept} />;
};

const Page = ({ readingId, page, title, opened, kept, onKept }: Omit<PageProps, 'page'> & { readonly page: Seen; readonly title: string }) => {
  const { t } = useTranslation();
  const picture = usePicture(`${readingId} ${page.at}`, (client) => client.papers.readPicture({ readingId, at: page.at }));
  const what = page.form === undefined ? title : t('documents:scan.pageOf', { form: t(`enums:paperFormKind.${page.form.kind}`), page: page.page ?? 1, pages: page.form.pages });
  return (
    <section className="v-read-page" aria-label={what}>
      {picture.address === undefined ? <div className="v-thumb" /> : <img className="v-thumb" src={picture.address} alt={title} />}
      <Stack gap={2}>
        <Row>
          <span className="v-strong">{what}</span>
          <Tag tone={kept ? 'done' : page.state === 'MATCHED' ? 'accent' : 'warn'}>{kept ? t('documents:scan.kept') : t(`enums:scanState.${page.state}`)}</Tag>
        </Row>
        {page.person === undefined ? null : (
          <span>
            {page.person.name} <span className="v-number v-soft">{page.person.code}</span>
          </span>
        )}
        {kept ? null : <p className="v-small">{t(`documents:scan.do.${page.state}`)}</p>}
        {kept || !BY_HAND.includes(page.state) ? null : <ByHand readingId={readingId} page={page} opened={opened} onKept={onKept} />}
      </Stack>
    </section>
  );
};

/** Whose page it is and, where no code says so, which page of which form. */
const ByHand = ({ readingId, page, opened, onKept }: { readonly readingId: string; readonly page: Seen; readonly opened: Who | undefined; readonly onKept: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const keeping = useAction();
  const [who, setWho] = useState<Who | undefined>(opened);
  const [typed, setTyped] = useState('');
  const found = useFound(typed, 8);
  const [kind, setKind] = useState<PaperFormKind>('NEEDS_SHORT');
  const [number, setNumber] = useState(String(Math.min(page.at + 1, NUMBERS.length)));
  const known = page.state === 'BLANK_FORM';
  const keep = async (person: Who): Promise<void> => {
    const byHand = known ? {} : { byHand: { kind, page: Number(number) } };
    if ((await keeping.run(() => client.papers.keepScans({ pages: [{ readingId, at: page.at, personId: person.id, ...byHand }] }))) !== undefined) onKept();
  };
  return (
    <Stack gap={2}>
      <ProblemNotice problem={keeping.problem} />
      {who === undefined ? (
        <Finder
          label={t('documents:scan.whose')}
          showLabel
          framed
          startsHere={false}
          placeholder={t('documents:scan.whoseHint')}
          typed={typed}
          onType={setTyped}
          ready={found.ready}
          groups={[{ id: 'people', title: t('common:palette.people'), items: found.people.map(({ id, name, code }) => ({ id, label: name, detail: code })) }]}
          none={t('documents:scan.nobody')}
          onPick={(id) => setWho(found.people.find((person) => person.id === id))}
          onBack={() => setTyped('')}
        />
      ) : (
        <Chips label={t('documents:scan.chosen')} items={[{ id: who.id, label: `${who.name} · ${who.code}` }]} removeLabel={(name) => t('documents:scan.unchoose', { name })} onRemove={() => setWho(undefined)} />
      )}
      <Row bottom>
        {known ? null : (
          <>
            <Select label={t('documents:form.kind')} value={kind} onChange={(id) => setKind(PaperFormKind.parse(id))} options={PaperFormKind.options.map((id) => ({ id, label: t(`enums:paperFormKind.${id}`) }))} width="medium" />
            <Select label={t('documents:scan.number')} value={number} onChange={setNumber} options={NUMBERS.map((id) => ({ id, label: id }))} width="short" />
          </>
        )}
        <Button variant="go" isDisabled={who === undefined} isPending={keeping.pending} onPress={() => (who === undefined ? undefined : void keep(who))}>
          {t('documents:scan.keep')}
        </Button>
      </Row>
    </Stack>
  );
};
