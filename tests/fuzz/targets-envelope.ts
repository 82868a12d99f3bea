import { Encrypter } from 'age-encryption';
import { canonicalBytes } from '../../electron/core/canonical.ts';
import { decrypt, encryptTo } from '../../electron/core/envelope/age.ts';
import { MANIFEST_FILE, mismatches, readBag, sha256Hex, SIGNATURE_FILE, TAG_MANIFEST_FILE } from '../../electron/core/envelope/bag.ts';
import { buildCard, cardFile, readCard } from '../../electron/core/envelope/card.ts';
import { cardFingerprint } from '../../electron/core/envelope/fingerprint.ts';
import { readHeader, readIdentity } from '../../electron/core/envelope/header.ts';
import { openSshKeyOf } from '../../electron/core/envelope/keys.ts';
import type { OpenReport } from '../../electron/core/envelope/open.ts';
import { readZip } from '../../electron/core/envelope/read-zip.ts';
import { presignRevocation, readRevocation, revocationText } from '../../electron/core/envelope/revocation.ts';
import { armour, dearmour, signFile, verifyBlob, verifyFile, type SignatureVerdict } from '../../electron/core/envelope/sshsig.ts';
import { CheckName } from '../../shared/domain/envelope.ts';
import { openAs } from '../conformance/parties.ts';
import { rawZip } from '../conformance/raw-zip.ts';
import { fileOf, relist, signTags, type Files } from '../conformance/rebag.ts';
import type { Offices } from './office.ts';
import { withSeededKeys, type Random } from './random.ts';
import { Wrong, type Target } from './target.ts';

const FOLDER = 'RB-2026-000042';
const PASSPHRASE = 'bada bada bada bada bada bada';
const TAG_FILES = [MANIFEST_FILE, TAG_MANIFEST_FILE, 'bag-info.txt', 'bagit.txt', 'envelope.json', SIGNATURE_FILE];

const packed = (files: Files): Buffer => rawZip([...files].map(([path, content]) => ({ name: `${FOLDER}/${path}`, content })));

/** The bag with the changed bytes in the place of one of its files: which one is said by their number. */
const withFile = (files: Files, paths: readonly string[], bytes: Buffer): Files => new Map(files).set(paths[bytes.length % paths.length] ?? '', bytes);

/** A report says the same whichever of its parts is asked. */
const coherent = (report: OpenReport): void => {
  const failed = report.checks.findIndex(({ state }) => state === 'failed');
  const late = report.checks.slice(failed + 1).some(({ state }) => state !== 'not-run');
  if (report.checks.length !== CheckName.options.length || (failed >= 0 && late)) throw new Wrong('checks ran after the one that failed');
  if ((report.error === undefined) !== (report.envelope !== undefined)) throw new Wrong('an envelope with an error, or none without');
  if ((report.answerTo !== undefined) !== report.checks.some(({ name, state }) => name === 'signature' && state === 'passed')) throw new Wrong('an answer to nobody');
};

const ageTargets = async ({ probation, hybrid, sealed, sealedHybrid }: Offices, random: Random): Promise<readonly Target[]> => {
  const target = (name: string, weight: number, samples: readonly Buffer[], key: Parameters<typeof decrypt>[1]): Target => ({
    name,
    weight,
    samples,
    read: async (bytes) => {
      await decrypt(bytes, key);
      if (!samples.some((sample) => sample.equals(bytes))) throw new Wrong('a changed file was opened');
    },
  });
  const [short, words] = await withSeededKeys(random, async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(PASSPHRASE);
    encrypter.setScryptWorkFactor(2);
    return [Buffer.from(await encryptTo([probation.keys.ageRecipient], Buffer.from('short'))), Buffer.from(await encrypter.encrypt('short'))] as const;
  });
  return [
    target('age files', 8, [Buffer.from(sealed.bytes), short], { identities: [probation.keys.ageIdentity] }),
    target('hybrid age files', 2, [Buffer.from(sealedHybrid.bytes)], { identities: [hybrid.identity, probation.keys.ageIdentity] }),
    target('passphrase age files', 1, [words], { passphrase: PASSPHRASE }),
  ];
};

