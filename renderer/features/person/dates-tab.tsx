import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../shared/contract/people.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { ReleaseDate } from '../../../shared/domain/people.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { useMay } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Stack } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';
import { Tag } from '../../design/tag.tsx';
import { DecisionCard } from './decision-card.tsx';
import { SetDate } from './set-date.tsx';

/** The dates of a road in order: those in force first, the replaced ones under them, newest first. */
export const datesInOrder = (dates: readonly ReleaseDate[]): readonly ReleaseDate[] => [
  ...dates.filter((entry) => entry.supersededOn === undefined).toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  ...dates.filter((entry) => entry.supersededOn !== undefined).toSorted((a, b) => ((a.supersededOn ?? '') < (b.supersededOn ?? '') ? 1 : -1)),
];

/** Every date with what it is, how sure it is and where it was read; and the decision about release. */
export const DatesTab = ({ view, today }: { readonly view: PersonView; readonly today: CivilDate }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [adding, setAdding] = useFormOpen('people.setDate');
  const { person } = view;
  return (
    <Stack>
      <Card
        title={t('people:dates.title')}
        aside={may('case.write') ? <Button onPress={() => setAdding(true)}>{t('people:dates.set')}</Button> : null}
        flush={person.releaseDates.length > 0}
      >
        {person.releaseDates.length === 0 ? <p className="v-soft">{t('people:dates.none')}</p> : <DatesTable dates={person.releaseDates} />}
      </Card>
      <DecisionCard person={person} today={today} />
      {adding ? <SetDate person={person} onClose={() => setAdding(false)} /> : null}
    </Stack>
  );
};

const DatesTable = ({ dates }: { readonly dates: readonly ReleaseDate[] }) => {
  const { t } = useTranslation();
  const date = useDateText();
  return (
    <Table heads={[t('people:dates.date'), t('people:dates.kind'), t('people:dates.certainty'), t('people:dates.source'), t('people:dates.entered')]}>
      {datesInOrder(dates).map((entry) => (
        <tr key={entry.id} {...(entry.supersededOn === undefined ? {} : { 'data-past': '' })}>
          <td className="v-number">{[date(entry.date), ...(entry.time === undefined ? [] : [entry.time])].join(', ')}</td>
          <td>{t(`enums:releaseDateKind.${entry.kind}`)}</td>
          <td>{entry.supersededOn === undefined ? t(`enums:certainty.${entry.certainty}`) : <Tag>{t('people:dates.replaced', { date: date(entry.supersededOn) })}</Tag>}</td>
          <td>
            {entry.source}
            {entry.reasonForChange === undefined ? null : <div className="v-soft">{t('people:dates.because', { reason: entry.reasonForChange })}</div>}
          </td>
          <td className="v-number">{date(entry.setOn)}</td>
        </tr>
      ))}
    </Table>
  );
};
