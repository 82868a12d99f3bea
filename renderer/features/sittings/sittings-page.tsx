import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SittingRow, SittingsView } from '../../../shared/contract/sittings.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { useLongDateText } from '../../app/long-date.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay } from '../../app/session-context.tsx';
import { personPath, sittingPath } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { Table } from '../../design/table.tsx';
import { Tag } from '../../design/tag.tsx';
import { ListDialog } from './list-dialog.tsx';
import { NewSitting, type Proposed } from './new-sitting.tsx';
import { useBodyName } from './words.ts';

/** Commissions and hearings, ahead and past, and people who expect one and stand on no list. */
export const SittingsPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const live = useLive('sittings', (client, signal) => client.sittings.list(undefined, { signal }));
  const [adding, setAdding] = useFormOpen('sittings.add');
  const [proposed, setProposed] = useState<Proposed | undefined>(undefined);
  const [reading, setReading] = useState(false);
  useTitle(t('sittings:title'));
  const view = live.value;
  const acts = may('case.write') ? (
    <>
      <Button variant="go" onPress={() => setReading(true)}>
        {t('sittings:list.open')}
      </Button>
      <Button onPress={() => setAdding(true)}>{t('sittings:add.open')}</Button>
    </>
  ) : null;
  return (
    <main>
      <PageHeading title={t('sittings:title')}>{acts}</PageHeading>
      <Stack>
        <ProblemNotice problem={live.problem} />
        {view === undefined ? (
          live.problem === undefined ? (
            <Progress label={t('common:reading')} />
          ) : null
        ) : (
          <>
            {view.ahead.length === 0 ? (
              <EmptyState title={t('sittings:empty.title')} text={t('sittings:empty.text')} />
            ) : (
              <Card title={t('sittings:ahead')} flush>
                <Sittings rows={view.ahead} view={view} />
              </Card>
            )}
            {view.unlisted.length === 0 ? null : <Unlisted view={view} onMake={may('case.write') ? setProposed : undefined} />}
            {view.past.length === 0 ? null : (
              <Card title={t('sittings:past')} flush>
                <Sittings rows={view.past} view={view} />
              </Card>
            )}
            {adding || proposed !== undefined ? (
              <NewSitting
                bodies={view.bodies}
                proposed={proposed}
                onClose={() => {
                  setAdding(false);
                  setProposed(undefined);
                }}
              />
            ) : null}
            {reading ? <ListDialog bodies={view.bodies} onClose={() => setReading(false)} /> : null}
          </>
        )}
      </Stack>
    </main>
  );
};

const Sittings = ({ rows, view }: { readonly rows: readonly SittingRow[]; readonly view: SittingsView }) => {
  const { t } = useTranslation();
  const day = useLongDateText();
  const body = useBodyName(view.bodies);
  return (
    <Table heads={[t('sittings:column.day'), t('sittings:column.body'), t('sittings:column.place'), t('sittings:column.people'), t('sittings:column.reports'), t('sittings:column.open')]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link to={sittingPath(row.id)}>{day(row.on)}</Link> {row.on === view.today ? <Tag tone="accent">{t('sittings:today')}</Tag> : null}
          </th>
          <td>{body(row)}</td>
          <td>{row.place ?? ''}</td>
          <td className="v-number">{row.people}</td>
          <td className="v-number">{row.reports}</td>
          <td>{row.open > 0 && row.on < view.today ? <Tag tone="warn">{t('sittings:toEnter', { count: row.open })}</Tag> : <span className="v-number">{row.open}</span>}</td>
        </tr>
      ))}
    </Table>
  );
};

/** Days on which somebody expects a decision, and nobody has put them on a list. */
const Unlisted = ({ view, onMake }: { readonly view: SittingsView; readonly onMake?: ((day: Proposed) => void) | undefined }) => {
  const { t } = useTranslation();
  const day = useLongDateText();
  const [all, setAll] = useState(false);
  const shown = all ? view.unlisted : view.unlisted.slice(0, 8);
  return (
    <Card title={t('sittings:unlisted.title')}>
      <p className="v-soft v-small">{t('sittings:unlisted.text')}</p>
      <ul className="v-lines">
        {shown.map((entry) => (
          <li key={`${entry.on} ${entry.kind}`}>
            <span>
              <span className="v-strong">{day(entry.on)}</span> · {t(`enums:sittingKind.${entry.kind}`)}
              <br />
              {entry.people.slice(0, 6).map(({ personId, name, code }, at) => (
                <span key={personId}>
                  {at === 0 ? '' : ' · '}
                  <Link to={personPath(personId, 'dates')}>{name}</Link> <span className="v-soft v-number">{code}</span>
                </span>
              ))}
              {entry.people.length > 6 ? ` · ${t('sittings:unlisted.more', { count: entry.people.length - 6 })}` : null}
            </span>
            {onMake === undefined ? null : (
              <Button
                aria-label={`${t('sittings:unlisted.make')}: ${day(entry.on)}`}
                onPress={() => onMake({ kind: entry.kind, on: entry.on, people: entry.people.map(({ personId, name, code, unit }) => ({ id: personId, name, familyName: name, code, ...(unit === undefined ? {} : { unit }) })) })}
              >
                {t('sittings:unlisted.make')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < view.unlisted.length ? (
        <Row>
          <Button variant="link" onPress={() => setAll(true)}>
            {t('sittings:unlisted.all', { count: view.unlisted.length - shown.length })}
          </Button>
        </Row>
      ) : null}
    </Card>
  );
};
