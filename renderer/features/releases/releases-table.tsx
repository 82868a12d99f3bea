import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReleasesView } from '../../../shared/contract/home.ts';
import { useLongDateText } from '../../app/long-date.ts';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useDateText } from '../../app/words.ts';
import { SortHeader } from '../../design/sort-header.tsx';
import { Tag } from '../../design/tag.tsx';
import { daySpans, sortedRows, stageOf, stageTone, type Row, type SortBy } from './rows.ts';

const columns = ['day', 'person', 'what', 'plan', 'handover', 'missing', 'copy'] as const;
const sorts: Readonly<Partial<Record<(typeof columns)[number], SortBy>>> = { day: 'day', person: 'name', plan: 'plan', handover: 'handover', missing: 'missing', copy: 'copy' };

/** Who is released in a week, and how far everything is. */
export const ReleasesTable = ({ view }: { readonly view: ReleasesView }) => {
  const { t } = useTranslation();
  const [sort, setSort] = useState<{ readonly by: SortBy; readonly descending: boolean }>({ by: 'day', descending: false });
  const rows = sortedRows(view, sort.by, sort.descending);
  const spans = daySpans(rows, sort.by);
  const press = (by: SortBy): void => setSort({ by, descending: sort.by === by && !sort.descending });
  return (
    <div className="v-scroll">
      <table className="v-table v-releases" aria-label={t('home:releases.table')}>
        <thead>
          <tr>
            {columns.map((column) => {
              const by = sorts[column];
              if (by === undefined) return <th key={column} scope="col">{t(`home:releases.${column}`)}</th>; // prettier-ignore
              const order = sort.by !== by ? 'none' : sort.descending ? 'descending' : 'ascending';
              return <SortHeader key={column} title={t(`home:releases.${column}`)} order={order} onPress={() => press(by)} />;
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <ReleaseLine key={row.personId} row={row} span={spans[at] ?? 1} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const ReleaseLine = ({ row, span }: { readonly row: Row; readonly span: number }) => {
  const { t } = useTranslation();
  const day = useLongDateText('day');
  const date = useDateText();
  const stage = stageOf(row.handover);
  return (
    <tr>
      {span === 0 ? null : (
        <th scope="rowgroup" rowSpan={span} className="v-release-day">
          {day(row.on)}
          {row.risk === undefined ? null : <Tag tone="warn">{t(`enums:releaseRisk.${row.risk}`)}</Tag>}
        </th>
      )}
      <th scope="row">
        <Link className="v-due-name" to={personPath(row.personId)}>
          {row.name}
        </Link>
        <span className="v-due-who">{[row.code, row.unit].filter((part) => part !== undefined).join(' · ')}</span>
      </th>
      <td>{t(`enums:releaseDateKind.${row.kind}`)}</td>
      <td>{row.plan === undefined ? <Tag tone="warn">{t('home:releases.noPlan')}</Tag> : <Link to={personPath(row.personId, 'plan')}>{t(`enums:planStatus.${row.plan}`)}</Link>}</td>
      <td>
        <Tag tone={stageTone[stage]}>{t(`home:releases.state.${stage}`)}</Tag>
      </td>
      <td>
        {row.missing.length === 0 ? (
          <span className="v-soft">{t('home:releases.nothingMissing')}</span>
        ) : (
          <ul className="v-missing-list">
            {row.missing.map(({ what, state }) => (
              <li key={what}>
                <Tag tone={state === 'OPEN' ? 'danger' : 'warn'}>{t(`enums:criticalThing.${what}`)}</Tag>
              </li>
            ))}
          </ul>
        )}
      </td>
      <td>{row.copyOn === undefined ? <span className="v-soft">{t('home:releases.noCopy')}</span> : <span className="v-number">{date(row.copyOn)}</span>}</td>
    </tr>
  );
};
