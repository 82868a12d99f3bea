import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, DIRECTOR, EDUCATOR, newNote, newPerson, newSettings, vaultOptions } from '../test-vault.ts';
import { createVault, openVault, peekVault, restoreVault, takeVaultBack } from '../vault.ts';
import { VaultError, type CreateVault, type Vault, type VaultInfo } from '../types.ts';
import { itemHead, parseStart, startBytes, type BackupStart, type ItemHead } from './format.ts';
import { sealStream } from '../stream/seal-stream.ts';
import { contextOf, type Taken } from './take.ts';
import { readBackupStart, verifyBackup } from './read.ts';

const codeOf = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return 'done';
  } catch (error) {
    if (error instanceof VaultError) return error.code;
    throw error;
  }
};

const written = async (taken: Taken, path: string, between?: () => Promise<void>): Promise<Taken> => {
  writeFileSync(path, '');
  for await (const piece of taken.pieces()) {
    appendFileSync(path, piece);
    await between?.();
  }
  return taken;
};

let options: CreateVault;
let info: VaultInfo;
let recoveryCode: string;
let file: string;
let taken: Taken;
const person = newPerson('Mureșan', { unit: 'E3' });
const TEXT = 'a spus că are o soră la Cluj';
const note = newNote(person.id, TEXT);
const noSettling = async (restored: Vault): Promise<void> => restored.commit([], { action: 'vault.restore' });
const newDir = (): string => join(mkdtempSync(join(tmpdir(), 'varco-')), 'vault');
const restored = (path: string, dir = newDir(), opening: Parameters<typeof restoreVault>[0]['opening'] = { userId: EDUCATOR.id, password: EDUCATOR.password }) =>
  restoreVault({ path, dir, opening, settle: noSettling }).then((found) => ({ ...found, dir }));

/** One vault is open at a time: RxDB's free package has room for no more. */
const unlocked = async <T>(act: (vault: Vault) => Promise<T>): Promise<T> => {
  const vault = await openVault({ dir: options.dir, userId: EDUCATOR.id, password: EDUCATOR.password });
  try {
    return await act(vault);
  } finally {
    await vault.close();
  }
};

beforeAll(async () => {
  options = vaultOptions();
  const founded = await createVault(options);
  let { vault } = founded;
  ({ recoveryCode } = founded);
  info = vault.info;
  await vault.commit(
    [
      { op: 'put', collection: 'people', doc: person },
      { op: 'put', collection: 'assessments', doc: note },
      { op: 'put', collection: 'office', doc: newSettings() },
    ],
    { action: 'people.add', personId: person.id },
  );
  // a second life, so that there are snapshots of the index as well
  await vault.close();
  vault = await openVault({ dir: options.dir, userId: EDUCATOR.id, password: EDUCATOR.password });
  file = join(dirname(options.dir), 'one.varcobackup');
  let late = false;
  taken = await written(await vault.backups.take(), file, async () => {
    if (late) return;
    late = true;
    await vault.commit([{ op: 'put', collection: 'people', doc: newPerson('Prea Târziu') }], { action: 'people.add' });
  });
  await vault.close();
});

