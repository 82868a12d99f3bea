import { breaches } from './breaches.ts';
import { backup } from './backup.ts';
import { batches } from './batches.ts';
import { consents, plans } from './casework.ts';
import { thirdPersons } from './third-persons.ts';
import { caseload } from './caseload.ts';
import { directory } from './directory.ts';
import { disclosures } from './disclosures.ts';
import { documents } from './documents.ts';
import { applications, appointments, firstDays } from './first-days.ts';
import { audit } from './audit.ts';
import { contacts, handovers, imports } from './exchange.ts';
import { goals } from './goals.ts';
import { home } from './home.ts';
import { needs } from './needs.ts';
import { notes } from './notes.ts';
import { drafts } from './drafts.ts';
import { outcomes } from './outcomes.ts';
import { packs } from './packs.ts';
import { learning } from './learning.ts';
import { papers } from './papers.ts';
import { people } from './people.ts';
import { release } from './release.ts';
import { registers } from './registers.ts';
import { requests } from './requests.ts';
import { session } from './session.ts';
import { sharedPacks } from './shared-packs.ts';
import { sittings } from './sittings.ts';
import { settings } from './settings.ts';
import { users } from './users.ts';

/** The only thing renderer and core both know. */
export const contract = {
  session,
  home,
  people,
  caseload,
  registers,
  sittings,
  requests,
  needs,
  notes,
  plans,
  release,
  firstDays,
  appointments,
  applications,
  learning,
  consents,
  thirdPersons,
  contacts,
  handovers,
  batches,
  imports,
  outcomes,
  sharedPacks,
  directory,
  goals,
  documents,
  packs,
  papers,
  drafts,
  disclosures,
  backup,
  audit,
  users,
  settings,
  breaches,
};
export type Contract = typeof contract;
