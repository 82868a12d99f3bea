import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FirstDaysView } from '../../../../shared/contract/first-days.ts';
import type { PackRow } from '../../../../shared/contract/packs.ts';
import type { AppointmentContent } from '../../../../shared/domain/appointment.ts';
import { addDays } from '../../../../shared/domain/dates.ts';
import { seen } from '../../documents/testing/tools.ts';
import { DEMO_PASSWORD, demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { names, others } from '../../demo/story-texts.ts';
import { consequenceChanges } from '../people/consequences.ts';
import { created } from '../work.ts';

/** A Friday; the Tuesday after the weekend is the national day. */
let now = Date.parse('2026-11-27T16:30:00Z');
const today = '2026-11-27';

let folder: string;
let prison: DemoWorkplace;
let personId = '';
let strangerId = '';

const first = async <T>(view: AsyncIterable<T>): Promise<T> => {
  for await (const value of view) return value;
  throw new Error('the view ended before its first value');
};
const view = async (): Promise<FirstDaysView> => first(await prison.calls.firstDays.ofPerson({ personId }));
const packs = async (): Promise<PackRow[]> => first(await prison.calls.packs.list());
const dueLines = async (): Promise<string[]> => {
  const { groups } = await first(await prison.calls.home.due({ whose: 'all', limit: 50 }));
  return groups.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'APPOINTMENT_TO_FIX' || kind === 'APPLICATION_UNANSWERED').map(({ kind, on, count }) => `${kind} ${on} ${count ?? 1}`));
};
const lastEntry = async () => (await prison.core.session.vault.audit.read({ limit: 1 }))[0];

const content: AppointmentContent = { organisation: 'Serviciul de Probațiune', purpose: 'Prima prezentare', domain: 'LEGAL', at: { when: 'NEXT_WORKING_DAY', time: '09:00' }, place: 'Str. Probei nr. 2', bring: ['biletul de liberare'], mandatory: true };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => now);
  await createPrison(prison);
  const { calls } = prison;
  ({ id: personId } = await calls.people.add({ code: 'PZ-1', familyName: 'Exemplu', givenName: 'Ion Vasile', birthDate: '1990-01-01', endOfSentence: addDays(today, 3) }));
  ({ id: strangerId } = await calls.people.add({ code: 'PZ-2', familyName: 'Țurcanu', givenName: 'Ștefan', birthDate: '1985-01-01', endOfSentence: '2031-05-01' }));
  await prison.changeUser(names.coordinator);
  const duty = { ...created(prison.core.session.work()), type: 'user' as const, name: others.dutyOfficer, roles: ['DUTY_OFFICER' as const] };
  const vault = prison.core.session.openVault!;
  await vault.addUser({ id: duty.id, name: duty.name, roles: duty.roles, password: DEMO_PASSWORD }, { action: 'users.add' });
  await vault.commit([{ op: 'put', collection: 'office', doc: duty }], { action: 'users.add' });
  await prison.changeUser(names.educator);
}, 60_000);

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('appointments', () => {
  it('one that follows the release has its day worked out, over the weekend and the national day', async () => {
    const { appointmentId } = await prison.calls.appointments.add({ personId, content });
    expect((await view()).appointments).toMatchObject([{ appointment: { id: appointmentId, status: 'FIXED', lang: 'ro' }, day: '2026-12-02', warnings: [] }]);
    // released a week later, it moves along without anybody touching it
    await prison.calls.people.setDate({ personId, kind: 'END_OF_SENTENCE', date: '2026-12-07', certainty: 'DECIDED', source: 'mandat 1', reasonForChange: 'recalculat' });
    expect((await view()).appointments[0]?.day).toBe('2026-12-08');
  });

  it('one without a day is asked for on the home screen until it has one', async () => {
    const { appointmentId } = await prison.calls.appointments.add({ personId, content: { ...content, organisation: 'AJOFM', domain: 'EMPLOYMENT', mandatory: false, at: { when: 'TO_BE_FIXED' } } });
    expect(await dueLines()).toContain('APPOINTMENT_TO_FIX 2026-12-07 1');
    await prison.calls.appointments.step({ appointmentId, command: 'fix', at: { when: 'EXACT', date: '2026-12-08', time: '09:00' } });
    expect(await dueLines()).toEqual([]);
    expect((await view()).appointments.map(({ warnings }) => warnings)).toEqual([['SAME_TIME'], ['SAME_TIME']]);
  });

  it('moved, the old one stays readable and the new one is linked with it, in one act', async () => {
    const moving = (await view()).appointments.find(({ appointment }) => appointment.organisation === 'AJOFM')!.appointment;
    const { appointmentId } = await prison.calls.appointments.step({ appointmentId: moving.id, command: 'reschedule', at: { when: 'EXACT', date: '2026-12-10' } });
    const all = (await view()).appointments.map(({ appointment }) => appointment);
    expect(all.find(({ id }) => id === moving.id)).toMatchObject({ status: 'RESCHEDULED', followedBy: appointmentId });
    expect(all.find(({ id }) => id === appointmentId)).toMatchObject({ status: 'FIXED', follows: moving.id, at: { when: 'EXACT', date: '2026-12-10' } });
    expect(await lastEntry()).toMatchObject({ action: 'appointments.step', details: { command: 'reschedule', status: 'RESCHEDULED', when: 'EXACT' } });
  });

  it('refuses what cannot be, and leaves everything as it was', async () => {
    const before = JSON.stringify((await view()).appointments);
    const [soon] = (await view()).appointments;
    const refused = async (call: Promise<unknown>): Promise<unknown> => call.catch((error: { data?: { code?: string } }) => error.data?.code);
    expect(await refused(prison.calls.appointments.step({ appointmentId: soon!.appointment.id, command: 'attend' }))).toBe('appointment.notYet');
    expect(await refused(prison.calls.appointments.add({ personId, content: { ...content, at: { when: 'EXACT', date: '2026-11-01' } } }))).toBe('appointment.dayGone');
    expect(await refused(prison.calls.appointments.add({ personId, content: { ...content, serviceId: strangerId } }))).toBe('contact.unknown');
    expect(await refused(prison.calls.appointments.step({ appointmentId: soon!.appointment.id, command: 'cancel' }))).toBe('appointment.reasonNeeded');
    expect(JSON.stringify((await view()).appointments)).toBe(before);
  });

  it('the trail has the kind and the day, never with whom, where or what for', async () => {
    const entries = (await prison.core.session.vault.audit.read({ limit: 200 })).filter(({ action }) => action.startsWith('appointments.'));
    expect(entries.length).toBeGreaterThan(3);
    for (const word of ['Probațiune', 'AJOFM', 'Probei', 'prezentare']) expect(JSON.stringify(entries)).not.toContain(word);
  });
});

