import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ServiceCard } from '../../../../shared/domain/card.ts';
import type { OrganisationContent } from '../../../../shared/domain/directory.ts';
import type { SharedPackKind } from '../../../../shared/domain/shared-pack.ts';
import { openAs, otherOffice, trustIn, type OtherOffice } from '../../../../tests/offices/other-office.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { find } from '../query.ts';
import { existing, newId } from '../work.ts';
import { usefulServices } from '../first-days/useful-services.ts';

const today = '2026-11-22';
let folder: string;
let prison: DemoWorkplace;
let sender: OtherOffice;
let own: ServiceCard;
let contactId: string;
let sequence = 0;
let at = Date.parse(`${today}T10:00:00Z`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  // every look at the clock is a moment later: what changed since is told by its time
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => (at += 10));
  sender = await otherOffice('probation', 'Serviciul de Probațiune Test');
  await createPrison(prison);
  contactId = await trustIn(prison, sender, folder);
  own = (await prison.calls.contacts.own()).card;
  await prison.changeUser(names.coordinator);
}, 60_000);

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const organisation = (name: string, over: object = {}) => ({ id: newId(), what: 'organisation', name, kind: 'NGO', municipality: 'Cluj-Napoca', phone: '+40 264 000 001', helpsWith: ['ACCOMMODATION'], ...over });
const course = (code: string, over: object = {}) => ({ id: newId(), what: 'programme', code, title: { en: code, it: code, ro: code }, area: 'EDUCATION', provider: 'Școala', hours: 20, ...over });
const goal = (title: string, over: object = {}) => ({ id: newId(), what: 'goal', domain: 'FINANCE', line: 'SOCIAL', horizon: 'IN_CUSTODY', lang: 'ro', title, measure: 'Am un plan scris', steps: [{ owner: 'PERSON', carriesOver: false, text: 'Scriu ce datorez' }], ...over });

interface Sent {
  readonly kind?: SharedPackKind;
  readonly version?: number;
  readonly over?: object;
  readonly by?: OtherOffice;
  readonly no?: number;
}
const file = async (lines: readonly unknown[], { kind = 'directory', version = 1, over = {}, by = sender, no = ++sequence }: Sent = {}) =>
  by.send(own, { folder, kind, sequence: no, file: { path: 'pack.json', json: { format: 'varco-pack', version, kind, dataAsOf: today, lines, ...over }, payloads: { pack: version } } });
const open = async (path: string) => prison.calls.imports.open({ file: prison.grant(path, 'envelope') });
const arrive = async (lines: readonly unknown[], sent?: Sent) => open(await file(lines, sent));
const failedWith = async (lines: readonly unknown[], sent?: Sent): Promise<string | undefined> => (await arrive(lines, sent)).checks.find(({ state }) => state === 'failed')?.code;
const review = async (arrivalId: string | undefined) => prison.calls.sharedPacks.review({ arrivalId: arrivalId ?? '' });
const take = async (lines: readonly unknown[], which: 'ALL_NEW' | readonly string[] = 'ALL_NEW', sent?: Sent) => {
  const { arrivalId = '' } = await arrive(lines, sent);
  const { seen } = await review(arrivalId);
  return prison.calls.sharedPacks.apply({ arrivalId, take: which === 'ALL_NEW' ? which : [...which], seen });
};
const services = () => find(prison.core.session.vault, 'partners', 'organisation', { selector: {} });
const theirs = async (lineId: string) => (await services()).find(({ from }) => from?.lineId === lineId);
const refusal = (code: string) => ({ data: { code } });
const entries = async (): Promise<readonly string[]> => (await prison.core.session.vault.audit.read({ limit: 1 })).map(({ action }) => action);
const content: OrganisationContent = { name: 'Cantina Sf. Ana', kind: 'NGO', municipality: 'Aiud', phone: '0258 000 002', helpsWith: ['FINANCE'], persons: [{ name: 'Maria Exemplu', phone: '0258 000 003', publishes: false }], publishes: 'SERVICE' };

