import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { PersonRow } from '../../../shared/contract/people.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay } from '../../app/session-context.tsx';
import { usePlaces } from '../../app/shell/places.ts';
import { useDateText, useDayText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { VirtualGrid, type GridColumn } from '../../design/virtual-grid.tsx';
import { AddPerson } from './add-person.tsx';
import { filterFrom, isNarrowed, withSort } from './list-query.ts';
import { PeopleFilters } from './people-filters.tsx';
import { useTitle } from '../../app/use-title.ts';
import { usePeople } from './use-people.ts';

/** Everybody the workplace knows, with the date their road leads to next. */
export const PeopleList = () => {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const places = usePlaces();
  const [params, setParams] = useSearchParams();
  const [adding, setAdding] = useFormOpen('people.add');
  const address = params.toString();
  const filter = useMemo(() => filterFrom(new URLSearchParams(address)), [address]);
  const people = usePeople(filter);
  const columns = useColumns();
  useTitle(t('people:title'));
  useEffect(() => places.rememberList(address === '' ? '' : `?${address}`), [places, address]);

  const empty = people.total === 0;
  return (
    <main className="v-list-page">
      <PageHeading title={t('people:title')}>
        {may('case.write') ? (
          <Button variant="go" onPress={() => setAdding(true)}>
            {t('people:add.open')}
          </Button>
        ) : null}
      </PageHeading>
      <ProblemNotice problem={people.problem} />
      {empty && !isNarrowed(filter) ? (
        <EmptyState title={t('people:empty.title')} text={t('people:empty.text')}>
          {may('case.write') ? <Button onPress={() => setAdding(true)}>{t('people:add.open')}</Button> : null}
          {may('register.import') ? <Button onPress={() => void navigate('/register-import')}>{t('people:empty.import')}</Button> : null}
        </EmptyState>
      ) : (
        <>
          <PeopleFilters filter={filter} total={people.total} />
          {empty ? (
            <EmptyState title={t('people:none.title')} text={t('people:none.text')}>
              <Button onPress={() => setParams({})}>{t('people:filter.clear')}</Button>
            </EmptyState>
          ) : (
            <VirtualGrid<PersonRow>
              label={t('people:title')}
              columns={columns}
              total={people.total ?? 0}
              rowAt={people.rowAt}
              onOpen={(row) => void navigate(`/people/${row.id}`)}
              onRange={people.onRange}
              sort={{ by: filter.sort, descending: filter.descending === true }}
              onSort={(by) => setParams(withSort(params, by), { replace: true })}
              waiting={t('common:reading')}
              listKey={JSON.stringify(filter)}
            />
          )}
        </>
      )}
      {adding ? <AddPerson onClose={() => setAdding(false)} /> : null}
    </main>
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
