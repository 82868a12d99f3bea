import common from './it/common.json';
import enums from './it/enums.json';
import errors from './it/errors.json';
import refusals from './it/refusals.json';
import session from './it/session.json';
import shell from './it/shell.json';
import people from './it/people.json';
import release from './it/release.json';
import registers from './it/registers.json';
import needs from './it/needs.json';
import sittings from './it/sittings.json';
import choices from './it/choices.json';
import plan from './it/plan.json';
import calendar from './it/calendar.json';
import caseload from './it/caseload.json';
import learning from './it/learning.json';
import handover from './it/handover.json';
import disclosures from './it/disclosures.json';
import documents from './it/documents.json';
import cli from './it/cli.json';
import office from './it/office.json';
import home from './it/home.json';
import notes from './it/notes.json';
import breaches from './it/breaches.json';
import users from './it/users.json';
import backup from './it/backup.json';

/** Every text in this language, one namespace a file. */
export const it = { common, enums, errors, refusals, session, shell, people, registers, sittings, needs, choices, plan, release, learning, handover, disclosures, documents, cli, office, home, notes, breaches, calendar, caseload, users, backup } as const;
