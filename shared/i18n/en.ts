import common from './en/common.json';
import enums from './en/enums.json';
import errors from './en/errors.json';
import refusals from './en/refusals.json';
import session from './en/session.json';
import shell from './en/shell.json';
import people from './en/people.json';
import release from './en/release.json';
import registers from './en/registers.json';
import needs from './en/needs.json';
import sittings from './en/sittings.json';
import choices from './en/choices.json';
import plan from './en/plan.json';
import calendar from './en/calendar.json';
import caseload from './en/caseload.json';
import learning from './en/learning.json';
import handover from './en/handover.json';
import disclosures from './en/disclosures.json';
import documents from './en/documents.json';
import cli from './en/cli.json';
import office from './en/office.json';
import home from './en/home.json';
import notes from './en/notes.json';
import breaches from './en/breaches.json';
import users from './en/users.json';
import backup from './en/backup.json';

/** Every text in this language, one namespace a file. */
export const en = { common, enums, errors, refusals, session, shell, people, registers, sittings, needs, choices, plan, release, learning, handover, disclosures, documents, cli, office, home, notes, breaches, calendar, caseload, users, backup } as const;
