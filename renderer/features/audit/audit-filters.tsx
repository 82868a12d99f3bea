import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../../../shared/contract/audit.ts';
import { AuditKind } from '../../../shared/domain/audit.ts';
import { useMay, useSession } from '../../app/session-context.tsx';
import { useFound } from '../../app/use-found.ts';
import { Button } from '../../design/button.tsx';
import { Chips } from '../../design/chips.tsx';
import { DateField } from '../../design/date-field.tsx';
import { Finder } from '../../design/finder.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { changed, isNarrowed, shownMark } from './audit-words.ts';

const ALL = 'all';

export interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
  /** name of the person chosen by the finder; it is nowhere in the trail */
  readonly person: string | undefined;
  readonly onPerson: (id: string | undefined, name: string | undefined) => void;
}

/** Who, what kind, when, about whom. By name only for those who may read cases. */
export const AuditFilters = ({ filter, onChange, person, onPerson }: AuditFiltersProps) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const mayFind = useMay()('case.read');
  const about = person ?? (filter.mark === undefined ? undefined : t('office:audit.mark', { mark: shownMark(filter.mark) }));
  const everybody = [...status.users, ...status.former].toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <Stack gap={2}>
      <Row bottom>
        <Select
          label={t('office:audit.filter.who')}
          value={filter.who ?? ALL}
          onChange={(id) => onChange(changed(filter, 'who', id === ALL ? undefined : id))}
          options={[{ id: ALL, label: t('office:audit.filter.anybody') }, ...everybody.map(({ id, name }) => ({ id, label: name }))]}
          width="short"
        />
        <Select
          label={t('office:audit.filter.kind')}
          value={filter.kind ?? ALL}
          onChange={(id) => onChange(changed(filter, 'kind', AuditKind.safeParse(id).data))}
          options={[{ id: ALL, label: t('office:audit.filter.anything') }, ...AuditKind.options.map((id) => ({ id, label: t(`enums:auditKind.${id}`) }))]}
          width="short"
        />
        <DateField label={t('office:audit.filter.from')} value={filter.from ?? ''} onChange={(day) => onChange(changed(filter, 'from', day))} />
        <DateField label={t('office:audit.filter.to')} value={filter.to ?? ''} onChange={(day) => onChange(changed(filter, 'to', day))} />
        {isNarrowed(filter) ? (
          <Button
            variant="plain"
            onPress={() => {
              onPerson(undefined, undefined);
              onChange({});
            }}
          >
            {t('office:audit.filter.clear')}
          </Button>
        ) : null}
      </Row>
      {about === undefined ? (
        mayFind ? <PersonFinder onPerson={onPerson} /> : <p className="v-small v-soft">{t('office:audit.markHint')}</p>
      ) : (
        <Chips label={t('office:audit.filter.person')} items={[{ id: 'about', label: about }]} removeLabel={(name) => t('office:audit.filter.remove', { name })} onRemove={() => onPerson(undefined, undefined)} />
      )}
    </Stack>
  );
};

const PersonFinder = ({ onPerson }: Pick<AuditFiltersProps, 'onPerson'>) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const found = useFound(typed, 6);
  return (
    <Finder
      label={t('office:audit.filter.person')}
      showLabel
      framed
      placeholder={t('office:audit.filter.personHint')}
      typed={typed}
      onType={setTyped}
      ready={found.ready}
      groups={[{ id: 'people', title: t('common:palette.people'), items: found.people.map(({ id, name, code, unit }) => ({ id, label: name, detail: [code, unit].filter((part) => part !== undefined).join(' · ') })) }]}
      none={t('office:audit.filter.nobody')}
      onPick={(id) => onPerson(id, found.people.find((person) => person.id === id)?.name)}
    />
  );
};
