import { useEffect, useState } from 'react';
import type { PersonName } from '../../../shared/contract/people-find.ts';
import { useClient } from '../../app/session-context.tsx';

const nobody: readonly PersonName[] = [];

/** The people of these ids by name, in their order; those who are no longer here are left out. Until the core answers, those of before. */
export const useNames = (ids: readonly string[]): readonly PersonName[] => {
  const client = useClient();
  const key = ids.join();
  const [people, setPeople] = useState(nobody);
  useEffect(() => {
    if (key === '') return undefined;
    let gone = false;
    client.people.find({ ids: key.split(',') }).then(
      (found) => {
        if (!gone) setPeople(found.people);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [client, key]);
  return key === '' ? nobody : people;
};