describe('who may send us packs', () => {
  it('nobody, however well their card was compared; whom a coordinator names, until it is taken away', async () => {
    expect(await failedWith([organisation('Adăpost')])).toBe('envelope.KIND_NOT_ALLOWED');
    await prison.calls.sharedPacks.allow({ contactId, allowed: true });
    expect(await entries()).toEqual(['contacts.allowPacks']);
    expect(await failedWith([organisation('Adăpost')])).toBeUndefined();
    await prison.calls.sharedPacks.allow({ contactId, allowed: false });
    expect(await failedWith([organisation('Adăpost')])).toBe('envelope.KIND_NOT_ALLOWED');
    await prison.calls.sharedPacks.allow({ contactId, allowed: true });
  });

  it('not a service whose fingerprint was never compared', async () => {
    const stranger = await otherOffice('prison', 'Necomparat');
    const id = await trustIn(prison, stranger, folder);
    await prison.calls.sharedPacks.allow({ contactId: id, allowed: true });
    const contact = await existing(prison.core.session.work(), 'office', id, 'contact');
    await prison.core.session.vault.commit([{ op: 'put', collection: 'office', doc: { ...contact, trust: 'CHANGED' } }], { action: 'contacts.import' });
    expect(await failedWith([organisation('Adăpost')], { by: stranger })).toBe('envelope.SENDER_NOT_TRUSTED');
    await prison.calls.sharedPacks.allow({ contactId: id, allowed: false });
    await expect(prison.calls.sharedPacks.allow({ contactId: id, allowed: true })).rejects.toMatchObject(refusal('contact.notTrusted'));
  });

  it('the word taken away while a pack lies in quarantine counts', async () => {
    const { arrivalId = '' } = await arrive([organisation('Adăpost')]);
    const { seen } = await review(arrivalId);
    await prison.calls.sharedPacks.allow({ contactId, allowed: false });
    await expect(prison.calls.sharedPacks.apply({ arrivalId, take: 'ALL_NEW', seen })).rejects.toMatchObject(refusal('envelope.KIND_NOT_ALLOWED'));
    await prison.calls.sharedPacks.allow({ contactId, allowed: true });
    expect(await services()).toEqual([]);
  });
});

describe('what is refused before anybody looks', () => {
  it('a line that is not what it says, and a newer version; the rest of the table is read-shared-pack.test.ts', async () => {
    expect(await failedWith([organisation('=HYPERLINK("http://x")')])).toBe('envelope.PAYLOAD_INVALID');
    expect(await failedWith([organisation('A')], { over: { dataAsOf: '2030-01-01' } })).toBe('envelope.PAYLOAD_INVALID');
    expect(await failedWith([organisation('A')], { version: 2 })).toBe('envelope.PAYLOAD_NEWER');
    expect(await services()).toEqual([]);
  });

  it('an id of ours that somebody else claims', async () => {
    const { id } = await prison.calls.directory.add(content);
    expect(await failedWith([organisation('Altul', { id })])).toBe('envelope.PAYLOAD_INVALID');
    expect(await existing(prison.core.session.work(), 'partners', id, 'organisation')).toMatchObject({ name: content.name });
    await prison.calls.directory.remove({ id });
  });
});

