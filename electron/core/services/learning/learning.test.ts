import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';

let folder: string;
let prison: DemoWorkplace;
let people: readonly string[];
let programmeId: string;
let runId: string;
let sessionIds: readonly string[];
const today = '2026-11-22';
const programme = { code: 'SUD', title: { en: 'Welding', it: 'Saldatura', ro: 'Sudură' }, area: 'VOCATIONAL', provider: 'Școala', hours: 40 } as const;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse(`${today}T10:00:00Z`));
  await createPrison(prison);
  const names = ['Ștefănescu', 'Popa', 'Popa', 'Băluță'];
  people = await Promise.all(names.map(async (familyName, at) => (await prison.calls.people.add({ code: `TM-${at + 1}`, familyName, givenName: ['Ion', 'Dan', 'Ana', 'Ilie'][at] ?? '', birthDate: '1990-01-01' })).id));
});
afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  const { learning } = prison.calls;
  ({ programmeId } = await learning.addProgramme(programme));
  const days = ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24'];
  ({ runId, sessionIds } = await learning.addRun({ programmeId, label: 'Grupa 1', sessions: days.map((on) => ({ on, minutes: 120 })) }));
});

const first = async <T>(view: Promise<AsyncIterable<T>>): Promise<T> => {
  for await (const value of await view) return value;
  throw new Error('nothing came');
};
const run = () => first(prison.calls.learning.run({ runId }));
const put = (...marks: readonly [person: number, session: number, mark: 'PRESENT' | 'ABSENT' | null, minutes?: number][]) =>
  prison.calls.learning.mark({ runId, marks: marks.map(([person, session, mark, minutes]) => ({ personId: people[person] ?? '', sessionId: sessionIds[session] ?? '', mark, minutes })) });
const refusedWith = (code: string) => ({ data: { code } });
/** The newest act; looking at a course leaves an entry of its own. */
const lastAct = async () => (await prison.core.session.vault.audit.read({ limit: 5 })).find(({ action }) => !action.endsWith('.read'));

describe('a course', () => {
  it('is shown with everybody on it by name, and their marks packed', async () => {
    await prison.calls.learning.enrol({ runId, personIds: people.slice(0, 3) });
    await put([0, 0, 'PRESENT'], [0, 1, 'PRESENT', 45], [1, 0, 'ABSENT']);
    const view = await run();
    expect(view.people.map(({ name }) => name)).toEqual(['Popa Ana', 'Popa Dan', 'Ștefănescu Ion']);
    expect(view.people.map(({ marks }) => marks)).toEqual(['....', 'A...', 'PP..']);
    expect(view.people[2]?.minutes).toEqual({ [sessionIds[1] ?? '']: 45 });
  });

  it('writes all marks of a call or none, and says in the trail how many, not whose', async () => {
    await prison.calls.learning.enrol({ runId, personIds: people.slice(0, 1) });
    await expect(put([0, 0, 'PRESENT'], [1, 0, 'PRESENT'])).rejects.toMatchObject(refusedWith('mark.notEnrolled'));
    expect((await run()).people[0]?.marks).toBe('....');
    await put([0, 0, 'PRESENT'], [0, 1, 'ABSENT']);
    const act = await lastAct();
    expect(act).toMatchObject({ action: 'learning.mark', details: { run: runId, marks: 2 } });
    expect(JSON.stringify(act)).not.toContain(people[0]);
  });

  it('takes marks typed at once in any number of calls', async () => {
    await prison.calls.learning.enrol({ runId, personIds: people.slice(0, 1) });
    await Promise.all([put([0, 0, 'PRESENT']), put([0, 1, 'ABSENT']), put([0, 2, 'PRESENT']), put([0, 0, null])]);
    expect((await run()).people[0]?.marks).toBe('.AP.');
  });

  it('keeps the marks of a cancelled session, and counts none of them until it is restored', async () => {
    const { learning } = prison.calls;
    await learning.enrol({ runId, personIds: people.slice(0, 1) });
    await put([0, 0, 'ABSENT'], [0, 1, 'PRESENT']);
    const change = (act: 'restore' | 'cancel') => learning.changeSession({ runId, sessionId: sessionIds[0] ?? '', change: act === 'cancel' ? { act, reason: 'fără curent' } : { act } });
    const percent = async () => (await first(learning.ofPerson({ personId: people[0] ?? '' }))).find(({ run: { id } }) => id === runId)?.sums.percent;
    await change('cancel');
    expect(await percent()).toBe(100);
    await expect(put([0, 0, 'PRESENT'])).rejects.toMatchObject(refusedWith('mark.cancelled'));
    await change('restore');
    expect(await percent()).toBe(50);
    await expect(learning.changeSession({ runId, sessionId: sessionIds[0] ?? '', change: { act: 'remove' } })).rejects.toMatchObject(refusedWith('run.sessionHasMarks'));
  });

  it('is not opened for a retired programme, until that is taken up again', async () => {
    const { learning } = prison.calls;
    await learning.retireProgramme({ programmeId, active: false });
    const open = () => learning.addRun({ programmeId, label: 'Grupa 2', sessions: [{ on: today, minutes: 60 }] });
    await expect(open()).rejects.toMatchObject(refusedWith('run.programmeRetired'));
    await learning.retireProgramme({ programmeId, active: true });
    const opened = await open();
    const rows = await first(learning.runs({ programmeId }));
    expect(rows.map(({ label, state, mine }) => [label, state, mine])).toEqual([
      ['Grupa 2', 'UNDER_WAY', true],
      ['Grupa 1', 'UNDER_WAY', true],
    ]);
    expect(rows[0]?.id).toBe(opened.runId);
    expect((await first(learning.programmes())).find(({ id }) => id === programmeId)).toMatchObject({ runs: 2, underWay: 2 });
  });
});

