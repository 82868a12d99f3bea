import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceCard } from '../../../../shared/domain/card.ts';
import { buildCard, cardFile } from '../../envelope/card.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { openAs, otherOffice, trustIn, type OtherOffice } from '../../../../tests/offices/other-office.ts';
import { existing, newId } from '../work.ts';

let folder: string;
let prison: DemoWorkplace;
let probation: OtherOffice;
let own: ServiceCard;
const today = '2026-11-22';
const mandate = { kind: 'VOLUNTARY_AFTERCARE', act: 'cerere 1', date: today } as const;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  probation = await otherOffice('probation', 'Serviciul de Probațiune Test');
  await createPrison(prison);
  await trustIn(prison, probation, folder);
  own = (await prison.calls.contacts.own()).card;
});

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A person with a plan in force. */
const personWithPlan = async (): Promise<string> => {
  const { id } = await prison.calls.people.add({ code: newId().slice(-8), familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' });
  await planWith(prison, id, today);
  return id;
};

const prepared = async (personId: string): Promise<{ handoverId: string; personId: string }> => {
  const request = { personId, recipientServiceId: probation.card.serviceId, mandate };
  const { caseHash } = await prison.calls.handovers.preview(request);
  return { personId, ...(await prison.calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash })) };
};

const authorised = async (personId: string): Promise<{ handoverId: string }> => {
  const handover = await prepared(personId);
  await prison.changeUser(names.coordinator);
  await prison.calls.handovers.authorise(handover);
  await prison.changeUser(names.educator);
  return handover;
};

const emptyFolder = (): string => {
  const path = join(folder, newId());
  mkdirSync(path);
  return path;
};

const seal = (handover: { handoverId: string }, into: string) => prison.calls.handovers.seal({ ...handover, folder: prison.grant(into, 'folder') });
const take = (file: string) => prison.calls.handovers.importReceipt({ file: prison.grant(file, 'envelope') });
/** The code a call is refused or fails with. */
const problemsOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: { data?: { code: string } }) => error.data?.code ?? String(error),
  );
/** The list of what was sealed, as it stands now. */
const rows = async () => {
  for await (const value of await prison.calls.handovers.list()) return value;
  return [];
};
const stateOf = async ({ handoverId }: { handoverId: string }) => existing(prison.core.session.work(), 'handovers', handoverId, 'handover');

describe('nothing leaves without', () => {
  it('a plan in force', async () => {
    const { id } = await prison.calls.people.add({ code: 'fara-plan', familyName: 'Fără', givenName: 'Plan', birthDate: '1990-01-01' });
    await expect(prison.calls.handovers.preview({ personId: id, recipientServiceId: probation.card.serviceId, mandate })).rejects.toMatchObject({
      data: { code: 'handover.noPlanInForce' },
    });
  });

  it('a recipient whose fingerprint was compared', async () => {
    const stranger = await otherOffice('probation', 'Necunoscut');
    const file = join(folder, 'stranger.json');
    writeFileSync(file, cardFile(stranger.card));
    await prison.calls.contacts.importCard({ file: prison.grant(file, 'card') });
    const personId = await personWithPlan();
    await expect(prison.calls.handovers.preview({ personId, recipientServiceId: stranger.card.serviceId, mandate })).rejects.toMatchObject({
      data: { code: 'contact.notTrusted' },
    });
  });

  it('an office that follows people after release: this profile is not for another prison', async () => {
    const other = await otherOffice('prison', 'Penitenciarul Vecin');
    await trustIn(prison, other, folder);
    const personId = await personWithPlan();
    await expect(prison.calls.handovers.preview({ personId, recipientServiceId: other.card.serviceId, mandate })).rejects.toMatchObject({
      data: { code: 'handover.notToThem' },
    });
  });

  it('the preview that was read', async () => {
    const personId = await personWithPlan();
    await expect(
      prison.calls.handovers.prepare({ personId, recipientServiceId: probation.card.serviceId, mandate, documentLanguage: 'ro', confirmedCaseHash: 'x' }),
    ).rejects.toMatchObject({ data: { code: 'handover.contentChanged' } });
  });

  it('a second person', async () => {
    const personId = await personWithPlan();
    await prison.changeUser(names.coordinator);
    const handover = await prepared(personId);
    await expect(prison.calls.handovers.authorise(handover)).rejects.toMatchObject({ data: { code: 'handover.secondPersonNeeded' } });
    await expect(seal(handover, emptyFolder())).rejects.toMatchObject({ data: { code: 'handover.notAuthorised' } });
    await prison.changeUser(names.educator);
  });

  it('an authorisation really signed for this content: one written into the record is refused', async () => {
    const handover = await authorised(await personWithPlan());
    const doc = await stateOf(handover);
    const mandateChanged = { ...doc, caseFile: { ...doc.caseFile, registrationNumber: 'forged' } };
    await prison.core.session.vault.commit([{ op: 'put', collection: 'handovers', doc: mandateChanged }], { action: 'test' });
    await expect(seal(handover, emptyFolder())).rejects.toMatchObject({ data: { code: 'handover.authorisationInvalid' } });
  });
});

