import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NoteKind } from '../../../shared/domain/note.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay } from '../../app/session-context.tsx';
import { useDesk } from '../../app/shell/desk-context.ts';
import { useTogether } from '../../app/shell/together.ts';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Keys } from '../../design/keys.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { SearchField } from '../../design/search-field.tsx';
import { Select } from '../../design/select.tsx';
import { NoteEntry } from './note-entry.tsx';

/** Notes read at once; "older" reads as many more. */
const PAGE = 50;
const MOST = 500;
const ALL = 'all';

/** The log of conversations and observations. Beside the person it stays closed: it may hold what others said. */
export const NotesTab = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation();
  const together = useTogether();
  const desk = useDesk();
  const writes = useMay()('case.write');
  const add = writes ? (
    <Button variant="go" onPress={() => desk.newNote({ personIds: [personId] })}>
      {t('notes:new')} <Keys>Ctrl N</Keys>
    </Button>
  ) : null;
  if (!together.on) return <Log personId={personId} add={add} />;
  return (
    <EmptyState title={t('notes:together.title')} text={t('notes:together.text')}>
      {add}
    </EmptyState>
  );
};

const Log = ({ personId, add }: { readonly personId: string; readonly add: React.ReactNode }) => {
  const { t } = useTranslation();
  const [kind, setKind] = useState<NoteKind | undefined>(undefined);
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const query = { personId, offset: 0, limit, ...(kind === undefined ? {} : { kind }), ...(search.trim() === '' ? {} : { search }) };
  const live = useLive(JSON.stringify(query), (client, signal) => client.notes.ofPerson(query, { signal }));
  const narrowed = kind !== undefined || search.trim() !== '';
  const page = live.value;
  if (live.problem !== undefined) return <ProblemNotice problem={live.problem} />;
  if (page === undefined) return <Progress label={t('common:reading')} />;
  if (page.total === 0 && !narrowed) {
    return (
      <EmptyState title={t('notes:empty.title')} text={t('notes:empty.text')}>
        {add}
      </EmptyState>
    );
  }
  const showAll = () => {
    setKind(undefined);
    setSearch('');
  };
  return (
    <Stack>
      <Row between bottom>
        <Row bottom>
          <Select
            label={t('notes:log.kind')}
            value={kind ?? ALL}
            onChange={(id) => setKind(NoteKind.options.find((known) => known === id))}
            options={[{ id: ALL, label: t('notes:log.allKinds') }, ...NoteKind.options.map((id) => ({ id, label: t(`enums:noteKind.${id}`) }))]}
            width="short"
          />
          <SearchField id="varco-notes-search" label={t('notes:log.search')} clearLabel={t('common:search.clear')} value={search} onChange={setSearch} onBlur={() => undefined} />
          <span role="status" className="v-soft v-small">
            {t('notes:log.count', { count: page.total })}
          </span>
        </Row>
        {add}
      </Row>
      {page.total === 0 ? (
        <EmptyState title={t('notes:log.none')} text={t('notes:log.noneText')}>
          <Button onPress={showAll}>{t('notes:log.showAll')}</Button>
        </EmptyState>
      ) : (
        <section className="v-card" aria-label={t('notes:log.title')}>
          {page.items.map((view) => (
            <NoteEntry key={view.note.id} view={view} />
          ))}
        </section>
      )}
      {page.items.length < page.total && limit < MOST ? (
        <Row>
          <Button onPress={() => setLimit(Math.min(limit + PAGE, MOST))}>{t('notes:log.older', { count: page.total - page.items.length })}</Button>
        </Row>
      ) : null}
    </Stack>
  );
};
