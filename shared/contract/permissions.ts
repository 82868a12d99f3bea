import type { Permission } from '../domain/permissions.ts';
import type { Contract } from './index.ts';

/** Every procedure by its path, `area.name`. */
export type ProcedurePath = { [A in keyof Contract & string]: `${A}.${keyof Contract[A] & string}` }[keyof Contract & string];

/**
 * The one table of what each procedure asks for. Typed over the contract: a procedure left out does not compile,
 * and the router asks this table and nothing else.
 */
export const procedurePermissions: Readonly<Record<ProcedurePath, Permission>> = {
  'session.status': 'public',
  'session.create': 'public',
  'session.saveRecoverySheet': 'any',
  'session.confirmRecovery': 'any',
  'session.unlock': 'public',
  'session.recover': 'public',
  'session.wipeDemo': 'public',

  'people.list': 'case.read',
  'people.find': 'case.read',
  'people.rowOfName': 'case.read',
  'people.units': 'case.read',
  'people.get': 'case.read',
  'people.add': 'case.write',
  'people.setDate': 'case.write',
  'people.decide': 'case.write',
  'people.brief': 'case.read',
  'people.setDetails': 'case.write',
  'people.move': 'case.write',
  'people.toldCases': 'case.read',

  'registers.open': 'register.import',
  'registers.remap': 'register.import',
  'registers.differences': 'register.import',
  'registers.accept': 'register.import',

  'needs.openRound': 'case.write',
  'needs.record': 'case.write',
  'needs.recordItem': 'case.write',
  'needs.confirm': 'case.write',
  'needs.correct': 'case.write',
  'needs.dispute': 'case.write',
  'needs.closeRound': 'case.write',
  'needs.ofPerson': 'case.read',

  'notes.ofPerson': 'note.read',
  'notes.add': 'case.write',
  'notes.correct': 'case.write',
  'notes.dispute': 'case.write',
  'notes.takeBack': 'case.write',

  'plans.ofPerson': 'case.read',
  'plans.draft': 'plan.write',
  'plans.write': 'plan.write',
  'plans.propose': 'plan.write',
  'plans.answer': 'plan.write',
  'plans.revise': 'plan.write',
  'plans.approve': 'plan.approve',
  'plans.markStep': 'plan.write',
  'plans.unmarkStep': 'plan.write',
  'plans.startReview': 'plan.write',
  'plans.endReview': 'plan.write',

  'learning.programmes': 'case.read',
  'learning.addProgramme': 'learning.write',
  'learning.editProgramme': 'learning.write',
  'learning.retireProgramme': 'learning.write',
  'learning.runs': 'case.read',
  'learning.addRun': 'learning.write',
  'learning.editRun': 'learning.write',
  'learning.addSessions': 'learning.write',
  'learning.changeSession': 'learning.write',
  'learning.lookUp': 'learning.write',
  'learning.enrol': 'learning.write',
  'learning.step': 'learning.write',
  'learning.takeOff': 'learning.write',
  'learning.mark': 'learning.write',
  'learning.readSheet': 'learning.write',
  'learning.takeSheet': 'learning.write',
  'learning.run': 'case.read',
  'learning.ofPerson': 'case.read',

  'consents.record': 'case.write',
  'consents.ofPerson': 'case.read',

  'contacts.own': 'contact.read',
  'contacts.saveOwnCard': 'contact.read',
  'contacts.list': 'contact.read',
  'contacts.importCard': 'contact.trust',
  'contacts.trust': 'contact.trust',
  'contacts.addPractice': 'contact.trust',
  'contacts.removePractice': 'contact.trust',

  'handovers.ofPerson': 'case.read',
  'handovers.list': 'case.read',
  'handovers.preview': 'handover.prepare',
  'handovers.prepare': 'handover.prepare',
  'handovers.authorisers': 'case.read',
  'handovers.authorise': 'handover.authorise',
  'handovers.seal': 'handover.seal',
  'handovers.sealing': 'handover.seal',
  'handovers.register': 'handover.prepare',
  'handovers.importReceipt': 'import.open',

  'imports.quarantine': 'import.open',
  'imports.putAside': 'import.open',
  'imports.list': 'import.open',
  'imports.register': 'import.decide',
  'imports.open': 'import.open',
  'imports.accept': 'import.decide',
  'imports.previewDocument': 'import.open',
  'imports.saveDocument': 'import.open',
  'imports.receipt': 'import.decide',

  'documents.preview': 'document.make',
  'documents.save': 'document.make',
  'documents.print': 'document.make',
  'documents.ofPerson': 'case.read',

  // one's own only; who may read cases may be typing about one
  'drafts.keep': 'case.read',
  'drafts.find': 'case.read',
  'drafts.drop': 'case.read',
  'drafts.list': 'case.read',

  'audit.read': 'audit.read',
  'audit.verify': 'audit.read',
};
