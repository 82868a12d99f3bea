import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PersonStatus, ReleaseDateKind } from '../../../shared/domain/people.ts';
import { userName, useSession } from '../../app/session-context.tsx';
import { useOnce } from '../../app/use-once.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { Row } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { isNarrowed, partsUndated, withParam, type FilterParam, type ListFilter } from './list-query.ts';

const ALL = 'all';

interface PeopleFiltersProps {
  readonly filter: ListFilter;
  readonly total: number | undefined;
  readonly undated: number;
}

/** What narrows the list, and how many it leaves. People without a known date are counted apart. */
export const PeopleFilters = ({ filter, total, undated }: PeopleFiltersProps) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const [params, setParams] = useSearchParams();
  const units = useOnce('units', (client) => client.people.units()) ?? [];
  const change = (name: FilterParam, value: string | undefined) => setParams(withParam(params, name, value), { replace: true });
  const known = filter.unit === undefined || units.includes(filter.unit) ? units : [filter.unit, ...units];
  const choice = (name: FilterParam, label: string, all: string, value: string | undefined, options: readonly { readonly id: string; readonly label: string }[]) => (
    <Select label={label} value={value ?? ALL} onChange={(id) => change(name, id === ALL ? undefined : id)} options={[{ id: ALL, label: all }, ...options]} width="short" />
  );
  return (
    <Row between bottom>
      <Row bottom>
        {choice('status', t('people:filter.status'), t('people:filter.allStatuses'), filter.status, PersonStatus.options.map((id) => ({ id, label: t(`enums:personStatus.${id}`) })))}
        {choice('unit', t('people:filter.unit'), t('people:filter.allUnits'), filter.unit, known.map((id) => ({ id, label: id })))}
        {choice('kind', t('people:filter.nearestKind'), t('people:filter.allKinds'), filter.nearestKind, ReleaseDateKind.options.map((id) => ({ id, label: t(`enums:releaseDateKind.${id}`) })))}
        {choice('manager', t('people:filter.manager'), t('people:filter.allManagers'), filter.caseManager, [
          ...(['mine', 'nobody'] as const).map((id) => ({ id, label: t(`people:filter.managers.${id}`) })),
          // one colleague, as the caseload led here
          ...(filter.caseManager === undefined || filter.caseManager === 'mine' || filter.caseManager === 'nobody' ? [] : [{ id: filter.caseManager, label: userName(status, filter.caseManager) ?? t('office:audit.formerUser') }]),
        ])}
        <Checkbox isSelected={filter.withoutDate === true} onChange={(on) => change('undated', on ? '1' : undefined)}>
          {t('people:filter.withoutDate')}
        </Checkbox>
        {isNarrowed(filter) ? (
          <Button variant="plain" onPress={() => setParams(new URLSearchParams(), { replace: true })}>
            {t('people:filter.clear')}
          </Button>
        ) : null}
      </Row>
      <Row>
        {partsUndated(filter) && undated > 0 ? (
          <Button variant="link" onPress={() => change('undated', '1')}>
            {t('people:filter.apart', { count: undated })}
          </Button>
        ) : null}
        <span role="status" className="v-soft v-small">
          {total === undefined ? '' : t('people:count', { count: total })}
        </span>
      </Row>
    </Row>
  );
};
