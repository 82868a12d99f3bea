import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RunRow } from '../../../shared/contract/learning.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { runPath } from '../../app/shell/screen-paths.ts';
import { useDateText } from '../../app/words.ts';
import { Table } from '../../design/table.tsx';
import { Tag } from '../../design/tag.tsx';

interface RunTableProps {
  readonly runs: readonly RunRow[];
  readonly withProgramme?: boolean;
  /** where a course leads to */
  readonly pathOf?: (runId: string) => string;
}

/** Courses with where they stand; those the user leads say so. */
export const RunTable = ({ runs, withProgramme = false, pathOf = runPath }: RunTableProps) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const date = useDateText();
  return (
    <Table heads={[t('learning:run.title'), t('learning:run.period'), t('learning:run.sessions'), t('learning:run.people'), t('learning:run.state')]}>
      {runs.map((run) => (
        <tr key={run.id}>
          <th scope="row">
            <Link to={pathOf(run.id)}>{withProgramme ? `${run.title[preferences.language]} · ${run.label}` : run.label}</Link>
          </th>
          <td className="v-number">{run.endsOn === undefined ? date(run.startsOn) : t('learning:run.fromTo', { from: date(run.startsOn), to: date(run.endsOn) })}</td>
          <td>{run.cancelled === 0 ? run.sessions : t('learning:run.withCancelled', { sessions: run.sessions, cancelled: run.cancelled })}</td>
          <td className="v-number">{run.people}</td>
          <td>
            <Tag tone={run.state === 'UNDER_WAY' ? 'accent' : 'plain'}>{t(`learning:run.states.${run.state}`)}</Tag> {run.mine ? <Tag>{t('learning:run.mine')}</Tag> : null}
          </td>
        </tr>
      ))}
    </Table>
  );
};
