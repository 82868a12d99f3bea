import type { ProgrammeRow, RunRow } from '../../../../shared/contract/learning.ts';
import type { Programme, Run } from '../../../../shared/domain/learning.ts';
import { leads, runState } from '../../../../shared/domain/learning-sessions.ts';
import { wholeVault } from '../../vault/scoped-vault.ts';
import type { Stored } from '../../vault/types.ts';
import { count, find } from '../query.ts';
import { changed, created, existing, save, type Work } from '../work.ts';

export type NewProgramme = Pick<Programme, 'code' | 'title' | 'area' | 'provider' | 'hours'>;

/** Every programme, by code, with how many courses it had and has under way. */
export const programmes = async (work: Work): Promise<ProgrammeRow[]> => {
  const [all, runs] = await Promise.all([
    find(work.vault, 'programmes', 'programme', { selector: {}, sort: [{ 'ix.code': 'asc' }] }),
    find(work.vault, 'programmes', 'run', { selector: {} }),
  ]);
  return all.map((programme) => {
    const own = runs.filter(({ programmeId }) => programmeId === programme.id);
    return { ...programme, runs: own.length, underWay: own.filter((run) => runState(run, work.today) === 'UNDER_WAY').length };
  });
};

export const addProgramme = async (work: Work, input: NewProgramme): Promise<{ programmeId: string }> => {
  const programme: Programme = { ...created(work), type: 'programme', ...input, active: true };
  await save(work, [{ op: 'put', collection: 'programmes', doc: programme }], { action: 'learning.addProgramme', details: { programme: programme.id } });
  return { programmeId: programme.id };
};

/** Corrects what a programme says of itself; its courses follow. @throws RefusedError notFound */
export const editProgramme = async (work: Work, { programmeId, ...fields }: NewProgramme & { readonly programmeId: string }): Promise<void> => {
  const programme = await existing(work, 'programmes', programmeId, 'programme');
  await save(work, [{ op: 'put', collection: 'programmes', doc: changed(work, { ...programme, ...fields }) }], {
    action: 'learning.editProgramme',
    details: { programme: programmeId },
  });
};

/** Retires a programme, or takes it up again. */
export const retireProgramme = async (work: Work, { programmeId, active }: { readonly programmeId: string; readonly active: boolean }): Promise<void> => {
  const programme = await existing(work, 'programmes', programmeId, 'programme');
  await save(work, [{ op: 'put', collection: 'programmes', doc: changed(work, { ...programme, active }) }], {
    action: 'learning.retireProgramme',
    details: { programme: programmeId, active },
  });
};

const rowOf = async (work: Work, run: Stored<Run>, { title, area }: Pick<Programme, 'title' | 'area'>): Promise<RunRow> => ({
  id: run.id,
  programmeId: run.programmeId,
  title,
  area,
  label: run.label,
  startsOn: run.startsOn,
  ...(run.endsOn === undefined ? {} : { endsOn: run.endsOn }),
  state: runState(run, work.today),
  sessions: run.sessions.length,
  cancelled: run.sessions.filter(({ cancelled }) => cancelled !== undefined).length,
  people: await count(leads(run, work.vault.user.id) ? wholeVault(work.vault) : work.vault, 'learning', { type: 'enrolment', 'ix.runId': run.id }),
  leaders: run.leaders,
  mine: leads(run, work.vault.user.id),
});

/** The courses of one programme, or all, newest first. People on them are counted, not opened. */
export const runs = async (work: Work, programmeId?: string): Promise<RunRow[]> => {
  const [all, found] = await Promise.all([
    find(work.vault, 'programmes', 'programme', { selector: {} }),
    find(work.vault, 'programmes', 'run', { selector: programmeId === undefined ? {} : { 'ix.programmeId': programmeId }, sort: [{ 'ix.startsOn': 'desc' }] }),
  ]);
  const known = new Map(all.map((programme) => [programme.id, programme]));
  return Promise.all(
    found.flatMap((run) => {
      const programme = known.get(run.programmeId);
      return programme === undefined ? [] : [rowOf(work, run, programme)];
    }),
  );
};

/** The courses that this user leads, newest first. */
export const ownRuns = async (work: Work): Promise<RunRow[]> => (await runs(work)).filter(({ mine }) => mine);
