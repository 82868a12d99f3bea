import type { CasePart } from '../domain/audit.ts';
import type { ProcedurePath } from './permissions.ts';

/** Why a procedure leaves no entry. */
export type NoTrace =
  /** names, numbers and dates of many; nobody's case is opened */
  | 'list'
  /** only what lies in this program's memory: an act of its own records it */
  | 'memory'
  /** cards, courses and colleagues: nothing of a person in care */
  | 'office'
  /** what this user is typing, seen by nobody else */
  | 'own'
  /** nobody is unlocked, or nothing but the state of the program is told */
  | 'state'
  /** follows an act that is recorded itself */
  | 'follows'
  /** the trail itself: reading it is everybody's right who may, and would drown it */
  | 'trail'
  /** a demonstration's own */
  | 'demo';

export type Trail =
  /** a case is shown: the router records it before the first answer. `of` names the field of the input that holds the person or course */
  | { readonly reads: CasePart; readonly of: 'id' | 'personId' | 'runId' }
  /** the service writes these in the same commit, or before what leaves leaves */
  | { readonly leaves: readonly [string, ...string[]] }
  | { readonly nothing: NoTrace };

/**
 * The one table of what each procedure leaves in the audit trail. Typed over the contract: a procedure left out does not
 * compile. The router records reads by it; `recorded.test.ts` holds services to the rest.
 */
