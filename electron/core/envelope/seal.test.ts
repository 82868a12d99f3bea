import { describe, expect, test } from 'vitest';
import { CASE, headerParts, inMemory, openAs, party, seal } from '../../../tests/conformance/parties.ts';
import { decryptInWorker } from './decrypt-in-worker.ts';
import { EnvelopeError } from './error.ts';
import { limits } from './limits.ts';
import { newPassphrase } from './passphrase.ts';
import { sealEnvelope, sealInWorker } from './seal.ts';
import { Spool } from './spool.ts';

const [prison, probation] = await Promise.all([party('Penitenciarul Exemplu'), party('Serviciul de Probațiune Exemplu')]);

describe('sealing', () => {
  test('makes what the addressed service opens, with everything that was put in', async () => {
    const sealed = await seal(prison, probation);
    expect(sealed.fileName).toBe('VARCO-handover-RB-2026-000042.zip.age');
    const report = await openAs(probation, sealed.bytes, [prison]);
    expect(report.error).toBeUndefined();
    expect(report.envelope?.payload).toMatchObject([{ path: 'data/case.json', bytes: CASE.bytes }]);
    expect(report.envelope?.tagManifestSha256).toBe(sealed.tagManifestSha256);
    expect(report.envelope?.sha256).toBe(sealed.sha256);
    expect(report.envelope?.header).toMatchObject({ mandate: { kind: 'SUPERVISION' }, registrationNumber: '4711/2026', sequence: 1 });
    expect(report.checks.map((check) => check.state)).toEqual([...Array(8).fill('passed'), ...Array(4).fill('not-run')]);
  });

  test('in a worker makes the same bag, tells its progress and can be cancelled', async () => {
    const header = headerParts(prison, probation);
    const shares: number[] = [];
    const input = { header, payload: [CASE], signingKey: prison.keys.signingKey };
    const sealed = await inMemory(await sealInWorker(input, { onProgress: (share) => shares.push(share) }));
    expect(sealed.tagManifestSha256).toBe((await sealEnvelope(input)).tagManifestSha256);
    expect((await openAs(probation, sealed.bytes, [prison])).error).toBeUndefined();
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    const stop = new AbortController();
    const cancelled = sealInWorker(input, { signal: stop.signal });
    stop.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('in a worker fails with the same named error', async () => {
    const input = { header: headerParts(prison, probation, { sequence: 0 }), payload: [CASE], signingKey: prison.keys.signingKey };
    const error = await sealInWorker(input).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EnvelopeError);
    expect(error).toMatchObject({ code: 'CONTENT_INVALID', params: { field: 'sequence' }, textKey: 'envelope.CONTENT_INVALID' });
  });

  test('is undone in a worker too, with the same named errors', async () => {
    const sealed = await seal(prison, probation);
    expect((await openAs(probation, sealed.bytes, [prison], { decrypt: decryptInWorker })).error).toBeUndefined();
    expect((await openAs(prison, sealed.bytes, [prison], { decrypt: decryptInWorker })).error?.code).toBe('NOT_FOR_US');
    const stop = new AbortController();
    const cancelled = decryptInWorker(sealed.bytes, { identities: [probation.keys.ageIdentity] }, Spool.make(sealed.bytes.length), stop.signal);
    stop.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('with a passphrase opens with the same words only', async () => {
    const passphrase = newPassphrase();
    const sealed = await seal(prison, probation, { recipient: { age: 'passphrase' } }, { passphrase });
    expect((await openAs(probation, sealed.bytes, [prison], { key: { passphrase } })).error).toBeUndefined();
    expect((await openAs(probation, sealed.bytes, [prison], { key: { passphrase: newPassphrase() } })).error?.code).toBe('WRONG_PASSPHRASE');
    expect((await openAs(probation, sealed.bytes, [prison])).error?.code).toBe('PASSPHRASE_NEEDED');
    // scrypt costs a second or more by design, three times
  }, 120_000);

  test('stores what would shrink like a bomb, so that the reader takes it', async () => {
    const zeros = { path: 'scan.pdf', bytes: Buffer.alloc(limits.ratioFromBytes * 3) };
    const sealed = await seal(prison, probation, {}, { payload: [CASE, zeros] });
    expect((await openAs(probation, sealed.bytes, [prison])).envelope?.payload).toHaveLength(2);
  });

  test.each([
    ['a reference that is a path', { reference: '../x' }, {}, 'CONTENT_INVALID'],
    ['a reference that Windows reserves', { reference: 'CON' }, {}, 'CONTENT_INVALID'],
    ['a day that does not exist', { dataAsOf: '2026-02-30' }, {}, 'CONTENT_INVALID'],
    ['no payload', {}, { payload: [] }, 'CONTENT_INVALID'],
    ['a payload outside its folder', {}, { payload: [{ path: '../case.json', bytes: CASE.bytes }] }, 'CONTENT_INVALID'],
    ['a payload named after a person', {}, { payload: [{ path: 'Ion Țuțea.pdf', bytes: CASE.bytes }] }, 'CONTENT_INVALID'],
    ['two payloads of one name', {}, { payload: [CASE, { path: 'CASE.json', bytes: CASE.bytes }] }, 'ZIP_DUPLICATE'],
    ['a passphrase beside a key', {}, { passphrase: newPassphrase() }, 'RECIPIENTS_MIXED'],
    ['a passphrase somebody thought of', { recipient: { age: 'passphrase' as const } }, { passphrase: 'correct horse battery staple and more' }, 'PASSPHRASE_WEAK'],
    ['a key that is none', { recipient: { serviceId: probation.serviceId, age: `age1${'q'.repeat(58)}` } }, {}, 'RECIPIENT_INVALID'],
    ['more than the limit of one file', {}, { payload: [{ path: 'scan.pdf', bytes: { file: 'not even opened', size: limits.entryBytes + 1 } }] }, 'ZIP_TOO_LARGE'],
  ])('refuses %s', async (_, header, rest, code) => {
    await expect(seal(prison, probation, header, rest)).rejects.toMatchObject({ name: 'EnvelopeError', code });
  });
});
