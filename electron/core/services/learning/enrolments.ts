import type { LookedUp } from '../../../../shared/contract/learning.ts';
import type { Enrolment, Run } from '../../../../shared/domain/learning.ts';
import { enrolmentAfter, mayEnrol, mayTakeOff, type EnrolmentAct, type FirstState } from '../../../../shared/domain/learning-machine.ts';
import { displayName, folded, type Person } from '../../../../shared/domain/people.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { findByCode } from '../people/people.ts';
import { changed, created, existing, orRefuse, save, type Work } from '../work.ts';

/** The enrolments of a course, oldest first. */
export const enrolmentsOf = (work: Work, runId: string): Promise<Stored<Enrolment>[]> =>
  find(work.vault, 'learning', 'enrolment', { selector: { 'ix.runId': runId }, sort: [{ id: 'asc' }] });

/** A new enrolment; refused for people who are not here any more. */
export const newEnrolment = (work: Work, run: Pick<Run, 'id' | 'programmeId'>, person: Pick<Person, 'id' | 'status'>, status: FirstState): Enrolment => {
  orRefuse(mayEnrol(person.status));
  return {
    ...created(work),
    type: 'enrolment',
    personId: person.id,
    runId: run.id,
    programmeId: run.programmeId,
    status,
    enrolledOn: work.today,
    marks: {},
  };
};

export const puts = (docs: readonly Enrolment[]): Change[] => docs.map((doc) => ({ op: 'put' as const, collection: 'learning' as const, doc }));

/** Puts people on a course; who is on it already stays as they are. */
export const enrol = async (
  work: Work,
  runId: string,
  personIds: readonly string[],
  status: FirstState = 'ON_PROGRAMME',
): Promise<{ enrolled: number; already: number }> => {
  const run = await existing(work, 'programmes', runId, 'run');
  const there = new Set((await enrolmentsOf(work, runId)).map((enrolment) => enrolment.personId));
  const fresh = [...new Set(personIds)].filter((id) => !there.has(id));
  const docs: Enrolment[] = [];
  for (const id of fresh) docs.push(newEnrolment(work, run, await existing(work, 'people', id, 'person'), status));
  if (docs.length > 0) await save(work, puts(docs), { action: 'learning.enrol', details: { run: runId, people: docs.length } });
  return { enrolled: docs.length, already: personIds.length - fresh.length };
};

/** One step of each enrolment, all or none; see `enrolmentAfter`. */
export const stepEnrolments = async (work: Work, enrolmentIds: readonly string[], act: Omit<EnrolmentAct, 'by'>): Promise<void> => {
  const next = await Promise.all(
    [...new Set(enrolmentIds)].map(async (id) => {
      const enrolment = await existing(work, 'learning', id, 'enrolment');
      const { area } = await existing(work, 'programmes', enrolment.programmeId, 'programme');
      return changed(work, orRefuse(enrolmentAfter(enrolment, area, { ...act, by: work.vault.user.id }, work.today)));
    }),
  );
  const [only] = next;
  await save(work, puts(next), {
    action: 'learning.step',
    ...(next.length === 1 && only !== undefined ? { personId: only.personId } : {}),
    details: { command: act.command, people: next.length, ...(only === undefined ? {} : { run: only.runId }) },
  });
};

/** Takes somebody off a course as if never on it; see `mayTakeOff`. */
export const takeOff = async (work: Work, enrolmentId: string): Promise<void> => {
  const enrolment = await existing(work, 'learning', enrolmentId, 'enrolment');
  const { area } = await existing(work, 'programmes', enrolment.programmeId, 'programme');
  orRefuse(mayTakeOff(enrolment, area));
  await save(work, [{ op: 'remove', collection: 'learning', id: enrolmentId, _rev: enrolment._rev }], {
    action: 'learning.takeOff',
    personId: enrolment.personId,
    details: { run: enrolment.runId },
  });
};

/** More people than this under one line: the line says too little. */
const FEW = 8;

const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const peopleMeant = async (work: Work, line: string): Promise<Person[]> => {
  const byNumber = await findByCode(work, line);
  if (byNumber !== undefined) return [byNumber];
  const words = folded(line).split(' ').filter((word) => word !== '');
  if (words.length === 0) return [];
  return find(work.vault, 'people', 'person', { selector: { $and: words.map((word) => ({ 'ix.search': { $regex: escapeRegex(word) } })) }, sort: [{ 'ix.name': 'asc' }], limit: FEW + 1 });
};

/** The people each line of a pasted list can mean; empty lines are passed over. */
export const lookUp = async (work: Work, runId: string, lines: readonly string[]): Promise<LookedUp[]> => {
  const there = new Set((await enrolmentsOf(work, runId)).map(({ personId }) => personId));
  const wanted = [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))];
  return Promise.all(
    wanted.map(async (line) => {
      const people = await peopleMeant(work, line);
      return {
        line,
        people: people.slice(0, FEW).map((person) => ({ id: person.id, name: displayName(person), code: person.code, on: there.has(person.id) })),
        more: people.length > FEW,
      };
    }),
  );
};
