import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { KnownSigner, OpenInput } from '../../electron/core/envelope/open.ts';
import type { Source } from '../../electron/core/envelope/content.ts';
import { EnvelopeError } from '../../electron/core/envelope/error.ts';
import { openSshKeyOf } from '../../electron/core/envelope/keys.ts';
import { encryptTo } from '../../electron/core/envelope/age.ts';
import { limits } from '../../electron/core/envelope/limits.ts';
import { CheckName, type EnvelopeKind } from '../../shared/domain/envelope.ts';
import { CASE, headerParts, knowing, openAs, party, seal } from './parties.ts';
import { editHeader, fileOf, rebag, relist, resign, sealedZip, signTags, textOf, type Files } from './rebag.ts';
import { flipped } from './tools.ts';

const [prison, probation, other, stranger] = await Promise.all([party('Prison'), party('Probation'), party('Other office'), party('Stranger')]);
const partners = [prison, other];
let envelope: Uint8Array;
let tagManifestSha256: string;
beforeAll(async () => {
  ({ bytes: envelope, tagManifestSha256 } = await seal(prison, probation));
});

const changed = (change: (files: Files) => unknown) => (): Promise<Uint8Array> => rebag(probation, envelope, change);
const header = (edit: (header: Record<string, unknown>) => unknown, signer = prison) =>
  changed((files) => {
    editHeader(files, edit);
    resign(files, signer);
  });

interface Row {
  readonly name: string;
  readonly check: CheckName;
  readonly code: string;
  readonly bytes: () => Source | Promise<Source>;
  readonly open?: () => Partial<OpenInput>;
}

const known = (change: Partial<KnownSigner>) => () => ({ trust: knowing(partners, change) });
const about = { envelopeId: v7(), tagManifestSha256: 'a'.repeat(64) };

