/**
 * Who may call what, about whom: every procedure of the contract, asked through the real router by a real user of every
 * role, of the whole house and with each scope. What is expected stands here as a table, not read from the program's own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORPCError } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { otherOffice, trustIn } from '../../../tests/offices/other-office.ts';
import { procedurePermissions, type ProcedurePath } from '../../../shared/contract/permissions.ts';
import type { User } from '../../../shared/domain/office.ts';
import type { Person } from '../../../shared/domain/people.ts';
import { UserRole } from '../../../shared/domain/roles.ts';
import { DEMO_PASSWORD, demoWorkplace, type DemoWorkplace } from '../demo/client.ts';
import { createPrison, planWith } from '../demo/story.ts';
import { names, programme } from '../demo/story-texts.ts';
import { created, newId } from '../services/work.ts';
import type { Stored, Vault } from '../vault/types.ts';

const roles = (text: string): readonly UserRole[] => text.split(' ').map((role) => UserRole.parse(role));

const everybody = UserRole.options;
const allButGuests = everybody.filter((role) => role !== 'GUEST');
const caseWorkers = roles('EDUCATOR PSYCHOLOGIST SOCIAL_WORKER COORDINATOR PROBATION_OFFICER');
const readers = [...caseWorkers, ...roles('DIRECTOR GUEST')];
const notesReaders = [...caseWorkers, ...roles('DIRECTOR')];
const planners = roles('EDUCATOR PSYCHOLOGIST SOCIAL_WORKER COORDINATOR');
const secondPersons = roles('COORDINATOR DIRECTOR');
const educators = roles('EDUCATOR COORDINATOR');
const markers = roles('EDUCATOR COORDINATOR TEACHER');
const preparers = roles('EDUCATOR SOCIAL_WORKER COORDINATOR');
const openers = roles('EDUCATOR COORDINATOR PROBATION_OFFICER');
const deciders = roles('COORDINATOR PROBATION_OFFICER');
const seesServices = [...readers, ...roles('PARTNERSHIP ADMIN')];
const trusts = roles('EDUCATOR COORDINATOR PROBATION_OFFICER ADMIN');
const keepsDirectory = roles('EDUCATOR SOCIAL_WORKER COORDINATOR PROBATION_OFFICER PARTNERSHIP');
const changesCard = roles('COORDINATOR DIRECTOR PROBATION_OFFICER');
const printsPacks = [...notesReaders, ...roles('DUTY_OFFICER')];
const runsTheOffice = roles('COORDINATOR DIRECTOR ADMIN');
const seesTrail = roles('COORDINATOR DIRECTOR AUDITOR ADMIN');

/** Every procedure and who may call it; nobody else may. */
const allowed: Readonly<Record<ProcedurePath, readonly UserRole[]>> = {
  'session.status': everybody,
  'session.checkPassword': everybody,
  'session.create': everybody,
  'session.unlock': everybody,
  'session.recover': everybody,
  'session.wipeDemo': everybody,
  'session.lookAtBackup': everybody,
  'session.restore': everybody,
  'session.stopRestoring': everybody,
  'session.restoring': everybody,
  'session.takeBack': everybody,
  'session.saveRecoverySheet': everybody,
  'session.confirmRecovery': everybody,
  'session.newRecoveryCode': runsTheOffice,
  'session.changePassword': everybody,
  'session.makeKeyFile': everybody,
  'session.dropKeyFile': everybody,
  'session.clock': everybody,
  'session.confirmClock': everybody,

  'home.due': readers,
  'home.counts': readers,
  'home.releases': readers,
  'home.calendar': readers,
  'home.previewWing': notesReaders,
  'home.printWing': notesReaders,
  'home.firstHour': readers,
  'home.skipStep': caseWorkers,
  'home.putAway': caseWorkers,

  'people.list': readers,
  'people.find': readers,
  'people.rowOfName': readers,
  'people.units': readers,
  'people.get': readers,
  'people.brief': readers,
  'people.timeline': readers,
  'people.toldCases': readers,
  'people.add': caseWorkers,
  'people.setDate': caseWorkers,
  'people.decide': caseWorkers,
  'people.setDetails': caseWorkers,
  'people.move': caseWorkers,
  'people.turn': caseWorkers,
  'people.alike': caseWorkers,
  'people.duplicates': educators,
  'people.countDuplicates': educators,
  'people.notSame': educators,
  'people.lookAgain': educators,
  'people.lookAtMerge': educators,
  'people.merge': educators,
  'people.unmerge': educators,
  'people.mergedOf': readers,
  'people.mergedInto': readers,

  'caseload.range': readers,
  'caseload.assign': caseWorkers,
  'caseload.putOffReviews': planners,
  'caseload.startPreparations': caseWorkers,
  'caseload.previewCopy': notesReaders,
  'caseload.printCopies': notesReaders,
  'caseload.numbers': secondPersons,

  'registers.open': educators,
  'registers.remap': educators,
  'registers.row': educators,
  'registers.repair': educators,
  'registers.differences': educators,
  'registers.progress': educators,
  'registers.stop': educators,
  'registers.accept': educators,

  'needs.ofPerson': readers,
  'requests.ofPerson': readers,
  'requests.open': readers,
  'requests.add': caseWorkers,
  'requests.assign': caseWorkers,
  'requests.answer': caseWorkers,
  'requests.deliver': caseWorkers,
  'requests.withdraw': caseWorkers,
  'requests.reopen': caseWorkers,

  'sittings.list': readers,
  'sittings.get': readers,
  'sittings.add': caseWorkers,
  'sittings.change': caseWorkers,
  'sittings.addPeople': caseWorkers,
  'sittings.takeOff': caseWorkers,
  'sittings.putBack': caseWorkers,
  'sittings.readList': caseWorkers,
  'sittings.takeList': caseWorkers,
  'sittings.look': caseWorkers,
  'sittings.record': caseWorkers,
  'sittings.report': readers,
  'sittings.writeReport': caseWorkers,
  'sittings.finishReport': caseWorkers,
  'sittings.reopenReport': caseWorkers,

  'needs.openRound': caseWorkers,
  'needs.record': caseWorkers,
  'needs.recordItem': caseWorkers,
  'needs.confirm': caseWorkers,
  'needs.correct': caseWorkers,
  'needs.dispute': caseWorkers,
  'needs.closeRound': caseWorkers,
  'needs.skipRound': caseWorkers,
  'needs.restrict': caseWorkers,
  'needs.decideRestriction': secondPersons,
  'needs.tools': roles('EDUCATOR PSYCHOLOGIST COORDINATOR'),
  'needs.recordTool': roles('EDUCATOR PSYCHOLOGIST COORDINATOR'),
  'needs.dropTool': roles('EDUCATOR PSYCHOLOGIST COORDINATOR'),
  'needs.list': readers,
  'needs.update': caseWorkers,
  'needs.takeUpdateBack': caseWorkers,

  'notes.ofPerson': notesReaders,
  'notes.add': caseWorkers,
  'notes.correct': caseWorkers,
  'notes.dispute': caseWorkers,
  'notes.takeBack': caseWorkers,

  'plans.ofPerson': readers,
  'plans.draft': planners,
  'plans.write': planners,
  'plans.signLine': planners,
  'plans.lineUnavailable': planners,
  'plans.propose': planners,
  'plans.answer': planners,
  'plans.revise': planners,
  'plans.approve': secondPersons,
  'plans.markStep': caseWorkers,
  'plans.unmarkStep': caseWorkers,
  'plans.markObjective': caseWorkers,
  'plans.unmarkObjective': caseWorkers,
  'plans.close': planners,
  'plans.recordApproval': planners,
  'plans.exemptReview': planners,
  'plans.startReview': planners,
  'plans.endReview': planners,

  'release.checklist': readers,
  'release.start': caseWorkers,
  'release.switchKind': caseWorkers,
  'release.mark': caseWorkers,
  'release.unmark': caseWorkers,
  'release.addItem': caseWorkers,
  'firstDays.ofPerson': readers,
  'firstDays.setDeparture': caseWorkers,
  'appointments.add': caseWorkers,
  'appointments.change': caseWorkers,
  'appointments.step': caseWorkers,
  'applications.add': caseWorkers,
  'applications.change': caseWorkers,
  'applications.step': caseWorkers,
  'release.signOff': secondPersons,
  'release.road': readers,
  'release.setDestination': caseWorkers,
  'release.addObligation': caseWorkers,
  'release.changeObligation': caseWorkers,
  'release.endObligation': caseWorkers,
  'release.noObligations': caseWorkers,
  'release.readAloud': caseWorkers,
  'release.tickBan': caseWorkers,

  'learning.programmes': readers,
  'learning.runs': readers,
  'learning.run': readers,
  'learning.ofPerson': readers,
  'learning.addProgramme': educators,
  'learning.editProgramme': educators,
  'learning.retireProgramme': educators,
  'learning.addRun': educators,
  'learning.editRun': educators,
  'learning.addSessions': educators,
  'learning.changeSession': educators,
  'learning.lookUp': educators,
  'learning.enrol': educators,
  'learning.step': educators,
  'learning.takeOff': educators,
  'learning.readSheet': educators,
  'learning.takeSheet': educators,
  'learning.mark': markers,
  'learning.ownRuns': markers,
  'learning.ownRun': markers,

  'consents.record': caseWorkers,
  'consents.ofPerson': readers,
  'thirdPersons.ofPerson': readers,
  'thirdPersons.add': caseWorkers,
  'thirdPersons.change': caseWorkers,
  'thirdPersons.answer': caseWorkers,
  'thirdPersons.end': caseWorkers,

  'contacts.own': seesServices,
  'contacts.saveOwnCard': trusts,
  'contacts.list': seesServices,
  'contacts.importCard': trusts,
  'contacts.trust': trusts,
  'contacts.readRevocation': trusts,
  'contacts.revoke': trusts,
  'contacts.renewOwnCard': changesCard,
  'contacts.changeKeys': changesCard,
  'contacts.saveRevocationSheet': changesCard,
  'contacts.cardless': seesServices,
  'contacts.addCardless': trusts,
  'contacts.removeCardless': trusts,
  'contacts.addPractice': trusts,
  'contacts.removePractice': trusts,

  'handovers.ofPerson': readers,
  'handovers.list': readers,
  'handovers.authorisers': readers,
  'handovers.preview': preparers,
  'handovers.prepare': preparers,
  'handovers.previewTransfer': preparers,
  'handovers.prepareTransfer': preparers,
  'handovers.previewSupplement': preparers,
  'handovers.prepareSupplement': preparers,
  'handovers.takeBack': preparers,
  'handovers.close': preparers,
  'handovers.expire': preparers,
  'handovers.authoriseAlone': educators,
  'handovers.counterSign': secondPersons,
  'handovers.dispatch': educators,
  'handovers.revoke': educators,
  'handovers.writeNotice': educators,
  'handovers.paperReceipt': openers,
  'handovers.register': preparers,
  'handovers.authorise': secondPersons,
  'handovers.words': educators,
  'handovers.seal': educators,
  'handovers.sealing': educators,
  'handovers.checkMedium': educators,
  'handovers.writeAgain': educators,
  'handovers.importReceipt': openers,

  'batches.week': educators,
  'batches.seal': educators,
  'batches.sealing': educators,
  'batches.number': preparers,
  'batches.preview': notesReaders,
  'batches.save': notesReaders,
  'batches.print': notesReaders,

  'outcomes.ofPerson': readers,
  'outcomes.record': caseWorkers,
  'outcomes.tell': deciders,
  'outcomes.tellCounts': deciders,
  'outcomes.take': openers,
  'outcomes.page': readers,
  'sharedPacks.list': seesServices,
  'sharedPacks.allow': deciders,
  'sharedPacks.offer': deciders,
  'sharedPacks.seal': deciders,
  'sharedPacks.review': openers,
  'sharedPacks.apply': deciders,
  'sharedPacks.refuse': deciders,
  'sharedPacks.undo': deciders,
  'directory.list': seesServices,
  'directory.add': keepsDirectory,
  'directory.change': keepsDirectory,
  'directory.remove': keepsDirectory,
  'goals.list': readers,
  'goals.add': planners,
  'goals.change': planners,
  'goals.remove': planners,
  'imports.quarantine': openers,
  'imports.putAside': openers,
  'imports.list': openers,
  'imports.openWithWords': openers,
  'imports.open': openers,
  'imports.previewDocument': openers,
  'imports.saveDocument': openers,
  'imports.register': deciders,
  'imports.accept': deciders,
  'imports.receipt': deciders,
  'imports.saveRefusalSlip': deciders,
  'imports.deleteRevoked': deciders,

  'documents.preview': notesReaders,
  'documents.save': notesReaders,
  'documents.print': notesReaders,
  'documents.ofPerson': readers,

  'disclosures.ofPerson': readers,
  'disclosures.record': notesReaders,
  'disclosures.correct': notesReaders,

  'papers.preview': notesReaders,
  'papers.save': notesReaders,
  'papers.find': notesReaders,
  'papers.readScan': caseWorkers,
  'papers.readPicture': caseWorkers,
  'papers.dropScan': caseWorkers,
  'papers.keepScans': caseWorkers,
  'papers.ofPerson': readers,
  'papers.waiting': readers,
  'papers.setOf': readers,
  'papers.picture': readers,
  'papers.removeScan': caseWorkers,

  'packs.list': printsPacks,
  'packs.find': printsPacks,
  'packs.open': printsPacks,
  'packs.preview': printsPacks,
  'packs.print': printsPacks,

  'drafts.keep': notesReaders,
  'drafts.find': notesReaders,
  'drafts.drop': notesReaders,
  'drafts.list': notesReaders,

  'users.list': seesTrail,
  'users.colleagues': everybody,
  'users.mine': everybody,
  'users.add': runsTheOffice,
  'users.change': runsTheOffice,
  'users.setAbsences': runsTheOffice,
  'users.setOwnAbsences': everybody,
  'users.dismiss': runsTheOffice,

  'breaches.list': allButGuests,
  'breaches.get': allButGuests,
  'breaches.report': allButGuests,
  'breaches.near': seesTrail,
  'breaches.correct': seesTrail,
  'breaches.assess': seesTrail,
  'breaches.notify': seesTrail,
  'breaches.leave': seesTrail,
  'breaches.tellPersons': seesTrail,
  'breaches.close': seesTrail,
  'breaches.reopen': seesTrail,

  'backup.status': runsTheOffice,
  'backup.make': runsTheOffice,
  'backup.move': runsTheOffice,
  'backup.check': runsTheOffice,
  'backup.drill': runsTheOffice,
  'backup.stop': runsTheOffice,
  'backup.progress': runsTheOffice,

  'settings.get': everybody,
  'settings.change': runsTheOffice,

  'audit.read': seesTrail,
  'audit.count': seesTrail,
  'audit.verify': seesTrail,
  'audit.export': seesTrail,
};