describe('applications', () => {
  it('go from the form to the drawer; an answer that does not come is asked for after its day', async () => {
    const { applicationId } = await prison.calls.applications.add({ personId, content: { kind: 'ID_CARD', to: 'SPCLEP Lugoj', cost: '7 lei', paidBy: 'PRISON' } });
    await prison.calls.applications.step({ applicationId, command: 'submit', on: '2026-11-20', expectedBy: '2026-11-26', reference: '4411' });
    expect(await dueLines()).toEqual(['APPLICATION_UNANSWERED 2026-11-26 1']);
    expect((await view()).applications).toMatchObject([{ late: true, application: { status: 'SUBMITTED', reference: '4411', cost: '7 lei' } }]);
    expect((await view()).pack.missing).toContain('ID_PAPER');
    await prison.calls.applications.step({ applicationId, command: 'receive', on: today, storedWith: 'PERSONAL_ITEMS' });
    expect(await dueLines()).toEqual([]);
    expect((await view()).pack.missing).not.toContain('ID_PAPER');
  });
});

describe('the emergency pack', () => {
  const pdfText = async (id: string): Promise<string> => {
    const { pdf } = await prison.calls.packs.preview({ personId: id, document: 'emergency-pack' });
    return seen(new Uint8Array(await pdf.arrayBuffer())).text;
  };

  it('is never stale: what was written a moment ago stands on it', async () => {
    expect(await pdfText(personId)).toContain('Pentru prima noapte nu este nimic aranjat.');
    await prison.calls.firstDays.setDeparture({ personId, thing: 'BED', state: 'ARRANGED', words: 'La sora mea, Str. Făgetului 9', phone: '0256 333 333' });
    const text = await pdfText(personId);
    for (const word of ['La sora mea, Str. Făgetului 9', '0256 333 333', '112', 'Situația din vineri, 27 noiembrie 2026', 'Prima prezentare']) expect(text).toContain(word);
    expect(text).not.toContain('Pentru prima noapte nu este nimic aranjat.');
    for (const word of ['PZ-1', 'Exemplu', 'Penitenciar', names.educator]) expect(text.replace('EXEMPLU', '')).not.toContain(word);
    await prison.calls.firstDays.setDeparture({ personId, thing: 'BED' });
    expect((await view()).pack.missing).toContain('BED');
  });

  it('says in the list what it would leave open, and needs no plan', async () => {
    expect(await packs()).toMatchObject([{ personId, why: 'NEAR', missing: ['BED', 'TRAVEL', 'MEDICINES', 'MONEY', 'OBLIGATIONS'], documents: [{ document: 'emergency-pack', language: 'ro' }] }]);
  });

  it('of somebody nobody expected to leave is opened with a reason, for three days, by whoever is on duty', async () => {
    await prison.changeUser(others.dutyOfficer);
    await expect(pdfText(strangerId)).rejects.toMatchObject({ data: { code: 'pack.notReady' } });
    expect(await prison.calls.packs.find({ text: 'turc' })).toEqual([{ personId: strangerId, name: 'Țurcanu Ștefan', code: 'PZ-2' }]);
    // whose pack lies ready already is not opened a second time
    expect(await prison.calls.packs.find({ text: 'PZ-1' })).toEqual([]);
    await prison.calls.packs.open({ personId: strangerId, reason: 'COURT_ORDER', words: 'încheierea 77/2026' });
    expect(await lastEntry()).toMatchObject({ action: 'packs.open', details: { reason: 'COURT_ORDER' } });
    expect(JSON.stringify(await lastEntry())).not.toContain('77/2026');
    await expect(prison.calls.packs.open({ personId: strangerId, reason: 'OTHER', words: 'x' })).rejects.toMatchObject({ data: { code: 'pack.alreadyOpen' } });
    expect((await packs()).find((row) => row.personId === strangerId)).toMatchObject({ why: 'OPENED', releasedOn: '2031-05-01' });
    expect(await pdfText(strangerId)).toContain('Plec: joi, 1 mai 2031');
    expect(await lastEntry()).toMatchObject({ action: 'document.preview', details: { document: 'emergency-pack' } });
    const { previewId } = await prison.calls.packs.preview({ personId: strangerId, document: 'emergency-pack' });
    await prison.calls.packs.print({ previewId, pages: 2 });
    expect(await lastEntry()).toMatchObject({ action: 'document.print', details: { document: 'emergency-pack' } });
    // the sheets alone: no case opens to somebody who only hands out papers
    await expect(prison.calls.firstDays.ofPerson({ personId: strangerId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    now += 3 * 86_400_000;
    expect((await packs()).map((row) => row.personId)).toEqual([personId]);
    now -= 3 * 86_400_000;
    await prison.changeUser(names.educator);
  });

  it('what was arranged for an earlier release is kept, and says nothing of a new stay', async () => {
    const work = prison.core.session.work();
    await prison.calls.firstDays.setDeparture({ personId, thing: 'MONEY', state: 'ARRANGED', words: '50 lei' });
    await work.vault.commit(await consequenceChanges(work, personId, 'NEW_ROUND', today), { action: 'test' });
    const { appointments, departure, itinerary } = await view();
    expect(appointments.length).toBeGreaterThan(2);
    expect(appointments.every(({ appointment }) => appointment.past === true)).toBe(true);
    expect([departure, JSON.stringify(itinerary).includes('"kind":"APPOINTMENT"')]).toEqual([{}, false]);
    const [old] = appointments;
    await expect(prison.calls.appointments.step({ appointmentId: old!.appointment.id, command: 'cancel', reason: 'x' })).rejects.toMatchObject({ data: { code: 'appointment.over' } });
  });

  it('and every paper stops when somebody has died', async () => {
    const work = prison.core.session.work();
    const person = (await work.vault.get('people', personId))!;
    await work.vault.commit([{ op: 'put', collection: 'people', doc: { ...person, status: 'DECEASED' } }], { action: 'test' });
    expect(await packs()).toEqual([expect.objectContaining({ personId: strangerId })]);
    expect(await dueLines()).toEqual([]);
    await expect(prison.calls.appointments.add({ personId, content })).rejects.toMatchObject({ data: { code: 'firstDays.stopped' } });
    await expect(prison.calls.firstDays.setDeparture({ personId, thing: 'BED', state: 'DECLINED' })).rejects.toMatchObject({ data: { code: 'firstDays.stopped' } });
  });
});
