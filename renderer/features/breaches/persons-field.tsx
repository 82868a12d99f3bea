import { useState } from 'react';
import { useController, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { PersonName } from '../../../shared/contract/people-find.ts';
import { useFound } from '../../app/use-found.ts';
import { Chips } from '../../design/chips.tsx';
import { Finder } from '../../design/finder.tsx';
import { Stack } from '../../design/layout.tsx';

/** Which persons, where that is known. Only their ids go into the book; a name is shown while it is being chosen. */
export const PersonsField = () => {
  const { t } = useTranslation();
  const { field } = useController<FieldValues, string>({ name: 'personIds' });
  const chosen: readonly string[] = field.value ?? [];
  const [typed, setTyped] = useState('');
  const [seen, setSeen] = useState<readonly PersonName[]>([]);
  const found = useFound(typed, 8);
  const offered = found.people.filter(({ id }) => !chosen.includes(id));
  const nameOf = (id: string): string => {
    const person = seen.find((known) => known.id === id);
    return person === undefined ? t('breaches:form.chosenBefore') : `${person.name} · ${person.code}`;
  };
  return (
    <Stack gap={1}>
      {chosen.length === 0 ? null : (
        <Chips
          label={t('breaches:form.persons')}
          items={chosen.map((id) => ({ id, label: nameOf(id) }))}
          removeLabel={(name) => t('breaches:form.remove', { name })}
          onRemove={(id) => field.onChange(chosen.filter((other) => other !== id))}
        />
      )}
      <Finder
        label={t('breaches:form.persons')}
        showLabel
        framed
        startsHere={false}
        placeholder={t('breaches:form.personsHint')}
        typed={typed}
        onType={setTyped}
        ready={found.ready}
        groups={[{ id: 'people', title: t('common:palette.people'), items: offered.map(({ id, name, code }) => ({ id, label: name, detail: code })) }]}
        none={t('breaches:form.nobody')}
        onPick={(id) => {
          const person = offered.find((candidate) => candidate.id === id);
          if (person === undefined) return;
          setSeen([...seen, person]);
          field.onChange([...chosen, id]);
          setTyped('');
        }}
        onBack={() => field.onChange(chosen.slice(0, -1))}
      />
    </Stack>
  );
};