/** Somebody with one document of every kind. */
interface Someone {
  readonly personId: string;
  readonly roundId: string;
  readonly needId: string;
  readonly toolId: string;
  readonly noteId: string;
  readonly caseId: string;
  readonly requestId: string;
  readonly contentId: string;
  readonly checklistId: string;
  readonly obligationId: string;
  readonly enrolmentId: string;
  readonly appointmentId: string;
  readonly applicationId: string;
  readonly thirdPersonId: string;
  readonly handoverId: string;
  readonly importId: string;
}

const of =
  (...fields: readonly (keyof Someone)[]) =>
  (who: Someone): object =>
    Object.fromEntries(fields.map((field) => [field, who[field]]));

/** Every procedure about one person, and how it names them. Of somebody outside the scope each of them is refused. */
const aboutSomebody: { readonly [P in ProcedurePath]?: (who: Someone) => object } = {
  'people.get': ({ personId }) => ({ id: personId }),
  'people.brief': ({ personId }) => ({ id: personId }),
  'people.setDate': of('personId'),
  'people.timeline': ({ personId }) => ({ personId, kinds: [], limit: 5 }),
  'people.decide': of('personId'),
  'people.setDetails': of('personId'),
  'people.move': of('personId'),
  'people.turn': of('personId'),
  'people.mergedOf': of('personId'),
  'caseload.assign': ({ personId }) => ({ personIds: [personId] }),
  'caseload.putOffReviews': ({ personId }) => ({ personIds: [personId] }),
  'caseload.startPreparations': ({ personId }) => ({ personIds: [personId] }),
  'caseload.previewCopy': of('personId'),
  'needs.ofPerson': of('personId'),
  'needs.openRound': of('personId'),
  'needs.record': of('roundId'),
  'needs.recordItem': of('roundId'),
  'needs.confirm': of('roundId'),
  'needs.correct': of('roundId'),
  'needs.dispute': of('roundId'),
  'needs.skipRound': of('personId'),
  'needs.restrict': of('roundId'),
  'needs.decideRestriction': of('roundId'),
  'needs.tools': of('personId'),
  'needs.recordTool': of('personId'),
  'needs.dropTool': ({ toolId }) => ({ toolId: [toolId] }),
  'needs.list': of('personId'),
  'needs.update': of('needId'),
  'needs.takeUpdateBack': ({ needId }) => ({ needId: [needId] }),
  'needs.closeRound': ({ roundId }) => ({ roundId, limitations: 7 }),
  'requests.ofPerson': of('personId'),
  'requests.add': of('personId'),
  'requests.assign': of('requestId'),
  'requests.answer': of('requestId'),
  'requests.deliver': of('requestId'),
  'requests.withdraw': of('requestId'),
  'requests.reopen': of('requestId'),
  'sittings.add': ({ personId }) => ({ personIds: [personId] }),
  'sittings.addPeople': ({ personId }) => ({ personIds: [personId] }),
  'sittings.takeOff': of('caseId'),
  'sittings.putBack': ({ caseId }) => ({ caseId: [caseId] }),
  'sittings.takeList': ({ personId }) => ({ rows: [{ personId }] }),
  'sittings.look': ({ personId }) => ({ people: [{ personId }] }),
  'sittings.record': ({ personId }) => ({ people: [{ personId }] }),
  'sittings.report': of('personId'),
  'sittings.writeReport': of('caseId'),
  'sittings.finishReport': ({ caseId }) => ({ caseId: [caseId] }),
  'sittings.reopenReport': ({ caseId }) => ({ caseId: [caseId] }),
  'notes.ofPerson': ({ personId }) => ({ personId, offset: 0, limit: 10 }),
  'notes.add': ({ personId }) => ({ personIds: [personId] }),
  'notes.correct': of('noteId'),
  'notes.dispute': of('noteId'),
  'notes.takeBack': ({ noteId }) => ({ noteIds: [noteId, 'x'] }),
  'plans.ofPerson': of('personId'),
  'plans.draft': of('personId'),
  'plans.write': of('contentId'),
  'plans.propose': ({ contentId }) => ({ contentId: [contentId] }),
  'plans.answer': of('contentId'),
  'plans.revise': ({ contentId }) => ({ contentId: [contentId] }),
  'plans.approve': ({ contentId }) => ({ contentId: [contentId] }),
  'plans.markStep': of('contentId'),
  'plans.unmarkStep': of('contentId'),
  'plans.signLine': of('contentId'),
  'plans.lineUnavailable': of('contentId'),
  'plans.markObjective': of('contentId'),
  'plans.unmarkObjective': of('contentId'),
  'plans.close': of('contentId'),
  'plans.recordApproval': of('contentId'),
  'plans.exemptReview': of('contentId'),
  'plans.startReview': ({ contentId }) => ({ contentId: [contentId] }),
  'plans.endReview': of('contentId'),
  'release.checklist': of('personId'),
  'release.start': of('personId'),
  'release.switchKind': of('checklistId'),
  'release.mark': of('checklistId'),
  'release.unmark': ({ checklistId }) => ({ checklistId: [checklistId] }),
  'release.addItem': of('checklistId'),
  'firstDays.ofPerson': of('personId'),
  'firstDays.setDeparture': of('personId'),
  'appointments.add': of('personId'),
  'appointments.change': of('appointmentId'),
  'appointments.step': of('appointmentId'),
  'applications.add': of('personId'),
  'applications.change': of('applicationId'),
  'applications.step': of('applicationId'),
  'release.signOff': of('checklistId'),
  'release.road': of('personId'),
  'release.setDestination': of('personId'),
  'release.addObligation': of('personId'),
  'release.changeObligation': of('obligationId'),
  'release.endObligation': ({ obligationId }) => ({ obligationId: [obligationId] }),
  'release.noObligations': of('personId'),
  'release.readAloud': of('personId'),
  'release.tickBan': of('personId'),
  'learning.ofPerson': of('personId'),
  'learning.enrol': ({ personId }) => ({ personIds: [personId] }),
  'learning.step': ({ enrolmentId }) => ({ enrolmentIds: [enrolmentId] }),
  'learning.takeOff': ({ enrolmentId }) => ({ enrolmentId: [enrolmentId] }),
  'learning.takeSheet': ({ personId }) => ({ rows: [{ personId }] }),
  'consents.record': of('personId'),
  'consents.ofPerson': of('personId'),
  'thirdPersons.ofPerson': of('personId'),
  'thirdPersons.add': of('personId'),
  'thirdPersons.change': of('thirdPersonId'),
  'thirdPersons.answer': of('thirdPersonId'),
  'thirdPersons.end': ({ thirdPersonId }) => ({ thirdPersonId: [thirdPersonId] }),
  'handovers.ofPerson': of('personId'),
  'handovers.preview': of('personId'),
  'handovers.prepare': of('personId'),
  'handovers.previewTransfer': of('personId'),
  'handovers.prepareTransfer': of('personId'),
  'handovers.previewSupplement': of('personId'),
  'handovers.prepareSupplement': of('personId'),
  'handovers.takeBack': ({ handoverId }) => ({ handoverId: [handoverId] }),
  'handovers.close': ({ handoverId }) => ({ handoverId: [handoverId] }),
  'handovers.expire': ({ handoverId }) => ({ handoverId: [handoverId] }),
  'handovers.authoriseAlone': ({ handoverId }) => ({ handoverId: [handoverId] }),
  'handovers.counterSign': ({ handoverId }) => ({ handoverId: [handoverId] }),
  'handovers.dispatch': ({ handoverId }) => ({ handoverId: [handoverId] }),
  'handovers.revoke': ({ handoverId }) => ({ handoverId: [handoverId] }),
  'handovers.writeNotice': of('handoverId'),
  'handovers.paperReceipt': ({ handoverId }) => ({ handoverId: [handoverId] }),
  'handovers.register': ({ handoverId }) => ({ handoverId: [handoverId] }),
  'handovers.authorise': ({ handoverId }) => ({ handoverId: [handoverId] }),
  'handovers.words': ({ handoverId }) => ({ handoverId: [handoverId] }),
  'handovers.seal': of('handoverId'),
  'handovers.sealing': ({ handoverId }) => ({ handoverId: [handoverId] }),
  'handovers.checkMedium': ({ handoverId }) => ({ handoverIds: [handoverId] }),
  'handovers.writeAgain': ({ handoverId }) => ({ handoverId: [handoverId] }),
  'batches.seal': ({ handoverId }) => ({ handoverIds: [handoverId] }),
  'batches.number': ({ handoverId }) => ({ numbers: [{ handoverId }] }),
  'outcomes.ofPerson': of('personId'),
  'outcomes.record': ({ personId }) => ({ personId, checkpoint: 7 }),
  'outcomes.tell': of('personId'),
  'imports.register': ({ importId }) => ({ importId: [importId] }),
  'imports.receipt': of('importId'),
  'imports.deleteRevoked': ({ importId }) => ({ importId: [importId] }),
  'documents.preview': of('personId'),
  'documents.save': of('personId', 'handoverId'),
  'documents.ofPerson': of('personId'),
  'disclosures.ofPerson': of('personId'),
  'disclosures.record': of('personId'),
  'packs.open': of('personId'),
  'papers.preview': of('personId'),
  'papers.save': of('personId'),
  'papers.readScan': of('personId'),
  'papers.ofPerson': of('personId'),
  'papers.keepScans': ({ personId }) => ({ pages: [{ personId }] }),
  'packs.preview': of('personId'),
  'drafts.keep': of('personId'),
  'drafts.find': of('personId'),
};

