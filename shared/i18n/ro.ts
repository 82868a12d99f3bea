import common from './ro/common.json';
import enums from './ro/enums.json';
import errors from './ro/errors.json';
import refusals from './ro/refusals.json';
import session from './ro/session.json';
import shell from './ro/shell.json';
import people from './ro/people.json';
import release from './ro/release.json';
import registers from './ro/registers.json';
import needs from './ro/needs.json';
import sittings from './ro/sittings.json';
import choices from './ro/choices.json';
import plan from './ro/plan.json';
import calendar from './ro/calendar.json';
import caseload from './ro/caseload.json';
import learning from './ro/learning.json';
import handover from './ro/handover.json';
import disclosures from './ro/disclosures.json';
import documents from './ro/documents.json';
import cli from './ro/cli.json';
import office from './ro/office.json';
import home from './ro/home.json';
import notes from './ro/notes.json';
import breaches from './ro/breaches.json';
import users from './ro/users.json';
import backup from './ro/backup.json';

/** Every text in this language, one namespace a file. */
export const ro = { common, enums, errors, refusals, session, shell, people, registers, sittings, needs, choices, plan, release, learning, handover, disclosures, documents, cli, office, home, notes, breaches, calendar, caseload, users, backup } as const;
