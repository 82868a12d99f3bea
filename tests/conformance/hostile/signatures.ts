import { createHash, sign } from 'node:crypto';
import { v7 } from 'uuid';
import { openSshKey, openSshKeyOf, privateKeyOf, publicBytesOf, wireKey } from '../../../electron/core/envelope/keys.ts';
import type { KnownSigner } from '../../../electron/core/envelope/open.ts';
import { armour, signBlob, signFile } from '../../../electron/core/envelope/sshsig.ts';
import { lengthPrefixed } from '../../../electron/core/envelope/wire.ts';
import type { EnvelopeKind } from '../../../shared/domain/envelope.ts';
import { ALL_KINDS, knowing, seal, type Party } from '../parties.ts';
import { editHeader, fileOf, relist, resign, signTags, textOf, type Files } from '../rebag.ts';
import { flipped } from '../tools.ts';
import { changed, good, other, partners, prison, probation, stranger, text, withHeader, type Hostile } from './office.ts';

const SIGNATURE = 'tagmanifest-sha256.txt.sig';
const TAGS = 'tagmanifest-sha256.txt';
const row =
  (code: string) =>
  (name: string, bytes: Hostile['bytes'], open?: Hostile['open']): Hostile => ({ name: `a signature ${name}`, check: 'signature', code, bytes, ...(open && { open }) });
const malformed = row('SIGNATURE_MALFORMED');
const bad = row('BAD_SIGNATURE');
const mismatch = row('SENDER_MISMATCH');
const instead = (make: (files: Files) => string | Uint8Array) => changed((files) => files.set(SIGNATURE, Buffer.from(make(files) as string)));
const known = (change: Partial<KnownSigner>) => () => ({ trust: knowing(partners, change) });
const seed = prison.keys.signingKey;

/** A signature put together by hand, so that each of its fields can be wrong. */
const blob = (message: Uint8Array, wrong: { readonly [part in 'magic' | 'version' | 'key' | 'namespace' | 'reserved' | 'hash' | 'signature' | 'type' | 'behind']?: Buffer }): string => {
  const digest = createHash('sha512').update(message).digest();
  const toBeSigned = Buffer.concat([text('SSHSIG'), lengthPrefixed('varco-envelope-v1'), lengthPrefixed(''), lengthPrefixed('sha512'), lengthPrefixed(digest)]);
  const signature = sign(null, toBeSigned, privateKeyOf(seed));
  return armour(
    Buffer.concat([
      wrong.magic ?? text('SSHSIG'),
      wrong.version ?? Buffer.from([0, 0, 0, 1]),
      lengthPrefixed(wrong.key ?? wireKey(publicBytesOf(seed))),
      lengthPrefixed(wrong.namespace ?? 'varco-envelope-v1'),
      lengthPrefixed(wrong.reserved ?? ''),
      lengthPrefixed(wrong.hash ?? 'sha512'),
      lengthPrefixed(Buffer.concat([lengthPrefixed(wrong.type ?? 'ssh-ed25519'), lengthPrefixed(wrong.signature ?? signature)])),
      wrong.behind ?? Buffer.alloc(0),
    ]),
  );
};
const fields: readonly [string, Parameters<typeof blob>[1]][] = [
  ['of another magic', { magic: text('SSHSIH') }], ['of no magic', { magic: Buffer.alloc(0) }],
  ...[0, 2, 255].map((version) => [`of version ${version}`, { version: Buffer.from([0, 0, 0, version]) }] as [string, Parameters<typeof blob>[1]]),
  ['for files', { namespace: text('file') }], ['for git', { namespace: text('git') }], ['for the next version', { namespace: text('varco-envelope-v2') }], ['for nothing', { namespace: Buffer.alloc(0) }], ['for a name with a null byte', { namespace: text('varco-envelope-v1\0') }],
  ['with something in the reserved field', { reserved: text('x') }], ['by sha256', { hash: text('sha256') }], ['by SHA512 in capitals', { hash: text('SHA512') }], ['by no hash', { hash: Buffer.alloc(0) }],
  ['by RSA', { type: text('ssh-rsa') }], ['by a hardware key', { type: text('sk-ssh-ed25519@openssh.com') }], ['by a certificate', { type: text('ssh-ed25519-cert-v01@openssh.com') }],
  ['of 63 bytes', { signature: Buffer.alloc(63) }], ['of 65 bytes', { signature: Buffer.alloc(65) }], ['of no bytes', { signature: Buffer.alloc(0) }],
  ['by a key of 31 bytes', { key: Buffer.concat([lengthPrefixed('ssh-ed25519'), lengthPrefixed(Buffer.alloc(31))]) }], ['by a key of 33 bytes', { key: Buffer.concat([lengthPrefixed('ssh-ed25519'), lengthPrefixed(Buffer.alloc(33))]) }],
  ['by a key of another type', { key: Buffer.concat([lengthPrefixed('ssh-dss'), lengthPrefixed(Buffer.alloc(32))]) }], ['by a key with bytes behind', { key: Buffer.concat([wireKey(publicBytesOf(seed)), text('x')]) }], ['by no key', { key: Buffer.alloc(0) }],
  ['with bytes behind it', { behind: text('x') }], ['with another behind it', { behind: Buffer.from(signBlob(text('x'), seed)) }],
];

