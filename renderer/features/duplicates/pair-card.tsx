import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DuplicatePair } from '../../../shared/contract/duplicates.ts';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';

interface PairCardProps {
  readonly pair: DuplicatePair;
  readonly onMerge: () => void;
  readonly onApart: () => void;
}

/** Two records beside each other, why they look alike, and the two answers. */
export const PairCard = ({ pair: { people, why }, onMerge, onApart }: PairCardProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  const [one, other] = people;
  const names = { one: one.name, other: other.name };
  return (
    <Card title={t('duplicates:pair', names)}>
      <Stack gap={3}>
        <p>{t(`duplicates:why.${why}`)}</p>
        <Table
          label={t('duplicates:pair', names)}
          heads={[t('people:column.name'), t('people:column.code'), t('people:add.birthDate'), t('people:column.unit'), t('people:filter.status'), t('duplicates:entered')]}
        >
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <Link to={personPath(person.id)}>{person.name}</Link>
              </th>
              <td className="v-number">{person.code}</td>
              <td className="v-number">{date(person.birthDate)}</td>
              <td>{person.unit ?? ''}</td>
              <td>{t(`enums:personStatus.${person.status}`)}</td>
              <td className="v-number">{date(person.createdAt.slice(0, 10))}</td>
            </tr>
          ))}
        </Table>
        <Row>
          <Button aria-label={t('duplicates:mergeName', names)} onPress={onMerge}>
            {t('duplicates:mergeOpen')}
          </Button>
          <Button variant="plain" aria-label={t('duplicates:apart.openName', names)} onPress={onApart}>
            {t('duplicates:apart.open')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
};
