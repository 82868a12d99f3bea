import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError } from '@orpc/server';
import { DEMO_PASSWORD, demoWorkplace } from '../../electron/core/demo/client.ts';
import { createPrison, planWith } from '../../electron/core/demo/story.ts';
import { names } from '../../electron/core/demo/story-texts.ts';
import { buildCard, cardFile } from '../../electron/core/envelope/card.ts';
import { existing, newId } from '../../electron/core/services/work.ts';
import type { Problem } from '../../shared/i18n/messages.ts';
import { otherOffice, trustIn } from '../offices/other-office.ts';
import { party, seal as sealBetween } from './parties.ts';
import { editHeader, rebag, signTags } from './rebag.ts';

// Meets every bad medium and file with the real core, in a folder given as argument, and prints what it said.
// Media are file systems of their own: run it where they may be mounted, as messages.test.ts does with `unshare`.

/** What a case came to: the problem as a screen gets it, and what is left of it. */
interface Met {
  readonly problem?: Problem;
  /** names left on the medium */
  readonly left?: readonly string[];
  /** state of the hand-over that was to be written */
  readonly status?: string;
  /** more that a screen says itself */
  readonly row?: object;
  readonly trust?: string;
}

const [folder = ''] = process.argv.slice(2);
const prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
const { calls, grant } = prison;
const met: Record<string, Met> = {};

const problemOf = async (act: () => Promise<unknown>): Promise<Problem> => {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    const { code, params } = error.data as { code: string; params?: Problem['params'] };
    return { kind: error.code === 'REFUSED' ? 'refused' : 'failed', code, ...(params === undefined ? {} : { params }) };
  }
  throw new Error('nothing was refused');
};

const file = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const open = (path: string) => problemOf(() => calls.handovers.importReceipt({ file: grant(path, 'envelope') }));
const mount = (name: string, options: string): string => {
  const medium = join(folder, name);
  mkdirSync(medium);
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'none', medium]);
  return medium;
};
const unmount = (medium: string): void => {
  execFileSync('umount', ['-l', medium]);
  rmdirSync(medium);
};

await createPrison(prison);
const { users } = await calls.session.status();
await prison.core.close();
met['wrong password'] = { problem: await problemOf(() => calls.session.unlock({ userId: users[0]?.id ?? '', password: `${DEMO_PASSWORD}!` })) };
await prison.changeUser(names.educator);

// files that are no envelope of ours
const own = (await calls.contacts.own()).card;
const office = await otherOffice('probation', 'Serviciul de Probațiune Test');
const contactId = await trustIn(prison, office, folder);
const answers = { envelopeId: newId(), tagManifestSha256: 'a'.repeat(64) };
const receipt = { folder, kind: 'receipt', receipt: { answers, decision: 'ACCEPTED' } } as const;
const whole = await office.send(own, receipt);
const stranger = await otherOffice('probation', 'Necunoscut');
met['a PDF'] = { problem: await open(file('plan.pdf', '%PDF-1.7\n%âãÏÓ\n')) };
met['a zip'] = { problem: await open(file('archive.zip', Buffer.from('504b0304', 'hex'))) };
met['an empty file'] = { problem: await open(file('empty.zip.age', '')) };
met['a folder'] = { problem: await open(folder) };
met['a foreign envelope'] = { problem: await open(await office.send(stranger.card, receipt)) };
met['a damaged envelope'] = { problem: await open(file('damaged.zip.age', readFileSync(whole).map((byte, at) => (at === 400 ? byte ^ 1 : byte)))) };
met['an envelope cut short'] = { problem: await open(file('short.zip.age', readFileSync(whole).subarray(0, -40))) };
met['an unknown sender'] = { problem: await open(await stranger.send(own, receipt)) };
const newer = await party('Serviciul de Probațiune Test');
const sender = { ...newer, serviceId: office.card.serviceId, keys: office.keys };
const fromFuture = await rebag(
  sender,
  (await sealBetween(sender, sender, { kind: 'directory', demo: true })).bytes,
  (files) => {
    editHeader(files, (header) => ({ ...header, schemaVersion: 2, kind: 'letter' }));
    signTags(files, sender);
  },
  { ...sender, keys: { ...sender.keys, ageRecipient: own.ageRecipient } },
);
met['a version that is too new'] = { problem: await open(file('future.zip.age', fromFuture)) };
met['no service card'] = { problem: await problemOf(() => calls.contacts.importCard({ file: grant(file('x.varco-card.json', '{}'), 'card') })) };