/** Procedures that take a register as a whole: for those who see the whole house. */
const wholeHouse = Object.keys(procedurePermissions).filter((path) => path.startsWith('registers.'));

/** What opens, ends or destroys the session itself is not called here. */
const ofTheSession: ReadonlySet<string> = new Set(['session.create', 'session.unlock', 'session.recover', 'session.wipeDemo', 'session.lookAtBackup', 'session.restore', 'session.restoring', 'session.takeBack']);

/** Acts without input that would change something, and a view that says nothing until something is done. */
const acts: ReadonlySet<string> = new Set(['contacts.removePractice', 'contacts.renewOwnCard', 'audit.verify', 'session.confirmClock', 'backup.progress']);

let folder: string;
let prison: DemoWorkplace;
/** the one whom a user with a scope sees, and one whom they do not */
let inside: Someone;
let outside: Someone;
let runId: string;
let sessionId: string;
let sittingId: string;
const userOf = new Map<UserRole, string>();
const now = Date.parse('2026-11-22T10:00:00Z');
const today = '2026-11-22';

const whole = (): Vault => prison.core.session.openVault!;
const stamp = () => created(prison.core.session.work());

/** Calls by path, as a page would; a live view is asked for its first value. */
const answer = async (path: string, input?: unknown): Promise<unknown> => {
  const [area = '', name = ''] = path.split('.');
  const calls = prison.calls as unknown as Record<string, Record<string, (input?: unknown) => Promise<unknown>>>;
  const result = await calls[area]?.[name]?.(input);
  if (typeof result !== 'object' || result === null || !(Symbol.asyncIterator in result)) return result;
  const view = (result as AsyncIterable<unknown>)[Symbol.asyncIterator]();
  const { value } = await view.next();
  await view.return?.();
  return value;
};