it('what was said about health, and choices that are no business of probation, stay in the prison', async () => {
  const personId = await personWithPlan();
  const { calls } = prison;
  const { roundId } = await calls.needs.openRound({ personId, kind: 'REVIEW', conductedOn: today, sources: ['INTERVIEW'] });
  for (const domain of ['HEALTH', 'SUBSTANCE_USE', 'FAMILY'] as const) {
    await calls.needs.record({ roundId, domain, answer: 'NEED', level: 1, strengths: `tare ${domain}`, statement: { text: `vorbe ${domain}`, lang: 'ro', basis: 'PERSON_SAYS' } });
  }
  await calls.needs.closeRound({ roundId });
  await calls.consents.record({ personId, purpose: 'STORY', decision: 'REFUSED', on: today, lang: 'ro' });
  const { caseFile } = await calls.handovers.preview({ personId, recipientServiceId: probation.card.serviceId, mandate });
  const text = JSON.stringify(caseFile);
  for (const kept of ['vorbe HEALTH', 'tare HEALTH', 'vorbe SUBSTANCE_USE', 'tare SUBSTANCE_USE', 'STORY']) expect(text).not.toContain(kept);
  expect(text).toContain('vorbe FAMILY');
  expect(caseFile.needs?.domains.find(({ domain }) => domain === 'HEALTH')).toMatchObject({ answer: 'NEED', level: 1 });
  expect(caseFile.notIncluded).toContainEqual({ what: 'HEALTH_RECORDS', why: 'WITHHELD_BY_RULE' });
});

it('aftercare that the person asked for ends with their word', async () => {
  const personId = await personWithPlan();
  for (const decision of ['GIVEN', 'WITHDRAWN'] as const) await prison.calls.consents.record({ personId, purpose: 'PLAN_SHARING', decision, on: today, lang: 'ro' });
  const request = { personId, recipientServiceId: probation.card.serviceId };
  await expect(prison.calls.handovers.preview({ ...request, mandate })).rejects.toMatchObject({ data: { code: 'handover.sharingRefused' } });
  expect(await prison.calls.handovers.preview({ ...request, mandate: { ...mandate, kind: 'SUPERVISION' } })).toHaveProperty('caseHash');
});

it("the officer's plan is saved in clear only after a second person authorised it; the person's copy always", async () => {
  const personId = await personWithPlan();
  const handover = await prepared(personId);
  const file = (name: string) => prison.grant(join(folder, name), 'save');
  const plan = { personId, document: 'plan', language: 'ro', handoverId: handover.handoverId } as const;
  await expect(prison.calls.documents.save({ ...plan, file: file('plan.pdf') })).rejects.toMatchObject({ data: { code: 'document.notAuthorised' } });
  expect(await prison.calls.documents.save({ personId, document: 'person-copy', language: 'ro', file: file('copie.pdf') })).toMatchObject({ name: 'copie.pdf' });
  await prison.changeUser(names.coordinator);
  await prison.calls.handovers.authorise(handover);
  await prison.changeUser(names.educator);
  expect(await prison.calls.documents.save({ ...plan, file: file('plan.pdf') })).toMatchObject({ name: 'plan.pdf' });
});

it('a change after the authorisation sends it back to be read again', async () => {
  const personId = await personWithPlan();
  const handover = await authorised(personId);
  await prison.calls.consents.record({ personId, purpose: 'MENTOR', decision: 'REFUSED', on: today, lang: 'ro' });
  const into = emptyFolder();
  await expect(seal(handover, into)).rejects.toMatchObject({ data: { code: 'handover.contentChanged' } });
  expect(readdirSync(into)).toEqual([]);
  expect((await stateOf(handover)).status).toBe('DRAFT');
  // taken up again: the same hand-over, read and authorised anew
  const again = await authorised(personId);
  expect(again.handoverId).toBe(handover.handoverId);
  await seal(again, into);
  expect((await stateOf(again)).status).toBe('SEALED');
});