const rows: readonly Row[] = [
  { name: 'an empty file', check: 'size', code: 'EMPTY', bytes: () => new Uint8Array() },
  { name: 'a file past the limit', check: 'size', code: 'TOO_LARGE', bytes: () => ({ file: 'not even opened', size: limits.envelopeBytes + 1 }) },

  { name: 'something else', check: 'decryption', code: 'NOT_AGE', bytes: () => Buffer.from('%PDF-1.7 and more') },
  { name: 'for somebody else', check: 'decryption', code: 'NOT_FOR_US', bytes: async () => (await seal(prison, stranger)).bytes },
  { name: 'cut in the first line', check: 'decryption', code: 'TRUNCATED', bytes: () => envelope.subarray(0, 10) },
  { name: 'cut in the header', check: 'decryption', code: 'TRUNCATED', bytes: () => envelope.subarray(0, 100) },
  { name: 'cut right after the header', check: 'decryption', code: 'TRUNCATED', bytes: () => envelope.subarray(0, 190) },
  { name: 'cut in the last block', check: 'decryption', code: 'DAMAGED', bytes: () => envelope.subarray(0, -1) },
  { name: 'whose end the medium left empty', check: 'decryption', code: 'TRUNCATED', bytes: () => Uint8Array.from(envelope).fill(0, -512) },
  { name: 'with a byte changed', check: 'decryption', code: 'DAMAGED', bytes: () => flipped(envelope, envelope.length - 50, 4) },
  { name: 'with bytes behind it', check: 'decryption', code: 'DAMAGED', bytes: () => Buffer.concat([envelope, Buffer.from('more')]) },

  { name: 'that holds no zip', check: 'zip', code: 'ZIP_DAMAGED', bytes: () => encryptTo([probation.keys.ageRecipient], CASE.bytes) },
  { name: 'that holds a path out of it', check: 'zip', code: 'ZIP_NAME', bytes: changed((files) => files.set('/../evil.txt', CASE.bytes)) },

  { name: 'with an unlisted payload file', check: 'bag', code: 'BAG_UNLISTED_FILE', bytes: changed((files) => files.set('data/more.json', CASE.bytes)) },
  { name: 'with an unlisted file beside the payload', check: 'bag', code: 'BAG_UNLISTED_FILE', bytes: changed((files) => files.set('autorun.inf', CASE.bytes)) },
  { name: 'without a listed file', check: 'bag', code: 'BAG_MISSING_FILE', bytes: changed((files) => files.delete('data/case.json')) },
  { name: 'without its header', check: 'bag', code: 'BAG_MISSING_FILE', bytes: changed((files) => files.delete('envelope.json')) },
  { name: 'without its signature', check: 'bag', code: 'BAG_MISSING_FILE', bytes: changed((files) => files.delete('tagmanifest-sha256.txt.sig')) },
  { name: 'in two folders', check: 'bag', code: 'BAG_INVALID', bytes: changed((files) => files.set('/second/bagit.txt', CASE.bytes)) },
  {
    name: 'whose bag has another reference than its folder',
    check: 'bag',
    code: 'BAG_INVALID',
    bytes: changed((files) => files.set('bag-info.txt', Buffer.from(textOf(files, 'bag-info.txt').replace('RB-2026-000042', 'RB-2026-000043')))),
  },
  { name: 'of another BagIt version', check: 'bag', code: 'BAG_INVALID', bytes: changed((files) => files.set('bagit.txt', Buffer.from('BagIt-Version: 0.97\n'))) },
  { name: 'whose payload has another size than promised', check: 'bag', code: 'BAG_INVALID', bytes: changed((files) => files.set('data/case.json', Buffer.from('{}'))) },
  {
    name: 'whose manifest names a file outside the payload',
    check: 'bag',
    code: 'BAG_INVALID',
    bytes: changed((files) => files.set('manifest-sha256.txt', Buffer.from(`${'0'.repeat(64)}  ../../case.json\n`))),
  },
  {
    name: 'whose manifest is no manifest',
    check: 'bag',
    code: 'BAG_INVALID',
    bytes: changed((files) => files.set('manifest-sha256.txt', Buffer.from('no digest here\n'))),
  },
  {
    name: 'whose tag manifest leaves the header out',
    check: 'bag',
    code: 'BAG_INVALID',
    bytes: changed((files) => {
      const lines = textOf(files, 'tagmanifest-sha256.txt').split('\n');
      files.set('tagmanifest-sha256.txt', Buffer.from(lines.filter((line) => !line.endsWith('envelope.json')).join('\n')));
    }),
  },

  { name: 'from somebody we do not know', check: 'signature', code: 'UNKNOWN_SENDER', bytes: async () => (await seal(stranger, probation)).bytes },
  { name: 'from a card not compared yet', check: 'signature', code: 'SENDER_NOT_TRUSTED', bytes: () => envelope, open: known({ state: 'NEW' }) },
  { name: 'from a card that changed', check: 'signature', code: 'SENDER_NOT_TRUSTED', bytes: () => envelope, open: known({ state: 'CHANGED' }) },
  { name: 'from a revoked key', check: 'signature', code: 'REVOKED_KEY', bytes: () => envelope, open: known({ state: 'REVOKED' }) },
  { name: 'with a signature that is none', check: 'signature', code: 'SIGNATURE_MALFORMED', bytes: changed((files) => files.set('tagmanifest-sha256.txt.sig', Buffer.from('signed, the director'))) },
  {
    name: 'with manifests made anew after a change, by somebody without the key',
    check: 'signature',
    code: 'BAD_SIGNATURE',
    bytes: changed((files) => {
      files.set('data/case.json', Buffer.from('{}'));
      relist(files);
    }),
  },
  { name: 'with a header changed after signing', check: 'signature', code: 'HEADER_CHANGED', bytes: changed((files) => editHeader(files, (h) => ({ ...h, sequence: 2 }))) },
  { name: 'stripped and signed again by a stranger', check: 'signature', code: 'UNKNOWN_SENDER', bytes: changed((files) => resign(files, stranger)) },
  { name: 'stripped and signed again by another service we know', check: 'signature', code: 'SENDER_MISMATCH', bytes: changed((files) => resign(files, other)) },
  {
    name: 'signed by a service we know in the name of another',
    check: 'signature',
    code: 'SENDER_MISMATCH',
    bytes: async () => (await seal(other, probation, { sender: { serviceId: prison.serviceId, installationId: v7(), name: 'Prison' } })).bytes,
  },
  {
    name: 'that names another key than the one that signed',
    check: 'signature',
    code: 'SENDER_MISMATCH',
    bytes: header((h) => ({ ...h, sender: { ...(h['sender'] as object), signingKey: openSshKeyOf(stranger.keys.signingKey) } })),
  },
  { name: 'of a kind this service may not send', check: 'signature', code: 'KIND_NOT_ALLOWED', bytes: async () => (await seal(prison, probation, { kind: 'directory' })).bytes, open: known({ kinds: ['handover'] }) },
  ...(['receipt', 'return'] as const).map((kind): Row => ({
    name: `a ${kind} for something never exchanged`,
    check: 'signature',
    code: 'NOT_EXCHANGED',
    bytes: async () => (await seal(prison, probation, { kind, inAnswerTo: about })).bytes,
  })),
  { name: 'a receipt that names nothing', check: 'signature', code: 'NOT_EXCHANGED', bytes: async () => (await seal(prison, probation, { kind: 'receipt' })).bytes, open: () => ({ exchanged: () => true }) },
  { name: 'a revocation of something never exchanged', check: 'signature', code: 'NOT_EXCHANGED', bytes: async () => (await seal(prison, probation, { kind: 'revocation', revokes: v7() })).bytes },
  { name: 'signed, but with a header that is no JSON', check: 'signature', code: 'HEADER_INVALID', bytes: headerBytes(() => Buffer.from('{')) },
  { name: 'signed, but with a header that is not UTF-8', check: 'signature', code: 'HEADER_INVALID', bytes: headerBytes((files) => Buffer.from(textOf(files, 'envelope.json').replace('"Prison"', '"Prison\xff"'), 'latin1')) },

  {
    name: 'with a payload of the same size but other content',
    check: 'manifests',
    code: 'MANIFEST_MISMATCH',
    bytes: changed((files) => files.set('data/case.json', Buffer.from(CASE.bytes.toString().replace('synthetic', 'authentic')))),
  },
  {
    name: 'with another payload manifest than was signed',
    check: 'manifests',
    code: 'MANIFEST_MISMATCH',
    bytes: changed((files) => {
      const signed = fileOf(files, 'tagmanifest-sha256.txt');
      const head = fileOf(files, 'envelope.json');
      files.set('data/case.json', Buffer.from(CASE.bytes.toString().replace('synthetic', 'authentic')));
      relist(files);
      files.set('tagmanifest-sha256.txt', signed).set('envelope.json', head);
    }),
  },

  { name: 'of a newer version', check: 'header', code: 'NEWER_VERSION', bytes: header((h) => ({ ...h, schemaVersion: 2, kind: 'something-new' })) },
  { name: 'with a field missing', check: 'header', code: 'HEADER_INVALID', bytes: header((h) => ({ ...h, dataAsOf: undefined })) },
  { name: 'of a kind nobody knows', check: 'header', code: 'HEADER_INVALID', bytes: header((h) => ({ ...h, kind: 'surprise' })) },
  { name: 'whose reference is not its folder', check: 'header', code: 'HEADER_INVALID', bytes: header((h) => ({ ...h, reference: 'RB-2026-000043' })) },
  {
    name: 'whose header belongs to another payload',
    check: 'header',
    code: 'HEADER_INVALID',
    bytes: changed((files) => {
      editHeader(files, (h) => ({ ...h, manifestSha256: 'a'.repeat(64) }));
      signTags(files, prison);
    }),
  },
  { name: 'made with sample data, at a live workplace', check: 'header', code: 'DEMO_IN_LIVE', bytes: async () => (await seal(prison, probation, { demo: true })).bytes },
  { name: 'live, at a workplace with sample data', check: 'header', code: 'LIVE_IN_DEMO', bytes: () => envelope, open: () => ({ us: { serviceId: probation.serviceId, demo: true } }) },

  {
    name: 'for another service, encrypted again to us',
    check: 'recipient',
    code: 'NOT_THE_RECIPIENT',
    bytes: async () => encryptTo([probation.keys.ageRecipient], await sealedZip(stranger, (await seal(prison, stranger)).bytes)),
  },
  {
    name: 'for another service, sealed to our key by mistake',
    check: 'recipient',
    code: 'NOT_THE_RECIPIENT',
    bytes: async () => (await seal(prison, probation, { recipient: { serviceId: other.serviceId, age: probation.keys.ageRecipient } })).bytes,
  },
  {
    name: 'for our service id but another key, encrypted again to us',
    check: 'recipient',
    code: 'NOT_THE_RECIPIENT',
    bytes: async () => {
      const sealed = await seal(prison, stranger, { recipient: { serviceId: probation.serviceId, age: stranger.keys.ageRecipient } });
      return encryptTo([probation.keys.ageRecipient], await sealedZip(stranger, sealed.bytes));
    },
  },
  {
    name: 'sealed with a passphrase, encrypted again to our key',
    check: 'recipient',
    code: 'NOT_THE_RECIPIENT',
    bytes: header((h) => ({ ...h, recipient: { age: 'passphrase' } })),
  },

  {
    name: 'seen before',
    check: 'replay',
    code: 'ALREADY_RECEIVED',
    bytes: () => envelope,
    open: () => ({
      later: {
        replay: () => {
          throw new EnvelopeError('ALREADY_RECEIVED');
        },
        payload: () => {
          throw new Error('must not run');
        },
      },
    }),
  },
  {
    name: 'whose payload does not fit its schema',
    check: 'payload',
    code: 'PAYLOAD_INVALID',
    bytes: () => envelope,
    open: () => ({
      later: {
        replay: () => undefined,
        payload: () => {
          throw new EnvelopeError('PAYLOAD_INVALID');
        },
      },
    }),
  },
];