describe('a pack, line by line', () => {
  const [home, food, faith] = [organisation('Adăpost'), organisation('Cantina', { kind: 'MOON_BASE', helpsWith: ['FINANCE', 'SPACE'] }), organisation('Parohia')];
  let packId = '';

  it('nothing applies before somebody looked, and only what was looked at', async () => {
    const { arrivalId = '', pack } = await arrive([home, food, faith]);
    expect(pack).toEqual({ kind: 'directory', lines: 3, state: 'ARRIVED' });
    await expect(prison.calls.sharedPacks.apply({ arrivalId, take: 'ALL_NEW', seen: '' })).rejects.toMatchObject(refusal('machine.sharedPack'));
    const looked = await review(arrivalId);
    expect(looked.lines.map(({ standing }) => standing)).toEqual(['NEW', 'NEW', 'NEW']);
    await expect(prison.calls.sharedPacks.apply({ arrivalId, take: 'ALL_NEW', seen: 'other' })).rejects.toMatchObject(refusal('sharedPack.changedSince'));
    await expect(prison.calls.sharedPacks.apply({ arrivalId, take: [], seen: looked.seen })).rejects.toMatchObject(refusal('sharedPack.nothingTaken'));
    await expect(prison.calls.sharedPacks.apply({ arrivalId, take: [newId()], seen: looked.seen })).rejects.toMatchObject(refusal('sharedPack.notTakeable'));
    expect(await services()).toEqual([]);
    ({ packId } = await prison.calls.sharedPacks.apply({ arrivalId, take: [home.id, food.id], seen: looked.seen }));
    expect(await entries()).toEqual(['sharedPack.apply']);
    await expect(prison.calls.sharedPacks.apply({ arrivalId, take: [faith.id], seen: looked.seen })).rejects.toMatchObject(refusal('machine.sharedPack'));
  });

  it('says where it came from; codes not known here are kept, and nothing of it is passed on', async () => {
    expect(await theirs(food.id)).toMatchObject({ kind: 'MOON_BASE', helpsWith: ['FINANCE', 'SPACE'], publishes: 'NOTHING', from: { name: sender.card.name, dataAsOf: today } });
    expect(await theirs(faith.id)).toBeUndefined();
    expect((await prison.calls.sharedPacks.offer({ kind: 'directory' })).lines).toEqual([]);
    expect((await usefulServices(prison.core.session.work(), 'Cluj-Napoca')).map(({ name }) => name)).toEqual(['Adăpost', 'Cantina']);
  });

  it('changed, same, gone: old beside new, and nothing of it among all that is new', async () => {
    const park = organisation('Parc');
    const lines = [{ ...home, phone: '+40 264 000 009' }, faith, park];
    const { arrivalId = '' } = await arrive(lines);
    const looked = await review(arrivalId);
    expect(looked.lines.map(({ name, standing, fields }) => [name, standing, fields.length])).toEqual([
      ['Adăpost', 'CHANGED', 1],
      ['Parohia', 'NEW', 5],
      ['Parc', 'NEW', 5],
      ['Cantina', 'GONE', 5],
    ]);
    expect(looked.lines[0]?.fields).toEqual([{ field: 'phone', here: '+40 264 000 001', there: '+40 264 000 009' }]);
    await prison.calls.sharedPacks.apply({ arrivalId, take: 'ALL_NEW', seen: looked.seen });
    expect(await theirs(home.id)).toMatchObject({ phone: '+40 264 000 001' });
    expect(await theirs(food.id)).toBeDefined();
  });

  it('the newer one is taken back first; then what the older brought goes, and its file may be looked at again', async () => {
    await expect(prison.calls.sharedPacks.undo({ packId })).rejects.toMatchObject(refusal('sharedPack.newerCame'));
    const came = await packsHere();
    await prison.calls.sharedPacks.undo({ packId: came.find(({ state, id }) => state === 'APPLIED' && id !== packId)?.id ?? '' });
    await prison.calls.sharedPacks.undo({ packId });
    expect(await entries()).toEqual(['sharedPack.undo']);
    expect(await services()).toEqual([]);
    await expect(prison.calls.sharedPacks.undo({ packId })).rejects.toMatchObject(refusal('machine.sharedPack'));
  });
});

const packsHere = async () => {
  for await (const { came } of await prison.calls.sharedPacks.list()) return came;
  return [];
};

