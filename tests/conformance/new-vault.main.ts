import { createRouterClient } from '@orpc/server';
import { createCore } from '../../electron/core/core.ts';
import { FileGrants } from '../../electron/core/file-grants.ts';
import { CreateWorkplace } from '../../shared/contract/session.ts';

// Makes the vault of a workplace nobody has worked at yet, as the first run makes it, with the code confirmed; prints the code.
//   node scripts/build.mjs core && node out/core/dev-new-vault.js VAULT '{"kind":"prison",…}'
const [, , vaultDir, asked = '{}'] = process.argv;
if (vaultDir === undefined) throw new Error('usage: new-vault VAULT WORKPLACE');
const core = createCore({ vaultDir, demo: false, version: '0.0.0', runtime: { electron: '', origin: 'none' }, grants: new FileGrants() });
try {
  const { session } = createRouterClient(core.router, { context: core.context() });
  const { recoveryCode } = await session.create(CreateWorkplace.parse(JSON.parse(asked)));
  await session.confirmRecovery({ lastGroup: recoveryCode.split('-').at(-1) ?? '' });
  process.stdout.write(recoveryCode);
} finally {
  await core.close();
}
