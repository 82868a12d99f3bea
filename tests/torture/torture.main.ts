/**
 * torture [--kills N] [--kinds save,login,users,backup,restore] [--node] [--json]: kills the core while it saves, unlocks,
 * changes users, backs up and restores, and counts from outside what it had acknowledged.
 * The last line is the result; it fails when anything acknowledged was lost. The core runs where the application runs it,
 * in a utility process of a real Electron (VARCO_ELECTRON, ELECTRON_OVERRIDE_DIST_PATH or the project's own runtime);
 * with --node in a plain Node process, which is quicker.
 */
import { parseArgs } from 'node:util';
import { runChild } from './child.ts';
import { torture } from './kills.ts';
import { KINDS, TASK, type Task } from './lines.ts';
import { inElectron, inNode } from './runtimes.ts';

const main = async (): Promise<void> => {
  const task = process.env[TASK];
  if (task !== undefined) return runChild(JSON.parse(task) as Task);
  const { values } = parseArgs({
    options: { kills: { type: 'string', default: '20' }, kinds: { type: 'string', default: KINDS.join(',') }, node: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const kills = Number(values.kills);
  if (!Number.isSafeInteger(kills) || kills < 1) throw new Error('--kills takes a whole number');
  const chosen = KINDS.filter((kind) => values.kinds.split(',').includes(kind));
  if (chosen.length === 0) throw new Error(`--kinds takes some of ${KINDS.join(', ')}`);
  const result = await torture(kills, chosen, values.node ? () => inNode : inElectron, (line) => process.stderr.write(`${line}\n`));
  const { acknowledged, lost, unopenable, kinds } = result;
  const ofKinds = KINDS.map((kind) => `${kinds[kind].kills} ${kind}`).join(', ');
  process.stdout.write(
    values.json ? `${JSON.stringify(result)}\n` : `${kills} kills (${ofKinds}): ${acknowledged} deeds acknowledged, ${lost} lost, ${unopenable} times not opened again\n`,
  );
  // kills in which nothing was acknowledged prove nothing
  const idle = acknowledged === 0 || KINDS.some((kind) => kinds[kind].kills > 1 && kinds[kind].acknowledged === 0);
  if (lost > 0 || unopenable > 0 || idle) process.exitCode = 1;
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
