import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import type { PersonRow } from '../../../shared/contract/people.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { usePlaces } from '../../app/shell/places.ts';
import { personPath, screenPaths } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { useDateText, useDayText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { VirtualGrid, type GridColumn } from '../../design/virtual-grid.tsx';
import { SeveralBar } from '../caseload/several-bar.tsx';
import { useSelection } from '../caseload/use-selection.ts';
import { AddPerson } from './add-person.tsx';
import { filterFrom, isNarrowed, partsUndated, queryOf, withParam, withSort, type ListFilter } from './list-query.ts';
import { PeopleFilters } from './people-filters.tsx';
import { useTitle } from '../../app/use-title.ts';
import { useKeptView } from './use-kept-view.ts';
import { usePeople } from './use-people.ts';

/** Everybody the workplace knows, with the date their road leads to next; as one left it, also before the last lock. */
export const PeopleList = () => {
  const { t } = useTranslation();
  const may = useMay();
  const location = useLocation();
  const places = usePlaces();
  const [params, setParams] = useSearchParams();
  const [adding, setAdding] = useFormOpen('people.add');
  const address = params.toString();
  const filter = useMemo(() => filterFrom(new URLSearchParams(address)), [address]);
  // a form that the address asks to open stays asked
  const ready = useKeptView(address, (kept) => setParams(new URLSearchParams(kept), { replace: true, state: location.state }));
  useTitle(t('people:title'));
  useEffect(() => places.rememberList(address === '' ? '' : `?${address}`), [places, address]);
  return (
    <main className="v-list-page">
      <PageHeading title={t('people:title')}>
        {may('register.import') ? <DuplicatesLink /> : null}
        {may('case.write') ? (
          <Button variant="go" onPress={() => setAdding(true)}>
            {t('people:add.open')}
          </Button>
        ) : null}
      </PageHeading>
      {ready ? <Everybody filter={filter} onAdd={() => setAdding(true)} /> : <Progress label={t('common:reading')} />}
      {adding ? <AddPerson onClose={() => setAdding(false)} /> : null}
    </main>
  );
};

/** Leads to people who may be here twice, and says how many pairs wait. */
const DuplicatesLink = () => {
  const { t } = useTranslation();
  const { value = 0 } = useLive('duplicates', (client, signal) => client.people.countDuplicates(undefined, { signal }));
  return <Link to={screenPaths.duplicates}>{value === 0 ? t('duplicates:title') : t('duplicates:waiting', { count: value })}</Link>;
};

const Everybody = ({ filter, onAdd }: { readonly filter: ListFilter; readonly onAdd: () => void }) => {
  const { t } = useTranslation();
  const may = useMay();
  const client = useClient();
  const navigate = useNavigate();
  const places = usePlaces();
  const [params, setParams] = useSearchParams();
  const listKey = JSON.stringify(filter);
  const [startAt] = useState(() => places.row(listKey));
  const people = usePeople(filter, startAt);
  const columns = useColumns();
  const selection = useSelection(queryOf(filter));
  const chooses = may('case.write') || may('plan.write') || may('document.make');
  const empty = people.total === 0;
  const nobody = empty && !isNarrowed(filter) && people.undated === 0;
  const showUndated = () => setParams(withParam(params, 'undated', '1'), { replace: true });
  if (nobody) {
    return (
      <EmptyState title={t('people:empty.title')} text={t('people:empty.text')}>
        {may('case.write') ? <Button onPress={onAdd}>{t('people:add.open')}</Button> : null}
        {may('register.import') ? <Button onPress={() => void navigate('/register-import')}>{t('people:empty.import')}</Button> : null}
      </EmptyState>
    );
  }
  return (
    <>
      <ProblemNotice problem={people.problem} />
      <PeopleFilters filter={filter} total={people.total} undated={people.undated} />
      {chooses ? <SeveralBar selection={selection} /> : null}
      {empty ? (
        <EmptyState title={t('people:none.title')} text={partsUndated(filter) && people.undated > 0 ? t('people:none.undated', { count: people.undated }) : t('people:none.text')}>
          {partsUndated(filter) && people.undated > 0 ? <Button onPress={showUndated}>{t('people:filter.showUndated')}</Button> : null}
          <Button onPress={() => setParams({})}>{t('people:filter.clear')}</Button>
        </EmptyState>
      ) : (
        <VirtualGrid<PersonRow>
          label={t('people:title')}
          columns={columns}
          total={people.total ?? 0}
          rowAt={people.rowAt}
          onOpen={(row, at) => {
            places.rememberRow(listKey, at);
            void navigate(personPath(row.id));
          }}
          onRange={people.onRange}
          sort={{ by: filter.sort, descending: filter.descending === true }}
          onSort={(by) => setParams(withSort(params, by), { replace: true })}
          waiting={t('common:reading')}
          listKey={listKey}
          startAt={startAt}
          selection={
            chooses
              ? {
                  head: (
                    <Checkbox
                      aria-label={t('caseload:several.all')}
                      isSelected={selection.chosen.length > 0 && selection.chosen.length >= (people.total ?? 0)}
                      isIndeterminate={selection.chosen.length > 0 && selection.chosen.length < (people.total ?? 0)}
                      onChange={(on) => (on ? selection.all() : selection.none())}
                    />
                  ),
                  isOn: (row) => selection.has(row.id),
                  label: (row) => t('caseload:several.one', { name: row.name }),
                  onToggle: selection.toggle,
                  onExtend: selection.extend,
                  onAll: selection.all,
                  onNone: selection.none,
                }
              : undefined
          }
          rowOfLetters={(begins) => client.people.rowOfName({ query: queryOf(filter), begins })}
        />
      )}
    </>
  );
};

/** The columns in the language of the screen. The nearest date says what it is; no date is said, not left blank. */
const useColumns = (): readonly GridColumn<PersonRow>[] => {
  const { t } = useTranslation();
  const date = useDateText();
  const days = useDayText();
  return [
    { id: 'name', title: t('people:column.name'), width: 'minmax(9rem, 2fr)', sort: 'name', cell: (row) => <span className="v-strong">{row.name}</span> },
    { id: 'code', title: t('people:column.code'), width: 'minmax(6rem, 1.1fr)', sort: 'code', cell: (row) => <span className="v-number">{row.code}</span> },
    { id: 'unit', title: t('people:column.unit'), width: 'minmax(5rem, 1fr)', sort: 'unit', cell: (row) => row.unit },
    { id: 'regime', title: t('people:column.regime'), width: 'minmax(5rem, 1.3fr)', cell: (row) => row.regime },
    {
      id: 'date',
      title: t('people:column.nearest'),
      width: 'minmax(6.5rem, .9fr)',
      sort: 'nearest',
      cell: (row) => (row.nearest === undefined ? null : <span className="v-number">{date(row.nearest.date)}</span>),
    },
    {
      id: 'days',
      title: t('people:column.days'),
      width: 'minmax(11rem, 2.7fr)',
      cell: (row) => {
        if (row.nearest !== undefined) return <span className="v-small">{days(row.nearest).whole}</span>;
        return <span className="v-small v-soft">{row.endless ? t('people:days.endless') : t('people:days.none')}</span>;
      },
    },
  ];
};
