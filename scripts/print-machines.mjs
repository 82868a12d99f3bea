// Writes docs/domain/*.md from the tables of the state machines and the rules of due work. `npm run print:machines`
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--project', 'tooling', 'shared/domain/machines.test.ts', 'tests/lint/my-day.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, VARCO_PRINT: '1' },
});
process.exit(status ?? 1);