describe('people on a course', () => {
  it('are looked up by number or by the words of the name, without diacritics', async () => {
    await prison.calls.learning.enrol({ runId, personIds: people.slice(3) });
    const found = await prison.calls.learning.lookUp({ runId, lines: ['tm-1', 'STEFANESCU', ' popa ', 'Ilie Baluta', 'nimeni', ''] });
    expect(found.map(({ line, people: who }) => [line, who.map(({ code, on }) => `${code}${on ? ' on' : ''}`)])).toEqual([
      ['tm-1', ['TM-1']],
      ['STEFANESCU', ['TM-1']],
      ['popa', ['TM-3', 'TM-2']],
      ['Ilie Baluta', ['TM-4 on']],
      ['nimeni', []],
    ]);
  });

  it('take a step together, all or none, and the trail names one person only when it is one', async () => {
    const { learning } = prison.calls;
    await learning.enrol({ runId, personIds: people.slice(0, 2), status: 'WAITING' });
    const ids = (await run()).people.map(({ enrolmentId }) => enrolmentId);
    await expect(learning.step({ enrolmentIds: ids, command: 'complete', on: today })).rejects.toMatchObject(refusedWith('machine.enrolment'));
    await learning.step({ enrolmentIds: ids, command: 'enrol', on: today });
    expect(await lastAct()).toMatchObject({ action: 'learning.step', details: { command: 'enrol', people: 2, run: runId } });
    expect((await lastAct())?.subject).toBeUndefined();
    await learning.step({ enrolmentIds: ids.slice(0, 1), command: 'start', on: today });
    expect((await lastAct())?.subject).toBeDefined();
    expect((await run()).people.map(({ status }) => status).toSorted()).toEqual(['ENROLLED', 'ON_PROGRAMME']);
  });

  it('are taken off as if never on it only before anything was marked', async () => {
    const { learning } = prison.calls;
    await learning.enrol({ runId, personIds: people.slice(0, 2) });
    await put([0, 0, 'PRESENT']);
    const [dan, ion] = (await run()).people;
    await expect(learning.takeOff({ enrolmentId: ion?.enrolmentId ?? '' })).rejects.toMatchObject(refusedWith('enrolment.hasMarks'));
    await learning.takeOff({ enrolmentId: dan?.enrolmentId ?? '' });
    expect((await run()).people.map(({ name }) => name)).toEqual(['Ștefănescu Ion']);
  });
});

describe('an attendance sheet', () => {
  const read = (text: string) => {
    const path = join(folder, 'foaie.csv');
    writeFileSync(path, text);
    return prison.calls.learning.readSheet({ runId, file: prison.grant(path, 'table') });
  };
  const text = ['Nr;Nume;03.11.2026;10.11.2026;12.11.2026;24.11.2026', 'TM-1;Ștefănescu Ion;P;P;A;P', 'TM-2;Altcineva;P;;P;', 'TM-9;;P;;;', 'TM-1;;A;;;', 'TM-3;;Z;;;'].join('\n');

  it('is looked at first: who it means, what is new, what is different, what is refused', async () => {
    await prison.calls.learning.enrol({ runId, personIds: people.slice(0, 1) });
    await put([0, 0, 'ABSENT']);
    const before = await lastAct();
    const seen = await read(text);
    expect(seen.days.map(({ on, session }) => [on, session])).toEqual([['2026-11-03', 'HELD'], ['2026-11-10', 'HELD'], ['2026-11-12', 'MISSING'], ['2026-11-24', 'HELD']]);
    expect(seen.rows.map(({ code, enrolled, otherName, different, leftOut, marks }) => ({ code, enrolled, otherName, different, leftOut, marks: marks.length }))).toEqual([
      { code: 'TM-1', enrolled: true, otherName: undefined, different: 1, leftOut: 1, marks: 3 },
      { code: 'TM-2', enrolled: false, otherName: 'Altcineva', different: 0, leftOut: 0, marks: 2 },
    ]);
    expect(seen.refused.map(({ row, reason }) => [row, reason])).toEqual([[4, 'NUMBER_UNKNOWN'], [5, 'TWICE'], [6, 'UNKNOWN_MARK']]);
    expect(await lastAct()).toEqual(before);
  });

  it('is taken over in one act: new sessions, new people, marks; a recorded mark stays unless asked', async () => {
    await prison.calls.learning.enrol({ runId, personIds: people.slice(0, 1) });
    await put([0, 0, 'ABSENT']);
    const seen = await read(text);
    const take = (replace: boolean, addSessions = seen.days.filter(({ session }) => session === 'MISSING')) => prison.calls.learning.takeSheet({ runId, addSessions, replace, rows: seen.rows });
    expect(await take(false)).toEqual({ saved: 4, kept: 1, enrolled: 1, sessions: 1 });
    expect((await run()).people.map(({ code, marks }) => [code, marks])).toEqual([['TM-2', 'P.P..'], ['TM-1', 'APA..']]);
    expect(await lastAct()).toMatchObject({ action: 'learning.takeSheet', details: { people: 2, marks: 4, sessions: 1 } });
    expect(await take(true, [])).toMatchObject({ saved: 5, kept: 0, enrolled: 0, sessions: 0 });
    expect((await run()).people.at(-1)?.marks).toBe('PPA..');
  });

  it('with hours tells part presence, and never more than the session', async () => {
    const seen = await read('Matricola;03/11;10/11\nTM-1;1,5;3\n');
    await prison.calls.learning.takeSheet({ runId, addSessions: [], replace: false, rows: seen.rows });
    const [person] = (await run()).people;
    expect([person?.marks, person?.minutes]).toEqual(['PP..', { [sessionIds[0] ?? '']: 90 }]);
  });
});
