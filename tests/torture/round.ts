/** One kill and what is found afterwards. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeBackup } from '../../electron/core/services/backup/backup.ts';
import { workIn } from '../../electron/core/services/work.ts';
import type { Vault } from '../../electron/core/vault/types.ts';
import { emptied, killedRestore, lookInto, restoreAndLook, wrongBackups, type Found } from './copies.ts';
import { afterActs, answeredBy, missingIn, type Documents } from './documents.ts';
import type { Ack, Act, Deed, Kind, StaffDeed } from './lines.ts';
import { live, type Heard } from './live.ts';
import type { Start } from './runtimes.ts';
import { sessionOn, vaultOf } from './session.ts';
import type { Staff } from './staff.ts';

/** The workplace under torture, and what is known of it. */
export interface Scene {
  readonly start: Start;
  readonly dir: string;
  readonly userId: string;
  readonly staff: Staff;
  /** where backups are written */
  readonly stick: string;
  /** where vaults are restored */
  readonly place: string;
  documents: Documents;
  /** newest audit entry when it was last looked at */
  seen: number;
}

/** What one kill showed. */
export interface Verdict extends Found {
  readonly acknowledged: number;
  /** 1 when the kill fell between the beginning of a deed and its acknowledgement */
  readonly amid: number;
  readonly told: string;
}

const isAct = (deed: Deed): deed is Act => deed.what === 'act';
const isOfStaff = (deed: Deed): deed is StaffDeed => ['admit', 'roles', 'dismiss', 'password'].includes(deed.what);

/** Unlocks as the application does, which mends what an interruption left, and locks again. */
const unlocked = async <T>({ dir, userId, staff }: Scene, act: (vault: Vault) => Promise<T>): Promise<T> => {
  const session = sessionOn(dir);
  await session.unlock(userId, staff.password);
  try {
    return await act(vaultOf(session));
  } finally {
    await session.close();
  }
};

/** Kills a victim of this kind and looks for everything it acknowledged. */
export const killAndLook = async (scene: Scene, kind: Kind, from: number, early: boolean): Promise<Verdict> => {
  const { start, dir, userId, staff, stick, place } = scene;
  await emptied(stick);
  await emptied(place);
  const file = kind === 'restore' ? join(stick, (await unlocked(scene, (vault) => makeBackup(workIn(vault, Date.now), stick))).fileName) : undefined;
  const heard = await live(start, { kind, dir, from, userId, password: staff.password, folder: kind === 'restore' ? place : stick, ...(file === undefined ? {} : { file }) }, early);

  const answered = heard.deeds.filter(({ n }) => heard.acks.has(n));
  const unanswered = heard.deeds.filter(({ n }) => !heard.acks.has(n));
  staff.hear(answered.filter(isOfStaff), unanswered.find(isOfStaff));
  const heardOf = { acknowledged: answered.length, amid: Math.min(1, unanswered.length) };
  try {
    const cut = await cutFiles(dir);
    const { opens, wrong } = await staff.findPassword();
    if (!opens) return { ...heardOf, lost: wrong + cut, unopenable: 1, told: 'no password opens it' };
    const inside = await unlocked(scene, (vault) => lookAtVault(scene, vault, heard));
    const users = inside.broken + (await staff.tryTouched(inside.idOf, scene.documents));
    const copies = await lookAtCopies(scene, heard, file, inside.before);
    const lost = inside.missing + inside.torn + inside.backups + users + wrong + cut + copies.lost;
    const told = `${inside.missing} lost, ${inside.torn} torn, ${users + wrong} wrong users, ${inside.backups + copies.lost} wrong copies, ${copies.unopenable} copies that do not open, audit ${inside.audit}`;
    return { ...heardOf, lost, unopenable: copies.unopenable + Number(!inside.intact), told };
  } catch (error) {
    return { ...heardOf, lost: 0, unopenable: 1, told: `does not open: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` };
  }
};

/** Files of the folder that are replaced as a whole, and are not whole. */
const cutFiles = async (dir: string): Promise<number> => {
  let cut = 0;
  for (const name of (await readdir(dir)).filter((file) => file.endsWith('.json'))) {
    try {
      JSON.parse(await readFile(join(dir, name), 'utf8'));
    } catch {
      cut += 1;
    }
  }
  return cut;
};

/** Documents, audit stream, users and backups, as the open vault says. */
const lookAtVault = async (scene: Scene, vault: Vault, { deeds, acks }: Heard) => {
  const before = scene.documents;
  const acts = deeds.filter(isAct);
  const open = acts.filter(({ n }) => !acks.has(n));
  scene.documents = afterActs(before, acts.filter(({ n }) => acks.has(n)));
  const uncounted = Math.max(0, deeds.filter(({ n, what }) => what === 'wrong' && acks.has(n)).length - (await failedSince(vault, scene.seen)));
  const missing = (await missingIn(vault, scene.documents, open)) + lostMarks(vault, [...acks.values()]) + uncounted;
  const { torn, done } = await answeredBy(vault, open);
  const verdict = await vault.audit.verify();
  const broken = await scene.staff.brokenIn(vault);
  const written = [...acks.values()].flatMap(({ backup }) => backup?.fileName ?? []);
  const wrong = deeds.some(({ what }) => what === 'backup') ? await wrongBackups(vault, scene.stick, written) : 0;
  scene.documents = afterActs(scene.documents, done);
  scene.seen = vault.audit.newest();
  return {
    before,
    missing,
    torn,
    broken,
    backups: wrong,
    intact: verdict.intact,
    audit: verdict.intact ? `intact (${verdict.entries})` : verdict.reason,
    idOf: new Map(vault.members().map(({ name, id }) => [name, id])),
  };
};

/** Wrong passwords that the audit stream tells of since an entry: after an unlock, all that were ever tried. */
const failedSince = async (vault: Vault, seen: number): Promise<number> => {
  const entries = await vault.audit.read({ limit: 500 });
  return entries.filter(({ seq, action }) => seq > seen && action === 'session.failed').reduce((all, { details }) => all + Number(details?.['count']), 0);
};

/** Entries of the audit stream that stood when something was acknowledged, and do not any more. */
const lostMarks = ({ audit }: Vault, acks: readonly Ack[]): number => acks.filter(({ mark }) => mark !== undefined && audit.tagOf(mark.seq) !== mark.tag).length;

/** The last acknowledged backup restored, or what a restoring victim left. */
const lookAtCopies = async (scene: Scene, { deeds, acks }: Heard, file: string | undefined, before: Documents): Promise<Found> => {
  const { stick, place, userId, staff } = scene;
  const holder = { userId, password: staff.password };
  const backup = [...acks.values()].findLast((ack) => ack.backup !== undefined)?.backup;
  if (backup !== undefined) {
    // what was saved up to the backup's moment; the others came later
    const isIn = ({ n }: Act): boolean => (acks.get(n)?.mark?.seq ?? Infinity) <= backup.entries;
    const documents = afterActs(before, deeds.filter(isAct).filter(isIn));
    return restoreAndLook(join(stick, backup.fileName), join(place, 'vault'), holder, documents, deeds.filter(isAct).filter(({ n }) => !acks.has(n)));
  }
  const sum = { lost: 0, unopenable: 0 };
  for (const deed of deeds) {
    if (deed.what !== 'restore' || file === undefined) continue;
    const found = acks.has(deed.n) ? await lookInto(deed.dir, holder, scene.documents, []) : await killedRestore(file, deed.dir, holder, scene.documents);
    sum.lost += found.lost;
    sum.unopenable += found.unopenable;
  }
  return sum;
};
