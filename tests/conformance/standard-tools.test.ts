import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { encryptTo } from '../../electron/core/envelope/age.ts';
import { openSshKeyOf } from '../../electron/core/envelope/keys.ts';
import { allowedSigners } from '../../electron/core/envelope/sshsig.ts';
import { CASE, openAs, party, seal, type Party } from './parties.ts';
import { rebag, sealedZip } from './rebag.ts';
import { flipped, folderOfItsOwn, lastLine, run } from './tools.ts';

const script = fileURLToPath(new URL('open-with-standard-tools.sh', import.meta.url));
const [prison, probation, stranger] = await Promise.all([party('Prison'), party('Probation'), party('Stranger')]);
const payload = [CASE, { path: 'documents/plan.pdf', bytes: Buffer.from('%PDF-1.7 synthetic') }];
const signers = (...parties: Party[]): string =>
  allowedSigners(parties.map((one) => ({ serviceId: one.serviceId, signingKey: openSshKeyOf(one.keys.signingKey) })));

/** An office without Varco: its age key, the keys it trusts, and the file that came. */
const office = (envelope: Uint8Array, known = signers(prison)): string => {
  const folder = folderOfItsOwn();
  writeFileSync(join(folder, 'service.key'), `${probation.keys.ageIdentity}\n`, { mode: 0o600 });
  writeFileSync(join(folder, 'allowed_signers'), known);
  writeFileSync(join(folder, 'VARCO.zip.age'), envelope);
  return folder;
};
const openThere = (folder: string, sender = prison) =>
  run(script, ['VARCO.zip.age', 'service.key', 'allowed_signers', sender.serviceId], { cwd: folder });

let envelope: Uint8Array;
beforeAll(async () => {
  ({ bytes: envelope } = await seal(prison, probation, {}, { payload }));
});

describe('a service without Varco', () => {
  test('opens and verifies with the documented commands, word by word', () => {
    const folder = office(envelope);
    const commands = [
      'age -d -i service.key -o b.zip VARCO.zip.age && unzip b.zip && cd RB-2026-000042',
      `ssh-keygen -Y verify -f ../allowed_signers -I ${prison.serviceId} -n varco-envelope-v1 -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt`,
      'sha256sum -c --strict tagmanifest-sha256.txt && sha256sum -c --strict manifest-sha256.txt',
    ];
    const done = run('sh', ['-ec', commands.join('\n')], { cwd: folder });
    expect(done.err).toBe('');
    expect(done.code).toBe(0);
    expect(done.out).toContain(`Good "varco-envelope-v1" signature for ${prison.serviceId}`);
    expect(done.out).toContain('data/documents/plan.pdf: OK');
  });

  test('opens it with the script and finds exactly what was sealed', () => {
    const folder = office(envelope);
    const done = openThere(folder);
    expect(done.err).toBe('');
    expect(done.code).toBe(0);
    const bag = lastLine(done.out);
    expect(readFileSync(join(bag, 'data/case.json'))).toEqual(CASE.bytes);
    expect(readdirSync(bag).toSorted()).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'data',
      'envelope.json',
      'manifest-sha256.txt',
      'tagmanifest-sha256.txt',
      'tagmanifest-sha256.txt.sig',
    ]);
    expect(JSON.parse(readFileSync(join(bag, 'envelope.json'), 'utf8'))).toMatchObject({ kind: 'handover', recipient: { serviceId: probation.serviceId } });
  });

  test.each<[string, () => Promise<{ envelope: Uint8Array; known?: string; sender?: Party }>, number]>([
    ['sealed to somebody else', async () => ({ envelope: (await seal(prison, stranger)).bytes }), 3],
    ['cut short', async () => ({ envelope: envelope.subarray(0, -20) }), 3],
    ['with one byte changed', async () => ({ envelope: flipped(envelope, envelope.length - 40, 1) }), 3],
    ['that is no zip inside', async () => ({ envelope: await encryptTo([probation.keys.ageRecipient], Buffer.from('not a zip')) }), 4],
    ['from somebody we do not know', async () => ({ envelope, known: signers(stranger), sender: stranger }), 5],
    ['said to come from another service we know', async () => ({ envelope, known: signers(prison, stranger), sender: stranger }), 5],
    ['with a changed payload', () => changed((files) => files.set('data/case.json', Buffer.from('{}'))), 6],
    ['with a changed header', () => changed((files) => files.set('envelope.json', Buffer.from('{}'))), 6],
    ['with an added file', () => changed((files) => files.set('data/more.json', Buffer.from('{}'))), 7],
    ['with a missing file', () => changed((files) => files.delete('data/case.json')), 6],
    ['re-encrypted to us from an envelope for another', async () => ({ envelope: await encryptTo([probation.keys.ageRecipient], await sealedZip(stranger, (await seal(prison, stranger)).bytes)) }), 8],
  ])('refuses an envelope %s and leaves nothing behind', async (_, make, code) => {
    const hostile = await make();
    const folder = office(hostile.envelope, hostile.known);
    const done = openThere(folder, hostile.sender);
    expect([done.code, done.err]).toEqual([code, expect.stringContaining('REFUSED')]);
    expect(readdirSync(folder).toSorted()).toEqual(['VARCO.zip.age', 'allowed_signers', 'service.key']);
  });

  const changed = async (change: Parameters<typeof rebag>[2]) => ({ envelope: await rebag(probation, envelope, change) });
});

describe('what standard tools made', () => {
  test('an envelope packed and signed by age, 7za, sha256sum and ssh-keygen alone is opened by us', async () => {
    const folder = office(envelope);
    const bag = lastLine(openThere(folder).out);
    // the office has its own OpenSSH key; it reuses the header with its key in it
    run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', join(folder, 'id')]);
    const publicKey = readFileSync(join(folder, 'id.pub'), 'utf8').trim();
    const header = JSON.parse(readFileSync(join(bag, 'envelope.json'), 'utf8'));
    header.sender.signingKey = publicKey;
    writeFileSync(join(bag, 'envelope.json'), JSON.stringify(header));
    rmSync(join(bag, 'tagmanifest-sha256.txt.sig'));
    const made = run(
      'sh',
      [
        '-ec',
        `sha256sum bag-info.txt bagit.txt envelope.json manifest-sha256.txt > tagmanifest-sha256.txt
         ssh-keygen -q -Y sign -f ../../id -n varco-envelope-v1 tagmanifest-sha256.txt`,
      ],
      { cwd: bag },
    );
    expect([made.code, made.err]).toEqual([0, '']);
    mkdirSync(join(folder, 'out'));
    // plain files only, no entries for folders
    const packed = run('sh', ['-ec', 'find "$(basename "$1")" -type f > ../out/list && 7za a -tzip ../out/b.zip @../out/list', 'sh', bag], { cwd: dirname(bag) });
    expect(packed.code).toBe(0);
    const sealed = run('age', ['-r', probation.keys.ageRecipient, '-o', 'out/b.zip.age', 'out/b.zip'], { cwd: folder });
    expect(sealed.code).toBe(0);
    const report = await openAs(probation, readFileSync(join(folder, 'out/b.zip.age')), [], {
      trust: (key) => (key === publicKey ? { serviceId: prison.serviceId, name: 'By hand', kinds: ['handover'], state: 'TRUSTED' } : undefined),
    });
    expect(report.error).toBeUndefined();
    expect(report.envelope?.payload.map((file) => file.path)).toEqual(['data/case.json', 'data/documents/plan.pdf']);
  });
});