function headerBytes(make: (files: Files) => Uint8Array) {
  return changed((files) => {
    files.set('envelope.json', make(files));
    signTags(files, prison);
  });
}

describe('an envelope is refused by exactly one check, with its own code, and nothing later runs', () => {
  test.each(rows)('$check: $name → $code', async ({ check, code, bytes, open }) => {
    const report = await openAs(probation, await bytes(), partners, open?.() ?? {});
    expect([report.error?.code, report.checks.find((one) => one.state === 'failed')?.name]).toEqual([code, check]);
    const at = CheckName.options.indexOf(check);
    expect(report.checks.map((one) => one.state)).toEqual(
      CheckName.options.map((_, i) => (i < at ? 'passed' : i === at ? 'failed' : 'not-run')),
    );
    expect(report.envelope).toBeUndefined();
    // whoever signed can be answered as soon as check 5 passed, refusals included
    expect(report.answerTo !== undefined).toBe(at > CheckName.options.indexOf('signature'));
  });
});

describe('an envelope is taken', () => {
  test('when all is right; the receipt knows whom and what to answer', async () => {
    const report = await openAs(probation, envelope, partners);
    expect(report.error).toBeUndefined();
    expect(report.answerTo).toEqual({ sender: expect.objectContaining({ serviceId: prison.serviceId }), envelopeId: report.envelope?.header.envelopeId, tagManifestSha256 });
  });

  test('with minor fields this version does not know, and they are kept', async () => {
    const bytes = await header((h) => ({ ...h, urgency: 'today', mandate: { kind: 'NEW_LAW', act: 'A 1', date: '2026-11-10', court: 'x' } }))();
    const report = await openAs(probation, bytes, partners);
    expect(report.error).toBeUndefined();
    expect(report.envelope?.header).toMatchObject({ urgency: 'today', mandate: { kind: 'NEW_LAW', court: 'x' } });
  });

  test.each<[EnvelopeKind, object]>([
    ['receipt', { inAnswerTo: about }],
    ['return', { inAnswerTo: about }],
    ['revocation', { revokes: about.envelopeId }],
  ])('a %s, when it is about an envelope exchanged with that very service', async (kind, fields) => {
    const { bytes } = await seal(prison, probation, { kind, ...fields });
    const asked: unknown[] = [];
    const exchanged: OpenInput['exchanged'] = (one, serviceId) => {
      asked.push(one.envelopeId, serviceId);
      return true;
    };
    expect((await openAs(probation, bytes, partners, { exchanged })).error).toBeUndefined();
    expect(asked).toEqual([about.envelopeId, prison.serviceId]);
  });

  test('with any of our identities, former ones included', async () => {
    const key = { identities: [stranger.keys.ageIdentity, probation.keys.ageIdentity] };
    expect((await openAs(probation, envelope, partners, { key })).error).toBeUndefined();
  });
});

