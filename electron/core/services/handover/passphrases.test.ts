import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ServiceCard } from '../../../../shared/domain/card.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { openEnvelope } from '../../envelope/open.ts';
import { letterView } from '../documents/letter.ts';
import { existing, newId } from '../work.ts';

const today = '2026-11-22';
let folder: string;
let prison: DemoWorkplace;
let own: ServiceCard;
let serviceId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse(`${today}T10:00:00Z`));
  await createPrison(prison);
  own = (await prison.calls.contacts.own()).card;
  ({ serviceId } = await prison.calls.contacts.addCardless({ name: 'Asociația Pas cu Pas', phone: '0256 000 111' }));
});

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const codeOf = (call: Promise<unknown>): Promise<string> => call.then(() => 'answered', (error: { data?: { code: string } }) => error.data?.code ?? String(error));

const authorised = async (): Promise<string> => {
  const { calls, changeUser } = prison;
  const { id: personId } = await calls.people.add({ code: newId().slice(-8), familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' });
  await planWith(prison, personId, today);
  const request = { personId, recipientServiceId: serviceId, mandate: { kind: 'VOLUNTARY_AFTERCARE', act: 'cerere 1', date: today } } as const;
  const { caseHash } = await calls.handovers.preview(request);
  const { handoverId } = await calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash });
  await changeUser(names.coordinator);
  await calls.handovers.authorise({ handoverId });
  await changeUser(names.educator);
  return handoverId;
};

const emptyFolder = (): string => {
  const path = join(folder, newId());
  mkdirSync(path);
  return path;
};

const seal = (handoverId: string, into: string, passphrase?: string) => prison.calls.handovers.seal({ handoverId, folder: prison.grant(into, 'folder'), ...(passphrase === undefined ? {} : { passphrase }) });

const openWith = (bytes: Uint8Array, passphrase: string) =>
  openEnvelope({ bytes, key: { passphrase }, us: { demo: true }, trust: () => ({ serviceId: own.serviceId, name: own.name, kinds: ['handover'], state: 'TRUSTED' }), exchanged: () => true });

it('an organisation without a card gets an envelope that seven words open, once they were written down and typed again', async () => {
  const { calls } = prison;
  const handoverId = await authorised();
  const into = emptyFolder();
  expect(await codeOf(seal(handoverId, into))).toBe('handover.passphraseNeeded');
  expect(await codeOf(seal(handoverId, into, 'bada bedi bido bodu bude fafe fefi'))).toBe('handover.passphraseNeeded');
  const earlier = (await calls.handovers.words({ handoverId })).words;
  const { words } = await calls.handovers.words({ handoverId });
  expect(words).toHaveLength(7);
  expect(words).not.toEqual(earlier);
  expect(await codeOf(seal(handoverId, into, earlier.join(' ')))).toBe('handover.passphraseDiffers');
  const { fileName } = await seal(handoverId, into, ` ${words.join('-').toUpperCase()}`);
  const bytes = readFileSync(join(into, fileName));
  const { envelope } = await openWith(bytes, words.join(' '));
  expect(envelope?.header.recipient).toEqual({ age: 'passphrase' });
  expect(envelope?.payload.map(({ path }) => path)).toEqual(['data/case.json', 'data/plan-ro.pdf']);
  // nothing of them is kept: neither in the trail nor in what is stored
  const doc = await existing(prison.core.session.work(), 'handovers', handoverId, 'handover');
  const trail = await prison.core.session.vault.audit.read({ limit: 20 });
  expect(trail.find(({ action }) => action === 'handover.seal')).toMatchObject({ details: { passphrase: true } });
  expect(trail.filter(({ action }) => action === 'handover.words')).toHaveLength(2);
  for (const word of words) expect(JSON.stringify([doc, trail])).not.toMatch(new RegExp(`\\b${word}\\b`));
  expect(await codeOf(calls.handovers.words({ handoverId }))).toBe('handover.notAuthorised');
}, 120_000);

it('that it must not be used, or was replaced, is told on paper, and nothing can be sealed for that', async () => {
  const { calls, grant } = prison;
  const first = await authorised();
  const { words } = await calls.handovers.words({ handoverId: first });
  await seal(first, emptyFolder(), words.join(' '));
  const { personId } = await existing(prison.core.session.work(), 'handovers', first, 'handover');
  const file = join(folder, 'notice.pdf');
  const notice = { personId, document: 'revocation-notice', language: 'ro', handoverId: first } as const;
  expect(await codeOf(calls.documents.save({ ...notice, file: grant(file, 'save') }))).toBe('handover.notRevoked');
  await calls.handovers.revoke({ handoverId: first, reason: 'WRONG_CONTENT' });
  await calls.documents.save({ ...notice, file: grant(file, 'save') });
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  const letter = await letterView(prison.core.session.work(), [await existing(prison.core.session.work(), 'handovers', first, 'handover')]);
  expect(letter.byWords).toBe(true);
}, 120_000);

it('words are gone with the lock', async () => {
  const handoverId = await authorised();
  const { words } = await prison.calls.handovers.words({ handoverId });
  await prison.changeUser(names.educator);
  expect(await codeOf(seal(handoverId, emptyFolder(), words.join(' ')))).toBe('handover.passphraseNeeded');
});

it('it is entered and taken out of the address book, and after that nothing goes to it', async () => {
  const { calls } = prison;
  const { id, serviceId: other } = await calls.contacts.addCardless({ name: 'Alta' });
  await calls.contacts.removeCardless({ id });
  const { id: personId } = await calls.people.add({ code: newId().slice(-8), familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' });
  await planWith(prison, personId, today);
  expect(await codeOf(calls.handovers.preview({ personId, recipientServiceId: other, mandate: { kind: 'VOLUNTARY_AFTERCARE', act: '1', date: today } }))).toBe('contact.unknown');
});
