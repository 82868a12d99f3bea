import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationRow } from '../../../shared/contract/directory.ts';
import { OrganisationKind } from '../../../shared/domain/directory.ts';
import { NeedDomain } from '../../../shared/domain/needs.ts';
import { folded } from '../../../shared/domain/people.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { SearchField } from '../../design/search-field.tsx';
import { Table } from '../../design/table.tsx';
import { Origin } from '../shared-packs/origin.tsx';
import { OrganisationDialog } from './organisation-dialog.tsx';

/** A list as long as this is looked through without a field. */
const SHORT = 6;

const NEW = 'NEW';

/** Services somebody can be sent to: ours, and those that came with the directory of another office. */
export const DirectoryPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const live = useLive('directory', (client, signal) => client.directory.list(undefined, { signal }));
  const rows = live.value;
  const [editing, setEditing] = useAskable<OrganisationRow | typeof NEW>(({ open, about }) => (open === 'directory.add' ? NEW : open === 'directory.change' ? rows?.find(({ id }) => id === about) : undefined));
  const [search, setSearch] = useState('');
  useTitle(t('sharedPacks:directory.title'));
  const mayWrite = may('directory.write');
  const shown = rows?.filter(({ name, municipality }) => folded(`${name} ${municipality ?? ''}`).includes(folded(search))) ?? [];
  const add = mayWrite ? (
    <Button variant="go" onPress={() => setEditing(NEW)}>
      {t('sharedPacks:directory.add')}
    </Button>
  ) : null;
  return (
    <main>
      <PageHeading title={t('sharedPacks:directory.title')}>{add}</PageHeading>
      <Stack>
        <p className="v-soft">{t('sharedPacks:directory.text')}</p>
        <ProblemNotice problem={live.problem} />
        {rows === undefined ? (
          live.problem === undefined ? <Progress label={t('common:reading')} /> : null
        ) : rows.length === 0 ? (
          <EmptyState title={t('sharedPacks:directory.none')} text={t('sharedPacks:directory.noneText')}>
            {add}
          </EmptyState>
        ) : (
          <>
            {rows.length > SHORT ? <SearchField id="directory-search" label={t('sharedPacks:field.name')} clearLabel={t('common:search.clear')} value={search} onChange={setSearch} onBlur={() => undefined} /> : null}
            <Card title={t('sharedPacks:directory.count', { count: shown.length })} flush>
              <Table heads={[t('sharedPacks:field.name'), t('sharedPacks:directory.where'), t('sharedPacks:directory.reach'), t('sharedPacks:field.helpsWith'), t('sharedPacks:directory.source'), { hidden: t('sharedPacks:acts') }]}>
                {shown.map((row) => (
                  <Line key={row.id} row={row} onEdit={mayWrite ? () => setEditing(row) : undefined} />
                ))}
              </Table>
            </Card>
          </>
        )}
      </Stack>
      {editing === undefined ? null : <OrganisationDialog key={editing === NEW ? NEW : editing.id} row={editing === NEW ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </main>
  );
};

const Line = ({ row, onEdit }: { readonly row: OrganisationRow; readonly onEdit: (() => void) | undefined }) => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const { name, kind, municipality, address, phone, email, opening, helpsWith, persons, publishes, from } = row;
  const word = (list: 'needDomain' | 'organisationKind', code: string): string => ((list === 'needDomain' ? NeedDomain : OrganisationKind).safeParse(code).success ? t(`enums:${list}.${code}`) : code);
  const given = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== '').join(' · ');
  return (
    <tr>
      <th scope="row">
        {name}
        <br />
        <span className="v-small v-soft">{word('organisationKind', kind)}</span>
      </th>
      <td>{given(address, municipality)}</td>
      <td>
        {given(phone, email, opening)}
        {persons.map((one) => (
          <div key={one.name} className="v-small">
            {given(one.name, one.role, one.phone)}
          </div>
        ))}
      </td>
      <td>{helpsWith.map((code) => word('needDomain', code)).join(', ')}</td>
      <td>{from === undefined ? <span className="v-small v-soft">{given(t('sharedPacks:directory.ours'), t(`enums:publishes.${publishes}`))}</span> : <Origin of={row} />}</td>
      <td>
        <ProblemNotice problem={work.problem} />
        {onEdit === undefined ? null : (
          <Row>
            <Button variant="link" aria-label={t('sharedPacks:directory.editOf', { name })} onPress={onEdit}>
              {t('sharedPacks:directory.change')}
            </Button>
            <Button variant="link" isPending={work.pending} aria-label={t('sharedPacks:directory.removeOf', { name })} onPress={() => void work.run(() => client.directory.remove({ id: row.id }))}>
              {t('sharedPacks:directory.remove')}
            </Button>
          </Row>
        )}
      </td>
    </tr>
  );
};
