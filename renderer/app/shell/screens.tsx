import type { ReactNode } from 'react';
import type { SessionStatus } from '../../../shared/contract/session.ts';
import type { Permission } from '../../../shared/domain/permissions.ts';
import { AccountPage } from '../../features/account/account-page.tsx';
import { ArrivalsPage } from '../../features/arrivals/arrivals-page.tsx';
import { AuditPage } from '../../features/audit/audit-page.tsx';
import { BackupPage } from '../../features/backup/backup-page.tsx';
import { BreachPage } from '../../features/breaches/breach-page.tsx';
import { BreachesPage } from '../../features/breaches/breaches-page.tsx';
import { ContactsPage } from '../../features/contacts/contacts-page.tsx';
import { DirectoryPage } from '../../features/directory/directory-page.tsx';
import { GoalsPage } from '../../features/goals/goals-page.tsx';
import { SharedPacksPage } from '../../features/shared-packs/shared-packs-page.tsx';
import { OutcomesPage } from '../../features/outcomes/outcomes-page.tsx';
import { OwnRunPage, OwnRunsPage } from '../../features/learning/own-runs-page.tsx';
import { ProgrammePage } from '../../features/learning/programme-page.tsx';
import { ProgrammesPage } from '../../features/learning/programmes-page.tsx';
import { RunPage } from '../../features/learning/run-page.tsx';
import { FirstHourPage } from '../../features/first-hour/first-hour-page.tsx';
import { CalendarPage } from '../../features/calendar/calendar-page.tsx';
import { CaseloadPage } from '../../features/caseload/caseload-page.tsx';
import { DuplicatesPage } from '../../features/duplicates/duplicates-page.tsx';
import { DayPage } from '../../features/home/day-page.tsx';
import { PeopleList } from '../../features/people/people-list.tsx';
import { PersonPage } from '../../features/person/person-page.tsx';
import { ToldCases } from '../../features/person/told-cases.tsx';
import { RegisterImport } from '../../features/registers/register-import.tsx';
import { PacksPage } from '../../features/packs/packs-page.tsx';
import { ReleasesPage } from '../../features/releases/releases-page.tsx';
import { RequestsPage } from '../../features/requests/requests-page.tsx';
import { ScansPage } from '../../features/scans/scans-page.tsx';
import { SittingPage } from '../../features/sittings/sitting-page.tsx';
import { SittingsPage } from '../../features/sittings/sittings-page.tsx';
import { SettingsPage } from '../../features/settings/settings-page.tsx';
import { UsersPage } from '../../features/users/users-page.tsx';
import { screenPaths, type ScreenId } from './screen-paths.ts';

/** A place behind the unlock: where it is, who may enter, what shows there, and how the menu names it. */
export interface Screen {
  readonly id: ScreenId;
  readonly path: string;
  /** who lacks it neither sees the name in the menu nor can go there */
  readonly may: Permission;
  readonly element: ReactNode;
  /** key of the name in the menu; without it the screen is reached from another one */
  readonly nav?: string | ((status: SessionStatus) => string);
  /** false: it has a name, and is found by typing it; the menu leaves it out */
  readonly inMenu?: false;
  /** who holds this reaches the same from another screen: it is left out of their menu */
  readonly menuUnless?: Permission;
  /** one line of the menu for all of a group, which opens when one is inside */
  readonly group?: 'office';
  /** only in a workplace of this kind */
  readonly only?: 'prison' | 'probation';
  /** only in a demonstration */
  readonly demo?: true;
}

