import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../../electron/core/envelope/bag.ts';
import type { KnownSigner, OpenedEnvelope } from '../../electron/core/envelope/open.ts';
import { receiptIn } from '../../electron/core/services/handover/receipts.ts';
import { caseIn, jsonIn, noticeIn } from '../../electron/core/services/imports/read-case.ts';
import { returnIn } from '../../electron/core/services/outcomes/take.ts';
import { previewRegister, readRegister } from '../../electron/core/services/registers/index.ts';
import { created, workIn, type Work } from '../../electron/core/services/work.ts';
import { vaultOptions } from '../../electron/core/vault/test-vault.ts';
import { createVault } from '../../electron/core/vault/vault.ts';
import { CaseFile } from '../../shared/domain/casefile.ts';
import { EnvelopeHeader } from '../../shared/domain/envelope.ts';
import type { ImportRecord } from '../../shared/domain/import-record.ts';
import { Transfer, readTransfer } from '../../shared/domain/transfer.ts';
import { fileOf } from '../conformance/rebag.ts';
import type { Offices } from './office.ts';
import { ABOUT, countedReturn, id, namedReturn, noticeSample, receiptSample, registerSamples, supplementOf, transferSample, workbook } from './samples.ts';
import { Wrong, type Target } from './target.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');

/** A vault that imported the hand-over which supplements and notices are about. */
const vaultWith = async (folder: string, senderId: string, caseFile: CaseFile): Promise<Work> => {
  const { vault } = await createVault({ ...vaultOptions(join(mkdtempSync(join(folder, 'varco-')), 'vault')), kind: 'probation' });
  const work = workIn(vault, () => NOW);
  const doc: ImportRecord = {
    ...created(work), type: 'import', personId: id(3), ...ABOUT, fileSha256: 'c'.repeat(64), senderServiceId: senderId, senderInstallationId: id(101), senderName: 'Prison', sequence: 1,
    reference: 'RB-2026-000041', createdAtSender: work.now, dataAsOf: '2026-11-20', decision: 'ACCEPTED', decidedAt: work.now, caseFile,
  };
  await vault.commit([{ op: 'put', collection: 'handovers', doc }], { action: 'fuzz.fill' });
  return work;
};

/** An envelope that passed checks 1 to 8, with these bytes as its payload. */
const envelopeWith = ({ prison, files }: Offices, kind: EnvelopeHeader['kind'], path: string, bytes: Buffer): OpenedEnvelope => {
  const sender: KnownSigner = { serviceId: prison.serviceId, name: prison.name, kinds: [kind], state: 'TRUSTED' };
  const header: EnvelopeHeader = {
    ...EnvelopeHeader.parse(JSON.parse(Buffer.from(fileOf(files, 'envelope.json')).toString('utf8'))),
    kind, payloads: { [kind === 'handover' || kind === 'supplement' ? 'case' : kind]: 1 }, supplements: ABOUT.envelopeId, revokes: ABOUT.envelopeId, inAnswerTo: ABOUT,
  };
  const file = { path, size: bytes.length, sha256: sha256Hex(bytes), bytes, async *stream() { yield bytes; } };
  return { header, sender, payload: [file], tagManifestSha256: 'd'.repeat(64), sha256: 'e'.repeat(64) };
};

/** @param folder where the readers that ask the vault may keep one; made when the first of them is asked */
export const payloadTargets = async (offices: Offices, folder: string, root: string): Promise<readonly Target[]> => {
  let made: Promise<Work> | undefined;
  const work = (): Promise<Work> => (made ??= vaultWith(folder, offices.prison.serviceId, offices.caseFile));
  const envelope = (kind: EnvelopeHeader['kind'], path: string, bytes: Buffer): OpenedEnvelope => envelopeWith(offices, kind, `data/${path}.json`, bytes);
  const caseFile = Buffer.from(JSON.stringify(offices.caseFile));
  const asked = { today: '2026-11-22' };
  return [
    {
      name: 'cases',
      weight: 8,
      samples: [caseFile],
      read: async (bytes) => {
        const read = await caseIn(await work(), envelope('handover', 'case', bytes));
        if (!CaseFile.safeParse(read.caseFile).success) throw new Wrong('what was read is no case file');
        JSON.stringify(read.raw);
      },
    },
    { name: 'supplements', weight: 8, samples: [supplementOf(offices.caseFile)], read: async (bytes) => caseIn(await work(), envelope('supplement', 'supplement', bytes)) },
    { name: 'notices', weight: 6, samples: [noticeSample], read: async (bytes) => noticeIn(await work(), envelope('revocation', 'revocation', bytes)) },
    { name: 'receipts', weight: 8, samples: [receiptSample], read: (bytes) => receiptIn(envelope('receipt', 'receipt', bytes)) },
    { name: 'returns', weight: 8, samples: [namedReturn, countedReturn], read: (bytes) => returnIn(envelope('return', 'return', bytes)) },
    {
      name: 'transfers',
      weight: 8,
      samples: [transferSample],
      read: (bytes) => {
        const read = readTransfer(jsonIn(envelope('transfer', 'transfer', bytes), 'data/transfer.json'));
        if (read !== undefined && !Transfer.safeParse(read.transfer).success) throw new Wrong('what was read is no transfer');
        return read !== undefined;
      },
    },
    { name: 'registers, CSV', weight: 3, samples: registerSamples(root), read: async (bytes) => (await previewRegister(bytes, 'x.csv', asked)).ok && (await readRegister(bytes, 'x.csv', asked)).ok },
    { name: 'registers, workbooks', weight: 3, samples: [await workbook()], read: async (bytes) => (await previewRegister(bytes, 'x.xlsx', asked)).ok && (await readRegister(bytes, 'x.xlsx', asked)).ok },
  ];
};
