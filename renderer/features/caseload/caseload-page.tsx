import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseloadRow } from '../../../shared/contract/caseload.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { screenPaths } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { Table } from '../../design/table.tsx';

/** The people of one colleague in the list, where they can be chosen and given to another. */
const peopleOf = ({ userId }: CaseloadRow): string => `${screenPaths.people}?manager=${userId ?? 'nobody'}`;

/** What each colleague has in hand. From here one goes to their people, to hand some of them over. */
export const CaseloadPage = () => {
  const { t } = useTranslation();
  const live = useLive('caseload', (client, signal) => client.caseload.numbers(undefined, { signal }));
  useTitle(t('caseload:numbers.title'));
  const rows = live.value;
  return (
    <main>
      <PageHeading title={t('caseload:numbers.title')}>
        <span className="v-soft">{t('caseload:numbers.hint')}</span>
      </PageHeading>
      <ProblemNotice problem={live.problem} />
      {rows === undefined ? (
        live.problem === undefined ? (
          <Progress label={t('common:reading')} />
        ) : null
      ) : rows.length === 0 ? (
        <p className="v-soft">{t('caseload:numbers.none')}</p>
      ) : (
        <div className="v-card">
          <Table label={t('caseload:numbers.table')} heads={[...(['manager', 'people', 'leaving', 'withoutPlan', 'due'] as const).map((column) => t(`caseload:numbers.${column}`)), t('caseload:numbers.open')]}>
            {rows.map((row) => {
              const name = row.userId === undefined ? t('caseload:numbers.nobody') : row.name;
              return (
                <tr key={row.userId ?? 'nobody'}>
                  <th scope="row">{name}</th>
                  <td className="v-number">{row.people}</td>
                  <td className="v-number">{row.leaving}</td>
                  <td className="v-number">{row.withoutPlan}</td>
                  <td className="v-number">{row.due}</td>
                  <td>
                    <Link to={peopleOf(row)} aria-label={`${t('caseload:numbers.open')}: ${name}`}>
                      {t('caseload:numbers.open')}
                    </Link>
                  </td>
                </tr>
              );
            })}
          </Table>
        </div>
      )}
    </main>
  );
};