describe('damage', () => {
  test('no flipped byte of an envelope is ever accepted', async () => {
    const step = Math.max(1, Math.floor(envelope.length / 400));
    const offsets = [...Array(220).keys(), ...Array.from({ length: 400 }, (_, i) => 220 + i * step).filter((at) => at < envelope.length)];
    const accepted: number[] = [];
    for (const at of offsets) {
      const report = await openAs(probation, flipped(envelope, at, 1 << at % 8), partners);
      if (report.envelope !== undefined) accepted.push(at);
    }
    expect(accepted).toEqual([]);
  }, 120_000);

  test('no shorter envelope is ever accepted, and one cut between blocks is said to be cut', async () => {
        const { bytes } = await seal(prison, probation, {}, { payload: [{ path: 'scan.bin', bytes: randomBytes(70_000) }] });
    const whole = await openAs(probation, bytes, partners);
    expect(whole.error).toBeUndefined();
    const headerEnd = Buffer.from(bytes).indexOf('\n', Buffer.from(bytes).indexOf('\n--- ') + 1) + 1;
    const block = 64 * 1024 + 16;
    expect(bytes.length).toBeGreaterThan(headerEnd + 16 + block);
    const cutAt = async (length: number) => (await openAs(probation, bytes.subarray(0, length), partners)).error?.code;
    expect(await cutAt(headerEnd + 16 + block)).toBe('TRUNCATED');
    expect(await cutAt(headerEnd + 16 + block + 10)).toBe('TRUNCATED');
    expect(await cutAt(headerEnd + 16 + block + 17)).toBe('DAMAGED');
    expect(await cutAt(headerEnd + 16 + block - 1)).toBe('DAMAGED');
    for (let length = 0; length < headerEnd + 40; length++) expect(await cutAt(length)).toMatch(/^(?:EMPTY|TRUNCATED|DAMAGED)$/);
  }, 120_000);

  test('two envelopes of the same content differ only in the age layer', async () => {
    const parts = headerParts(prison, probation);
    const [one, two] = await Promise.all([seal(prison, probation, parts), seal(prison, probation, parts)]);
    expect(one.sha256).not.toBe(two.sha256);
    expect(await sealedZip(probation, one.bytes)).toEqual(await sealedZip(probation, two.bytes));
  });
});