const armours: Readonly<Record<string, (whole: string) => string>> = {
  'that is empty': () => '', 'that is a name': () => 'signed, the director', 'without its first line': (whole) => whole.split('\n').slice(1).join('\n'), 'without its last line': (whole) => whole.split('\n').slice(0, -2).join('\n'),
  'with no lines in between': (whole) => [whole.split('\n')[0], whole.split('\n').at(-2), ''].join('\n'), 'called a PGP signature': (whole) => whole.replaceAll('SSH', 'PGP'), 'with text before it': (whole) => `hello\n${whole}`, 'with text behind it': (whole) => `${whole}hello\n`,
  'with a letter that base64 has not': (whole) => whole.replace('U1NI', 'U1N*'), 'with a blank in it': (whole) => whole.replace('U1NI', 'U1 NI'), 'in base64 for addresses': (whole) => whole.replace('U1NI', 'U1N-'), 'with an empty line': (whole) => whole.replace('\n', '\n\n'),
  'twice': (whole) => whole + whole, 'cut in the middle': (whole) => `${whole.slice(0, 120)}\n-----END SSH SIGNATURE-----\n`, 'with equal signs too many': (whole) => whole.replace('\n-----END', '====\n-----END'),
};

const about = { envelopeId: v7(), tagManifestSha256: 'a'.repeat(64) };
const kinds = (kind: EnvelopeKind, fieldsOf: object) => async () => (await seal(prison, probation, { kind, ...fieldsOf })).bytes;
const asSender = (change: object, signer: Party = prison) => withHeader((h) => ({ ...h, sender: { ...(h['sender'] as object), ...change } }), signer);
/** A point of order one: with it a forger can make signatures that hold for many messages. */
const lowOrder = openSshKey(new Uint8Array(Buffer.concat([Buffer.from([1]), Buffer.alloc(31)])));