const codeOf = async (path: string, input?: unknown): Promise<string> => {
  try {
    await answer(path, input);
    return 'answered';
  } catch (error) {
    if (!(error instanceof ORPCError)) return `thrown ${String(error)}`;
    const code = (error.data as { code?: string } | undefined)?.code;
    return error.code === 'FORBIDDEN' && code !== undefined ? `FORBIDDEN ${code}` : error.code;
  }
};

const someone = async (code: string, recipient: string): Promise<Someone> => {
  const { calls, changeUser } = prison;
  const { id: personId } = await calls.people.add({ code, familyName: `Exemplu ${code}`, givenName: 'Ion', birthDate: '1990-01-01', endOfSentence: today });
  const { contentId } = await planWith(prison, personId, today);
  const [round] = (await answer('needs.ofPerson', { personId })) as { id: string }[];
  const { toolId } = await calls.needs.recordTool({ personId, tool: 'X', band: 'B', on: today, by: 'S' });
  const [found] = (await answer('needs.list', { personId })) as { need: { id: string } }[];
  const { noteIds } = await calls.notes.add({ personIds: [personId], kind: 'CONVERSATION', basis: 'PERSON_SAYS', text: 'Vrea să lucreze.', on: today, lang: 'ro' });
  ({ sittingId } = await calls.sittings.add({ kind: 'HEARING', on: '2026-12-08', source: 'citație 1', personIds: [personId] }));
  const { requestId } = await calls.requests.add({ personId, receivedOn: today, about: 'WORK', text: 'Doresc să lucrez.', lang: 'ro' });
  const caseId = ((await answer('sittings.get', { sittingId })) as { people: { caseId: string; personId: string }[] }).people.find((entry) => entry.personId === personId)!.caseId;
  await calls.learning.enrol({ runId, personIds: [personId] });
  const { appointmentId } = await calls.appointments.add({ personId, content: { organisation: 'AJOFM', purpose: 'Înscriere', domain: 'EMPLOYMENT', at: { when: 'TO_BE_FIXED' }, bring: [], mandatory: false } });
  const { thirdPersonId } = await calls.thirdPersons.add({ personId, details: { kind: 'RELATIVE', name: 'Exemplu Maria' } });
  const { applicationId } = await calls.applications.add({ personId, content: { kind: 'ID_CARD' } });
  const [course] = (await answer('learning.ofPerson', { personId })) as { enrolment: { id: string } }[];
  const request = { personId, recipientServiceId: recipient, mandate: { kind: 'VOLUNTARY_AFTERCARE', act: 'cerere 1', date: today } } as const;
  const { caseHash } = await calls.handovers.preview(request);
  const { handoverId } = await calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash });
  await changeUser(names.coordinator);
  await calls.handovers.authorise({ handoverId });
  await changeUser(names.educator);
  const { checklistId } = await calls.release.start({ personId, kind: 'END_OF_SENTENCE' });
  const { obligationId } = await calls.release.addObligation({ personId, obligation: { kind: 'REPORT', text: 'Se prezintă la serviciul de probațiune.', lang: 'ro', act: '17/2026', from: today, protectsSomebody: false } });
  await changeUser(names.coordinator);
  const importId = newId();
  await whole().commit(
    [
      {
        op: 'put',
        collection: 'handovers',
        doc: { ...stamp(), id: importId, type: 'import', personId, envelopeId: newId(), tagManifestSha256: 'a'.repeat(64), fileSha256: 'b'.repeat(64), senderServiceId: newId(), senderInstallationId: newId(), senderName: 'Serviciul', sequence: 1, reference: '2026/1', createdAtSender: '2026-11-01T08:00:00Z', dataAsOf: today, decidedAt: '2026-11-02T08:00:00Z', decision: 'ACCEPTED' },
      },
    ],
    { action: 'import.accept', personId },
  );
  await changeUser(names.educator);
  return { personId, roundId: round!.id, needId: found!.need.id, toolId, noteId: noteIds[0]!, caseId, requestId, contentId, checklistId, obligationId, enrolmentId: course!.enrolment.id, appointmentId, applicationId, thirdPersonId, handoverId, importId };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => now);
  await createPrison(prison);
  const probation = await otherOffice('probation', 'Serviciul de Probațiune Test');
  await trustIn(prison, probation, folder);
  const { programmeId } = await prison.calls.learning.addProgramme(programme);
  const run = await prison.calls.learning.addRun({ programmeId, label: 'Grupa 1', leaders: [], sessions: [{ on: '2026-11-20', minutes: 60 }] });
  runId = run.runId;
  sessionId = run.sessionIds[0]!;
  inside = await someone('IN-1', probation.card.serviceId);
  outside = await someone('OUT-1', probation.card.serviceId);
  await prison.changeUser(names.coordinator);
  for (const role of UserRole.options) {
    const id = newId();
    userOf.set(role, id);
    const doc: User = { ...stamp(), id, type: 'user', name: `Exemplu ${role}`, roles: [role] };
    await whole().addUser({ id, name: doc.name, roles: [role], password: DEMO_PASSWORD }, { action: 'users.add' });
    await whole().commit([{ op: 'put', collection: 'office', doc }], { action: 'users.add' });
  }
}, 120_000);

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

