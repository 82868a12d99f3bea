import { useCallback, useState, type ClipboardEvent } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { MAX_FOUND, type PersonName } from '../../../shared/contract/people-find.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Chips } from '../../design/chips.tsx';
import { Finder } from '../../design/finder.tsx';
import { messageText } from '../../design/form/message.ts';
import { Stack } from '../../design/layout.tsx';
import { pastedCodes, type NoteForm } from './note-form.ts';
import { peopleOfCourse, useCourses } from './use-courses.ts';
import { useFound } from '../../app/use-found.ts';

/** For whom: found by typing, one after the other, or by pasting a list of numbers. `fixed`: only whoever is there already. */
export const PeopleField = ({ people, fixed, startsHere }: { readonly people: readonly PersonName[]; readonly fixed: boolean; readonly startsHere: boolean }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { field, fieldState } = useController<NoteForm, 'personIds'>({ name: 'personIds' });
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const chosen = field.value;
  const finding = useAction();
  const { run: seek } = finding;
  const found = useFound(fixed ? '' : typed, 8);
  const courses = useCourses(typed, !fixed);
  const offered = found.people.filter(({ id }) => !chosen.includes(id));
  const { onChange } = field;

  const add = useCallback(
    (more: readonly PersonName[]) => onChange([...new Set([...chosen, ...more.map(({ id }) => id)])]),
    [chosen, onChange],
  );
  const pick = useCallback(
    (id: string) => {
      if (id.startsWith('run.')) {
        setTyped('');
        void seek(async () => onChange([...new Set([...chosen, ...(await peopleOfCourse(client, id))])]));
        return;
      }
      const person = offered.find((candidate) => candidate.id === id);
      if (person === undefined) return;
      add([person]);
      setTyped('');
      setUnknown([]);
    },
    [offered, add, client, chosen, onChange, seek],
  );
  const paste = async (event: ClipboardEvent<HTMLInputElement>) => {
    const codes = pastedCodes(event.clipboardData.getData('text'));
    if (codes === undefined) return;
    event.preventDefault();
    const answer = (await seek(() => client.people.find({ codes: codes.slice(0, MAX_FOUND) })))?.value;
    if (answer === undefined) return;
    add(answer.people);
    setUnknown([...answer.unknown, ...codes.slice(MAX_FOUND)]);
  };
  const wrong = fieldState.error?.message;
  return (
    <Stack gap={1}>
      {chosen.length === 0 ? null : (
        <Chips
          label={t('notes:form.chosen', { count: chosen.length })}
          items={people.map(({ id, name, code }) => ({ id, label: `${name} · ${code}` }))}
          removeLabel={(name) => t('notes:form.remove', { name })}
          onRemove={fixed ? undefined : (id) => onChange(chosen.filter((other) => other !== id))}
        />
      )}
      {wrong === undefined ? null : <span className="v-wrong">{messageText(t, wrong)}</span>}
      <ProblemNotice problem={finding.problem} />
      {unknown.length === 0 ? null : (
        <p className="v-small" role="status">
          {t('notes:form.unknown', { codes: unknown.join(', ') })}
        </p>
      )}
      {fixed ? null : (
        <Finder
          label={chosen.length === 0 ? t('notes:form.forWhom') : t('notes:form.forMore', { count: chosen.length })}
          showLabel
          framed
          startsHere={startsHere}
          placeholder={t('notes:form.forHint')}
          typed={typed}
          onType={setTyped}
          ready={found.ready}
          groups={[
            { id: 'people', title: t('common:palette.people'), items: offered.map(({ id, name, code, unit }) => ({ id, label: name, detail: [code, unit].filter((part) => part !== undefined).join(' · ') })) },
            { id: 'courses', title: t('notes:form.courses'), items: courses },
          ]}
          none={t('notes:form.none')}
          onPick={pick}
          onPaste={(event) => void paste(event)}
          onBack={() => onChange(chosen.slice(0, -1))}
        />
      )}
    </Stack>
  );
};