describe('what was changed here', () => {
  let packId: string;
  const line = organisation('Casa Bună');
  beforeEach(async () => {
    for (const { id } of await services()) await prison.calls.directory.remove({ id });
    for (const { id } of (await packsHere()).filter(({ state }) => state === 'APPLIED')) await markUndone(id);
    ({ packId } = await take([line]));
  });
  /** Leaves no applied pack behind that a case before removed by hand. */
  const markUndone = async (id: string) => {
    const pack = await existing(prison.core.session.work(), 'partners', id, 'sharedPack');
    await prison.core.session.vault.commit([{ op: 'put', collection: 'partners', doc: { ...pack, state: 'UNDONE' } }], { action: 'sharedPack.undo' });
  };
  const edit = async () => {
    const { id = '' } = (await theirs(line.id)) ?? {};
    await prison.calls.directory.change({ id, content: { ...content, name: 'Casa Bună, etajul 2', publishes: 'SERVICE' } });
    return id;
  };

  it('is never overwritten but by its own word, and keeps how much of it may be passed on', async () => {
    await edit();
    const { arrivalId = '' } = await arrive([{ ...line, phone: '0264 111 222' }]);
    const looked = await review(arrivalId);
    expect(looked.lines).toMatchObject([{ standing: 'CHANGED', edited: true }]);
    await expect(prison.calls.sharedPacks.apply({ arrivalId, take: 'ALL_NEW', seen: looked.seen })).rejects.toMatchObject(refusal('sharedPack.nothingTaken'));
    await prison.calls.sharedPacks.apply({ arrivalId, take: [line.id], seen: looked.seen });
    expect(await theirs(line.id)).toMatchObject({ name: 'Casa Bună', phone: '0264 111 222', publishes: 'SERVICE' });
  });

  it('between looking and accepting is looked at again', async () => {
    const { arrivalId = '' } = await arrive([{ ...line, phone: '0264 111 222' }]);
    const { seen } = await review(arrivalId);
    await edit();
    await expect(prison.calls.sharedPacks.apply({ arrivalId, take: [line.id], seen })).rejects.toMatchObject(refusal('sharedPack.changedSince'));
  });

  it('stands in the way of taking the pack back', async () => {
    const id = await edit();
    await expect(prison.calls.sharedPacks.undo({ packId })).rejects.toMatchObject(refusal('sharedPack.editedSince'));
    await prison.calls.directory.remove({ id });
    await expect(prison.calls.sharedPacks.undo({ packId })).rejects.toMatchObject(refusal('sharedPack.removedSince'));
  });

  it('was taken out here, and does not come back with all that is new', async () => {
    await prison.calls.directory.remove({ id: (await theirs(line.id))?.id ?? '' });
    const { arrivalId } = await arrive([line]);
    expect((await review(arrivalId)).lines).toMatchObject([{ standing: 'NEW', edited: true }]);
  });

  it('an older list never comes over a newer one', async () => {
    expect(await failedWith([line], { no: 1 })).toBe('envelope.OLDER_THAN_KNOWN');
  });

  it('something that looks the same is shown, and decided by itself', async () => {
    const { arrivalId } = await arrive([organisation('casa bună')]);
    expect((await review(arrivalId)).lines).toMatchObject([{ standing: 'NEW', alike: sender.card.name }, { standing: 'GONE' }]);
  });
});

describe('a catalogue and templates', () => {
  it('a programme nobody uses goes with its pack; one that is held stays, and one not offered any more is retired', async () => {
    const [first, second] = [course('ALF-1'), course('ALF-2', { area: 'ASTRONOMY' })];
    const { arrivalId = '' } = await arrive([first, second], { kind: 'catalogue' });
    const looked = await review(arrivalId);
    expect(looked.lines).toMatchObject([{ standing: 'NEW' }, { standing: 'UNKNOWN', fields: [{ field: 'unknown', there: 'area = ASTRONOMY' }] }]);
    await expect(prison.calls.sharedPacks.apply({ arrivalId, take: [second.id], seen: looked.seen })).rejects.toMatchObject(refusal('sharedPack.notTakeable'));
    const { packId } = await prison.calls.sharedPacks.apply({ arrivalId, take: 'ALL_NEW', seen: looked.seen });
    const kept = await existing(prison.core.session.work(), 'partners', packId, 'sharedPack');
    expect(kept.lines).toMatchObject([{ code: 'ALF-1' }, { area: 'ASTRONOMY' }]);
    const programme = (await find(prison.core.session.vault, 'programmes', 'programme', { selector: {} })).find(({ from }) => from?.lineId === first.id);
    await prison.calls.learning.addRun({ programmeId: programme?.id ?? '', label: 'Grupa 1', sessions: [{ on: today, minutes: 60 }] });
    await expect(prison.calls.sharedPacks.undo({ packId })).rejects.toMatchObject(refusal('sharedPack.inUse'));
    const gone = await take([course('ALF-9')], [first.id], { kind: 'catalogue' });
    expect(await existing(prison.core.session.work(), 'programmes', programme?.id ?? '', 'programme')).toMatchObject({ active: false });
    await prison.calls.sharedPacks.undo({ packId: gone.packId });
    expect(await existing(prison.core.session.work(), 'programmes', programme?.id ?? '', 'programme')).toMatchObject({ active: true });
  });

  it('a goal is a template here, and a sort of line nobody knows yet is kept', async () => {
    const debts = goal('Îmi plătesc datoriile');
    const { packId } = await take([debts, { id: newId(), what: 'letter', text: 'x' }], [debts.id], { kind: 'templates' });
    expect(await find(prison.core.session.vault, 'programmes', 'goalTemplate', { selector: {} })).toMatchObject([{ title: debts.title, from: { lineId: debts.id } }]);
    expect((await existing(prison.core.session.work(), 'partners', packId, 'sharedPack')).lines).toHaveLength(2);
    await prison.calls.sharedPacks.undo({ packId });
    expect(await find(prison.core.session.vault, 'programmes', 'goalTemplate', { selector: {} })).toEqual([]);
  });
});

