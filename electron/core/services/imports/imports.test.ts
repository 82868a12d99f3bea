import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addDays } from '../../../../shared/domain/dates.ts';
import type { CaseFile } from '../../../../shared/domain/casefile.ts';
import type { ServiceCard } from '../../../../shared/domain/card.ts';
import { ReceiptPayload } from '../../../../shared/domain/envelope.ts';
import { frozenPart } from '../../../../shared/domain/plan-rules.ts';
import { supplementOf } from '../../../../shared/domain/supplement.ts';
import { planFromCase } from '../../../../shared/domain/import-rules.ts';
import { canonicalHash } from '../../canonical.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createOffice } from '../../demo/story.ts';
import { openAs, otherOffice, trustIn, type OtherOffice } from '../../../../tests/offices/other-office.ts';
import { ScopedVault, wholeVault } from '../../vault/scoped-vault.ts';
import { VaultError } from '../../vault/types.ts';
import { briefOf } from '../people/brief.ts';
import { roadView } from '../release/road.ts';
import { newId } from '../work.ts';
import { Arrivals } from './arrivals.ts';
import { openArrival, quarantined } from './imports.ts';

let folder: string;
let office: DemoWorkplace;
let prison: OtherOffice;
let own: ServiceCard;
const today = '2026-11-22';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  office = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  prison = await otherOffice('prison', 'Penitenciarul Test');
  await createOffice(office);
  await trustIn(office, prison, folder);
  own = (await office.calls.contacts.own()).card;
});

