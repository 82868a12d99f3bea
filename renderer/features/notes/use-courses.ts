import { useTranslation } from 'react-i18next';
import type { RunRow } from '../../../shared/contract/learning.ts';
import { folded } from '../../../shared/domain/people.ts';
import type { Client } from '../../app/connection.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useOnce } from '../../app/use-once.ts';
import type { Found } from '../../design/finder.tsx';

/** The first value of a live view, which then ends. */
const firstOf = async <T>(view: Promise<AsyncIterable<T>>): Promise<T | undefined> => {
  for await (const value of await view) return value;
  return undefined;
};

/** Courses whose name holds every word typed: all their people can be chosen at once. Nothing before something is typed. */
export const coursesFor = (runs: readonly RunRow[], language: keyof RunRow['title'], typed: string): readonly RunRow[] => {
  const words = folded(typed).split(' ').filter((word) => word !== '');
  if (words.length === 0) return [];
  return runs.filter((run) => run.people > 0 && words.every((word) => folded(`${run.title[language]} ${run.label}`).includes(word)));
};

const SHOWN = 4;

/** The courses to offer while somebody types, by name with how many people are on each. */
export const useCourses = (typed: string, wanted: boolean): readonly Found[] => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const runs = useOnce(String(wanted), async (client) => (wanted ? ((await firstOf(client.learning.runs({}))) ?? []) : [])) ?? [];
  return coursesFor(runs, preferences.language, typed)
    .slice(0, SHOWN)
    .map((run) => ({ id: `run.${run.id}`, label: `${run.title[preferences.language]} · ${run.label}`, detail: t('notes:form.onCourse', { count: run.people }) }));
};

/** Those on a course now, by id. */
export const peopleOfCourse = async (client: Client, found: string): Promise<readonly string[]> => {
  const view = await firstOf(client.learning.run({ runId: found.slice('run.'.length) }));
  return view?.people.filter(({ endedOn }) => endedOn === undefined).map(({ personId }) => personId) ?? [];
};