export const signatures: readonly Hostile[] = [
  ...Object.entries(armours).map(([name, how]) => malformed(name, changed((files) => files.set(SIGNATURE, Buffer.from(how(textOf(files, SIGNATURE))))))),
  ...fields.map(([name, wrong]) => malformed(name, instead((files) => blob(fileOf(files, TAGS), wrong)))),

  bad('of another envelope', async () => changed((files) => files.set(SIGNATURE, Buffer.from(signFile(text('another'), seed))))()),
  bad('of the empty text', instead(() => signFile(new Uint8Array(), seed))),
  bad('of the other manifest', instead((files) => signFile(fileOf(files, 'manifest-sha256.txt'), seed))),
  bad('of the digest instead of the file', instead((files) => signFile(createHash('sha256').update(fileOf(files, TAGS)).digest(), seed))),
  bad('under the key of somebody else', instead((files) => blob(fileOf(files, TAGS), { key: wireKey(publicBytesOf(other.keys.signingKey)) }))),
  bad('of zeros', instead((files) => blob(fileOf(files, TAGS), { signature: Buffer.alloc(64) }))),
  ...[0, 1, 31, 32, 62, 63].map((at) => bad(`with a bit of byte ${at} turned`, instead((files) => {
    const whole = signBlob(fileOf(files, TAGS), seed);
    return armour(flipped(whole, whole.length - 64 + at, 1));
  }))),
  bad('under manifests made anew after a change', changed((files) => { files.set('data/case.json', text('{}')); relist(files); })),
  bad('under manifests made anew after an addition', changed((files) => { files.set('data/more.json', text('{}')); relist(files); })),
  bad('under manifests made anew after a removal', changed((files) => { files.set('data/other.json', text('{}')); files.delete('data/case.json'); relist(files); })),
  bad('under a header made anew', changed((files) => { editHeader(files, (h) => ({ ...h, sequence: 7 })); relist(files); })),

  row('UNKNOWN_SENDER')('of somebody we do not know', async () => (await seal(stranger, probation)).bytes),
  row('UNKNOWN_SENDER')('of a stranger in the place of the first', changed((files) => resign(files, stranger))),
  row('UNKNOWN_SENDER')('of ourselves', async () => (await seal(probation, probation)).bytes),
  row('UNKNOWN_SENDER')('when we know nobody', () => good.bytes, () => ({ trust: () => undefined })),
  { ...row('BAD_SIGNATURE')('by a key of no order', instead((files) => blob(fileOf(files, TAGS), { key: wireKey(Buffer.concat([Buffer.from([1]), Buffer.alloc(31)])) }))) },
  row('SENDER_NOT_TRUSTED')('of a card not compared', () => good.bytes, known({ state: 'NEW' })),
  row('SENDER_NOT_TRUSTED')('of a card that changed', () => good.bytes, known({ state: 'CHANGED' })),
  row('REVOKED_KEY')('of a revoked key', () => good.bytes, known({ state: 'REVOKED' })),
  row('REVOKED_KEY')('of a revoked key of another service', changed((files) => resign(files, other)), known({ state: 'REVOKED' })),

  ...(['sequence', 'kind', 'reference', 'envelopeId', 'sender', 'recipient', 'demo', 'payloads'] as const).map((field) => row('HEADER_CHANGED')(`with ${field} changed behind it`, changed((files) => editHeader(files, (h) => ({ ...h, [field]: null }))))),
  row('HEADER_CHANGED')('with a blank more in the header', changed((files) => files.set('envelope.json', Buffer.from(`${textOf(files, 'envelope.json')} `)))),
  row('HEADER_CHANGED')('with a header that is none', changed((files) => files.set('envelope.json', text('{}')))),

  mismatch('of another service we know', changed((files) => resign(files, other))),
  mismatch('in the name of another', async () => (await seal(other, probation, { sender: { serviceId: prison.serviceId, installationId: v7(), name: 'Prison' } })).bytes),
  mismatch('in the name of a service nobody knows', asSender({ serviceId: v7() })),
  mismatch('in our own name', asSender({ serviceId: probation.serviceId })),
  mismatch('with the key of a stranger in the header', asSender({ signingKey: openSshKeyOf(stranger.keys.signingKey) })),
  mismatch('with the next key in the header', asSender({ signingKey: openSshKeyOf(prison.keys.nextSigningKey) })),
  mismatch('with a key of no order in the header', asSender({ signingKey: lowOrder })),
  mismatch('by a key that belongs to another', () => good.bytes, known({ serviceId: other.serviceId })),

  ...ALL_KINDS.map((kind) => row('KIND_NOT_ALLOWED')(`under a ${kind}, which they may not send`, kinds(kind, { inAnswerTo: about, revokes: about.envelopeId }), known({ kinds: ALL_KINDS.filter((one) => one !== kind) }))),
  ...(['receipt', 'return'] as const).flatMap((kind) => [
    row('NOT_EXCHANGED')(`under a ${kind} of something never exchanged`, kinds(kind, { inAnswerTo: about })),
    row('NOT_EXCHANGED')(`under a ${kind} that names nothing`, kinds(kind, {}), () => ({ exchanged: () => true })),
    row('NOT_EXCHANGED')(`under a ${kind} of something exchanged with another`, kinds(kind, { inAnswerTo: about }), () => ({ exchanged: (_, serviceId) => serviceId === other.serviceId })),
    row('NOT_EXCHANGED')(`under a ${kind} of another state of it`, kinds(kind, { inAnswerTo: about }), () => ({ exchanged: (one) => one.tagManifestSha256 === 'b'.repeat(64) })),
    row('NOT_EXCHANGED')(`under a ${kind} that names what it would revoke`, kinds(kind, { revokes: about.envelopeId }), () => ({ exchanged: () => true })),
  ]),
  row('NOT_EXCHANGED')('under a revocation of something never exchanged', kinds('revocation', { revokes: about.envelopeId })),
  row('NOT_EXCHANGED')('under a revocation that names nothing', kinds('revocation', {}), () => ({ exchanged: () => true })),
  row('NOT_EXCHANGED')('under a revocation that answers instead', kinds('revocation', { inAnswerTo: about }), () => ({ exchanged: () => true })),
];