afterAll(async () => {
  await office.core.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A case as a prison would seal it; synthetic. */
const caseOf = (over: Partial<CaseFile['person']> = {}, title = 'Vreau să lucrez'): CaseFile => {
  const stepId = newId();
  const draft: CaseFile = {
    format: 'varco-case',
    version: 1,
    dataAsOf: today,
    sender: { serviceId: prison.card.serviceId, name: prison.card.name },
    recipient: { serviceId: own.serviceId, name: own.name },
    mandate: { kind: 'SUPERVISION', act: 'sentința 12/2026', date: today },
    person: { id: newId(), code: `TM-${newId().slice(-6)}`, familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01', ...over },
    dates: [{ kind: 'END_OF_SENTENCE', date: addDays(today, 60), certainty: 'DECIDED', source: 'act', setOn: today }],
    plan: {
      contentId: newId(),
      schemaVersion: 1,
      versionNo: 2,
      kind: 'PRE_RELEASE',
      lang: 'ro',
      contentHash: '',
      objectives: [
        { id: newId(), domain: 'EMPLOYMENT', title, horizon: 'FIRST_90D', steps: [{ id: stepId, text: 'Curs', owner: 'PERSON', carriesOver: true, status: 'IN_PROGRESS' }] },
      ],
    },
    learning: [],
    choices: [{ purpose: 'FAMILY_CONTACT', decision: 'REFUSED', on: today }],
    notIncluded: [],
  };
  return { ...draft, plan: { ...draft.plan, contentHash: canonicalHash(frozenPart(planFromCase(draft))) } };
};

const open = async (file: string) => office.calls.imports.open({ file: office.grant(file, 'envelope') });
const arrive = async (caseFile: CaseFile, sequence = 1) => open(await prison.send(own, { folder, kind: 'handover', caseFile, sequence }));
type Opened = Awaited<ReturnType<typeof open>>;
/** As an officer would say who sees nothing against it: whoever fits, and all of the file. */
const accept = ({ arrivalId = '', candidates }: Pick<Opened, 'arrivalId' | 'candidates'>, take: 'ALL' | string[] = 'ALL') =>
  office.calls.imports.accept({ arrivalId, as: candidates?.find(({ likely }) => likely)?.personId ?? 'NEW', take, registrationNumberIn: 'I-1/2026' });
const codeOf = (arrival: Awaited<ReturnType<typeof arrive>>) => arrival.checks.find((check) => check.state === 'failed')?.code;

const receiptFor = async (arrivalId: string | undefined, decision: 'RECEIVED' | 'ACCEPTED' | 'REJECTED', reason?: 'NOT_OURS') => {
  const into = join(folder, newId());
  mkdirSync(into);
  await office.calls.imports.receipt({ arrivalId: arrivalId ?? '', folder: office.grant(into, 'folder'), decision, reason });
  const name = readdirSync(into).find((file) => file.endsWith('.zip.age')) ?? '';
  const envelope = await openAs(prison, own, readFileSync(join(into, name)));
  return ReceiptPayload.parse(JSON.parse(Buffer.from(envelope.payload[0]?.bytes ?? []).toString('utf8')));
};

describe('an envelope from a prison we trust', () => {
  it('is shown before anything is stored', async () => {
    const caseFile = caseOf();
    const arrival = await arrive(caseFile);
    expect(arrival).toMatchObject({ repeated: false, sender: { name: prison.card.name, trust: 'TRUSTED' }, caseFile });
    expect(await office.core.session.vault.get('people', caseFile.person.id)).toBeUndefined();
  });

  it('is imported with the ids of the sender, so that the same goals go on', async () => {
    const caseFile = caseOf();
    const arrival = await arrive(caseFile);
    const { personId } = await accept(arrival);
    expect(personId).toBe(caseFile.person.id);
    const work = office.core.session.work();
    expect(await work.vault.get('plans', caseFile.plan.contentId)).toMatchObject({ objectives: [{ id: caseFile.plan.objectives[0]?.id }], contentHash: caseFile.plan.contentHash });
    expect(await work.vault.get('people', personId)).toMatchObject({ code: caseFile.person.code, releaseDates: [{ kind: 'END_OF_SENTENCE' }] });
  });

  it('a repeat changes nothing and is answered the same', async () => {
    const file = await prison.send(own, { folder, kind: 'handover', caseFile: caseOf() });
    const first = await open(file);
    const imported = await accept(first);
    const answer = await receiptFor(first.arrivalId, 'ACCEPTED');
    const again = await open(file);
    expect(again).toMatchObject({ repeated: true, earlier: { decision: 'ACCEPTED', on: today, personId: imported.personId } });
    expect(await accept(again)).toEqual(imported);
    // whatever is asked for later: the answer stays the one that was given
    expect(await receiptFor(again.arrivalId, 'REJECTED', 'NOT_OURS')).toEqual(answer);
  });

  it('an older state never overwrites a newer one', async () => {
    const caseFile = caseOf();
    const later = await arrive(caseFile, 9);
    await accept(later);
    const older = await arrive({ ...caseFile, dataAsOf: '2026-11-01' }, 8);
    expect(codeOf(older)).toBe('envelope.OLDER_THAN_KNOWN');
    // the screen shows what was refused, not a case that could be taken over
    expect(older).not.toHaveProperty('caseFile');
    expect(older).not.toHaveProperty('candidates');
  });

  it('an older state never overwrites a newer one, also of a person found by number', async () => {
    await office.calls.people.add({ code: 'TM-9', familyName: 'Munteanu', givenName: 'Radu', birthDate: '1980-05-05' });
    const caseFile = caseOf({ code: 'TM-9', familyName: 'Munteanu', givenName: 'Radu', birthDate: '1980-05-05' });
    await accept(await arrive(caseFile, 9));
    expect(codeOf(await arrive(caseFile, 8))).toBe('envelope.OLDER_THAN_KNOWN');
  });

  it('an older state never overwrites a newer one, also when both were opened before either was decided', async () => {
    const caseFile = caseOf();
    const [older, newer] = [await arrive(caseFile, 8), await arrive(caseFile, 9)];
    await accept(newer);
    await expect(accept(older)).rejects.toMatchObject({ data: { code: 'envelope.OLDER_THAN_KNOWN' } });
  });

  it('finds the person who is already here by number, birth date and name, and says what differs', async () => {
    const { id } = await office.calls.people.add({ code: 'TM-7', familyName: 'Țîrlea', givenName: 'Ștefan', birthDate: '1980-05-05' });
    const arrival = await arrive(caseOf({ code: 'tm 7', familyName: 'Ţîrlea', givenName: 'Ștefan Ion', birthDate: '1980-05-05' }));
    expect(arrival.candidates).toMatchObject([{ personId: id, why: 'NUMBER', likely: true }]);
    expect(arrival.candidates?.[0]?.differences).toEqual(
      expect.arrayContaining([{ field: 'givenName', here: 'Ștefan', there: 'Ștefan Ion' }, { field: 'dates.END_OF_SENTENCE', there: addDays(today, 60) }]),
    );
  });

  it('does not take another person with the same number for the one who is here', async () => {
    await office.calls.people.add({ code: 'TM-8', familyName: 'Popescu', givenName: 'Ion', birthDate: '1980-05-05' });
    expect((await arrive(caseOf({ code: 'TM-8', familyName: 'Ionescu', birthDate: '1991-01-01' }))).candidates).toEqual([]);
  });
});

describe('whose case it is', () => {
  const born = { birthDate: '1979-03-03' };

  it('is proposed where nothing speaks against it, asked where a name only sounds alike, and never guessed', async () => {
    const { id } = await office.calls.people.add({ code: 'TM-20', familyName: 'Ghiță', givenName: 'Ion', ...born });
    const arrival = await arrive(caseOf({ familyName: 'Gita', givenName: 'Ion', ...born }));
    expect(arrival.candidates).toMatchObject([{ personId: id, why: 'NAME', likeness: 'SOUND', likely: false }]);
    await expect(office.calls.imports.accept({ arrivalId: arrival.arrivalId ?? '', as: newId(), take: 'ALL' })).rejects.toMatchObject({ data: { code: 'import.notCandidate' } });
    const { personId } = await office.calls.imports.accept({ arrivalId: arrival.arrivalId ?? '', as: id, take: 'ALL' });
    expect(personId).toBe(id);
  });

  it('is the one with the sender’s own id: nobody enters them twice', async () => {
    const caseFile = caseOf();
    await accept(await arrive(caseFile, 1));
    const again = await arrive(caseFile, 2);
    expect(again.candidates).toMatchObject([{ why: 'ID', differences: [] }]);
    await expect(office.calls.imports.accept({ arrivalId: again.arrivalId ?? '', as: 'NEW' })).rejects.toMatchObject({ data: { code: 'import.isHere' } });
  });
});

describe('where the two differ', () => {
  it('every field is decided: taken from the envelope, or left as it is here', async () => {
    const caseFile = caseOf({ municipality: 'Lugoj', education: '8 clase' });
    await accept(await arrive(caseFile, 1));
    const newer: CaseFile = {
      ...caseFile,
      person: { ...caseFile.person, municipality: 'Arad', education: '10 clase', legalPosition: 'SENTENCED', languages: [{ language: 'română', reads: true }, { language: 'maghiară', reads: false }] },
      dates: caseFile.dates.map((date) => ({ ...date, date: addDays(today, 90) })),
    };
    const arrival = await arrive(newer, 2);
    expect(arrival.candidates?.[0]?.differences).toEqual([
      { field: 'education', here: '8 clase', there: '10 clase' },
      { field: 'municipality', here: 'Lugoj', there: 'Arad' },
      { field: 'legalPosition', there: 'SENTENCED' },
      { field: 'languages', there: 'română, maghiară' },
      { field: 'dates.END_OF_SENTENCE', here: addDays(today, 60), there: addDays(today, 90) },
    ]);
    const as = caseFile.person.id;
    const arrivalId = arrival.arrivalId ?? '';
    await expect(office.calls.imports.accept({ arrivalId, as })).rejects.toMatchObject({ data: { code: 'import.decideDifferences' } });
    await expect(office.calls.imports.accept({ arrivalId, as, take: ['code'] })).rejects.toMatchObject({ data: { code: 'import.decideDifferences' } });
    const { importId } = await office.calls.imports.accept({ arrivalId, as, take: ['municipality'] });
    const { vault } = office.core.session;
    expect(await vault.get('people', as)).toMatchObject({ municipality: 'Arad', education: '8 clase', releaseDates: [{ date: addDays(today, 60) }] });
    expect(await vault.get('handovers', importId)).toMatchObject({ decidedAs: 'MATCHED', keptHere: ['education', 'legalPosition', 'languages', 'dates.END_OF_SENTENCE'] });
  });
});

it('goals, needs, courses and choices come in with the person, and a newer state replaces them where nothing was marked here', async () => {
  const caseFile: CaseFile = {
    ...caseOf(),
    needs: { conductedOn: '2026-11-01', sources: ['INTERVIEW'], domains: [{ domain: 'EMPLOYMENT', answer: 'NEED', level: 2, statements: [{ id: newId(), text: 'Caută de lucru', lang: 'ro', basis: 'PERSON_SAYS', on: '2026-11-01' }] }] },
    learning: [
      { enrolmentId: newId(), title: { en: 'Welding', it: 'Saldatura', ro: 'Sudură' }, area: 'VOCATIONAL', provider: 'Școala', status: 'COMPLETED', from: '2026-01-10', sessionsHeld: 10, sessionsPresent: 9, minutes: 900, percent: 90 },
    ],
    choices: [{ purpose: 'STATISTICS', decision: 'REFUSED', on: '2026-10-01' }],
    appointments: [
      { id: newId(), organisation: 'Serviciul de Probațiune', purpose: 'prima întâlnire', at: { when: 'NEXT_WORKING_DAY' }, on: '2026-12-01', mandatory: true, status: 'FIXED' },
      { id: newId(), health: true, at: { when: 'TO_BE_FIXED' }, mandatory: false, status: 'TO_BE_FIXED' },
    ],
    obligations: { lines: [{ id: newId(), kind: 'REPORT', text: 'Se prezintă la serviciul de probațiune', lang: 'ro', act: '12/2026', from: '2026-12-01', protectsSomebody: false }] },
  };
  const personId = caseFile.person.id;
  const first = await arrive(caseFile, 1);
  await accept(first);
  const work = office.core.session.work();
  const all = async (collection: 'assessments' | 'release' | 'consents' | 'plans', type: string) =>
    (await Promise.all(work.vault.rows(collection, type, [], personId).map(({ id }) => work.vault.get(collection, id)))) as unknown[];
  expect(await all('assessments', 'round')).toMatchObject([{ asker: prison.card.name, conductedOn: '2026-11-01', closedOn: '2026-11-01' }]);
  expect(await all('assessments', 'need')).toMatchObject([{ domain: 'EMPLOYMENT', level: 2, updates: [{ side: 'PRISON', act: 'found' }] }]);
  expect(await all('release', 'receivedCourse')).toMatchObject([{ id: caseFile.learning[0]?.enrolmentId, title: { ro: 'Sudură' }, percent: 90 }]);
  expect(await all('consents', 'consent')).toMatchObject([{ purpose: 'STATISTICS', decision: 'REFUSED' }]);
  expect(await all('release', 'obligation')).toMatchObject([{ kind: 'REPORT', act: '12/2026' }]);
  expect(await all('release', 'appointment')).toEqual(expect.arrayContaining([expect.objectContaining({ purpose: 'prima întâlnire', at: { when: 'EXACT', date: '2026-12-01' }, status: 'FIXED' }), expect.objectContaining({ domain: 'HEALTH' })]));

  const [objective] = caseFile.plan.objectives;
  if (objective === undefined) throw new Error('no objective');
  const stepId = objective.steps[0]?.id ?? '';
  const put: CaseFile = { ...caseFile, plan: { ...caseFile.plan, contentId: newId(), versionNo: 3, objectives: [{ ...objective, title: 'Vreau un loc de muncă' }] }, learning: caseFile.learning.map((course) => ({ ...course, percent: 95 })) };
  const newer: CaseFile = { ...put, plan: { ...put.plan, contentHash: canonicalHash(frozenPart(planFromCase(put))) } };
  const record = (await office.core.session.vault.get('handovers', (await firstImport(personId)).id)) as { envelopeId: string };
  const arrival = await open(await prison.send(own, { folder, kind: 'handover', caseFile: newer, sequence: 2, about: { supersedes: record.envelopeId } }));
  expect(arrival.supersedes).toBe('T-1');
  await accept(arrival);
  expect(await all('release', 'receivedCourse')).toMatchObject([{ percent: 95 }]);
  expect(await all('assessments', 'round')).toHaveLength(1);
  expect(await all('consents', 'consent')).toHaveLength(1);
  expect((await all('plans', 'progress')).map((one) => one as { versionNo: number; status: string; steps: object })).toEqual(
    expect.arrayContaining([expect.objectContaining({ versionNo: 2, status: 'SUPERSEDED' }), expect.objectContaining({ versionNo: 3, status: 'HANDED_OVER', steps: { [stepId]: { status: 'IN_PROGRESS', on: today } } })]),
  );
  expect(await office.core.session.vault.get('handovers', (await firstImport(personId)).id)).toHaveProperty('supersededBy');
});

it('that there are no obligations was looked up once, and is not asked again until one comes', async () => {
  const line = { id: newId(), kind: 'REPORT' as const, text: 'Se prezintă', lang: 'ro' as const, act: '12/2026', from: today, protectsSomebody: false };
  const caseFile: CaseFile = { ...caseOf(), obligations: { none: { on: today, source: 'decizia 4/2026' }, lines: [] } };
  const { personId } = await accept(await arrive(caseFile, 1));
  const known = async () => roadView(office.core.session.work(), personId);
  expect(await known()).toMatchObject({ obligationsKnown: true, road: { noObligations: { source: 'decizia 4/2026' } } });
  await accept(await arrive({ ...caseFile, obligations: { lines: [line] } }, 2));
  expect((await known()).road).not.toHaveProperty('noObligations');
  expect((await known()).obligations).toHaveLength(1);
});

const firstImport = async (personId: string) => {
  const [first] = office.core.session.vault.rows('handovers', 'import', ['sequence'], personId).toSorted((a, b) => Number(a.sequence) - Number(b.sequence));
  if (first === undefined) throw new Error('nothing imported');
  return first;
};

describe('what a sender says of an envelope that came before', () => {
  const recordOf = async (importId: string) => (await office.core.session.vault.get('handovers', importId)) as { envelopeId: string; tagManifestSha256: string; decidedAt: string; revoked?: unknown; caseFile?: unknown };
  const refOf = ({ envelopeId, tagManifestSha256 }: { envelopeId: string; tagManifestSha256: string }) => ({ envelopeId, tagManifestSha256 });
  const sendFile = async (kind: 'supplement' | 'revocation', json: unknown, payloads: Record<string, number>, about: { supplements?: string; revokes?: string }, sequence = 2) =>
    open(await prison.send(own, { folder, kind, sequence, file: { path: `${kind}.json`, json, payloads }, about }));

  it('its last changes are put into the case as it came, and decided like any difference', async () => {
    const caseFile = caseOf({ municipality: 'Lugoj' });
    const record = await recordOf((await accept(await arrive(caseFile, 1))).importId);
    const now: CaseFile = { ...caseFile, dataAsOf: today, person: { ...caseFile.person, municipality: 'Arad' } };
    const supplement = supplementOf(caseFile, now, refOf(record), canonicalHash(now));
    const arrival = await sendFile('supplement', supplement, { supplement: 1, case: 1 }, { supplements: record.envelopeId });
    expect(arrival).toMatchObject({ state: 'VERIFIED', candidates: [{ why: 'ID', differences: [{ field: 'municipality', here: 'Lugoj', there: 'Arad' }] }] });
    await accept(arrival);
    expect(await office.core.session.vault.get('people', caseFile.person.id)).toMatchObject({ municipality: 'Arad' });
    const other = { ...supplement, caseHash: 'a'.repeat(64) };
    expect(codeOf(await sendFile('supplement', other, { supplement: 1, case: 1 }, { supplements: record.envelopeId }, 3))).toBe('envelope.PAYLOAD_INVALID');
    const gone = { ...supplement, supplements: { ...refOf(record), envelopeId: newId() } };
    expect(codeOf(await sendFile('supplement', gone, { supplement: 1, case: 1 }, { supplements: gone.supplements.envelopeId }, 3))).toBe('envelope.BASE_MISSING');
  });

  it('that it must not be used: marked at once, deleted when somebody says so, and confirmed', async () => {
    const caseFile: CaseFile = { ...caseOf(), choices: [{ purpose: 'FAMILY_CONTACT', decision: 'REFUSED', on: today }] };
    const { importId, personId } = await accept(await arrive(caseFile, 1));
    const record = await recordOf(importId);
    const notice = { format: 'varco-notice', version: 1, revokes: refOf(record), reference: 'T-1', reason: 'WRONG_CONTENT', at: '2026-11-22T09:00:00Z' };
    const arrival = await sendFile('revocation', notice, { revocation: 1 }, { revokes: record.envelopeId });
    expect(arrival).toMatchObject({ notice: { importId, personId, reference: 'T-1', reason: 'WRONG_CONTENT' } });
    expect(await recordOf(importId)).toMatchObject({ revoked: { on: today, reason: 'WRONG_CONTENT' } });
    expect((await briefOf(office.core.session.work(), personId)).notices).toMatchObject([{ type: 'CASE_REVOKED', reference: 'T-1', on: today }]);
    expect(await receiptFor(arrival.arrivalId, 'RECEIVED')).toMatchObject({ decision: 'RECEIVED' });
    await expect(receiptFor(arrival.arrivalId, 'ACCEPTED')).rejects.toMatchObject({ data: { code: 'import.deleteFirst' } });
    expect(await office.calls.imports.deleteRevoked({ importId })).toEqual({ documents: 3 });
    expect(await recordOf(importId)).not.toHaveProperty('caseFile');
    const { vault } = office.core.session;
    expect([vault.rows('plans', 'content', [], personId), vault.rows('consents', 'consent', [], personId)]).toEqual([[], []]);
    const answer = await receiptFor(arrival.arrivalId, 'ACCEPTED');
    expect(answer).toMatchObject({ decision: 'ACCEPTED' });
    // the receipt answers the notice, not what it revokes
    expect(answer.answers.envelopeId).not.toBe(record.envelopeId);
  });

  it('what was added to it is revoked and deleted with it, and nothing can be added afterwards', async () => {
    const caseFile = caseOf({ municipality: 'Lugoj' });
    const { importId } = await accept(await arrive(caseFile, 1));
    const record = await recordOf(importId);
    const add = (appointments: CaseFile['appointments'], sequence: number) => {
      const now: CaseFile = { ...caseFile, appointments };
      return sendFile('supplement', supplementOf(caseFile, now, refOf(record), canonicalHash(now)), { supplement: 1, case: 1 }, { supplements: record.envelopeId }, sequence);
    };
    const appointment = (purpose: string) => ({ id: newId(), organisation: 'Serviciul', purpose, at: { when: 'TO_BE_FIXED' as const }, mandatory: false, status: 'TO_BE_FIXED' as const });
    const added = appointment('întâlnire');
    const supplement = await accept(await add([added], 2));
    const lateOne = await add([appointment('alta')], 4);
    const notice = { format: 'varco-notice', version: 1, revokes: refOf(record), reference: 'T-1', reason: 'WRONG_PERSON', at: '2026-11-22T09:00:00Z' };
    await sendFile('revocation', notice, { revocation: 1 }, { revokes: record.envelopeId }, 3);
    expect(await recordOf(supplement.importId)).toMatchObject({ revoked: { reason: 'WRONG_PERSON' } });
    await expect(accept(lateOne)).rejects.toMatchObject({ data: { code: 'import.revoked' } });
    await office.calls.imports.deleteRevoked({ importId });
    expect(await recordOf(supplement.importId)).not.toHaveProperty('caseFile');
    expect(await recordOf(supplement.importId)).toMatchObject({ revoked: { deletedOn: today } });
    expect(await office.core.session.vault.get('release', added.id)).toBeUndefined();
  });

  it('nobody else may say so, and of nothing that did not come', async () => {
    const { importId } = await accept(await arrive(caseOf(), 1));
    const record = await recordOf(importId);
    const notice = { format: 'varco-notice', version: 1, revokes: refOf(record), reference: 'T-1', reason: 'OTHER', at: '2026-11-22T09:00:00Z' };
    expect(codeOf(await sendFile('revocation', notice, { revocation: 1 }, { revokes: newId() }))).toBe('envelope.NOT_EXCHANGED');
    const neighbour = await otherOffice('prison', 'Penitenciarul Vecin');
    await trustIn(office, neighbour, folder);
    const theirs = await open(await neighbour.send(own, { folder, kind: 'revocation', file: { path: 'revocation.json', json: notice, payloads: { revocation: 1 } }, about: { revokes: record.envelopeId } }));
    expect(codeOf(theirs)).toBe('envelope.NOT_EXCHANGED');
    expect(await recordOf(importId)).not.toHaveProperty('revoked');
    await expect(office.calls.imports.deleteRevoked({ importId })).rejects.toMatchObject({ data: { code: 'import.notRevoked' } });
  });
});

it('what turns out to be about somebody among the cases of others keeps nobody from the rest', async () => {
  const later = await otherOffice('prison', 'Penitenciarul Întârziat');
  const { id } = await office.calls.people.add({ code: 'TM-40', familyName: 'Altul', givenName: 'Dan', birthDate: '1985-05-05' });
  const from = { serviceId: later.card.serviceId, name: later.card.name };
  const arrivals = new Arrivals();
  const { session } = office.core;
  const openIt = async (caseFile: CaseFile) => openArrival(session.work(), arrivals, readFileSync(await later.send(own, { folder, kind: 'handover', caseFile: { ...caseFile, sender: from } })));
  const mine = await openIt(caseOf());
  const hidden = await openIt(caseOf({ id }));
  expect([mine.state, hidden.state]).toEqual(['UNTRUSTED', 'UNTRUSTED']);
  await trustIn(office, later, folder);
  const work = session.work();
  const scoped = new ScopedVault(wholeVault(work.vault), { scope: 'OWN', users: [newId()], units: [] });
  const seen = await quarantined({ ...work, vault: scoped }, arrivals);
  scoped.release();
  expect(seen.map(({ arrivalId, state }) => [arrivalId, state])).toEqual([[mine.arrivalId, 'VERIFIED'], [hidden.arrivalId, 'UNTRUSTED']]);
});

describe('another service, another person', () => {
  const recordIn = async (importId: string) => (await office.core.session.vault.get('handovers', importId)) as { envelopeId: string; tagManifestSha256: string };

  it('what it says to replace is only what it sent about the same person', async () => {
    const { importId, personId } = await accept(await arrive(caseOf()));
    const { envelopeId } = await recordIn(importId);
    const neighbour = await otherOffice('prison', 'Penitenciarul Alăturat');
    await trustIn(office, neighbour, folder);
    const theirs = { ...caseOf(), sender: { serviceId: neighbour.card.serviceId, name: neighbour.card.name } };
    const arrival = await open(await neighbour.send(own, { folder, kind: 'handover', caseFile: theirs, about: { supersedes: envelopeId } }));
    expect(arrival.supersedes).toBe('');
    await accept(arrival);
    await accept(await open(await prison.send(own, { folder, kind: 'handover', caseFile: caseOf(), sequence: 50, about: { supersedes: envelopeId } })));
    expect(await recordIn(importId)).not.toHaveProperty('supersededBy');
    expect(personId).toBeDefined();
  });

  it('what a case tells of one person is never moved to another', async () => {
    const caseFile: CaseFile = { ...caseOf(), appointments: [{ id: newId(), organisation: 'Serviciul', purpose: 'întâlnire', at: { when: 'TO_BE_FIXED' }, mandatory: false, status: 'TO_BE_FIXED' }] };
    const { id } = await office.calls.people.add({ code: 'TM-31', familyName: 'Greșit', givenName: 'Ales', birthDate: '1990-01-01' });
    const first = { ...caseFile, person: { ...caseFile.person, code: 'TM-31' } };
    const { arrivalId = '' } = await arrive(first, 1);
    await office.calls.imports.accept({ arrivalId, as: id, take: 'ALL' });
    const again = await arrive({ ...first, person: { ...first.person, code: 'TM-32', familyName: 'Altcineva' } }, 2);
    await expect(office.calls.imports.accept({ arrivalId: again.arrivalId ?? '', as: 'NEW', take: 'ALL' })).rejects.toMatchObject({ data: { code: 'import.otherPerson' } });
    expect(await office.core.session.vault.get('release', caseFile.appointments?.[0]?.id ?? '')).toMatchObject({ personId: id });
    expect(await office.core.session.vault.get('people', first.person.id)).toBeUndefined();
  });
});

it('a case whose unknown fields are nested without end is refused like any that cannot be read', async () => {
  const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const arrival = await open(await prison.send(own, { folder, kind: 'handover', caseFile: caseOf(), text: (json) => json.replace('{', `{"a":${nested},`) }));
  expect(codeOf(arrival)).toBe('envelope.PAYLOAD_INVALID');
});

it('an envelope of a service that is not trusted yet is checked again once its card is, without its file', async () => {
  const later = await otherOffice('prison', 'Penitenciarul Nou');
  const file = await later.send(own, { folder, kind: 'handover', caseFile: { ...caseOf(), sender: { serviceId: later.card.serviceId, name: later.card.name } } });
  const arrival = await open(file);
  expect(arrival).toMatchObject({ state: 'UNTRUSTED' });
  rmSync(file);
  const again = async () => (await office.calls.imports.quarantine()).find(({ arrivalId }) => arrivalId === arrival.arrivalId);
  expect(await again()).toMatchObject({ state: 'UNTRUSTED' });
  await trustIn(office, later, folder);
  const checked = await again();
  expect(checked).toMatchObject({ state: 'VERIFIED', sender: { name: 'Penitenciarul Nou', trust: 'TRUSTED' } });
  await accept(checked ?? arrival);
  expect((await again())?.arrivalId).toBe(arrival.arrivalId);
});

it('what a newer program added is said, and kept as it came', async () => {
  const caseFile = { ...caseOf(), tattoo: 'anchor' };
  const arrival = await arrive(caseFile);
  expect(arrival).toMatchObject({ unknown: ['tattoo = anchor'] });
  const { importId } = await accept(arrival);
  expect(await office.core.session.vault.get('handovers', importId)).toMatchObject({ caseFile: { tattoo: 'anchor' } });
});

describe('refused before anything is stored', () => {
  it('a plan that is not the one that was approved', async () => {
    const caseFile = caseOf();
    const [objective] = caseFile.plan.objectives;
    if (objective === undefined) throw new Error('no objective');
    const changed = { ...caseFile, plan: { ...caseFile.plan, objectives: [{ ...objective, title: 'Altceva' }] } };
    expect(codeOf(await arrive(changed))).toBe('envelope.PAYLOAD_INVALID');
  });

  it('a case that says it comes from somebody else', async () => {
    const caseFile = caseOf();
    expect(codeOf(await arrive({ ...caseFile, sender: { serviceId: newId(), name: 'Altul' } }))).toBe('envelope.PAYLOAD_INVALID');
  });

  it('an envelope of a prison we do not know; there is nobody to answer', async () => {
    const stranger = await otherOffice('prison', 'Necunoscut');
    const arrival = await open(await stranger.send(own, { folder, kind: 'handover', caseFile: caseOf() }));
    expect(codeOf(arrival)).toBe('envelope.UNKNOWN_SENDER');
    expect(arrival.checks.find((check) => check.state === 'failed')?.params).toHaveProperty('key');
    await expect(receiptFor(arrival.arrivalId, 'REJECTED', 'NOT_OURS')).rejects.toMatchObject({ data: { code: 'import.nobodyToAnswer' } });
    await expect(accept(arrival)).rejects.toMatchObject({ data: { code: 'import.notOpened' } });
    // the answer is a sheet of paper, which says nothing of what is inside; where a receipt is possible there is none
    const slip = join(folder, 'refusal.pdf');
    await office.calls.imports.saveRefusalSlip({ arrivalId: arrival.arrivalId ?? '', language: 'ro', file: office.grant(slip, 'save') });
    expect(readFileSync(slip).subarray(0, 5).toString()).toBe('%PDF-');
    const { arrivalId = '' } = await arrive(caseOf());
    await expect(office.calls.imports.saveRefusalSlip({ arrivalId, language: 'ro', file: office.grant(slip, 'save') })).rejects.toMatchObject({ data: { code: 'import.canBeAnswered' } });
  });
});

describe('the plan that came in the envelope', () => {
  it('is saved as it came, to be printed', async () => {
    const pdf = Buffer.from('%PDF-1.7 plan');
    const arrival = await open(await prison.send(own, { folder, kind: 'handover', caseFile: caseOf(), plan: pdf }));
    expect(arrival.document).toBe('ro');
    const path = join(folder, 'plan.pdf');
    await office.calls.imports.saveDocument({ arrivalId: arrival.arrivalId ?? '', file: office.grant(path, 'save') });
    expect(readFileSync(path)).toEqual(pdf);
  });

  it('is looked at as it came, written nowhere, and recorded', async () => {
    const pdf = Buffer.from('%PDF-1.7 plan');
    const arrival = await open(await prison.send(own, { folder, kind: 'handover', caseFile: caseOf(), plan: pdf }));
    const preview = await office.calls.imports.previewDocument({ arrivalId: arrival.arrivalId ?? '' });
    expect(Buffer.from(await preview.pdf.arrayBuffer())).toEqual(pdf);
    expect(preview.language).toBe('ro');
    const trail = () => office.core.session.vault.audit.read({ limit: 2 });
    expect(await trail()).toMatchObject([{ action: 'import.previewDocument' }, {}]);
    const { ticket } = await office.calls.documents.print({ previewId: preview.previewId, pages: 3 });
    expect(await trail()).toMatchObject([{ action: 'import.printDocument', details: { language: 'ro', pages: 3 } }, {}]);
    expect(office.core.tickets.take(ticket)).toBe(true);
    await office.core.tickets.finish(ticket, 'DONE');
    expect(await trail()).toMatchObject([{ action: 'import.printEnd', details: { result: 'DONE' } }, {}]);
  });

  it('does not leave unrecorded', async () => {
    const arrival = await open(await prison.send(own, { folder, kind: 'handover', caseFile: caseOf(), plan: Buffer.from('%PDF-1.7 plan') }));
    const path = join(folder, 'unrecorded.pdf');
    const commit = vi.spyOn(office.core.session.vault, 'commit').mockRejectedValueOnce(new VaultError('DISK_FULL'));
    const saving = office.calls.imports.saveDocument({ arrivalId: arrival.arrivalId ?? '', file: office.grant(path, 'save') });
    await expect(saving).rejects.toMatchObject({ data: { code: 'vault.DISK_FULL' } });
    commit.mockRestore();
    expect(existsSync(path)).toBe(false);
  });

  it('is refused when none came', async () => {
    const { arrivalId, document } = await arrive(caseOf());
    expect(document).toBeUndefined();
    await expect(office.calls.imports.saveDocument({ arrivalId: arrivalId ?? '', file: office.grant(join(folder, 'none.pdf'), 'save') })).rejects.toMatchObject({
      data: { code: 'import.noDocument' },
    });
  });
});

describe('what the sender knows', () => {
  const rowOf = async (importId: string) => {
    for await (const rows of await office.calls.imports.list()) return rows.find(({ id }) => id === importId);
    return undefined;
  };

  it('is nothing until a receipt is really on a medium; afterwards it is answered from what was kept', async () => {
    const arrival = await open(await prison.send(own, { folder, kind: 'handover', caseFile: caseOf({ familyName: 'Neștiut' }), number: 'P-5/2026' }));
    const { importId } = await accept(arrival);
    const gone = office.grant(join(folder, 'pulled-out'), 'folder');
    await expect(office.calls.imports.receipt({ importId, folder: gone, decision: 'ACCEPTED' })).rejects.toMatchObject({ data: { code: 'envelope.MEDIUM_REMOVED' } });
    const before = await rowOf(importId);
    expect(before).toMatchObject({ person: expect.stringContaining('Neștiut'), imported: true, decision: 'ACCEPTED', numberOut: 'P-5/2026', numberIn: 'I-1/2026' });
    expect(before).not.toHaveProperty('answered');
    const into = join(folder, newId());
    mkdirSync(into);
    const { fileName } = await office.calls.imports.receipt({ importId, folder: office.grant(into, 'folder'), decision: 'ACCEPTED', numberOut: 'C-7/2026' });
    const { header } = await openAs(prison, own, readFileSync(join(into, fileName)));
    expect(header.registrationNumber).toBe('C-7/2026');
    expect(await rowOf(importId)).toMatchObject({ answered: { decision: 'ACCEPTED', numberOut: 'C-7/2026' } });
  });

  it('may be numbered later, and "received" may still become "not accepted"', async () => {
    const arrival = await arrive(caseOf());
    await receiptFor(arrival.arrivalId, 'RECEIVED');
    await office.calls.imports.putAside({ arrivalId: arrival.arrivalId ?? '' });
    const record = await latest();
    await office.calls.imports.register({ importId: record, numberIn: 'I-9/2026', receiptNumberOut: 'C-9/2026' });
    expect(await rowOf(record)).toMatchObject({ decision: 'RECEIVED', imported: false, numberIn: 'I-9/2026', answered: { numberOut: 'C-9/2026' } });
    expect(await rowOf(record)).not.toHaveProperty('person');
    const into = join(folder, newId());
    mkdirSync(into);
    const folderToken = office.grant(into, 'folder');
    await office.calls.imports.receipt({ importId: record, folder: folderToken, decision: 'REJECTED', reason: 'NOT_OURS' });
    expect(await rowOf(record)).toMatchObject({ decision: 'REJECTED', answered: { decision: 'REJECTED' } });
  });

  const latest = async (): Promise<string> => {
    for await (const [row] of await office.calls.imports.list()) return row?.id ?? '';
    return '';
  };
});

it('what was opened stays in quarantine until it is put aside; the same file takes the place of its first opening', async () => {
  const file = await prison.send(own, { folder, kind: 'handover', caseFile: caseOf() });
  const first = await open(file);
  const again = await open(file);
  const ids = (await office.calls.imports.quarantine()).map(({ arrivalId }) => arrivalId);
  expect(ids).toContain(again.arrivalId);
  expect(ids).not.toContain(first.arrivalId);
  await office.calls.imports.putAside({ arrivalId: again.arrivalId ?? '' });
  expect((await office.calls.imports.quarantine()).map(({ arrivalId }) => arrivalId)).not.toContain(again.arrivalId);
  await expect(accept(again)).rejects.toMatchObject({ data: { code: 'import.gone' } });
});

it('says who compared the fingerprint of the sender, when and how', async () => {
  expect((await arrive(caseOf())).sender).toMatchObject({ name: prison.card.name, comparedOn: today, comparedWith: 'telefon', comparedBy: expect.any(String) });
});

describe('answers', () => {
  it('received at first, accepted after the import', async () => {
    const arrival = await arrive(caseOf());
    expect(await receiptFor(arrival.arrivalId, 'RECEIVED')).toMatchObject({ decision: 'RECEIVED' });
    await expect(receiptFor(arrival.arrivalId, 'ACCEPTED')).rejects.toMatchObject({ data: { code: 'import.acceptFirst' } });
    await accept(arrival);
    expect(await receiptFor(arrival.arrivalId, 'ACCEPTED')).toMatchObject({ decision: 'ACCEPTED', registrationNumber: 'I-1/2026' });
  });

  it('rejected with its reason, and nothing of the case is kept', async () => {
    const caseFile = caseOf();
    const arrival = await arrive(caseFile);
    await expect(receiptFor(arrival.arrivalId, 'REJECTED')).rejects.toMatchObject({ data: { code: 'import.reasonNeeded' } });
    expect(await receiptFor(arrival.arrivalId, 'REJECTED', 'NOT_OURS')).toMatchObject({ decision: 'REJECTED', reason: 'NOT_OURS' });
    expect(await office.core.session.vault.get('people', caseFile.person.id)).toBeUndefined();
  });

  it('decided is decided, also for whoever looks at the quarantine again', async () => {
    const [taken, refusedOne] = [await arrive(caseOf()), await arrive(caseOf())];
    await accept(taken);
    await receiptFor(refusedOne.arrivalId, 'REJECTED', 'NOT_OURS');
    const lying = await office.calls.imports.quarantine();
    expect(lying.find(({ arrivalId }) => arrivalId === taken.arrivalId)).toMatchObject({ state: 'IMPORTED', earlier: { decision: 'ACCEPTED' } });
    expect(lying.find(({ arrivalId }) => arrivalId === refusedOne.arrivalId)).toMatchObject({ state: 'REJECTED', earlier: { decision: 'REJECTED' } });
  });

  it('rejected once is not accepted later: the sender was told', async () => {
    const caseFile = caseOf();
    const arrival = await arrive(caseFile);
    await receiptFor(arrival.arrivalId, 'REJECTED', 'NOT_OURS');
    await expect(accept(arrival)).rejects.toMatchObject({ data: { code: 'import.alreadyRejected' } });
    expect(await office.core.session.vault.get('people', caseFile.person.id)).toBeUndefined();
  });

  it('somebody under 18 is not taken over, and the sender can be told', async () => {
    const caseFile = caseOf({ birthDate: '2010-01-01' });
    const arrival = await arrive(caseFile);
    await expect(accept(arrival)).rejects.toMatchObject({ data: { code: 'person.underAge' } });
    expect(await office.core.session.vault.get('people', caseFile.person.id)).toBeUndefined();
    expect(await receiptFor(arrival.arrivalId, 'REJECTED', 'NOT_OURS')).toMatchObject({ decision: 'REJECTED' });
  });

  it('an envelope that was not decided is gone with the lock: only its file remains', async () => {
    await expect(accept({ arrivalId: newId() })).rejects.toMatchObject({ data: { code: 'import.gone' } });
  });
});

it('the trail says that a number was set, never its text', async () => {
  const arrival = await open(await prison.send(own, { folder, kind: 'handover', caseFile: caseOf({ familyName: 'Numărat' }), number: 'P-8/2026' }));
  const { importId } = await accept(arrival);
  const into = join(folder, newId());
  mkdirSync(into);
  await office.calls.imports.receipt({ importId, folder: office.grant(into, 'folder'), decision: 'ACCEPTED', numberOut: 'C-8/2026' });
  await office.calls.imports.register({ importId, numberIn: 'I-8/2026', receiptNumberOut: 'C-9/2026' });
  const trail = await office.core.session.vault.audit.read({ limit: 200 });
  const told = (action: string) => trail.find((line) => line.action === action)?.details;
  expect([told('import.accept'), told('import.receipt'), told('import.register')]).toMatchObject([{ numberIn: true }, { numberOut: true }, { numberIn: true, receiptNumberOut: true }]);
  expect(JSON.stringify(trail)).not.toMatch(/[PCI]-\d\/2026/);
});
