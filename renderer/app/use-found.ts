import { useEffect, useState } from 'react';
import type { PersonName } from '../../shared/contract/people-find.ts';
import { useClient } from './session-context.tsx';

interface Answer {
  readonly to: string;
  readonly people: readonly PersonName[];
}

export interface FoundPeople {
  readonly people: readonly PersonName[];
  /** these are the people of what is typed now */
  readonly ready: boolean;
}

/** People by what is being typed; until the core answers, those of before. */
export const useFound = (typed: string, limit: number): FoundPeople => {
  const client = useClient();
  const search = typed.trim().slice(0, 100);
  const [answer, setAnswer] = useState<Answer>({ to: '', people: [] });
  useEffect(() => {
    if (search === '') return undefined;
    let gone = false;
    client.people.find({ search, limit }).then(
      ({ people }) => {
        if (!gone) setAnswer({ to: search, people });
      },
      () => {
        if (!gone) setAnswer({ to: search, people: [] });
      },
    );
    return () => {
      gone = true;
    };
  }, [client, search, limit]);
  return { people: search === '' ? [] : answer.people, ready: search === '' || answer.to === search };
};