const unlockAs = (role: UserRole): Promise<void> => prison.changeUser(`Exemplu ${role}`);

/** Changes documents behind everybody's back, as a colleague would. */
const change = async <T extends object>(collection: 'people' | 'office' | 'programmes', id: string, edit: (doc: T) => object): Promise<void> => {
  const doc = (await whole().get(collection, id)) as Stored<never>;
  await whole().commit([{ op: 'put', collection, doc: edit(doc) as never }], { action: 'test' });
};

type Scope = NonNullable<User['scope']>;

/** The person inside belongs to the user by what their scope asks for, and by nothing else; the other never does. */
const scoped = async (role: UserRole, scope: Scope): Promise<void> => {
  const id = userOf.get(role)!;
  await change<User>('office', id, ({ units: _units, ...user }) => ({ ...user, scope, ...(scope === 'UNITS' ? { units: ['A'] } : {}) }));
  await change<Person>('people', inside.personId, ({ caseManagerId: _manager, ...person }) => ({ ...person, unit: scope === 'UNITS' ? 'A' : 'Z', ...(scope === 'OWN' ? { caseManagerId: id } : {}) }));
  await change<Person>('people', outside.personId, (person) => ({ ...person, unit: 'B' }));
};

const mayCall = (role: UserRole, path: ProcedurePath): boolean => allowed[path].includes(role);
const paths = Object.keys(allowed) as ProcedurePath[];