describe('what goes back', () => {
  const answer = async (arrivalId: string, decision: 'RECEIVED' | 'ACCEPTED' | 'REJECTED') => {
    const into = mkdtempSync(join(folder, 'answer-'));
    const { fileName } = await prison.calls.imports.receipt({ arrivalId, decision, folder: prison.grant(into, 'folder'), ...(decision === 'REJECTED' ? { reason: 'OTHER' as const } : {}) });
    const opened = await openAs(sender, own, readFileSync(join(into, fileName)));
    return JSON.parse(Buffer.from(opened.payload.find(({ path }) => path === 'data/receipt.json')?.bytes ?? []).toString()) as { decision: string };
  };

  it('a receipt that says what was done, and nothing else', async () => {
    const path = await file([goal('Găsesc o locuință')], { kind: 'templates' });
    const { arrivalId = '' } = await open(path);
    await expect(answer(arrivalId, 'ACCEPTED')).rejects.toMatchObject(refusal('sharedPack.answerDiffers'));
    await expect(answer(arrivalId, 'REJECTED')).rejects.toMatchObject(refusal('sharedPack.answerDiffers'));
    expect(await answer(arrivalId, 'RECEIVED')).toMatchObject({ decision: 'RECEIVED' });
    const { seen } = await review(arrivalId);
    await prison.calls.sharedPacks.apply({ arrivalId, take: 'ALL_NEW', seen });
    expect(await answer(arrivalId, 'ACCEPTED')).toMatchObject({ decision: 'ACCEPTED' });
    // the same file again: what was decided stands
    expect((await open(path)).pack).toMatchObject({ state: 'APPLIED' });
  });

  it('a pack refused stays refused', async () => {
    const { arrivalId = '' } = await arrive([goal('Caut de lucru')], { kind: 'templates' });
    await prison.calls.sharedPacks.refuse({ arrivalId });
    expect(await entries()).toEqual(['sharedPack.refuse']);
    await expect(review(arrivalId)).rejects.toMatchObject(refusal('machine.sharedPack'));
    expect(await answer(arrivalId, 'REJECTED')).toMatchObject({ decision: 'REJECTED' });
  });
});