it('preparing again before it is sealed changes the same hand-over and drops its authorisation', async () => {
  const personId = await personWithPlan();
  const handover = await authorised(personId);
  const again = await prepared(personId);
  expect(again.handoverId).toBe(handover.handoverId);
  const doc = await stateOf(handover);
  expect(doc).toMatchObject({ status: 'CHECKED', history: [{ status: 'DRAFT' }, { status: 'CHECKED' }, { status: 'AUTHORISED' }, { status: 'DRAFT' }, { status: 'CHECKED' }] });
  expect(doc).not.toHaveProperty('authorisation');
  await expect(seal(handover, emptyFolder())).rejects.toMatchObject({ data: { code: 'handover.notAuthorised' } });
});

it('who may authorise is known by name', async () => {
  expect((await prison.calls.handovers.authorisers()).map(({ name }) => name)).toEqual([names.coordinator]);
});

it('a medium that is gone leaves it authorised, and another medium takes it', async () => {
  const handover = await authorised(await personWithPlan());
  await expect(seal(handover, join(folder, 'pulled-out'))).rejects.toMatchObject({ data: { code: 'envelope.MEDIUM_REMOVED' } });
  expect(await stateOf(handover)).toMatchObject({ status: 'AUTHORISED' });
  expect(await stateOf(handover)).not.toHaveProperty('envelope');
  const { fileName } = await seal(handover, emptyFolder());
  expect(fileName).toMatch(/^VARCO-handover-2026-[0-9a-f]{4}-\d{6}\.zip\.age$/);
});

it('a medium that was put in again is looked at as often as one likes; only a faulty one that is still here is written anew', async () => {
  const { calls } = prison;
  const handover = await authorised(await personWithPlan());
  const into = emptyFolder();
  const check = async (at = into) => (await calls.handovers.checkMedium({ handoverIds: [handover.handoverId], folder: prison.grant(at, 'folder') })).map(({ result }) => result);
  expect(await problemsOf(check())).toBe('handover.nothingWritten');
  const { fileName } = await seal(handover, into);
  expect(await check()).toEqual(['WHOLE']);
  expect(await problemsOf(calls.handovers.writeAgain(handover))).toBe('handover.mediumNotFaulty');
  expect(await check(emptyFolder())).toEqual(['NOT_THERE']);
  expect(await problemsOf(calls.handovers.writeAgain(handover))).toBe('handover.mediumNotFaulty');
  expect(await problemsOf(check(join(folder, 'pulled-out')))).toBe('envelope.MEDIUM_REMOVED');
  writeFileSync(join(into, fileName), 'X', { flag: 'r+' });
  expect(await check()).toEqual(['DIFFERS']);
  expect((await stateOf(handover)).mediumChecks?.map(({ result }) => result)).toEqual(['WHOLE', 'NOT_THERE', 'DIFFERS']);
  const [entry] = await prison.core.session.vault.audit.read({ limit: 1 });
  expect(entry).toMatchObject({ action: 'handover.checkMedium', details: { handover: handover.handoverId, result: 'DIFFERS' } });
  await calls.handovers.writeAgain(handover);
  expect(await stateOf(handover)).toMatchObject({ status: 'AUTHORISED' });
  expect(await stateOf(handover)).not.toHaveProperty('envelope');
  expect((await seal(handover, emptyFolder())).fileName).not.toBe(fileName);
  expect(await stateOf(handover)).not.toHaveProperty('mediumChecks');
});

it('a medium that is lost loses its hand-over together with the entry in the book of breaches, once; the next one is a new one', async () => {
  const { calls } = prison;
  const personId = await personWithPlan();
  const handover = await authorised(personId);
  await seal(handover, emptyFolder());
  const lost = { kind: 'LOST_MEDIUM', noticed: { on: today, time: '09:00' }, data: ['PLAN'], people: 1, personIds: [personId], sealed: 'YES', what: 'pierdut pe drum', handoverId: handover.handoverId } as const;
  await calls.breaches.report({ ...lost, data: ['PLAN'], personIds: [personId] });
  expect(await stateOf(handover)).toMatchObject({ status: 'LOST' });
  expect(await problemsOf(calls.breaches.report({ ...lost, data: ['PLAN'], personIds: [personId] }))).toBe('machine.handover');
  expect((await prepared(personId)).handoverId).not.toBe(handover.handoverId);
});

