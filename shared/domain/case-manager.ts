import { allowed, refused, type Outcome } from './outcome.ts';
import type { Person, PersonStatus } from './people.ts';

/** Most people one act is done for: a page of a list, not a whole prison by a slip of the finger. */
export const MOST_AT_ONCE = 200;

/** Most copies printed by one press: they lie in memory until the printer has them. */
export const MOST_COPIES = 30;

/** Whose case nobody works on any more. */
const over: ReadonlySet<PersonStatus> = new Set(['CLOSED', 'DECEASED', 'TRANSFERRED']);

/** Who takes over: as case manager, or as the one who stands in; null takes the name away. */
export interface Assignment {
  readonly as: 'CASE_MANAGER' | 'DEPUTY';
  readonly userId: string | null;
}

/** The person with another case manager or deputy. Somebody already named there changes nothing, and is told. */
export const assigned = <P extends Pick<Person, 'status' | 'caseManagerId' | 'deputyId'>>(person: P, { as, userId }: Assignment): Outcome<P> => {
  if (over.has(person.status)) return refused('caseload.over');
  const { caseManagerId, deputyId, ...rest } = person;
  const before = as === 'CASE_MANAGER' ? caseManagerId : deputyId;
  const other = as === 'CASE_MANAGER' ? deputyId : caseManagerId;
  if ((before ?? null) === userId) return refused('caseload.alreadySo');
  if (userId !== null && userId === other) return refused('caseload.bothTheSame');
  const manager = as === 'CASE_MANAGER' ? (userId ?? undefined) : caseManagerId;
  const deputy = as === 'DEPUTY' ? (userId ?? undefined) : deputyId;
  return allowed({ ...rest, ...(manager === undefined ? {} : { caseManagerId: manager }), ...(deputy === undefined ? {} : { deputyId: deputy }) } as P);
};