describe('what we pass on', () => {
  const seal = async (kind: SharedPackKind, lineIds?: readonly string[]) => {
    const into = join(folder, newId());
    mkdirSync(into);
    const { lines, contentHash } = await prison.calls.sharedPacks.offer({ kind });
    const { fileName } = await prison.calls.sharedPacks.seal({ kind, to: sender.card.serviceId, lineIds: [...(lineIds ?? lines.map(({ lineId }) => lineId))], contentHash, folder: prison.grant(into, 'folder') });
    return { fileName, bytes: readFileSync(join(into, fileName)) };
  };
  const opened = async (bytes: Uint8Array) => {
    const envelope = await openAs(sender, own, bytes);
    return { envelope, payload: JSON.parse(Buffer.from(envelope.payload.find(({ path }) => path === 'data/pack.json')?.bytes ?? []).toString()) as { lines: { id: string; persons?: unknown }[] } };
  };

  it('a service by what may be passed on of it: nothing, no names, or those who said yes', async () => {
    const { id: stays } = await prison.calls.directory.add({ ...content, name: 'Rămâne', publishes: 'NOTHING' });
    const { id: bare } = await prison.calls.directory.add({ ...content, name: 'Fără nume', publishes: 'SERVICE', persons: [{ name: 'Ascuns Numele', publishes: true }] });
    const { id: named } = await prison.calls.directory.add({ ...content, name: 'Cu nume', publishes: 'PERSONS', persons: [{ name: 'Acord Dat', publishes: true }, { name: 'Fara Acord', publishes: false }] });
    const { bytes, fileName } = await seal('directory');
    expect(fileName).toMatch(/^VARCO-directory-/);
    const { envelope, payload } = await opened(bytes);
    expect(payload.lines.map(({ id, persons }) => [id, persons])).toEqual(expect.arrayContaining([[bare, undefined], [named, [{ name: 'Acord Dat' }]]]));
    expect(payload.lines.map(({ id }) => id)).not.toContain(stays);
    expect(JSON.stringify(payload)).not.toMatch(/Ascuns|Fara Acord|Rămâne|publishes/);
    // the answer is kept with the line of the book, and a repeat changes nothing
    const receipt = await sender.send(own, { folder, kind: 'receipt', receipt: { answers: { envelopeId: envelope.header.envelopeId, tagManifestSha256: envelope.tagManifestSha256 }, decision: 'ACCEPTED' } });
    const taken = { pack: 'directory', decision: 'ACCEPTED', sender: sender.card.name };
    expect(await prison.calls.handovers.importReceipt({ file: prison.grant(receipt, 'envelope') })).toEqual({ ...taken, repeated: false });
    expect(await prison.calls.handovers.importReceipt({ file: prison.grant(receipt, 'envelope') })).toEqual({ ...taken, repeated: true });
    for await (const { sent } of await prison.calls.sharedPacks.list()) {
      expect(sent).toMatchObject([{ kind: 'directory', to: sender.card.name, answer: 'ACCEPTED' }]);
      break;
    }
    for (const id of [stays, bare, named]) await prison.calls.directory.remove({ id });
  });

  it('the lines chosen, as they were looked at; no number of a person, nothing a table would run', async () => {
    const { id: cnp } = await prison.calls.directory.add({ ...content, name: 'Cu CNP 1900101123456', persons: [] });
    const { id: good } = await prison.calls.directory.add({ ...content, persons: [] });
    await expect(seal('directory')).rejects.toMatchObject(refusal('sharedPack.personalData'));
    await expect(seal('directory', [])).rejects.toMatchObject(refusal('sharedPack.nothingTaken'));
    expect((await opened((await seal('directory', [good])).bytes)).payload.lines.map(({ id }) => id)).toEqual([good]);
    const { contentHash } = await prison.calls.sharedPacks.offer({ kind: 'directory' });
    await prison.calls.directory.change({ id: good, content: { ...content, name: 'Altfel' } });
    await expect(prison.calls.sharedPacks.seal({ kind: 'directory', to: sender.card.serviceId, lineIds: [good], contentHash, folder: prison.grant(folder, 'folder') })).rejects.toMatchObject(refusal('sharedPack.changedSince'));
    await prison.calls.learning.addProgramme({ code: '=1+1', title: { en: 'a', it: 'a', ro: 'a' }, area: 'EDUCATION', provider: 'x', hours: 1 });
    expect((await prison.calls.sharedPacks.offer({ kind: 'catalogue' })).lines).toMatchObject([{ refused: 'sharedPack.lineInvalid' }]);
    await expect(seal('catalogue')).rejects.toMatchObject(refusal('sharedPack.lineInvalid'));
    for (const id of [cnp, good]) await prison.calls.directory.remove({ id });
  });

  it('a medium that fails leaves nothing, and says so in the trail', async () => {
    const { id } = await prison.calls.goals.add({ domain: 'FINANCE', line: 'SOCIAL', horizon: 'LATER', lang: 'ro', title: 'Economisesc', measure: 'Am un cont', steps: [{ owner: 'PERSON', carriesOver: true, text: 'Deschid un cont' }] });
    const { contentHash } = await prison.calls.sharedPacks.offer({ kind: 'templates' });
    const missing = join(folder, 'not-there');
    await expect(prison.calls.sharedPacks.seal({ kind: 'templates', to: sender.card.serviceId, lineIds: [id], contentHash, folder: prison.grant(missing, 'folder') })).rejects.toMatchObject({ code: 'FAILED' });
    expect(await entries()).toEqual(['sharedPack.notWritten']);
    expect(readdirSync(folder)).not.toContain('not-there');
    for await (const { sent } of await prison.calls.sharedPacks.list()) {
      expect(sent.filter(({ kind }) => kind === 'templates')).toEqual([]);
      break;
    }
  });
});