describe('an exercise', () => {
  it('goes through all three acts to a service that does not exist, and is never listed as sent without its mark', async () => {
    const { calls } = prison;
    const practice = await calls.contacts.addPractice({ language: 'en' });
    expect(await calls.contacts.addPractice({ language: 'ro' })).toEqual(practice);
    expect(practice).toMatchObject({ practice: true, trust: 'TRUSTED', kind: 'probation' });
    expect(practice.name).toMatch(/^EXERCISE/);
    const personId = await personWithPlan();
    const request = { personId, recipientServiceId: practice.serviceId, mandate: { kind: 'PRACTICE', act: 'EXERCISE', date: today } } as const;
    const { caseHash } = await calls.handovers.preview(request);
    const handover = await calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash });
    await prison.changeUser(names.coordinator);
    await calls.handovers.authorise(handover);
    await prison.changeUser(names.educator);
    const into = emptyFolder();
    const { fileName } = await seal(handover, into);
    expect(fileName).toMatch(/^VARCO-handover-EXERCISE-/);
    expect(await stateOf(handover)).toMatchObject({ status: 'SEALED', practice: true });
    expect((await rows()).find(({ id }) => id === handover.handoverId)).toMatchObject({ practice: true });
    // nobody holds the key: not this workplace either
    const report = problemsOf(take(join(into, fileName)));
    expect(await report).toBe('envelope.NOT_FOR_US');
    await calls.contacts.removePractice();
    await calls.contacts.removePractice();
    expect(await problemsOf(calls.handovers.preview(request))).toBe('contact.unknown');
  });

  it('and the law do not mix', async () => {
    const { calls } = prison;
    const { serviceId } = await calls.contacts.addPractice({ language: 'ro' });
    const personId = await personWithPlan();
    expect(await problemsOf(calls.handovers.preview({ personId, recipientServiceId: serviceId, mandate }))).toBe('handover.practiceOnly');
    const exercise = { kind: 'PRACTICE', act: 'EXERCISE', date: today } as const;
    expect(await problemsOf(calls.handovers.preview({ personId, recipientServiceId: probation.card.serviceId, mandate: exercise }))).toBe('handover.practiceGround');
  });
});

describe('registration numbers', () => {
  it('go out and come in, before the act or after it; the trail says which was set, never its text', async () => {
    const handover = await authorised(await personWithPlan());
    const { calls } = prison;
    await seal(handover, emptyFolder());
    expect(await problemsOf(calls.handovers.register({ ...handover, receiptNumberIn: 'P-9' }))).toBe('handover.noReceipt');
    await calls.handovers.register({ ...handover, numberOut: 'P-1/2026' });
    const [entry] = await prison.core.session.vault.audit.read({ limit: 1 });
    expect(entry).toMatchObject({ action: 'handover.register', details: { numberOut: true } });
    const { envelope } = await stateOf(handover);
    const answers = { envelopeId: envelope?.id ?? '', tagManifestSha256: envelope?.tagManifestSha256 ?? '' };
    const first = await probation.send(own, { folder, kind: 'receipt', receipt: { answers, decision: 'RECEIVED' }, number: 'C-1/2026' });
    await prison.calls.handovers.importReceipt({ file: prison.grant(first, 'envelope'), numberIn: 'P-2/2026' });
    await take(await probation.send(own, { folder, kind: 'receipt', receipt: { answers, decision: 'ACCEPTED' }, number: 'C-2/2026' }));
    await calls.handovers.register({ ...handover, receiptNumberIn: 'P-3/2026' });
    expect(await stateOf(handover)).toMatchObject({
      status: 'ACCEPTED',
      registrationNumberOut: 'P-1/2026',
      earlierReceipts: [{ decision: 'RECEIVED', numberOut: 'C-1/2026', numberIn: 'P-2/2026' }],
      receipt: { decision: 'ACCEPTED', numberOut: 'C-2/2026', numberIn: 'P-3/2026' },
    });
    expect((await rows()).find(({ id }) => id === handover.handoverId)).toMatchObject({ numberOut: 'P-1/2026', receipt: { numberIn: 'P-3/2026' } });
    const request = { personId: await personWithPlan(), recipientServiceId: probation.card.serviceId, mandate, registrationNumberOut: 'P-4/2026' };
    const { caseHash } = await calls.handovers.preview(request);
    await calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash });
    const trail = await prison.core.session.vault.audit.read({ limit: 40 });
    const told = (action: string) => trail.filter((line) => line.action === action).map(({ details }) => details);
    expect(told('handover.register')).toMatchObject([{ receiptNumberIn: true }, { numberOut: true }]);
    expect(told('handover.receipt').slice(0, 2)).toMatchObject([{ numberOut: true }, { numberOut: true, numberIn: true }]);
    expect(told('handover.prepare')[0]).toMatchObject({ numberOut: true });
    expect(JSON.stringify(trail)).not.toMatch(/[PC]-\d\/2026/);
  });
});

