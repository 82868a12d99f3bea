import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PersonStatus } from '../../../shared/domain/people.ts';
import { useOnce } from '../../app/use-once.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { Row } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { isNarrowed, withParam, type ListFilter } from './list-query.ts';

const ALL = 'all';

/** What narrows the list, and how many it leaves. */
export const PeopleFilters = ({ filter, total }: { readonly filter: ListFilter; readonly total: number | undefined }) => {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const units = useOnce('units', (client) => client.people.units()) ?? [];
  const change = (name: 'status' | 'unit' | 'undated', value: string | undefined) => setParams(withParam(params, name, value), { replace: true });
  const known = filter.unit === undefined || units.includes(filter.unit) ? units : [filter.unit, ...units];
  return (
    <Row between bottom>
      <Row bottom>
        <Select
          label={t('people:filter.status')}
          value={filter.status ?? ALL}
          onChange={(id) => change('status', id === ALL ? undefined : id)}
          options={[{ id: ALL, label: t('people:filter.allStatuses') }, ...PersonStatus.options.map((id) => ({ id, label: t(`enums:personStatus.${id}`) }))]}
          width="short"
        />
        <Select
          label={t('people:filter.unit')}
          value={filter.unit ?? ALL}
          onChange={(id) => change('unit', id === ALL ? undefined : id)}
          options={[{ id: ALL, label: t('people:filter.allUnits') }, ...known.map((id) => ({ id, label: id }))]}
          width="short"
        />
        <Checkbox isSelected={filter.withoutDate === true} onChange={(on) => change('undated', on ? '1' : undefined)}>
          {t('people:filter.withoutDate')}
        </Checkbox>
        {isNarrowed(filter) ? (
          <Button variant="plain" onPress={() => setParams(new URLSearchParams(), { replace: true })}>
            {t('people:filter.clear')}
          </Button>
        ) : null}
      </Row>
      <span role="status" className="v-soft v-small">
        {total === undefined ? '' : t('people:count', { count: total })}
      </span>
    </Row>
  );
};
