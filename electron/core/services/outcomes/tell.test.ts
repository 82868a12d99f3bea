import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ReturnPayload, type OutcomeAnswers } from '../../../../shared/domain/outcome-return.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createOffice } from '../../demo/story.ts';
import { caseOf } from '../../../../tests/offices/case-of.ts';
import { openAs, otherOffice, trustIn, type OtherOffice } from '../../../../tests/offices/other-office.ts';
import { newId } from '../work.ts';

let folder: string;
let office: DemoWorkplace;
let prison: OtherOffice;
const today = '2026-11-22';
const answers: OutcomeAnswers = { accommodation: 'SETTLED', occupation: 'LOOKING', compliance: 'COMPLIES', treatment: 'NOT_PLANNED', family: 'KEPT', custody: 'NO' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  office = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  prison = await otherOffice('prison', 'Penitenciarul Test');
  await createOffice(office);
  await trustIn(office, prison, folder);
}, 60_000);

afterAll(async () => {
  await office.core.close();
  rmSync(folder, { recursive: true, force: true });
});

let sequence = 0;

/** Somebody whose case came from the prison and was taken over. */
const followed = async (choices: 'GIVEN' | 'REFUSED') => {
  const { card } = await office.calls.contacts.own();
  const caseFile = caseOf(prison.card, card, { choices: [{ purpose: 'FOLLOW_UP', decision: choices, on: '2026-10-01' }] });
  sequence += 1;
  const arrival = await office.calls.imports.open({ file: office.grant(await prison.send(card, { folder, kind: 'handover', caseFile, sequence }), 'envelope') });
  const { personId } = await office.calls.imports.accept({ arrivalId: arrival.arrivalId ?? '', as: 'NEW' });
  return { personId, caseFile };
};

const record = (personId: string, over: Partial<OutcomeAnswers> = {}) => office.calls.outcomes.record({ personId, checkpoint: 'DAY_1', observedOn: today, answers: { ...answers, ...over } });

const emptyFolder = (): string => {
  const path = join(folder, newId());
  mkdirSync(path);
  return path;
};

const read = async (into: string) => {
  const name = readdirSync(into).find((file) => file.endsWith('.zip.age')) ?? '';
  const { header, payload } = await openAs(prison, (await office.calls.contacts.own()).card, readFileSync(join(into, name)));
  return { name, header, told: ReturnPayload.parse(JSON.parse(Buffer.from(payload[0]?.bytes ?? []).toString('utf8'))) };
};

it('is told by name with a yes to follow-up: the goals with their ids, and once only', async () => {
  const { personId, caseFile } = await followed('GIVEN');
  const [objective] = caseFile.plan.objectives;
  await office.calls.plans.markObjective({ contentId: caseFile.plan.contentId, objectiveId: objective?.id ?? '', command: 'achieve' });
  const { reportId } = await record(personId);
  const into = emptyFolder();
  expect(await office.calls.outcomes.tell({ personId, folder: office.grant(into, 'folder') })).toMatchObject({ reports: 1 });
  const { name, header, told } = await read(into);
  expect(name).toMatch(/^VARCO-return-/);
  expect(told).toMatchObject({ named: true, ground: 'FOLLOW_UP', answers: header.inAnswerTo, reports: [{ id: reportId, checkpoint: 'DAY_1', answers, goals: [{ objectiveId: objective?.id, status: 'ACHIEVED' }] }] });
  await expect(office.calls.outcomes.tell({ personId, folder: office.grant(emptyFolder(), 'folder') })).rejects.toMatchObject({ data: { code: 'outcome.nothing' } });
});

it('is told by name without a yes only when the person is in custody again', async () => {
  const { personId } = await followed('REFUSED');
  await record(personId);
  const tell = () => office.calls.outcomes.tell({ personId, folder: office.grant(emptyFolder(), 'folder') });
  await expect(tell()).rejects.toMatchObject({ data: { code: 'outcome.noGround' } });
  await record(personId, { custody: 'YES', accommodation: 'CUSTODY', occupation: 'CUSTODY' });
  expect(await tell()).toMatchObject({ reports: 2 });
});

it('stays untold when the medium cannot be written', async () => {
  const { personId } = await followed('GIVEN');
  await record(personId);
  await expect(office.calls.outcomes.tell({ personId, folder: office.grant(join(folder, 'pulled-out'), 'folder') })).rejects.toMatchObject({ data: { code: 'envelope.MEDIUM_REMOVED' } });
  for await (const view of await office.calls.outcomes.ofPerson({ personId })) {
    expect(view).toMatchObject({ tell: { ground: 'FOLLOW_UP', untold: 1, to: 'Penitenciarul Test' }, reports: [{ checkpoint: 'DAY_1' }] });
    break;
  }
});

it('without a ground it leaves in counts about nobody, of five people or more, and nobody who was told by name', async () => {
  const { serviceId } = prison.card;
  const tell = (into: string) => office.calls.outcomes.tellCounts({ serviceId, folder: office.grant(into, 'folder') });
  await expect(tell(emptyFolder())).rejects.toMatchObject({ data: { code: 'outcome.tooFew' } });
  const names: string[] = [];
  for (let people = 0; people < 5; people += 1) {
    const { personId, caseFile } = await followed('REFUSED');
    names.push(caseFile.person.code, personId);
    await record(personId);
  }
  const into = emptyFolder();
  await tell(into);
  const { told } = await read(into);
  expect(told).toMatchObject({ named: false, counts: [{ checkpoint: 'DAY_1', answers: { compliance: { COMPLIES: expect.any(Number) } } }] });
  for (const name of names) expect(JSON.stringify(told)).not.toContain(name);
});

it('is nothing that lies ahead, and no return is taken in where cases only arrive', async () => {
  const { personId } = await followed('GIVEN');
  await expect(office.calls.outcomes.record({ personId, checkpoint: 'DAY_1', observedOn: '2026-11-23', answers })).rejects.toMatchObject({ data: { code: 'outcome.ahead' } });
  const { card } = await office.calls.contacts.own();
  const file = await prison.send(card, { folder, kind: 'receipt', receipt: { answers: { envelopeId: newId(), tagManifestSha256: 'a'.repeat(64) }, decision: 'RECEIVED' } });
  await expect(office.calls.outcomes.take({ file: office.grant(file, 'envelope') })).rejects.toMatchObject({ data: { code: 'outcome.notHere' } });
});
