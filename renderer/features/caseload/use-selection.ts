import { useRef, useState } from 'react';
import type { PeopleQuery, PersonRow } from '../../../shared/contract/people.ts';
import { MOST_AT_ONCE } from '../../../shared/domain/case-manager.ts';
import { useClient } from '../../app/session-context.tsx';
import { toProblem, type Problem } from '../../app/problem.ts';
import { joined, span, toggled, type Chosen } from './chosen.ts';

export interface Selection {
  readonly chosen: Chosen;
  readonly has: (id: string) => boolean;
  readonly toggle: (row: PersonRow, index: number) => void;
  readonly extend: (index: number) => void;
  readonly all: () => void;
  readonly none: () => void;
  readonly problem: Problem | undefined;
}

/** Who is chosen in a list; rows between two of them are asked of the core, for the list shows only some. */
export const useSelection = (query: Omit<PeopleQuery, 'offset' | 'limit'>): Selection => {
  const client = useClient();
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const [chosen, setChosen] = useState<Chosen>([]);
  const anchor = useRef(0);
  const take = async (offset: number, limit: number): Promise<void> => {
    // keys come faster than answers: each is asked, and every answer adds to those before
    try {
      const found = await client.caseload.range({ query, offset, limit });
      setProblem(undefined);
      setChosen((before) => joined(before, found));
    } catch (error) {
      setProblem(toProblem(error));
    }
  };
  return {
    chosen,
    has: (id) => chosen.some((person) => person.id === id),
    toggle: (row, index) => {
      anchor.current = index;
      setChosen((before) => toggled(before, row));
    },
    extend: (index) => {
      const { offset, limit } = span(anchor.current, index);
      void take(offset, limit);
    },
    all: () => void take(0, MOST_AT_ONCE),
    none: () => setChosen([]),
    problem,
  };
};
