import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackRow } from '../../../shared/contract/packs.ts';
import { folded } from '../../../shared/domain/people.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Card, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { SearchField } from '../../design/search-field.tsx';
import { packPaper } from '../documents/paper.ts';
import { PreviewDialog } from '../documents/preview-dialog.tsx';
import { OpenPack } from './open-pack.tsx';
import { PackTable, type ChosenPaper } from './pack-table.tsx';

/** A list as long as this is looked through without a field. */
const SHORT = 6;

const matches = (row: PackRow, text: string): boolean => folded(`${row.name} ${row.code}`).includes(folded(text));

/** People whose pack is ready to be handed out, the next release first; for anybody else it is opened with a reason. */
export const PacksPage = () => {
  const { t } = useTranslation();
  const live = useLive('packs', (client, signal) => client.packs.list(undefined, { signal }));
  const [chosen, setChosen] = useState<ChosenPaper | undefined>(undefined);
  const [search, setSearch] = useState('');
  const [opening, setOpening] = useAskable(({ open }) => (open === 'packs.open' ? true : undefined));
  useTitle(t('documents:packs.title'));
  const rows = live.value;
  const shown = rows?.filter((row) => matches(row, search)) ?? [];
  return (
    <main>
      <PageHeading title={t('documents:packs.title')}>
        <Button onPress={() => setOpening(true)}>{t('documents:packs.other')}</Button>
      </PageHeading>
      <Stack>
        <p className="v-soft">{t('documents:packs.text')}</p>
        <ProblemNotice problem={live.problem} />
        {rows === undefined ? (
          live.problem === undefined ? <Progress label={t('common:reading')} /> : null
        ) : rows.length === 0 ? (
          <EmptyState title={t('documents:packs.none')} text={t('documents:packs.noneText')} />
        ) : (
          <>
            {rows.length > SHORT ? <SearchField id="packs-search" label={t('documents:packs.search')} clearLabel={t('common:search.clear')} value={search} onChange={setSearch} onBlur={() => undefined} /> : null}
            {shown.length === 0 ? (
              <p role="status">{t('documents:packs.noMatch')}</p>
            ) : (
              <Card title={t('documents:packs.count', { count: shown.length })} flush>
                <PackTable rows={shown} onLook={setChosen} />
              </Card>
            )}
          </>
        )}
      </Stack>
      {opening === undefined ? null : (
        <OpenPack
          onClose={() => setOpening(undefined)}
          onOpened={() => setSearch('')}
        />
      )}
      {chosen === undefined ? null : (
        <PreviewDialog paper={packPaper(chosen.personId, chosen.paper.document, chosen.paper.language)} first={chosen.paper.language} onClose={() => setChosen(undefined)} />
      )}
    </main>
  );
};