it('names every procedure of the contract, and none that is not there', () => {
  expect(paths.toSorted()).toEqual(Object.keys(procedurePermissions).toSorted());
});

it.each(UserRole.options)('%s is forbidden exactly what the table does not give', async (role) => {
  await unlockAs(role);
  const wrong: string[] = [];
  for (const path of paths) {
    if (ofTheSession.has(path) || (acts.has(path) && mayCall(role, path))) continue;
    const code = await codeOf(path);
    if ((code === 'FORBIDDEN') === mayCall(role, path)) wrong.push(`${path}: ${code}`);
  }
  expect(wrong).toEqual([]);
});

const withCases = UserRole.options.filter((role) => Object.keys(aboutSomebody).some((path) => mayCall(role, path as ProcedurePath)));
const cases = withCases.flatMap((role) => (['OWN', 'UNITS'] as const).map((scope) => [role, scope] as const));

describe('with a scope', () => {
  it.each(cases)('%s with %s acts on the people in it, and on nobody else', async (role, scope) => {
    await unlockAs(role);
    await scoped(role, scope);
    const wrong: string[] = [];
    for (const [path, input] of Object.entries(aboutSomebody) as [ProcedurePath, (who: Someone) => object][]) {
      if (!mayCall(role, path)) continue;
      const other = await codeOf(path, input(outside));
      if (other !== 'FORBIDDEN scope.notYours') wrong.push(`${path} outside: ${other}`);
      // what is inside is answered, or refused for another reason: the input is not complete
      const own = await codeOf(path, input(inside));
      if (own.startsWith('FORBIDDEN') || own.startsWith('thrown')) wrong.push(`${path} inside: ${own}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(['OWN', 'UNITS'] as const)('nobody with %s takes a register as a whole', async (scope) => {
    for (const role of educators) {
      await unlockAs(role);
      await scoped(role, scope);
      for (const path of wholeHouse) expect([path, await codeOf(path)]).toEqual([path, 'FORBIDDEN scope.wholeHouse']);
      expect((await prison.calls.session.status()).user).toMatchObject({ scope, permissions: expect.not.arrayContaining(['register.import']) as unknown });
    }
  });

  it.each(['OWN', 'UNITS'] as const)('lists with %s hold only the people in it', async (scope) => {
    for (const role of readers) {
      await unlockAs(role);
      await scoped(role, scope);
      const shown = JSON.stringify([
        await answer('people.list', { sort: 'name', offset: 0, limit: 200 }),
        await answer('people.find', { search: 'exemplu', limit: 20 }),
        await answer('people.find', { codes: ['IN-1', 'OUT-1'] }),
        await answer('people.units'),
        await answer('home.due', { whose: 'all', limit: 400 }),
        await answer('home.releases', {}),
        await answer('learning.run', { runId }),
        await answer('learning.runs', {}),
        await answer('requests.open'),
        await answer('sittings.list'),
        await answer('sittings.get', { sittingId }),
        await answer('handovers.list'),
        ...(mayCall(role, 'imports.list') ? [await answer('imports.list')] : []),
        ...(mayCall(role, 'packs.list') ? [await answer('packs.list')] : []),
      ]);
      expect([role, shown.includes(inside.personId), shown.includes(outside.personId), shown.includes('Exemplu OUT-1')]).toEqual([role, true, false, false]);
      expect(await answer('people.find', { ids: [inside.personId, outside.personId] })).toMatchObject({ people: [{ code: 'IN-1' }], unknown: [outside.personId] });
      expect(await answer('home.counts', { whose: 'all' })).toMatchObject({ releases: 1 });
    }
  });

  it('a refusal stands in the audit trail with the procedure, and names nobody', async () => {
    await unlockAs('EDUCATOR');
    await scoped('EDUCATOR', 'OWN');
    await codeOf('plans.ofPerson', { personId: outside.personId });
    const [last] = await whole().audit.read({ limit: 1 });
    expect(last).toMatchObject({ action: 'refused', details: { procedure: 'plans.ofPerson' } });
    expect(last).not.toHaveProperty('subject');
  });
});

describe('a course', () => {
  const leadBy = (leaders: readonly string[]) => change('programmes', runId, (run) => ({ ...run, leaders }));
  const marks = () => ({ runId, marks: [{ personId: outside.personId, sessionId, mark: 'PRESENT' }] });

  it('of others is closed to a teacher, and their own is open with everybody on it', async () => {
    await unlockAs('TEACHER');
    await leadBy([]);
    expect([await codeOf('learning.ownRun', { runId }), await codeOf('learning.mark', marks())]).toEqual(['FORBIDDEN scope.notYours', 'FORBIDDEN scope.notYours']);
    expect(await answer('learning.ownRuns')).toEqual([]);
    await leadBy([userOf.get('TEACHER')!]);
    expect(await answer('learning.ownRuns')).toMatchObject([{ id: runId, people: 2, mine: true }]);
    expect(await answer('learning.ownRun', { runId })).toMatchObject({ people: [{ code: 'IN-1' }, { code: 'OUT-1' }] });
    expect(await codeOf('learning.mark', marks())).toBe('answered');
  });

  it('is marked by an educator for the people they see; for all when they lead it', async () => {
    await unlockAs('EDUCATOR');
    await scoped('EDUCATOR', 'OWN');
    await leadBy([]);
    expect(await codeOf('learning.mark', marks())).toBe('FORBIDDEN scope.notYours');
    expect(await codeOf('learning.mark', { runId, marks: [{ personId: inside.personId, sessionId, mark: 'PRESENT' }] })).toBe('answered');
    // leading a course shows everybody on it: nobody takes that for themselves
    const own = prison.core.session.vault.user.id;
    expect(await codeOf('learning.editRun', { runId, label: 'Grupa 1', leaders: [own] })).toBe('FORBIDDEN scope.notYours');
    expect(await codeOf('learning.editRun', { runId, label: 'Grupa 1', leaders: [] })).toBe('answered');
    await leadBy([userOf.get('EDUCATOR')!]);
    expect(await codeOf('learning.mark', marks())).toBe('answered');
    expect(await answer('learning.run', { runId })).toMatchObject({ people: [{ code: 'IN-1' }, { code: 'OUT-1' }] });
  });
});

describe('prepared packs', () => {
  it('hold the papers of whoever has an authorised hand-over, and print them with an entry in the trail', async () => {
    await unlockAs('DUTY_OFFICER');
    await change<User>('office', userOf.get('DUTY_OFFICER')!, ({ scope: _scope, units: _units, ...user }) => user);
    const paper = [{ document: 'emergency-pack', language: 'ro' }, { document: 'person-copy', language: 'ro' }, { document: 'plan', language: 'ro' }];
    expect(await answer('packs.list')).toMatchObject([{ code: 'IN-1', releasedOn: '2026-11-22', gone: false, documents: paper }, { code: 'OUT-1' }]);
    const { previewId, pdf } = await prison.calls.packs.preview({ personId: inside.personId, document: 'plan' });
    expect(Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-');
    const { ticket } = await prison.calls.packs.print({ previewId, pages: 1 });
    expect(prison.core.tickets.take(ticket)).toBe(true);
    await prison.core.tickets.finish(ticket, 'DONE');
    expect((await whole().audit.read({ limit: 3 })).map(({ action }) => action)).toEqual(['document.printEnd', 'document.print', 'document.preview']);
  });

  it('hold nobody else: a person who is not leaving is refused', async () => {
    await prison.changeUser(names.educator);
    const { id } = await prison.calls.people.add({ code: 'STAY-1', familyName: 'Rămâne', givenName: 'Ion', birthDate: '1990-01-01' });
    await unlockAs('DUTY_OFFICER');
    await expect(prison.calls.packs.preview({ personId: id, document: 'person-copy' })).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'pack.notReady' } });
  });
});

describe('standing in', () => {
  it('opens the cases of an absent colleague from the first day of the absence to the last', async () => {
    await unlockAs('SOCIAL_WORKER');
    await scoped('PSYCHOLOGIST', 'OWN');
    await change<User>('office', userOf.get('SOCIAL_WORKER')!, (user) => ({ ...user, scope: 'OWN' }));
    const absent = (from: string, to: string) => change<User>('office', userOf.get('PSYCHOLOGIST')!, (user) => ({ ...user, absences: [{ deputyId: userOf.get('SOCIAL_WORKER')!, from, to }] }));
    await absent('2026-11-23', '2026-11-30');
    expect(await codeOf('plans.ofPerson', { personId: inside.personId })).toBe('FORBIDDEN scope.notYours');
    await absent('2026-11-10', today);
    expect(await codeOf('plans.ofPerson', { personId: inside.personId })).toBe('answered');
  });
});

describe('entering somebody', () => {
  const entered = { familyName: 'Nou', givenName: 'Ion', birthDate: '1990-01-01' };

  it('makes whoever has only their own cases the case manager', async () => {
    await unlockAs('EDUCATOR');
    await scoped('EDUCATOR', 'OWN');
    const { id } = await prison.calls.people.add({ ...entered, code: 'NEW-1' });
    expect(await answer('people.get', { id })).toMatchObject({ person: { caseManagerId: userOf.get('EDUCATOR') } });
  });

  it('is refused under a number that somebody outside the scope has', async () => {
    await expect(prison.calls.people.add({ ...entered, code: 'OUT-1' })).rejects.toMatchObject({ data: { code: 'person.codeTaken' } });
  });

  it('ends one’s sight of a person given to another', async () => {
    const { id } = await prison.calls.people.add({ ...entered, code: 'NEW-2' });
    const { person } = (await answer('people.get', { id })) as { person: Stored<Person> };
    await prison.calls.people.setDetails({ personId: id, _rev: person._rev, details: { caseManagerId: userOf.get('PSYCHOLOGIST')! } });
    expect(await codeOf('people.get', { id })).toBe('FORBIDDEN scope.notYours');
  });
});