describe('a backup', () => {
  it('restores whole: documents, trail and keys as they were when it was taken, under a new installation', async () => {
    const { dir, entries, verdict, createdAt } = await restored(file);
    expect({ entries, createdAt }).toEqual({ entries: taken.entries, createdAt: taken.start.createdAt });
    expect(verdict).toEqual({ entries, intact: true });
    const again = await openVault({ dir, userId: DIRECTOR.id, password: DIRECTOR.password });
    expect(await again.get('people', person.id)).toMatchObject({ familyName: 'Mureșan' });
    expect(await again.get('assessments', note.id)).toMatchObject({ text: TEXT });
    expect(again.rows('people', 'person', ['name']).length).toBe(1);
    expect(again.info).toEqual({ ...info, installationId: again.info.installationId });
    expect(again.info.installationId).not.toBe(info.installationId);
    expect((await again.audit.verify()).intact).toBe(true);
    expect((await again.audit.read({ limit: 5 })).map(({ action }) => action)).not.toContain('vault.rebuild');
    await again.commit([{ op: 'put', collection: 'people', doc: newPerson('Nou') }], { action: 'people.add' });
    await again.close();
    expect(readdirSync(dirname(dir))).toEqual(['vault']);
  });

  it('opens with any user of its time, and with the code and a new password', async () => {
    const { dir } = await restored(file, newDir(), { userId: ADMIN.id, password: ADMIN.password });
    const asDirector = await restored(file, newDir(), { userId: DIRECTOR.id, code: recoveryCode, newPassword: 'un munte foarte verde' });
    const opened = await openVault({ dir: asDirector.dir, userId: DIRECTOR.id, password: 'un munte foarte verde' });
    expect(await opened.get('people', person.id)).toMatchObject({ familyName: 'Mureșan' });
    await opened.close();
    const other = await openVault({ dir, userId: EDUCATOR.id, password: EDUCATOR.password });
    expect(await other.get('assessments', note.id)).toMatchObject({ text: TEXT });
    await other.close();
  });

  it.each([
    ['a wrong password', { userId: EDUCATOR.id, password: 'nu este aceasta' }, 'WRONG_PASSWORD'],
    ['a user nobody knows', { userId: '0192a000-0000-7000-8000-0000000000aa', password: EDUCATOR.password }, 'WRONG_PASSWORD'],
    ['a mistyped code', { userId: EDUCATOR.id, code: 'AAAA-BBBB', newPassword: 'un munte foarte verde' }, 'WRONG_RECOVERY_CODE'],
  ])('stays closed for %s, and nothing is left', async (_what, opening, code) => {
    const dir = newDir();
    expect(await codeOf(restored(file, dir, opening))).toBe(code);
    expect(readdirSync(dirname(dir))).toEqual([]);
  });

  it('never replaces a vault', async () => {
    expect(await codeOf(restored(file, options.dir))).toBe('EXISTS');
    const dir = newDir();
    mkdirSync(dir);
    writeFileSync(join(dir, 'notes.txt'), 'mine');
    expect(await codeOf(restored(file, dir))).toBe('EXISTS');
    expect(readFileSync(join(dir, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('can be done again after a restore that was killed, and clears away what it left', async () => {
    const dir = newDir();
    const left = join(dirname(dir), '.vault.0123456789ab.new');
    mkdirSync(join(left, 'store'), { recursive: true });
    writeFileSync(join(left, 'vault.json'), '{');
    mkdirSync(join(dirname(dir), '.vault.mine'));
    await restored(file, dir);
    expect(readdirSync(dirname(dir)).toSorted()).toEqual(['.vault.mine', 'vault']);
  });

  it('stops when asked to, and leaves nothing', async () => {
    const dir = newDir();
    const stop = new AbortController();
    const act = restoreVault({ path: file, dir, opening: { userId: EDUCATOR.id, password: EDUCATOR.password }, settle: noSettling, signal: stop.signal, onProgress: () => stop.abort() });
    await expect(act).rejects.toHaveProperty('name', 'AbortError');
    expect(readdirSync(dirname(dir))).toEqual([]);
  });

  it('says nothing of anybody in clear', () => {
    const bytes = readFileSync(file);
    for (const word of ['Mureșan', 'soră la Cluj', 'PG-1204', person.id, note.id]) expect(bytes.includes(word), word).toBe(false);
    const start = parseStart(bytes.subarray(12, 12 + bytes.readUInt32LE(8)));
    const clear = [start.header, start.keyring, start.anchor].map((part) => Buffer.from(part, 'base64').toString('utf8')).join();
    for (const word of ['Mureșan', 'PG-1204', person.id]) expect(clear.includes(word), word).toBe(false);
  });

  it('is checked by whoever is unlocked: how old it is, and how much was done since', async () => {
    const found = await unlocked((vault) => vault.backups.check(file));
    expect(found).toMatchObject({ ours: true, vaultId: info.vaultId, entries: taken.entries, behind: 1, purpose: 'keep' });
  });

  it('is larger than promised never, so that the room on a medium can be asked before', () => {
    expect(readFileSync(file).length).toBeLessThanOrEqual(taken.bytes);
  });
});

describe('a drill', () => {
  it.each([
    ['a password', { userId: EDUCATOR.id, password: EDUCATOR.password }, { office: 1, case: 2 }],
    ['the password of who holds no cases', { userId: ADMIN.id, password: ADMIN.password }, { office: 1 }],
  ])('with %s opens every record of a copy and removes it', async (_how, opening, documents) => {
    const shares: number[] = [];
    const found = await unlocked((vault) => vault.backups.drill(file, opening, { onProgress: (share) => shares.push(share) }));
    expect(found).toMatchObject({ documents, damaged: 0, verdict: { intact: true, entries: taken.entries }, live: { documents: { office: 1, case: 3 } } });
    expect(shares.at(-1)).toBe(1);
    expect(readdirSync(options.dir).filter((name) => name.startsWith('drill-'))).toEqual([]);
  });

  it('with the code changes nothing in the vault', async () => {
    const before = readFileSync(join(options.dir, 'keyring.json'));
    expect(await unlocked((vault) => vault.backups.drill(file, { userId: EDUCATOR.id, code: recoveryCode }))).toMatchObject({ damaged: 0, documents: { office: 1, case: 2 } });
    expect(readFileSync(join(options.dir, 'keyring.json')).equals(before)).toBe(true);
  });
});

/** A file like ours under a key of the attacker's choice, wrapped by whoever may: what a hostile colleague could write. */
const forged = async (items: readonly (readonly [ItemHead, Uint8Array])[], change: (start: BackupStart) => BackupStart = (start) => start): Promise<string> => {
  const path = join(mkdtempSync(join(tmpdir(), 'varco-')), 'forged.varcobackup');
  const clear = startBytes(change(taken.start));
  writeFileSync(path, clear);
  const plain = async function* (): AsyncGenerator<Uint8Array> {
    for (const [head, bytes] of items) yield Buffer.concat([itemHead(head), bytes]);
  };
  for await (const piece of sealStream(taken.key, contextOf(clear), plain())) appendFileSync(path, piece);
  return path;
};
const end = (totals: object): [ItemHead, Uint8Array] => {
  const bytes = Buffer.from(JSON.stringify({ records: 0, audit: 0, 'journal-office': 0, 'journal-case': 0, sections: 0, snapshots: 0, ...totals }));
  return [{ kind: 'end', name: 0n, length: bytes.length }, bytes];
};

describe('a hostile file', () => {
  const copy = (change: (bytes: Buffer) => Buffer | Uint8Array): string => {
    const path = join(mkdtempSync(join(tmpdir(), 'varco-')), 'changed.varcobackup');
    writeFileSync(path, change(readFileSync(file)));
    return path;
  };
  const withStart = (change: (start: BackupStart) => object) =>
    copy((bytes) => {
      const length = bytes.readUInt32LE(8);
      return Buffer.concat([startBytes(change(parseStart(bytes.subarray(12, 12 + length))) as BackupStart), bytes.subarray(12 + length)]);
    });
  const flip = (at: (bytes: Buffer) => number) =>
    copy((bytes) => {
      bytes[at(bytes)]! ^= 1;
      return bytes;
    });
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const cases: readonly (readonly [string, () => string | Promise<string>, string])[] = [
    ['empty', () => copy(() => Buffer.alloc(0)), 'BACKUP_INVALID'],
    ['that is something else', () => copy(() => randomBytes(5000)), 'BACKUP_INVALID'],
    ['whose start is longer than the file', () => copy((bytes) => (bytes.writeUInt32LE(0x7fff_ffff, 8), bytes)), 'BACKUP_CUT'],
    ['whose start is no JSON', () => copy((bytes) => bytes.fill('x', 12, 40)), 'BACKUP_INVALID'],
    ['of a newer format', () => withStart((start) => ({ ...start, formatVersion: 9, minReader: 9, more: 1 })), 'BACKUP_TOO_NEW'],
    ['with a field nobody knows', () => withStart((start) => ({ ...start, path: '../../etc/passwd' })), 'BACKUP_INVALID'],
    ['whose vault is called ../..', () => withStart((start) => ({ ...start, vaultId: '../..' })), 'BACKUP_INVALID'],
    ['with another date in its start', () => withStart((start) => ({ ...start, createdAt: '2031-01-01T00:00:00.000Z' })), 'BACKUP_CHANGED'],
    ['with another purpose in its start', () => withStart((start) => ({ ...start, purpose: 'move' })), 'BACKUP_CHANGED'],
    ['with another id', () => withStart((start) => ({ ...start, backupId: '0192a000-0000-4000-8000-0000000000aa' })), 'KEYRING_CHANGED'],
    ['with the keyring of another vault', async () => {
      const other = vaultOptions();
      await (await createVault({ ...other, users: [EDUCATOR, DIRECTOR, ADMIN] })).vault.close();
      return withStart((start) => ({ ...start, keyring: readFileSync(join(other.dir, 'keyring.json')).toString('base64') }));
    }, 'KEYRING_CHANGED'],
    ['with the header of another vault', () => withStart((start) => ({ ...start, header: base64(Buffer.from(start.header, 'base64').toString().replace('probă', 'altceva')) })), 'KEYRING_CHANGED'],
    ['cut in the middle', () => copy((bytes) => bytes.subarray(0, bytes.length - 4000)), 'BACKUP_CUT'],
    ['cut after its start', () => copy((bytes) => bytes.subarray(0, 12 + bytes.readUInt32LE(8))), 'BACKUP_CUT'],
    ['with something appended', () => copy((bytes) => Buffer.concat([bytes, Buffer.from('x')])), 'BACKUP_APPENDED'],
    ['with a bit flipped', () => flip((bytes) => bytes.length - 5000), 'BACKUP_CHANGED'],
    ['with a kind of item nobody knows', () => forged([[{ kind: 'path' as 'end', name: 1n, length: 0 }, Buffer.alloc(0)]]), 'BACKUP_INVALID'],
    ['that claims more bytes than it has', () => forged([[{ kind: 'records', name: 1n, length: 90_000 }, Buffer.alloc(10)]]), 'BACKUP_INVALID'],
    ['that claims a size no memory holds', () => forged([[{ kind: 'records', name: 1n, length: 2 ** 52 }, Buffer.alloc(10)]]), 'BACKUP_INVALID'],
    ['with a record under a number no table has', () => forged([[{ kind: 'records', name: 1n << 40n, length: 1 }, Buffer.alloc(1)], end({ records: 1 })]), 'BACKUP_INVALID'],
    ['that brings a section twice', () => forged([...[1, 2].map((): [ItemHead, Uint8Array] => [{ kind: 'section', name: 7n, length: 1 }, Buffer.alloc(1)]), end({ sections: 2 })]), 'BACKUP_INVALID'],
    ['that counts other items than it has', () => forged([end({ records: 3 })]), 'BACKUP_INVALID'],
    ['that has no last item', () => forged([]), 'BACKUP_INVALID'],
    ['that goes on behind its last item', () => forged([end({}), end({})]), 'BACKUP_INVALID'],
    ['that lacks the keys of its people', () => forged([end({})]), 'KEYRING_CHANGED'],
  ];
  it.each(cases)('%s is refused by name, and nothing is left', async (_what, make, code) => {
    const dir = newDir();
    expect(await codeOf(restored(await make(), dir))).toBe(code);
    expect(readdirSync(dirname(dir))).toEqual([]);
  });

  it('of another vault is only named by a check, and refused by a drill', async () => {
    const other = vaultOptions();
    const made = await createVault(other);
    await made.vault.commit([], { action: 'test' });
    expect(await made.vault.backups.check(file)).toEqual({ ours: false, vaultId: info.vaultId, createdAt: taken.start.createdAt, purpose: 'keep', bytes: readFileSync(file).length });
    expect(await codeOf(made.vault.backups.drill(file, { userId: EDUCATOR.id, password: EDUCATOR.password }))).toBe('BACKUP_OTHER');
    await made.vault.close();
  });

  it('that was cut while it was being read is noticed at its end', async () => {
    const path = copy((bytes) => bytes);
    const backup = await readBackupStart(path);
    truncateSync(path, backup.bytes - 1);
    expect(await codeOf(verifyBackup(backup, taken.key))).toBe('BACKUP_CUT');
  });
});

describe('a vault that moved', () => {
  it('is refused by name until it is taken back with a password; both copies say so', async () => {
    const own = vaultOptions();
    const here = (await createVault(own)).vault;
    const path = join(dirname(own.dir), 'move.varcobackup');
    const audit = { begun: { action: 'backup.move' }, failed: { action: 'backup.moveFailed' } };
    await expect(here.backups.move(audit, () => Promise.reject(new Error('pulled out')))).rejects.toThrow('pulled out');
    expect((await here.audit.read({ limit: 1 }))[0]?.action).toBe('backup.moveFailed');
    const late = here.backups.move(audit, (all) => written(all, path)).then(() => undefined);
    const behind = codeOf(here.commit([{ op: 'put', collection: 'people', doc: newPerson('Prea Târziu') }], { action: 'people.add' }));
    await late;
    expect(await behind).toBe('MOVED');
    await here.close();
    expect(await codeOf(openVault({ dir: own.dir, userId: EDUCATOR.id, password: EDUCATOR.password }))).toBe('MOVED');
    expect((await peekVault(own.dir)).movedAt).toMatch(/^20/);

    const there = await restored(path);
    const other = await openVault({ dir: there.dir, userId: EDUCATOR.id, password: EDUCATOR.password });
    expect((await other.audit.read({ limit: 2 })).map(({ action }) => action)).toEqual(['vault.restore', 'backup.move']);
    await other.close();

    expect(await codeOf(takeVaultBack({ dir: own.dir, userId: EDUCATOR.id, password: 'nu este aceasta' }))).toBe('WRONG_PASSWORD');
    expect(existsSync(join(own.dir, 'moved.json'))).toBe(true);
    const back = await takeVaultBack({ dir: own.dir, userId: EDUCATOR.id, password: EDUCATOR.password });
    expect((await back.audit.read({ limit: 2 })).map(({ action }) => action)).toEqual(['vault.takeBack', 'backup.move']);
    await back.close();
    expect((await peekVault(own.dir)).movedAt).toBeUndefined();
  });
});
