import { randomUUID } from 'node:crypto';
import { createRouterClient } from '@orpc/server';
import type { FilePurpose } from '../../../shared/contract/bridge.ts';
import { createCore, type Core } from '../core.ts';
import { FileGrants } from '../file-grants.ts';

/** Users of a demonstration; the password is told on the screen. */
export const DEMO_PASSWORD = 'varco demo parola';

const programCalls = (core: Core) => createRouterClient(core.router, { context: core.context() });
export type Calls = ReturnType<typeof programCalls>;

/** A workplace driven like a window drives it: through the contract, with the permissions of whoever is unlocked. */
export interface DemoWorkplace {
  readonly calls: Calls;
  readonly core: Core;
  /** a token for a path, as a dialog would give it */
  readonly grant: (path: string, purpose: FilePurpose) => string;
  /** locks, and unlocks for the user of that name */
  readonly changeUser: (name: string) => Promise<void>;
}

/** Opens a workplace on a folder; `demo` vaults only, because the password is known. */
export const demoWorkplace = (vaultDir: string, version: string, clock: () => number): DemoWorkplace => {
  const grants = new FileGrants();
  const core = createCore({ vaultDir, demo: true, version, runtime: { electron: '', origin: 'none' }, grants, clock });
  const calls = programCalls(core);
  return {
    calls,
    core,
    grant: (path, purpose) => {
      const token = randomUUID();
      grants.add({ token, path, purpose });
      return token;
    },
    changeUser: async (name) => {
      await core.close();
      const { users } = await calls.session.status();
      const user = users.find((candidate) => candidate.name === name);
      if (user === undefined) throw new Error('no such demo user');
      await calls.session.unlock({ userId: user.id, password: DEMO_PASSWORD });
    },
  };
};
