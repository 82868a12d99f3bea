import { createContext, useContext } from 'react';
import type { SessionStatus } from '../../shared/contract/session.ts';
import type { Permission } from '../../shared/domain/permissions.ts';
import type { Client } from './connection.ts';
import { useMaybeClient } from './line-context.tsx';

export interface Session {
  readonly status: SessionStatus;
  /** the status a call of the core answered with */
  readonly accept: (status: SessionStatus) => void;
  /** asks the core again */
  readonly refresh: () => Promise<void>;
  readonly lock: () => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is unlocked, where, and how to lock. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('no session around this component');
  return session;
};

/** The name of a colleague, also of one who was dismissed since; undefined for somebody of another workplace. */
export const userName = (status: Pick<SessionStatus, 'users' | 'former'>, id: string | undefined): string | undefined =>
  [...status.users, ...status.former].find((user) => user.id === id)?.name;

/** The client; only inside the session, where the line stands. */
export const useClient = (): Client => {
  const client = useMaybeClient();
  if (client === undefined) throw new Error('no core answers');
  return client;
};

/** Below here is one case that is closed to every change: another prison goes on with it. */
export const ClosedCaseContext = createContext(false);

/** What would change a case. What left is still answered and revoked, what is kept is still read. */
const changesCase: ReadonlySet<Permission> = new Set(['case.write', 'plan.write', 'plan.mark', 'plan.approve', 'tool.use', 'learning.write', 'learning.mark', 'handover.prepare', 'document.make', 'pack.print']);

/** Whether the user at the screen holds a permission: what they may not do is not offered. */
export const useHolds = (): ((permission: Permission) => boolean) => {
  const { status } = useSession();
  return (permission) => status.user?.permissions.includes(permission) ?? false;
};

/** Whether the user at the screen may do something here: with the permission, and where the case is open. */
export const useMay = (): ((permission: Permission) => boolean) => {
  const closed = useContext(ClosedCaseContext);
  const holds = useHolds();
  return (permission) => holds(permission) && !(closed && changesCase.has(permission));
};
