import { newHybridKeys, newServiceKeys } from '../../electron/core/envelope/service-keys.ts';
import type { CaseFile } from '../../shared/domain/casefile.ts';
import { seal, type Party, type SealedBytes } from '../conformance/parties.ts';
import { rebag, sealedZip, type Files } from '../conformance/rebag.ts';
import { type Random, withSeededKeys } from './random.ts';
import { ABOUT, caseOf, id } from './samples.ts';

/** Two offices, and what one sealed to the other: every byte of it follows from the seed. */
export interface Offices {
  readonly prison: Party;
  readonly probation: Party;
  /** a hybrid key of the second one */
  readonly hybrid: { readonly identity: string; readonly recipient: string };
  readonly caseFile: CaseFile;
  readonly sealed: SealedBytes;
  readonly sealedHybrid: SealedBytes;
  readonly zip: Buffer;
  /** the bag's files by their paths in it */
  readonly files: Files;
}

const partyOf = async (random: Random, name: string, no: number): Promise<Party> => ({
  serviceId: id(no),
  installationId: id(no + 100),
  name,
  keys: { ...(await newServiceKeys()), signingKey: new Uint8Array(random.bytes(32)), nextSigningKey: new Uint8Array(random.bytes(32)) },
});

export const officesOf = (random: Random): Promise<Offices> =>
  withSeededKeys(random, async () => {
    const prison = await partyOf(random, 'Prison', 1);
    const probation = await partyOf(random, 'Probation', 2);
    const hybrid = await newHybridKeys();
    const caseFile = caseOf(prison.serviceId);
    const payload = [{ path: 'case.json', bytes: Buffer.from(JSON.stringify(caseFile)) }, { path: 'plan-ro.pdf', bytes: Buffer.alloc(3000, '%PDF-1.7 ') }];
    const header = { envelopeId: id(11), supersedes: id(12), inAnswerTo: ABOUT };
    const sealed = await seal(prison, probation, header, { payload });
    const sealedHybrid = await seal(prison, probation, { ...header, recipient: { serviceId: probation.serviceId, age: hybrid.recipient } }, { payload: payload.slice(1) });
    const files: Files = new Map();
    await rebag(probation, sealed.bytes, (found) => {
      for (const [path, bytes] of found) files.set(path, Buffer.from(bytes));
    });
    return { prison, probation, hybrid, caseFile, sealed, sealedHybrid, zip: Buffer.from(await sealedZip(probation, sealed.bytes)), files };
  });
