import { v7 } from 'uuid';
import { encryptTo } from '../../../electron/core/envelope/age.ts';
import { EnvelopeError, type EnvelopeErrorCode } from '../../../electron/core/envelope/error.ts';
import { PASSPHRASE } from '../../../shared/domain/envelope.ts';
import { knowing, party, seal } from '../parties.ts';
import { fileOf, relist, sealedZip, signTags, textOf } from '../rebag.ts';
import { flipped } from '../tools.ts';
import { changed, good, partners, prison, probation, stranger, text, withHeader, type Hostile } from './office.ts';

const DATA = 'data/case.json';
const row =
  (check: Hostile['check'], code: EnvelopeErrorCode) =>
  (name: string, bytes: Hostile['bytes'], open?: Hostile['open']): Hostile => ({ name: `${check}: ${name}`, check, code, bytes, ...(open && { open }) });
const differs = row('manifests', 'MANIFEST_MISMATCH');
const invalid = row('header', 'HEADER_INVALID');
const notUs = row('recipient', 'NOT_THE_RECIPIENT');
const set = (field: string, value: unknown) => withHeader((h) => ({ ...h, [field]: value }));
const within = (field: 'sender' | 'recipient' | 'mandate', change: object) => withHeader((h) => ({ ...h, [field]: { ...(h[field] as object), ...change } }));
const shown = (value: unknown): string => (JSON.stringify(value) ?? 'missing').slice(0, 60);

const wrong: Readonly<Record<string, readonly unknown[]>> = {
  reference: [undefined, null, '', '../x', 'a/b', 'CON', 'lpt1', 'a--b', '-a', 'a'.repeat(49), 'RB-2026-000043', 'școală', 42],
  sequence: [undefined, null, 0, -1, 1.5, '1', 2 ** 53],
  createdAt: [undefined, null, '', '2026-11-20', '2026-13-01T00:00:00Z', 'yesterday', 0],
  dataAsOf: [undefined, null, '', '2026-02-30', '2026-11-19T00:00:00Z', '19.11.2026', 20261119],
  recipient: [undefined, null, '', [], {}],
  supersedes: [null, '', 'x', 7],
  mandate: [null, '', {}, { kind: 'SUPERVISION' }, { kind: '', act: '', date: '2026-11-10' }, { kind: 'X', act: 'Y', date: '2026-02-30' }],
  registrationNumber: [null, '', 7, 'x'.repeat(10_000)],
  payloads: [undefined, null, [], 'case', { case: 0 }, { case: '1' }, { case: 1.5 }, { Case: 1 }, { '../case': 1 }, { '': 1 }],
  demo: [undefined, null, 0, 'false'],
  practice: [false, null, 'true', 1],
};

/** A later check's own refusal, as the service that knows the vault throws it. */
const later = (which: 'replay' | 'payload', code: EnvelopeErrorCode): Hostile['open'] => () => ({
  later: {
    ...(which === 'payload' && { replay: () => undefined }),
    [which]: () => {
      throw new EnvelopeError(code);
    },
    ...(which === 'replay' && { payload: () => { throw new Error('must not run'); } }),
  },
});

export const manifests: readonly Hostile[] = [
  ...[0, 1, 20, 40].map((at) => differs(`a bit of byte ${at} of the payload turned`, changed((files) => files.set(DATA, flipped(fileOf(files, DATA), at, 1))))),
  differs('a payload of the same size', changed((files) => files.set(DATA, Buffer.from(textOf(files, DATA).replace('synthetic', 'authentic'))))),
  differs('another digest in the payload manifest', changed((files) => files.set('manifest-sha256.txt', Buffer.from(textOf(files, 'manifest-sha256.txt').replace(/^./, (letter) => (letter === '0' ? '1' : '0')))))),
  differs('a line more about the bag', changed((files) => files.set('bag-info.txt', Buffer.from(`${textOf(files, 'bag-info.txt')}Contact-Name: X\n`)))),
  differs('another organisation in the bag', changed((files) => files.set('bag-info.txt', Buffer.from(textOf(files, 'bag-info.txt').replace('Prison', 'Person'))))),
  differs('another payload manifest than was signed', changed((files) => {
    const kept = ['tagmanifest-sha256.txt', 'envelope.json', 'bag-info.txt'].map((path) => [path, fileOf(files, path)] as const);
    files.set(DATA, Buffer.from(textOf(files, DATA).replace('synthetic', 'authentic')));
    relist(files);
    for (const [path, bytes] of kept) files.set(path, bytes);
  })),
];