/** Every screen there is, in the order of the menu. The first one a user may enter is their home. */
export const screens: readonly Screen[] = (
  [
    { id: 'home', may: 'case.read', element: <DayPage />, nav: 'home:nav.day' },
    { id: 'people', may: 'case.read', element: <PeopleList />, nav: 'common:nav.people' },
    { id: 'person', may: 'case.read', element: <PersonPage /> },
    { id: 'duplicates', may: 'register.import', element: <DuplicatesPage />, nav: 'duplicates:title', inMenu: false },
    { id: 'toldCases', may: 'case.read', only: 'prison', demo: true, element: <ToldCases />, nav: 'people:told.nav' },
    { id: 'programmes', may: 'learning.read', only: 'prison', element: <ProgrammesPage />, nav: 'common:nav.programmes' },
    { id: 'programme', may: 'learning.read', only: 'prison', element: <ProgrammePage /> },
    { id: 'run', may: 'learning.read', only: 'prison', element: <RunPage /> },
    { id: 'releases', may: 'case.read', only: 'prison', element: <ReleasesPage />, nav: 'home:nav.releases' },
    { id: 'calendar', may: 'case.read', element: <CalendarPage />, nav: 'calendar:title' },
    { id: 'requests', may: 'case.read', only: 'prison', element: <RequestsPage />, nav: 'requests:title' },
    { id: 'scans', may: 'case.write', only: 'prison', element: <ScansPage />, nav: 'documents:scan.title' },
    { id: 'sittings', may: 'case.read', only: 'prison', element: <SittingsPage />, nav: 'sittings:title' },
    { id: 'sitting', may: 'case.read', only: 'prison', element: <SittingPage /> },
    { id: 'caseload', may: 'plan.approve', element: <CaseloadPage />, nav: 'caseload:numbers.title' },
    { id: 'packs', may: 'pack.print', only: 'prison', element: <PacksPage />, nav: 'documents:packs.nav' },
    { id: 'ownRuns', may: 'learning.mark', only: 'prison', element: <OwnRunsPage />, nav: 'learning:own.nav', menuUnless: 'learning.read' },
    { id: 'ownRun', may: 'learning.mark', only: 'prison', element: <OwnRunPage /> },
    { id: 'registerImport', may: 'register.import', element: <RegisterImport />, nav: 'common:nav.registerImport' },
    { id: 'arrivals', may: 'import.open', element: <ArrivalsPage />, nav: (status) => (status.workplace?.kind === 'prison' ? 'handover:arrivals.navPrison' : 'handover:arrivals.nav') },
    { id: 'outcomes', may: 'case.read', element: <OutcomesPage />, nav: 'outcomes:nav' },
    { id: 'directory', may: 'contact.read', element: <DirectoryPage />, nav: 'sharedPacks:directory.nav', inMenu: false },
    { id: 'goals', may: 'case.read', only: 'prison', element: <GoalsPage />, nav: 'sharedPacks:goals.nav', inMenu: false },
    { id: 'sharedPacks', may: 'contact.read', element: <SharedPacksPage />, nav: 'sharedPacks:nav', inMenu: false },
    { id: 'services', may: 'contact.read', element: <ContactsPage />, nav: 'common:nav.services' },
    { id: 'audit', may: 'audit.read', element: <AuditPage />, nav: 'common:nav.audit' },
    { id: 'breaches', may: 'breach.report', element: <BreachesPage />, nav: 'breaches:title', inMenu: false },
    { id: 'breach', may: 'breach.report', element: <BreachPage /> },
    { id: 'users', may: 'users.read', element: <UsersPage />, nav: 'users:nav', group: 'office' },
    { id: 'settings', may: 'settings.write', element: <SettingsPage />, nav: 'users:navSettings', group: 'office' },
    { id: 'backup', may: 'backup.make', element: <BackupPage />, nav: 'backup:title', group: 'office' },
    { id: 'account', may: 'any', element: <AccountPage />, nav: 'users:navAccount', inMenu: false },
    { id: 'firstHour', may: 'case.write', only: 'prison', element: <FirstHourPage />, nav: 'home:nav.firstHour', inMenu: false },
  ] satisfies readonly Omit<Screen, 'path'>[]
).map((screen) => ({ ...screen, path: screenPaths[screen.id] }));

/** The screens this user may enter in this workplace. */
export const screensFor = (status: SessionStatus, may: (permission: Permission) => boolean): readonly Screen[] =>
  screens.filter(
    (screen) => may(screen.may) && (screen.only === undefined || screen.only === status.workplace?.kind) && (screen.demo === undefined || status.workplace?.demo === true),
  );
