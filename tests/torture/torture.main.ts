/**
 * torture [--kills N] [--node] [--json]: kills the core while it saves and counts acknowledged writes from outside.
 * The last line is the result; it fails when anything acknowledged was lost. The core runs where the application runs it,
 * in a utility process of a real Electron (VARCO_ELECTRON, ELECTRON_OVERRIDE_DIST_PATH or the project's own runtime);
 * with --node in a plain Node process, which is quicker.
 */
import { parseArgs } from 'node:util';
import { runChild, TASK, type ChildTask } from './child.ts';
import { killWhileSaving } from './kills.ts';
import { inElectron, inNode } from './runtimes.ts';

const main = async (): Promise<void> => {
  const task = process.env[TASK];
  if (task !== undefined) return runChild(JSON.parse(task) as ChildTask);
  const { values } = parseArgs({
    options: { kills: { type: 'string', default: '20' }, node: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const kills = Number(values.kills);
  if (!Number.isSafeInteger(kills) || kills < 1) throw new Error('--kills takes a whole number');
  const result = await killWhileSaving(kills, values.node ? () => inNode : inElectron, (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(
    values.json
      ? `${JSON.stringify(result)}\n`
      : `${result.kills} kills while saving: ${result.acknowledged} acts acknowledged, ${result.lost} lost, ${result.unopenable} times not opened again\n`,
  );
  // a run in which nothing was acknowledged proves nothing
  if (result.lost > 0 || result.unopenable > 0 || result.acknowledged === 0) process.exitCode = 1;
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
