import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { find } from '../query.ts';
import { factsIn } from '../home/facts.ts';
import { viewNeeds } from './found.ts';
import { roundsOf } from './needs.ts';
import { toolsOf } from './tools.ts';

let folder: string;
let prison: DemoWorkplace;
let personId: string;
const today = '2026-11-22';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  await createPrison(prison);
  ({ id: personId } = await prison.calls.people.add({ code: 'TM-1', familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' }));
});

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An open round of which one domain was asked. */
const asked = async (limitations?: string): Promise<string> => {
  const { roundId } = await prison.calls.needs.openRound({ personId, kind: 'REVIEW', conductedOn: today, sources: ['INTERVIEW'], ...(limitations === undefined ? {} : { limitations }) });
  await prison.calls.needs.record({ roundId, domain: 'FAMILY', answer: 'NONE' });
  return roundId;
};
const read = async (roundId: string) => (await roundsOf(prison.core.session.work(), personId)).find((round) => round.id === roundId);

describe('what limited a round, said when it is closed', () => {
  it.each([
    ['is added', undefined, 'fără interpret', 'fără interpret'],
    ['replaces what was said at the start', 'grăbit', 'fără interpret', 'fără interpret'],
    ['stays when nothing more is said', 'grăbit', undefined, 'grăbit'],
    ['goes when it was emptied', 'grăbit', '  ', undefined],
  ])('%s', async (_name, before, said, after) => {
    const roundId = await asked(before);
    await prison.calls.needs.closeRound({ roundId, ...(said === undefined ? {} : { limitations: said }) });
    const round = await read(roundId);
    expect(round?.closedOn).toBe(today);
    expect(round?.limitations).toBe(after);
  });

  it('is not changed any more afterwards', async () => {
    const roundId = await asked();
    await prison.calls.needs.closeRound({ roundId, limitations: 'fără interpret' });
    await expect(prison.calls.needs.closeRound({ roundId, limitations: 'alta' })).rejects.toMatchObject({ data: { code: 'round.closed' } });
    expect((await read(roundId))?.limitations).toBe('fără interpret');
  });
});

it('a long round keeps needs of the catalogue; they stay here, and the audit names no need', async () => {
  const roundId = await asked();
  await prison.calls.needs.recordItem({ roundId, domain: 'HEALTH', code: 'HEA_GP', item: { answer: 'NEED', level: 2, urgency: 'BEFORE_RELEASE' } });
  await prison.calls.needs.recordItem({ roundId, domain: 'HEALTH', code: 'HEA_MEDS', item: { answer: 'NONE' } });
  const health = (await read(roundId))?.domains.find(({ domain }) => domain === 'HEALTH');
  expect(health).toMatchObject({ answer: 'NEED', level: 2, items: [{ code: 'HEA_GP', urgency: 'BEFORE_RELEASE' }, { code: 'HEA_MEDS', answer: 'NONE' }] });
  await expect(prison.calls.needs.record({ roundId, domain: 'HEALTH', answer: 'NONE' })).rejects.toMatchObject({ data: { code: 'round.needsListed' } });
  expect(JSON.stringify(await prison.core.session.vault.audit.read({ limit: 10 }))).not.toContain('HEA_');
  await prison.calls.needs.closeRound({ roundId });
});

it('asked again in a later round and unchanged: nothing is typed twice', async () => {
  const first = await asked();
  await prison.calls.needs.record({ roundId: first, domain: 'EMPLOYMENT', answer: 'NEED', level: 3, statement: { text: 'Nu are meserie.', lang: 'ro', basis: 'PERSON_SAYS' } });
  await prison.calls.needs.closeRound({ roundId: first });
  const second = await asked();
  await prison.calls.needs.confirm({ roundId: second, fromRoundId: first, domain: 'EMPLOYMENT' });
  expect((await read(second))?.domains.find(({ domain }) => domain === 'EMPLOYMENT')).toMatchObject({ answer: 'NEED', level: 3, statements: [{ text: 'Nu are meserie.' }], confirmedFrom: first });
  await prison.calls.needs.closeRound({ roundId: second });
});

it('a wrong answer of a closed round is put right, and a dispute travels with its statement', async () => {
  const roundId = await asked();
  await prison.calls.needs.record({ roundId, domain: 'FINANCE', answer: 'NEED', level: 3, statement: { text: 'Are datorii mari.', lang: 'ro', basis: 'THIRD_PARTY' } });
  await prison.calls.needs.closeRound({ roundId });
  const finance = async () => (await read(roundId))?.domains.find(({ domain }) => domain === 'FINANCE');
  const [said] = (await finance())?.statements ?? [];
  await prison.calls.needs.dispute({ roundId, statementId: said?.id ?? '', text: 'Nu am nicio datorie.' });
  await prison.calls.needs.correct({ roundId, domain: 'FINANCE', answer: 'NONE', statement: { text: 'Nu sunt datorii, conform adeverinței.', lang: 'ro', basis: 'DOCUMENT' }, reason: 'confuzie de dosar' });
  expect(await finance()).toMatchObject({
    answer: 'NONE',
    statements: [{ text: 'Are datorii mari.', disputed: { text: 'Nu am nicio datorie.', on: today } }, { text: 'Nu sunt datorii, conform adeverinței.' }],
    corrections: [{ was: { answer: 'NEED', level: 3 }, reason: 'confuzie de dosar' }],
  });
});

describe('what was found', () => {
  const needs = async () => (await viewNeeds(prison.core.session.work(), personId)).map(({ need, canTakeBack }) => ({ ...need, canTakeBack }));
  const papers = async () => (await needs()).find(({ domain }) => domain === 'IDENTITY_DOCS')!;
  const round = async (domain: 'IDENTITY_DOCS', given: { readonly answer: 'NEED' | 'NONE'; readonly level?: number }) => {
    const roundId = await asked();
    await prison.calls.needs.record({ roundId, domain, ...given });
    await prison.calls.needs.closeRound({ roundId });
    return roundId;
  };

  it('goes on over rounds: found, worked on, taken back, met, found again, none now', async () => {
    const roundId = await round('IDENTITY_DOCS', { answer: 'NEED', level: 3 });
    expect(await papers()).toMatchObject({ status: 'OPEN', level: 3, roundId, canTakeBack: false });
    const { id: needId } = await papers();
    const record = (command: 'start' | 'meet') => prison.calls.needs.update({ needId, command, on: today, fromPartner: command === 'meet', said: { text: 'Cererea a plecat.', lang: 'ro', basis: 'DOCUMENT' } });
    await record('start');
    expect(await papers()).toMatchObject({ status: 'IN_PROGRESS', canTakeBack: true });
    await prison.calls.needs.takeUpdateBack({ needId });
    expect(await papers()).toMatchObject({ status: 'OPEN', updates: [{ act: 'found' }] });
    await record('meet');
    expect(factsIn(prison.core.session.work().vault, personId).people.find(({ id }) => id === personId)?.round?.needsPapers).toBe(false);
    await round('IDENTITY_DOCS', { answer: 'NEED', level: 1 });
    expect(await papers()).toMatchObject({ id: needId, status: 'OPEN', level: 1, updates: [{}, { act: 'meet', side: 'PARTNER' }, { act: 'foundAgain' }] });
    expect(factsIn(prison.core.session.work().vault, personId).people.find(({ id }) => id === personId)?.round?.needsPapers).toBe(true);
    await round('IDENTITY_DOCS', { answer: 'NONE' });
    expect(await papers()).toMatchObject({ id: needId, status: 'NO_LONGER' });
    await expect(record('meet')).rejects.toMatchObject({ data: { code: 'machine.need' } });
    const trail = JSON.stringify(await prison.core.session.vault.audit.read({ limit: 12 }));
    expect(trail).toContain('needs.takeUpdateBack');
    for (const told of ['IDENTITY_DOCS","status', 'Cererea', 'NO_LONGER']) expect(trail).not.toContain(told);
  });

  it('an answer that is put right changes the need it found', async () => {
    const roundId = await round('IDENTITY_DOCS', { answer: 'NEED', level: 2 });
    expect((await papers()).status).toBe('OPEN');
    await prison.calls.needs.correct({ roundId, domain: 'IDENTITY_DOCS', answer: 'NONE', statement: { text: 'Are buletin.', lang: 'ro', basis: 'DOCUMENT' }, reason: 'confuzie' });
    expect((await papers()).status).toBe('NO_LONGER');
  });
});

it('asked by a colleague on one day and typed in by another on the next; or not asked, with the reason', async () => {
  const dan = (await find(prison.core.session.vault, 'office', 'user', { selector: {} })).find(({ id }) => id !== prison.core.session.vault.user.id)!;
  const open = (over: object) => prison.calls.needs.openRound({ personId, kind: 'READMISSION', conductedOn: '2026-11-20', sources: ['INTERVIEW'], ...over });
  const { roundId } = await open({ conductedBy: dan.id });
  await prison.calls.needs.record({ roundId, domain: 'LEGAL', answer: 'NONE', statement: { text: 'Nu are dosare.', lang: 'ro', basis: 'PERSON_SAYS' } });
  expect(await read(roundId)).toMatchObject({ conductedBy: dan.id, keyedBy: prison.core.session.vault.user.id, conductedOn: '2026-11-20', keyedOn: today });
  expect((await read(roundId))?.domains.find(({ domain }) => domain === 'LEGAL')?.statements[0]?.on).toBe('2026-11-20');
  await prison.calls.needs.closeRound({ roundId, helps: 'Pauze scurte.' });
  expect((await read(roundId))?.helps).toBe('Pauze scurte.');
  await expect(open({ conductedBy: personId })).rejects.toMatchObject({ data: { code: 'notFound' } });
  await expect(open({ conductedOn: '2026-11-23' })).rejects.toMatchObject({ data: { code: 'round.inFuture' } });
  const skipped = await prison.calls.needs.skipRound({ personId, kind: 'REVIEW', on: today, reason: 'NO_INTERPRETER' });
  expect(await read(skipped.roundId)).toMatchObject({ closedOn: today, skipped: { reason: 'NO_INTERPRETER' }, sources: [] });
});

it('a statement is restricted in every round that carries it on, and decided by somebody else', async () => {
  const first = await asked();
  await prison.calls.needs.record({ roundId: first, domain: 'COMMUNITY', answer: 'NEED', level: 1, statement: { text: 'Nu are prieteni.', lang: 'ro', basis: 'OBSERVED' } });
  await prison.calls.needs.closeRound({ roundId: first });
  const second = await asked();
  await prison.calls.needs.confirm({ roundId: second, fromRoundId: first, domain: 'COMMUNITY' });
  await prison.calls.needs.closeRound({ roundId: second });
  const said = async (roundId: string) => (await read(roundId))?.domains.find(({ domain }) => domain === 'COMMUNITY')?.statements[0];
  const statementId = (await said(first))!.id;
  await prison.calls.needs.restrict({ roundId: second, statementId, reason: 'Cere rectificare.' });
  expect([(await said(first))?.restricted?.reason, (await said(second))?.restricted?.reason]).toEqual(['Cere rectificare.', 'Cere rectificare.']);
  await prison.changeUser(names.coordinator);
  await prison.calls.needs.decideRestriction({ roundId: first, statementId, decision: 'LIFTED', reason: 'Verificat.' });
  await prison.changeUser(names.educator);
  expect([(await said(first))?.restricted?.decided?.decision, (await said(second))?.restricted?.decided?.decision]).toEqual(['LIFTED', 'LIFTED']);
});

it('a tool used elsewhere is told to who works with it, for twelve months, and nowhere else', async () => {
  const { toolId } = await prison.calls.needs.recordTool({ personId, tool: 'INSTRUMENT-X', band: 'BANDA-ROSIE', on: '2026-01-10', by: 'Serviciul psihologic' });
  const work = prison.core.session.work();
  expect(await toolsOf(work, personId)).toMatchObject([{ band: 'BANDA-ROSIE' }]);
  expect(await toolsOf({ ...work, today: '2027-01-09' }, personId)).toHaveLength(1);
  expect(await toolsOf({ ...work, today: '2027-01-10' }, personId)).toEqual([]);
  const first = async (view: Promise<AsyncIterable<unknown>>) => {
    for await (const value of await view) return value;
    return undefined;
  };
  const others = [
    await first(prison.calls.people.list({ offset: 0, limit: 50, sort: 'name' })),
    await prison.calls.people.find({ search: 'BANDA-ROSIE', limit: 5 }),
    await first(prison.calls.people.get({ id: personId })),
    await first(prison.calls.people.brief({ id: personId })),
    await first(prison.calls.needs.ofPerson({ personId })),
    await first(prison.calls.needs.list({ personId })),
    await first(prison.calls.home.due({ whose: 'all', limit: 50 })),
    await prison.core.session.vault.audit.read({ limit: 30 }),
  ];
  expect(JSON.stringify(others)).toContain('needs.recordTool');
  expect(JSON.stringify(others)).not.toMatch(/BANDA-ROSIE|INSTRUMENT-X/);
  await prison.calls.needs.dropTool({ toolId });
  expect(await toolsOf(work, personId)).toEqual([]);
});
