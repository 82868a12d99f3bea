import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OutcomesView, SittingPersonView } from '../../../shared/contract/sittings.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Table } from '../../design/table.tsx';
import { Tag } from '../../design/tag.tsx';
import { Effects } from './effects.tsx';

interface HeardTableProps {
  readonly people: readonly SittingPersonView[];
  /** what was saved since the page was opened, with what it did */
  readonly saved: OutcomesView['people'];
  readonly writes: boolean;
}

/** What came of it, person by person; and who was taken off the list, with the way back. */
export const HeardTable = ({ people, saved, writes }: HeardTableProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  const client = useClient();
  const putting = useAction();
  return (
    <>
      <ProblemNotice problem={putting.problem} />
      <Table heads={[t('people:column.name'), t('sittings:column.outcome'), t('sittings:column.act'), t('sittings:column.follows')]}>
        {people.map((person) => {
          const { outcome, takenOff } = person;
          const done = saved.find(({ personId }) => personId === person.personId);
          return (
            <tr key={person.caseId}>
              <th scope="row">
                <Link to={personPath(person.personId, 'dates')}>{person.name}</Link>
                <div className="v-soft v-small">{person.code}</div>
              </th>
              <td>
                <Tag tone={person.state === 'TAKEN_OFF' ? 'plain' : 'accent'}>{t(`enums:sittingState.${person.state}`)}</Tag>
                {outcome?.newTerm === undefined ? null : <div className="v-small">{t('sittings:term', { date: date(outcome.newTerm) })}</div>}
                {outcome?.movedTo === undefined ? null : <div className="v-small">{t('sittings:movedTo', { date: date(outcome.movedTo) })}</div>}
              </td>
              <td>{outcome?.source ?? takenOff?.reason ?? ''}</td>
              <td>
                {done === undefined ? null : <Effects effects={done.effects} />}
                {takenOff === undefined || !writes ? null : (
                  <Button variant="link" aria-label={`${t('sittings:off.back')}: ${person.name}`} onPress={() => void putting.run(() => client.sittings.putBack({ caseId: person.caseId }))}>
                    {t('sittings:off.back')}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </Table>
    </>
  );
};
