import { backupRouter } from './backup.ts';
import { os } from './base.ts';
import { batchesRouter } from './batches.ts';
import { breachesRouter } from './breaches.ts';
import { consentsRouter, peopleRouter, plansRouter } from './casework.ts';
import { thirdPersonsRouter } from './third-persons.ts';
import { caseloadRouter } from './caseload.ts';
import { disclosuresRouter } from './disclosures.ts';
import { documentsRouter } from './documents.ts';
import { draftsRouter } from './drafts.ts';
import { auditRouter } from './audit.ts';
import { contactsRouter, handoversRouter, importsRouter } from './exchange.ts';
import { applicationsRouter, appointmentsRouter, firstDaysRouter } from './first-days.ts';
import { homeRouter } from './home.ts';
import { needsRouter } from './needs.ts';
import { notesRouter } from './notes.ts';
import { learningRouter } from './learning.ts';
import { papersRouter } from './papers.ts';
import { outcomesRouter } from './outcomes.ts';
import { packsRouter } from './packs.ts';
import { releaseRouter } from './release.ts';
import { registersRouter } from './registers.ts';
import { requestsRouter } from './requests.ts';
import { sessionRouter } from './session.ts';
import { directoryRouter, goalsRouter, sharedPacksRouter } from './shared-packs.ts';
import { sittingsRouter } from './sittings.ts';
import { settingsRouter, usersRouter } from './users.ts';

/** Implements the contract: permission → service. Services write their own audit entry in the same commit. */
export const router = os.router({
  session: sessionRouter,
  home: homeRouter,
  people: peopleRouter,
  caseload: caseloadRouter,
  registers: registersRouter,
  sittings: sittingsRouter,
  requests: requestsRouter,
  needs: needsRouter,
  notes: notesRouter,
  plans: plansRouter,
  release: releaseRouter,
  firstDays: firstDaysRouter,
  appointments: appointmentsRouter,
  applications: applicationsRouter,
  learning: learningRouter,
  consents: consentsRouter,
  thirdPersons: thirdPersonsRouter,
  contacts: contactsRouter,
  handovers: handoversRouter,
  batches: batchesRouter,
  imports: importsRouter,
  outcomes: outcomesRouter,
  sharedPacks: sharedPacksRouter,
  directory: directoryRouter,
  goals: goalsRouter,
  documents: documentsRouter,
  packs: packsRouter,
  papers: papersRouter,
  drafts: draftsRouter,
  disclosures: disclosuresRouter,
  backup: backupRouter,
  audit: auditRouter,
  users: usersRouter,
  settings: settingsRouter,
  breaches: breachesRouter,
});
