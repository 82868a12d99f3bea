import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createOffice } from '../../demo/story.ts';
import { richCaseFile } from '../../documents/testing/case-file.ts';
import { canonicalBytes } from '../../canonical.ts';
import { newPassphrase } from '../../envelope/passphrase.ts';
import { bytesOf } from '../../envelope/content.ts';
import { sealEnvelope } from '../../envelope/seal.ts';
import { otherOffice, trustIn, type OtherOffice } from '../../../../tests/offices/other-office.ts';
import { newId } from '../work.ts';
import { KEPT_BYTES } from './arrivals.ts';

let folder: string;
let office: DemoWorkplace;
let prison: OtherOffice;
const passphrase = newPassphrase();
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  office = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  await createOffice(office);
  prison = await otherOffice('prison', 'Penitenciarul Test');
  const { serviceId, name } = prison.card;
  const sealed = await sealEnvelope({
    header: {
      kind: 'handover', envelopeId: newId(), reference: 'T-1', sequence: 1, createdAt: '2026-11-22T10:00:00Z', dataAsOf: '2026-11-22',
      sender: { serviceId, installationId: serviceId, name }, recipient: { age: 'passphrase' }, payloads: { case: 1 }, demo: true,
    },
    payload: [{ path: 'case.json', bytes: canonicalBytes({ ...richCaseFile, sender: { serviceId, name } }) }],
    signingKey: prison.keys.signingKey,
    passphrase,
  });
  file = join(folder, 'w.zip.age');
  writeFileSync(file, await bytesOf(sealed.bytes));
}, 120_000);

afterAll(async () => {
  await office.core.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a file sealed with words waits for them and is opened in its place; its sender is trusted later as any other', async () => {
  const { calls, grant } = office;
  const failed = (arrival: Awaited<ReturnType<typeof calls.imports.open>>) => arrival.checks.find(({ state }) => state === 'failed')?.code;
  const closed = await calls.imports.open({ file: grant(file, 'envelope') });
  const arrivalId = closed.arrivalId ?? '';
  expect(failed(closed)).toBe('envelope.PASSPHRASE_NEEDED');
  const stranger = await calls.imports.openWithWords({ arrivalId, passphrase: passphrase.toUpperCase() });
  expect([stranger.arrivalId, stranger.state, failed(stranger)]).toEqual([arrivalId, 'UNTRUSTED', 'envelope.UNKNOWN_SENDER']);
  await trustIn(office, prison, folder);
  const [opened] = await calls.imports.quarantine();
  expect([opened?.arrivalId, opened?.sender?.name]).toEqual([arrivalId, 'Penitenciarul Test']);
  // the words were not asked for again: every check of the envelope itself has passed, addressed to nobody by id
  expect(opened?.checks.filter(({ state }) => state === 'passed').map(({ name }) => name)).toEqual(['size', 'decryption', 'zip', 'bag', 'signature', 'manifests', 'header', 'recipient', 'replay']);
}, 120_000);

it('a file larger than is kept waits on its medium for its words, and says so once it is gone', async () => {
  const { calls, grant } = office;
  const { serviceId, name } = prison.card;
  const sealed = await sealEnvelope({
    header: {
      kind: 'handover', envelopeId: newId(), reference: 'T-2', sequence: 2, createdAt: '2026-11-22T10:00:00Z', dataAsOf: '2026-11-22',
      sender: { serviceId, installationId: serviceId, name }, recipient: { age: 'passphrase' }, payloads: { case: 1 }, demo: true,
    },
    payload: [{ path: 'case.json', bytes: canonicalBytes({ ...richCaseFile, sender: { serviceId, name } }) }, { path: 'scan.bin', bytes: randomBytes(KEPT_BYTES) }],
    signingKey: prison.keys.signingKey,
    passphrase,
  });
  const large = join(folder, 'large.zip.age');
  writeFileSync(large, await bytesOf(sealed.bytes));
  const { arrivalId = '' } = await calls.imports.open({ file: grant(large, 'envelope') });
  const wrong = await calls.imports.openWithWords({ arrivalId, passphrase: newPassphrase() });
  expect(wrong.checks.find(({ state }) => state === 'failed')?.code).toBe('envelope.WRONG_PASSPHRASE');
  const right = await calls.imports.openWithWords({ arrivalId, passphrase });
  expect(right.checks.find(({ name: check }) => check === 'recipient')?.state).toBe('passed');
  const { arrivalId: again = '' } = await calls.imports.open({ file: grant(large, 'envelope') });
  rmSync(large);
  await expect(calls.imports.openWithWords({ arrivalId: again, passphrase })).rejects.toMatchObject({ data: { code: 'envelope.MEDIUM_REMOVED' } });
}, 120_000);
