import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonName } from '../../../shared/contract/people-find.ts';
import { useFound } from '../../app/use-found.ts';
import { Chips } from '../../design/chips.tsx';
import { Finder } from '../../design/finder.tsx';
import { Stack } from '../../design/layout.tsx';

/** People found by typing, one after the other. */
export const PeopleChoice = ({ people, onChange }: { readonly people: readonly PersonName[]; readonly onChange: (people: readonly PersonName[]) => void }) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const found = useFound(typed, 8);
  const offered = found.people.filter(({ id }) => people.every((chosen) => chosen.id !== id));
  return (
    <Stack gap={1}>
      {people.length === 0 ? null : (
        <Chips
          label={t('sittings:choose.chosen')}
          items={people.map(({ id, name, code }) => ({ id, label: `${name} · ${code}` }))}
          removeLabel={(name) => t('sittings:choose.remove', { name })}
          onRemove={(id) => onChange(people.filter((person) => person.id !== id))}
        />
      )}
      <Finder
        label={t('sittings:choose.label')}
        showLabel
        framed
        placeholder={t('sittings:choose.hint')}
        typed={typed}
        onType={setTyped}
        ready={found.ready}
        groups={[{ id: 'people', title: t('common:palette.people'), items: offered.map(({ id, name, code, unit }) => ({ id, label: name, detail: [code, unit].filter((part) => part !== undefined).join(' · ') })) }]}
        none={t('sittings:choose.none')}
        onPick={(id) => {
          const person = offered.find((candidate) => candidate.id === id);
          if (person === undefined) return;
          onChange([...people, person]);
          setTyped('');
        }}
        onBack={() => onChange(people.slice(0, -1))}
      />
    </Stack>
  );
};