export const headers: readonly Hostile[] = [
  ...Object.entries(wrong).flatMap(([field, values]) => values.map((value) => invalid(`${field} ${shown(value)}`, set(field, value)))),
  ...['installationId', 'name'].flatMap((field) => [undefined, null, '', 7].map((value) => invalid(`sender.${field} ${shown(value)}`, within('sender', { [field]: value })))),
  ...[undefined, null, '', 'age1', `age1${'Q'.repeat(58)}`, 'AGE-SECRET-KEY-1', 'ssh-ed25519 AAAA'].map((age) => invalid(`recipient.age ${shown(age)}`, within('recipient', { age }))),
  ...[null, '', 'x'].map((serviceId) => invalid(`recipient.serviceId ${shown(serviceId)}`, within('recipient', { serviceId }))),
  invalid('a key without its service', within('recipient', { serviceId: undefined })),
  invalid('a digest of another manifest', changed((files) => {
    const header = JSON.parse(textOf(files, 'envelope.json')) as object;
    files.set('envelope.json', text(JSON.stringify({ ...header, manifestSha256: 'b'.repeat(64) })));
    signTags(files, prison);
  })),
  invalid('a kind nobody knows in this version', set('kind', 'something-new')),
  invalid('no kind', set('kind', '')),
  ...[2, 3, 1000, 2 ** 31].map((version) => row('header', 'NEWER_VERSION')(`version ${version}`, set('schemaVersion', version))),
  row('header', 'NEWER_VERSION')('a newer version of a kind nobody knows, with other fields', withHeader((h) => ({ ...h, schemaVersion: 2, kind: 'something-new', sequence: 'many', recipient: 'all' }))),
  row('header', 'DEMO_IN_LIVE')('sample data at a live workplace', set('demo', true)),
  row('header', 'LIVE_IN_DEMO')('real data at a demonstration', () => good.bytes, () => ({ us: { serviceId: probation.serviceId, demo: true } })),
];

const again = async (from: Promise<{ readonly bytes: Uint8Array }>, opens = stranger): Promise<Uint8Array> => encryptTo([probation.keys.ageRecipient], await sealedZip(opens, (await from).bytes));

export const recipients: readonly Hostile[] = [
  notUs('for another service, encrypted again to us', () => again(seal(prison, stranger))),
  notUs('for our id but another key, encrypted again to us', () => again(seal(prison, stranger, { recipient: { serviceId: probation.serviceId, age: stranger.keys.ageRecipient } }))),
  notUs('for another id with our key', within('recipient', { serviceId: v7() })),
  notUs('for the sender', within('recipient', { serviceId: prison.serviceId })),
  notUs('for a former key of ours that we no longer hold', async () => within('recipient', { age: (await party('Former')).keys.ageRecipient })()),
  notUs('for a passphrase, encrypted again to our key', within('recipient', { age: PASSPHRASE })),
  notUs('for a passphrase and nobody, encrypted again to our key', within('recipient', { serviceId: undefined, age: PASSPHRASE })),
  notUs('for a hybrid key, encrypted again to our classic one', within('recipient', { age: `age1pq1${'q'.repeat(1952)}` })),
];

export const services: readonly Hostile[] = [
  row('header', 'CARD_EXPIRED')('made after the card of its sender had ended', () => good.bytes, () => ({ trust: knowing(partners, { validTo: '2025-12-31' }) })),
  row('replay', 'ALREADY_RECEIVED')('seen before', () => good.bytes, later('replay', 'ALREADY_RECEIVED')),
  row('replay', 'OLDER_THAN_KNOWN')('older than what is known', () => good.bytes, later('replay', 'OLDER_THAN_KNOWN')),
  row('payload', 'PAYLOAD_INVALID')('that does not fit its schema', () => good.bytes, later('payload', 'PAYLOAD_INVALID')),
  row('payload', 'BASE_MISSING')('that adds to a hand-over nobody has', () => good.bytes, later('payload', 'BASE_MISSING')),
  row('payload', 'PAYLOAD_NEWER')('of a newer version', () => good.bytes, later('payload', 'PAYLOAD_NEWER')),
];