const bagTargets = ({ prison, probation, files, zip, sealed }: Offices): readonly Target[] => {
  const payload = [...files.keys()].filter((path) => path.startsWith('data/'));
  return [
    {
      name: 'zips',
      weight: 14,
      samples: [zip, packed(files)],
      read: async (bytes) => {
        for (const file of await readZip(bytes)) if (file.bytes.length !== file.size || sha256Hex(file.bytes) !== file.sha256) throw new Wrong('fetched again, a file is another one');
      },
    },
    {
      name: 'bags',
      weight: 12,
      samples: TAG_FILES.map((path) => Buffer.from(fileOf(files, path))),
      read: async (bytes) => {
        const changed = TAG_FILES.find((path) => Buffer.from(fileOf(files, path)).equals(bytes));
        const bag = readBag(await readZip(packed(changed === undefined ? withFile(files, TAG_FILES, bytes) : files)));
        if (changed === undefined && mismatches(bag).length === 0 && sha256Hex(bag.tagManifest) === sealed.tagManifestSha256 && Buffer.from(bag.signature).equals(fileOf(files, SIGNATURE_FILE))) throw new Wrong('a changed file has the digest of the one that was signed');
      },
    },
    {
      // signed by somebody we know who means harm: only so are the checks behind the signature reached
      name: 'signed bags',
      weight: 6,
      samples: ['envelope.json', MANIFEST_FILE, 'bag-info.txt', ...payload].map((path) => Buffer.from(fileOf(files, path))),
      read: async (bytes) => {
        const all = ['envelope.json', MANIFEST_FILE, 'bag-info.txt', ...payload];
        const same = all.find((path) => Buffer.from(fileOf(files, path)).equals(bytes));
        const changed = same === undefined ? withFile(files, bytes[0] === 0x7b ? ['envelope.json', 'data/case.json'] : all, bytes) : new Map(files);
        try {
          relist(changed);
        } catch {
          // a header that is no JSON stays as it is
        }
        signTags(changed, prison);
        const report = await openAs(probation, await encryptTo([probation.keys.ageRecipient], packed(changed)), [prison], { exchanged: () => true });
        report.close();
        coherent(report);
        if (report.error !== undefined) throw report.error;
      },
    },
    {
      name: 'envelopes',
      weight: 4,
      samples: [zip],
      read: async (bytes) => {
        const report = await openAs(probation, await encryptTo([probation.keys.ageRecipient], bytes), [prison]);
        report.close();
        coherent(report);
        if (report.error !== undefined) throw report.error;
        // a zip may say the same in other words (dates, CRC); what is in it is what was signed, or it is a fault
        if (report.envelope?.tagManifestSha256 !== sealed.tagManifestSha256) throw new Wrong('another content than was signed was opened');
      },
    },
    { name: 'headers', weight: 12, samples: [Buffer.from(fileOf(files, 'envelope.json'))], read: (bytes) => readIdentity(bytes) && readHeader(bytes) },
  ];
};

const signatureTargets = ({ prison, files }: Offices): readonly Target[] => {
  const message = fileOf(files, TAG_MANIFEST_FILE);
  const ours = openSshKeyOf(prison.keys.signingKey);
  const text = Buffer.from(fileOf(files, SIGNATURE_FILE));
  const blob = dearmour(text.toString('latin1')) ?? Buffer.alloc(0);
  const told = (verdict: SignatureVerdict): boolean => {
    if (verdict.state === 'valid' && verdict.signingKey !== ours) throw new Wrong('a signature by a key that never signed');
    return verdict.state === 'valid';
  };
  return [
    { name: 'signatures', weight: 12, samples: [text], read: (bytes) => told(verifyFile(message, bytes.toString('latin1'))) },
    {
      name: 'binary signatures',
      weight: 12,
      samples: [blob],
      read: (bytes) => {
        const verdict = verifyBlob(message, bytes);
        if (verdict.state === 'valid' && !bytes.equals(blob)) throw new Wrong('a changed signature holds');
        if (told(verifyFile(message, armour(bytes))) !== told(verdict)) throw new Wrong('the armour changes what a signature says');
        return verdict.state === 'valid';
      },
    },
    {
      name: 'signed messages',
      weight: 4,
      samples: [Buffer.from(message)],
      read: (bytes) => {
        const valid = told(verifyFile(bytes, signFile(message, prison.keys.signingKey)));
        if (valid && !bytes.equals(message)) throw new Wrong('the signature of another message holds');
        return valid;
      },
    },
  ];
};

const cardTargets = ({ prison }: Offices): readonly Target[] => {
  const details = { serviceId: prison.serviceId, kind: 'prison', name: 'Penitenciarul Exemplu', phone: '0256 000 000', reads: { case: 1 }, validFrom: '2026-01-01', validTo: '2031-01-01' } as const;
  const card = buildCard(details, prison.keys);
  const statement = presignRevocation(prison.serviceId, prison.keys.signingKey);
  const same = (one: unknown, other: unknown): void => {
    if (!canonicalBytes(one).equals(canonicalBytes(other))) throw new Wrong('something else than was signed was taken');
  };
  return [
    {
      name: 'cards',
      weight: 14,
      samples: [cardFile(card), Buffer.from(JSON.stringify(card))],
      read: (bytes) => {
        const read = readCard(bytes);
        cardFingerprint(read);
        same(read, card);
      },
    },
    { name: 'revocations', weight: 12, samples: [Buffer.from(revocationText(statement))], read: (bytes) => same(readRevocation(bytes.toString('utf8')), statement) },
  ];
};

export const envelopeTargets = async (offices: Offices, random: Random): Promise<readonly Target[]> => [
  ...(await ageTargets(offices, random)), ...bagTargets(offices), ...signatureTargets(offices), ...cardTargets(offices),
];
