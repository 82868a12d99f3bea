import { createRouterClient } from '@orpc/server';
import { createCore } from '../../electron/core/core.ts';
import { FileGrants } from '../../electron/core/file-grants.ts';
import { CreateWorkplace } from '../../shared/contract/session.ts';

// Makes the vault of a workplace nobody has worked at yet, as the first run makes it, with the code confirmed; prints the code.
//   node scripts/build.mjs core && node out/core/dev-new-vault.js VAULT '{"kind":"prison",…}' [DAYS-AGO]
const [, , vaultDir, asked = '{}', daysAgo = '0'] = process.argv;
if (vaultDir === undefined) throw new Error('usage: new-vault VAULT WORKPLACE');
const Today = Date;
const ago = Number(daysAgo) * 86_400_000;
/** The days before: the founding is the one time that no clock is handed to. */
class Then extends Today {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [Today.now() - ago] : given) as [number]));
  }
  static override now(): number {
    return Today.now() - ago;
  }
}
if (ago > 0) globalThis.Date = Then as DateConstructor;
const core = createCore({ vaultDir, demo: false, version: '0.0.0', runtime: { electron: '', origin: 'none' }, grants: new FileGrants() });
try {
  const { session } = createRouterClient(core.router, { context: core.context() });
  const { recoveryCode } = await session.create(CreateWorkplace.parse(JSON.parse(asked)));
  await session.confirmRecovery({ lastGroup: recoveryCode.split('-').at(-1) ?? '' });
  process.stdout.write(recoveryCode);
} finally {
  await core.close();
}
