// Writes docs/domain/*.md from the tables of the state machines. `npm run print:machines`
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'shared/domain/machines.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, VARCO_PRINT: '1' },
});
process.exit(status ?? 1);
