import { useEffect, useEffectEvent, useState } from 'react';
import type { PersonName } from '../../../shared/contract/people-find.ts';
import { useClient } from '../../app/session-context.tsx';

const nobody: readonly PersonName[] = [];

/**
 * The people of these ids by name, in their order. Until the core answers, those of before.
 * @param onGone told of ids nobody here has: a draft may outlive a person
 */
export const useNames = (ids: readonly string[], onGone: (ids: readonly string[]) => void): readonly PersonName[] => {
  const client = useClient();
  const key = ids.join();
  const [people, setPeople] = useState(nobody);
  const tellGone = useEffectEvent(onGone);
  useEffect(() => {
    if (key === '') return undefined;
    let gone = false;
    client.people.find({ ids: key.split(',') }).then(
      (found) => {
        if (gone) return;
        setPeople(found.people);
        if (found.unknown.length > 0) tellGone(found.unknown);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [client, key]);
  return key === '' ? nobody : people;
};
