import { useEffect, useState } from 'react';
import type { MergeLook } from '../../../shared/contract/duplicates.ts';
import { toProblem, type Problem } from '../../app/problem.ts';
import { useClient } from '../../app/session-context.tsx';

interface Seen {
  readonly keepId: string;
  readonly look?: MergeLook;
  readonly problem?: Problem;
}

/** What would become of two records if `keepId` stayed; nothing until the core has looked at this way round. */
export const useLook = (keepId: string, otherId: string): Omit<Seen, 'keepId'> => {
  const client = useClient();
  const [seen, setSeen] = useState<Seen>({ keepId });
  useEffect(() => {
    let gone = false;
    client.people.lookAtMerge({ keepId, otherId }).then(
      (look) => {
        if (!gone) setSeen({ keepId, look });
      },
      (error: unknown) => {
        if (!gone) setSeen({ keepId, problem: toProblem(error) });
      },
    );
    return () => {
      gone = true;
    };
  }, [client, keepId, otherId]);
  return seen.keepId === keepId ? seen : {};
};
