import { execFileSync } from 'node:child_process';

/** Workers run from the built core, also in unit tests: build it first (under two seconds, nothing when unchanged). */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', 'core'], { stdio: 'inherit' });
}