export const procedureTrail: Readonly<Record<ProcedurePath, Trail>> = {
  'session.status': { nothing: 'state' },
  'session.checkPassword': { nothing: 'state' },
  'session.create': { leaves: ['vault.create', 'office.create'] },
  'session.saveRecoverySheet': { leaves: ['session.recoverySheet'] },
  'session.confirmRecovery': { leaves: ['session.recoveryKept'] },
  'session.newRecoveryCode': { leaves: ['session.newRecoveryCode'] },
  'session.unlock': { leaves: ['session.unlock'] },
  'session.recover': { leaves: ['session.recover'] },
  'session.changePassword': { leaves: ['session.changePassword'] },
  'session.makeKeyFile': { leaves: ['session.makeKeyFile'] },
  'session.dropKeyFile': { leaves: ['session.dropKeyFile'] },
  'session.clock': { nothing: 'state' },
  'session.confirmClock': { leaves: ['clock.confirmed'] },
  'session.wipeDemo': { nothing: 'demo' },
  'session.lookAtBackup': { nothing: 'state' },
  'session.restore': { leaves: ['vault.restore', 'session.unlock'] },
  'session.stopRestoring': { nothing: 'follows' },
  'session.restoring': { nothing: 'follows' },
  'session.takeBack': { leaves: ['vault.takeBack', 'session.unlock'] },

  'home.due': { nothing: 'list' },
  'home.counts': { nothing: 'list' },
  'home.releases': { nothing: 'list' },
  'home.calendar': { nothing: 'list' },
  'home.previewWing': { leaves: ['wing.preview'] },
  'home.printWing': { leaves: ['wing.print', 'wing.printEnd'] },
  'home.firstHour': { nothing: 'state' },
  'home.skipStep': { leaves: ['home.guide'] },
  'home.putAway': { leaves: ['home.guide'] },

  'people.list': { nothing: 'list' },
  'people.find': { nothing: 'list' },
  'people.rowOfName': { nothing: 'list' },
  'people.units': { nothing: 'list' },
  'people.get': { reads: 'PAGE', of: 'id' },
  'people.add': { leaves: ['people.add'] },
  'people.setDate': { leaves: ['people.setDate'] },
  'people.decide': { leaves: ['people.decide'] },
  'people.brief': { reads: 'BRIEF', of: 'id' },
  'people.timeline': { reads: 'TIMELINE', of: 'personId' },
  'people.setDetails': { leaves: ['people.setDetails'] },
  'people.move': { leaves: ['people.move'] },
  'people.turn': { leaves: ['people.turn'] },
  'people.alike': { nothing: 'list' },
  'people.duplicates': { nothing: 'list' },
  'people.notSame': { leaves: ['people.notSame'] },
  'people.lookAtMerge': { nothing: 'list' },
  'people.merge': { leaves: ['people.merge'] },
  'people.unmerge': { leaves: ['people.unmerge'] },
  'people.mergedOf': { reads: 'PAGE', of: 'personId' },
  'people.toldCases': { nothing: 'demo' },

  'caseload.range': { nothing: 'list' },
  'caseload.assign': { leaves: ['people.assign'] },
  'caseload.putOffReviews': { leaves: ['plans.exemptReview'] },
  'caseload.previewCopy': { leaves: ['document.preview'] },
  'caseload.printCopies': { leaves: ['document.print', 'document.printEnd'] },
  'caseload.numbers': { nothing: 'list' },

  'registers.open': { nothing: 'memory' },
  'registers.remap': { nothing: 'memory' },
  'registers.row': { nothing: 'memory' },
  'registers.repair': { leaves: ['registers.repair'] },
  'registers.differences': { nothing: 'memory' },
  'registers.progress': { nothing: 'follows' },
  'registers.stop': { nothing: 'follows' },
  'registers.accept': { leaves: ['registers.accept', 'registers.remember'] },

  'requests.ofPerson': { reads: 'REQUESTS', of: 'personId' },
  'requests.open': { nothing: 'list' },
  'requests.add': { leaves: ['requests.add'] },
  'requests.assign': { leaves: ['requests.assign'] },
  'requests.answer': { leaves: ['requests.answer'] },
  'requests.deliver': { leaves: ['requests.deliver'] },
  'requests.withdraw': { leaves: ['requests.withdraw'] },
  'requests.reopen': { leaves: ['requests.reopen'] },

  'sittings.list': { nothing: 'list' },
  'sittings.get': { nothing: 'list' },
  'sittings.add': { leaves: ['sittings.add', 'sittings.enlist'] },
  'sittings.change': { leaves: ['sittings.change'] },
  'sittings.addPeople': { leaves: ['sittings.add', 'sittings.enlist'] },
  'sittings.takeOff': { leaves: ['sittings.takeOff'] },
  'sittings.putBack': { leaves: ['sittings.putBack'] },
  'sittings.readList': { nothing: 'memory' },
  'sittings.takeList': { leaves: ['sittings.takeList', 'sittings.enlist'] },
  'sittings.look': { nothing: 'memory' },
  'sittings.record': { leaves: ['sittings.decide'] },
  'sittings.report': { reads: 'REPORT', of: 'personId' },
  'sittings.writeReport': { leaves: ['sittings.report'] },
  'sittings.finishReport': { leaves: ['sittings.report'] },
  'sittings.reopenReport': { leaves: ['sittings.report'] },

  'needs.openRound': { leaves: ['needs.openRound'] },
  'needs.record': { leaves: ['needs.record'] },
  'needs.recordItem': { leaves: ['needs.record'] },
  'needs.confirm': { leaves: ['needs.record'] },
  'needs.correct': { leaves: ['needs.correct'] },
  'needs.dispute': { leaves: ['needs.dispute', 'needs.undispute'] },
  'needs.closeRound': { leaves: ['needs.closeRound'] },
  'needs.skipRound': { leaves: ['needs.skipRound'] },
  'needs.restrict': { leaves: ['needs.restrict'] },
  'needs.decideRestriction': { leaves: ['needs.decideRestriction'] },
  'needs.tools': { reads: 'TOOL', of: 'personId' },
  'needs.recordTool': { leaves: ['needs.recordTool'] },
  'needs.dropTool': { leaves: ['needs.dropTool'] },
  'needs.list': { reads: 'NEEDS', of: 'personId' },
  'needs.update': { leaves: ['needs.update'] },
  'needs.takeUpdateBack': { leaves: ['needs.takeUpdateBack'] },
  'needs.ofPerson': { reads: 'NEEDS', of: 'personId' },

  'notes.ofPerson': { reads: 'NOTES', of: 'personId' },
  'notes.add': { leaves: ['notes.add', 'notes.addForMany'] },
  'notes.correct': { leaves: ['notes.correct'] },
  'notes.dispute': { leaves: ['notes.dispute'] },
  'notes.takeBack': { leaves: ['notes.takeBack'] },

  'plans.ofPerson': { reads: 'PLAN', of: 'personId' },
  'plans.draft': { leaves: ['plans.draft'] },
  'plans.write': { leaves: ['plans.write'] },
  'plans.signLine': { leaves: ['plans.signLine'] },
  'plans.lineUnavailable': { leaves: ['plans.lineUnavailable'] },
  'plans.propose': { leaves: ['plans.propose'] },
  'plans.answer': { leaves: ['plans.answer'] },
  'plans.revise': { leaves: ['plans.revise'] },
  'plans.approve': { leaves: ['plans.approve'] },
  'plans.markStep': { leaves: ['plans.markStep'] },
  'plans.unmarkStep': { leaves: ['plans.unmarkStep'] },
  'plans.markObjective': { leaves: ['plans.markObjective'] },
  'plans.unmarkObjective': { leaves: ['plans.unmarkObjective'] },
  'plans.close': { leaves: ['plans.close'] },
  'plans.recordApproval': { leaves: ['plans.recordApproval'] },
  'plans.exemptReview': { leaves: ['plans.exemptReview'] },
  'plans.startReview': { leaves: ['plans.startReview'] },
  'plans.endReview': { leaves: ['plans.endReview'] },

  'release.checklist': { reads: 'RELEASE', of: 'personId' },
  'release.start': { leaves: ['release.start'] },
  'release.switchKind': { leaves: ['release.switchKind'] },
  'release.mark': { leaves: ['release.mark'] },
  'release.unmark': { leaves: ['release.unmark'] },
  'release.addItem': { leaves: ['release.addItem'] },
  'firstDays.ofPerson': { reads: 'FIRST_DAYS', of: 'personId' },
  'firstDays.setDeparture': { leaves: ['firstDays.setDeparture'] },
  'appointments.add': { leaves: ['appointments.add'] },
  'appointments.change': { leaves: ['appointments.change'] },
  'appointments.step': { leaves: ['appointments.step'] },
  'applications.add': { leaves: ['applications.add'] },
  'applications.change': { leaves: ['applications.change'] },
  'applications.step': { leaves: ['applications.step'] },

  'learning.programmes': { nothing: 'office' },
  'learning.addProgramme': { leaves: ['learning.addProgramme'] },
  'learning.editProgramme': { leaves: ['learning.editProgramme'] },
  'learning.retireProgramme': { leaves: ['learning.retireProgramme'] },
  'learning.runs': { nothing: 'office' },
  'learning.addRun': { leaves: ['learning.addRun'] },
  'learning.editRun': { leaves: ['learning.editRun'] },
  'learning.addSessions': { leaves: ['learning.addSessions'] },
  'learning.changeSession': { leaves: ['learning.changeSession'] },
  'learning.lookUp': { nothing: 'list' },
  'learning.enrol': { leaves: ['learning.enrol'] },
  'learning.step': { leaves: ['learning.step'] },
  'learning.takeOff': { leaves: ['learning.takeOff'] },
  'learning.mark': { leaves: ['learning.mark'] },
  'learning.readSheet': { nothing: 'memory' },
  'learning.takeSheet': { leaves: ['learning.takeSheet'] },
  'learning.run': { reads: 'LEARNING', of: 'runId' },
  'learning.ownRuns': { nothing: 'office' },
  'learning.ownRun': { reads: 'LEARNING', of: 'runId' },
  'learning.ofPerson': { reads: 'LEARNING', of: 'personId' },

  'consents.record': { leaves: ['consents.record'] },
  'consents.ofPerson': { reads: 'CHOICES', of: 'personId' },

  'contacts.own': { nothing: 'office' },
  'contacts.saveOwnCard': { leaves: ['contacts.saveOwnCard'] },
  'contacts.list': { nothing: 'office' },
  'contacts.importCard': { leaves: ['contacts.import'] },
  'contacts.trust': { leaves: ['contacts.trust'] },
  'contacts.addPractice': { leaves: ['contacts.addPractice'] },
  'contacts.removePractice': { leaves: ['contacts.removePractice'] },

  'handovers.ofPerson': { reads: 'HANDOVERS', of: 'personId' },
  'handovers.list': { nothing: 'list' },
  'handovers.preview': { leaves: ['handover.preview'] },
  'handovers.prepare': { leaves: ['handover.prepare'] },
  'handovers.authorisers': { nothing: 'office' },
  'handovers.authorise': { leaves: ['handover.authorise', 'handover.changed'] },
  'handovers.seal': { leaves: ['handover.seal', 'handover.changed', 'handover.notWritten'] },
  'handovers.sealing': { nothing: 'follows' },
  'handovers.register': { leaves: ['handover.register'] },
  'handovers.importReceipt': { leaves: ['handover.receipt'] },

  'imports.quarantine': { nothing: 'memory' },
  'imports.putAside': { nothing: 'memory' },
  'imports.list': { nothing: 'list' },
  'imports.register': { leaves: ['import.register'] },
  'imports.open': { leaves: ['import.open'] },
  'imports.accept': { leaves: ['import.accept'] },
  'imports.previewDocument': { leaves: ['import.previewDocument'] },
  'imports.saveDocument': { leaves: ['import.saveDocument'] },
  'imports.receipt': { leaves: ['import.receipt', 'import.receiptWritten'] },

  'documents.preview': { leaves: ['document.preview'] },
  'documents.save': { leaves: ['document.save', 'document.saveEnd'] },
  'documents.print': { leaves: ['document.print', 'document.printEnd', 'import.printDocument', 'import.printEnd'] },
  'documents.ofPerson': { reads: 'DOCUMENTS', of: 'personId' },

  'packs.list': { nothing: 'list' },
  'packs.find': { nothing: 'list' },
  'packs.open': { leaves: ['packs.open'] },
  'packs.preview': { leaves: ['document.preview'] },
  'packs.print': { leaves: ['document.print', 'document.printEnd'] },
  'drafts.keep': { nothing: 'own' },
  'drafts.find': { nothing: 'own' },
  'drafts.drop': { nothing: 'own' },
  'drafts.list': { nothing: 'own' },

  'users.list': { nothing: 'office' },
  'users.colleagues': { nothing: 'office' },
  'users.mine': { nothing: 'own' },
  'users.add': { leaves: ['users.add'] },
  'users.change': { leaves: ['users.change'] },
  'users.setAbsences': { leaves: ['users.setAbsences'] },
  'users.setOwnAbsences': { leaves: ['users.setAbsences'] },
  'users.dismiss': { leaves: ['users.dismiss'] },

  'settings.get': { nothing: 'office' },
  'settings.change': { leaves: ['settings.change'] },

  'breaches.list': { nothing: 'office' },
  'breaches.near': { nothing: 'office' },
  'breaches.get': { nothing: 'office' },
  'breaches.report': { leaves: ['breach.report'] },
  'breaches.correct': { leaves: ['breach.correct'] },
  'breaches.assess': { leaves: ['breach.assess'] },
  'breaches.notify': { leaves: ['breach.notify'] },
  'breaches.leave': { leaves: ['breach.leave'] },
  'breaches.tellPersons': { leaves: ['breach.tellPersons'] },
  'breaches.close': { leaves: ['breach.close'] },
  'breaches.reopen': { leaves: ['breach.reopen'] },

  'disclosures.ofPerson': { reads: 'DISCLOSURES', of: 'personId' },
  'disclosures.record': { leaves: ['disclosure.record'] },
  'disclosures.correct': { leaves: ['disclosure.correct'] },

  'backup.status': { nothing: 'office' },
  'backup.make': { leaves: ['backup.make'] },
  'backup.move': { leaves: ['backup.move', 'backup.moveFailed'] },
  'backup.check': { leaves: ['backup.check'] },
  'backup.drill': { leaves: ['backup.drill'] },
  'backup.stop': { nothing: 'follows' },
  'backup.progress': { nothing: 'follows' },

  'audit.read': { nothing: 'trail' },
  'audit.count': { nothing: 'trail' },
  'audit.verify': { leaves: ['audit.verify'] },
  'audit.export': { leaves: ['audit.export'] },
};