// media
const request = { personId: '', recipientServiceId: office.card.serviceId, mandate: { kind: 'SUPERVISION', act: 'sentința 1', date: '2026-11-22' } } as const;
const authorised = async (): Promise<string> => {
  const { id: personId } = await calls.people.add({ code: newId().slice(-8), familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' });
  await planWith(prison, personId, '2026-11-22');
  const { caseHash } = await calls.handovers.preview({ ...request, personId });
  const { handoverId } = await calls.handovers.prepare({ ...request, personId, documentLanguage: 'ro', confirmedCaseHash: caseHash });
  await prison.changeUser(names.coordinator);
  await calls.handovers.authorise({ handoverId });
  await prison.changeUser(names.educator);
  return handoverId;
};
const handoverId = await authorised();
const statusOf = async (): Promise<string> => (await existing(prison.core.session.work(), 'handovers', handoverId, 'handover')).status;
const writeTo = async (medium: string): Promise<Met> => ({
  problem: await problemOf(() => calls.handovers.seal({ handoverId, folder: grant(medium, 'folder') })),
  left: readdirSync(medium),
  status: await statusOf(),
});
met['a stick without room'] = await writeTo(mount('small', 'size=16k'));
// room for bytes, none for one more file: the kernel says full when it is written
met['a full stick'] = await writeTo(mount('full', 'size=4m,nr_inodes=1'));
met['a write-protected stick'] = await writeTo(mount('protected', 'size=4m,ro'));
const pulled = mount('pulled', 'size=4m');
const stop = new AbortController();
const steps = await calls.handovers.sealing({ handoverId }, { signal: stop.signal });
const pulling = (async () => {
  for await (const { step } of steps) {
    if (step !== 'seal') continue;
    unmount(pulled);
    return;
  }
})();
const whilePulled = await problemOf(() => calls.handovers.seal({ handoverId, folder: grant(pulled, 'folder') }));
await pulling;
stop.abort();
met['a stick pulled out while writing'] = { problem: whilePulled, left: [], status: await statusOf() };
const reading = mount('reading', 'size=4m');
writeFileSync(join(reading, 'r.zip.age'), readFileSync(whole));
const chosen = grant(join(reading, 'r.zip.age'), 'envelope');
unmount(reading);
met['a stick pulled out while reading'] = { problem: await problemOf(() => calls.handovers.importReceipt({ file: chosen })) };

// a card that changed, a register with a formula
const { serviceId, kind, name, reads, validFrom } = office.card;
const changed = cardFile(buildCard({ serviceId, kind, name, reads, validFrom, validTo: '2032-01-01', demo: true }, stranger.keys));
const card = await calls.contacts.importCard({ file: grant(file('changed.json', changed), 'card') });
if (card.id !== contactId) throw new Error('another contact');
const seal = await problemOf(() => calls.handovers.seal({ handoverId, folder: grant(folder, 'folder') }));
met['a changed card'] = { problem: seal, trust: card.trust, status: await statusOf() };
const register = 'Nr. matricol,Nume,Prenume,Data nașterii\nTM-1,Exemplu,=cmd(),01.02.1990\nTM-2,Altul,Dan,03.04.1985\n';
const { preview } = await calls.registers.open({ file: grant(file('register.csv', register), 'table') });
met['a formula in a register'] = { row: preview.refused[0] ?? {} };

// backups: made on a bad stick, opened with the wrong thing, restored where they must not be
await prison.changeUser(names.coordinator);
const { user } = await calls.session.status();
const userId = user?.id ?? '';
const backupTo = async (medium: string): Promise<Met> => ({
  problem: await problemOf(() => calls.backup.make({ folder: grant(medium, 'folder') })),
  left: readdirSync(medium),
});
type Follow = (input: undefined, options: { readonly signal: AbortSignal }) => Promise<AsyncIterable<unknown>>;
/** Acts once something is under way. */
const onceBegun = async (begin: () => Promise<unknown>, act: () => unknown, follow: Follow = calls.backup.progress): Promise<Problem> => {
  const looking = new AbortController();
  const progress = await follow(undefined, { signal: looking.signal });
  const acting = progress[Symbol.asyncIterator]().next().then(act);
  const problem = await problemOf(begin);
  looking.abort();
  await acting;
  return problem;
};
met['a backup onto a stick without room'] = await backupTo(mount('backup-small', 'size=16k'));
met['a backup onto a full stick'] = await backupTo(mount('backup-full', 'size=64m,nr_inodes=1'));
met['a backup onto a write-protected stick'] = await backupTo(mount('backup-protected', 'size=64m,ro'));
const away = mount('backup-pulled', 'size=64m');
met['a backup onto a stick pulled out while writing'] = {
  problem: await onceBegun(() => calls.backup.make({ folder: grant(away, 'folder') }), () => unmount(away)),
  left: [],
};
const stick = mount('backup', 'size=64m');
met['a backup that was stopped'] = {
  problem: await onceBegun(() => calls.backup.make({ folder: grant(stick, 'folder') }), () => calls.backup.stop()),
  left: readdirSync(stick),
};
const { fileName } = await calls.backup.make({ folder: grant(stick, 'folder') });
const backup = join(stick, fileName);
const cut = file('cut.varcobackup', readFileSync(backup).subarray(0, -10));
const none = file('none.varcobackup', 'no backup');
const drill = (path: string, opening: Parameters<typeof calls.backup.drill>[0]['opening']) => problemOf(() => calls.backup.drill({ file: grant(path, 'backup'), opening }));
met['a drill with a wrong password'] = { problem: await drill(backup, { userId, password: `${DEMO_PASSWORD}!` }) };
met['a drill with a wrong code'] = { problem: await drill(backup, { userId, code: 'AAAA-BBBB' }) };
met['a drill with a backup cut short'] = { problem: await drill(cut, { userId, password: DEMO_PASSWORD }) };
met['a drill that was stopped'] = {
  problem: await onceBegun(() => calls.backup.drill({ file: grant(backup, 'backup'), opening: { userId, password: DEMO_PASSWORD } }), () => calls.backup.stop()),
};
met['a restore where a workplace is'] = {
  problem: await problemOf(() => calls.session.lookAtBackup({ file: grant(backup, 'backup') })),
  left: readdirSync(join(folder, 'vault')).filter((each) => each.includes('drill')),
};
await prison.core.close();

const home = join(folder, 'fresh');
mkdirSync(home);
const fresh = demoWorkplace(join(home, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
const lookAt = (path: string) => fresh.calls.session.lookAtBackup({ file: fresh.grant(path, 'backup') });
const restore = async (path: string, opening: Parameters<typeof calls.session.restore>[0]['opening']): Promise<Met> => {
  const { lookId } = await lookAt(path);
  return { problem: await problemOf(() => fresh.calls.session.restore({ lookId, opening })), left: readdirSync(home) };
};
met['a restore of what is no backup'] = { problem: await problemOf(() => lookAt(none)), left: readdirSync(home) };
met['a restore of a backup cut short'] = await restore(cut, { userId, password: DEMO_PASSWORD });
met['a restore with a wrong password'] = await restore(backup, { userId, password: `${DEMO_PASSWORD}!` });
met['a restore with a wrong code'] = await restore(backup, { userId, code: 'AAAA-BBBB', newPassword: 'patru cuvinte simple aici' });
const { lookId } = await lookAt(backup);
met['a restore that was stopped'] = {
  problem: await onceBegun(() => fresh.calls.session.restore({ lookId, opening: { userId, password: DEMO_PASSWORD } }), () => fresh.calls.session.stopRestoring(), fresh.calls.session.restoring),
  left: readdirSync(home),
};
const onStick = fresh.grant(backup, 'backup');
unmount(stick);
met['a restore from a stick that was pulled out'] = { problem: await problemOf(() => fresh.calls.session.lookAtBackup({ file: onStick })), left: readdirSync(home) };

process.stdout.write(JSON.stringify(met));
await fresh.core.close();
