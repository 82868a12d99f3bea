import type { ReactNode } from 'react';
import type { SessionStatus } from '../../../shared/contract/session.ts';
import type { Permission } from '../../../shared/domain/permissions.ts';
import { ArrivalsPage } from '../../features/arrivals/arrivals-page.tsx';
import { AuditPage } from '../../features/audit/audit-page.tsx';
import { ContactsPage } from '../../features/contacts/contacts-page.tsx';
import { PeopleList } from '../../features/people/people-list.tsx';
import { PersonPage } from '../../features/person/person-page.tsx';
import { RegisterImport } from '../../features/registers/register-import.tsx';
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
  /** only in a workplace of this kind */
  readonly only?: 'prison' | 'probation';
}

/** Every screen there is, in the order of the menu. The first one a user may enter is their home. */
export const screens: readonly Screen[] = (
  [
    { id: 'people', may: 'case.read', element: <PeopleList />, nav: 'common:nav.people' },
    { id: 'person', may: 'case.read', element: <PersonPage /> },
    { id: 'registerImport', may: 'register.import', element: <RegisterImport />, nav: 'common:nav.registerImport' },
    { id: 'arrivals', may: 'import.open', element: <ArrivalsPage />, nav: (status) => (status.workplace?.kind === 'prison' ? 'handover:arrivals.navPrison' : 'handover:arrivals.nav') },
    { id: 'services', may: 'contact.read', element: <ContactsPage />, nav: 'common:nav.services' },
    { id: 'audit', may: 'audit.read', element: <AuditPage />, nav: 'common:nav.audit' },
  ] satisfies readonly Omit<Screen, 'path'>[]
).map((screen) => ({ ...screen, path: screenPaths[screen.id] }));

/** The screens this user may enter in this workplace. */
export const screensFor = (status: SessionStatus, may: (permission: Permission) => boolean): readonly Screen[] =>
  screens.filter((screen) => may(screen.may) && (screen.only === undefined || screen.only === status.workplace?.kind));