const signed = (name: string, make: (files: Files) => Uint8Array): Hostile => ({
  name: `a signed header ${name}`,
  check: 'signature',
  code: 'HEADER_INVALID',
  bytes: changed((files) => {
    files.set('envelope.json', make(files));
    signTags(files, prison);
  }),
});

/** What must stand in every header of every version. */
export const identities: readonly Hostile[] = [
  ...Object.entries({ 'that is empty': '', 'that is no JSON': '{', 'that is a list': '[]', 'that is a text': '"x"', 'that is null': 'null', 'that is a number': '1', 'after a byte order mark': '\u00ff\u00fe{}', 'with a comment': '{}//', 'that ends early': '{"format":"varco-envelope"' }).map(([name, content]) => signed(name, () => text(content))),
  signed('that is not UTF-8', (files) => text(textOf(files, 'envelope.json').replace('"Prison"', '"Prison\u00ff"'))),
  signed('in UTF-16', (files) => Buffer.from(textOf(files, 'envelope.json'), 'utf16le')),
  ...(['format', 'schemaVersion', 'kind', 'envelopeId', 'sender'] as const).flatMap((field) =>
    [undefined, null, 7.5, '', [], {}].map((value) => ({ ...signed(`with ${field} ${value === undefined ? 'missing' : `= ${JSON.stringify(value)}`}`, () => text('')), bytes: withHeader((h) => ({ ...h, [field]: value })) })).filter((_, at) => !(field === 'kind' && at === 3)),
  ),
  ...([0, -1, '1', true] as const).map((version) => ({ ...signed(`of version ${JSON.stringify(version)}`, () => text('')), bytes: withHeader((h) => ({ ...h, schemaVersion: version })) })),
  ...(['varco-card', 'Varco-Envelope', 'varco-envelope '] as const).map((format) => ({ ...signed(`of format ${format}`, () => text('')), bytes: withHeader((h) => ({ ...h, format })) })),
  ...(['serviceId', 'signingKey'] as const).flatMap((field) => [undefined, null, '', 'x'].map((value) => ({ ...signed(`whose sender has ${field} ${JSON.stringify(value) ?? 'missing'}`, () => text('')), bytes: asSender({ [field]: value }) }))),
  ...[null, 'x', {}, { envelopeId: about.envelopeId }, { ...about, tagManifestSha256: 'A'.repeat(64) }].map((value) => ({ ...signed(`in answer to ${JSON.stringify(value)}`, () => text('')), bytes: withHeader((h) => ({ ...h, inAnswerTo: value })) })),
  ...[null, 'x', 7].map((value) => ({ ...signed(`that revokes ${JSON.stringify(value)}`, () => text('')), bytes: withHeader((h) => ({ ...h, revokes: value })) })),
];