describe('a sealed hand-over', () => {
  // sealed once: no case below changes what another one looks at
  let sent: { handoverId: string };
  let fileAt: string;
  let answers: { envelopeId: string; tagManifestSha256: string };
  const steps = new Set<string>();

  beforeAll(async () => {
    sent = await authorised(await personWithPlan());
    const stop = new AbortController();
    const view = await prison.calls.handovers.sealing(sent, { signal: stop.signal });
    const looking = (async () => {
      for await (const { step } of view) steps.add(step);
    })();
    const into = emptyFolder();
    fileAt = join(into, (await seal(sent, into)).fileName);
    stop.abort();
    await looking.catch(() => undefined);
    const { envelope } = await stateOf(sent);
    answers = { envelopeId: envelope?.id ?? '', tagManifestSha256: envelope?.tagManifestSha256 ?? '' };
  });

  it('is byte for byte what was previewed', async () => {
    const envelope = await openAs(probation, own, readFileSync(fileAt));
    const sealed = envelope.payload.find(({ path }) => path === 'data/case.json');
    expect(JSON.parse(Buffer.from(sealed?.bytes ?? []).toString('utf8'))).toEqual((await stateOf(sent)).caseFile);
    expect(envelope.payload.map(({ path }) => path)).toEqual(['data/case.json', 'data/plan-ro.pdf']);
  });

  it('told how far it was, step by step', () => {
    for (const step of ['document', 'seal']) expect([...steps]).toContain(step);
  });

  it('is moved on by its receipt, once', async () => {
    const file = await probation.send(own, { folder, kind: 'receipt', receipt: { answers, decision: 'ACCEPTED' } });
    expect(await take(file)).toMatchObject({ ...sent, decision: 'ACCEPTED', repeated: false });
    expect(await take(file)).toMatchObject({ repeated: true });
    expect((await stateOf(sent)).status).toBe('ACCEPTED');
  });

  it.each([
    ['one that names another content', () => ({ ...answers, tagManifestSha256: 'a'.repeat(64) }), 'envelope.NOT_EXCHANGED'],
    ['one for an envelope we never sent', () => ({ envelopeId: newId(), tagManifestSha256: 'a'.repeat(64) }), 'envelope.NOT_EXCHANGED'],
  ])('%s is refused as a receipt', async (_name, answering, code) => {
    const file = await probation.send(own, { folder, kind: 'receipt', receipt: { answers: answering(), decision: 'ACCEPTED' } });
    await expect(take(file)).rejects.toMatchObject({ data: { code } });
  });

  it('takes no receipt of a service that we do not know, and none of another service that we do', async () => {
    const stranger = await otherOffice('probation', 'Altul');
    const receipt = { folder, kind: 'receipt', receipt: { answers, decision: 'ACCEPTED' } } as const;
    await expect(take(await stranger.send(own, receipt))).rejects.toMatchObject({ data: { code: 'envelope.UNKNOWN_SENDER' } });
    await trustIn(prison, stranger, folder);
    await expect(take(await stranger.send(own, receipt))).rejects.toMatchObject({ data: { code: 'envelope.NOT_EXCHANGED' } });
  });
});

it('a card that changed in any other way than a rotation is an alarm and stops sealing', async () => {
  const office = await otherOffice('probation', 'Serviciul Schimbat');
  await trustIn(prison, office, folder);
  const handed = join(folder, 'changed.json');
  const { serviceId, kind, name, reads, validFrom } = office.card;
  const thief = await otherOffice('probation', 'Hoțul');
  writeFileSync(handed, cardFile(buildCard({ serviceId, kind, name, reads, validFrom, validTo: '2032-01-01', demo: true }, thief.keys)));
  expect(await prison.calls.contacts.importCard({ file: prison.grant(handed, 'card') })).toMatchObject({ trust: 'CHANGED' });
  const personId = await personWithPlan();
  await expect(prison.calls.handovers.preview({ personId, recipientServiceId: serviceId, mandate })).rejects.toMatchObject({ data: { code: 'contact.notTrusted' } });
});
