import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EDUCATOR, vaultOptions } from './test-vault.ts';
import { createVault, openVault } from './vault.ts';

/** The program that saves and says `try` before and `ack` after each act; built with the core before the tests run. */
const SAVER = 'out/core/dev-torture.js';
const ACTS = 25;
const SAVING = { kind: 'save', from: 1, userId: EDUCATOR.id, password: 'pădurea de fagi 7' };

const foundedVault = async (): Promise<string> => {
  const options = vaultOptions();
  await (await createVault({ ...options, users: [{ ...EDUCATOR, password: SAVING.password }, ...options.users.slice(1)] })).vault.close();
  return options.dir;
};

/** What the process asked of the system, in its order: only what concerns the store's data file and the acknowledgements. */
const storeCalls = (trace: string): string[] => {
  const kinds = new Map<string, 'data' | 'root'>();
  return trace.split('\n').flatMap((line): string[] => {
    const opened = /openat\(.*"[^"]*\/store\/data\.mdb", ([A-Z_|]+).*= (\d+)$/.exec(line);
    if (opened?.[2] !== undefined) {
      // LMDB writes its root through a second, synchronous descriptor
      kinds.set(opened[2], opened[1]?.includes('O_DSYNC') === true || opened[1]?.includes('O_SYNC') === true ? 'root' : 'data');
      return [];
    }
    const said = /write\(1, "\{\\"(try|ack)\\"/.exec(line);
    if (said?.[1] !== undefined) return [said[1]];
    const call = /\b(pwrite64|pwritev|writev|fdatasync|fsync)\((\d+)/.exec(line);
    const kind = call?.[2] === undefined ? undefined : kinds.get(call[2]);
    if (call?.[1] === undefined || kind === undefined || /= -1/.test(line)) return [];
    return [call[1].includes('write') ? `write ${kind}` : `flush ${kind}`];
  });
};

test.runIf(process.platform === 'linux')('every acknowledgement comes after the flush of what it acknowledges', { timeout: 120_000 }, async () => {
  const dir = await foundedVault();
  const trace = join(dir, '..', 'trace');
  execFileSync('strace', ['-f', '-qq', '-s', '16', '-e', 'trace=openat,write,pwrite64,pwritev,writev,fdatasync,fsync', '-o', trace, process.execPath, SAVER], {
    env: { ...process.env, VARCO_TORTURE_TASK: JSON.stringify({ ...SAVING, dir, acts: ACTS }) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const calls = storeCalls(readFileSync(trace, 'utf8'));
  const acts: string[][] = [];
  for (const call of calls) {
    if (call === 'try') acts.push([]);
    else acts.at(-1)?.push(call);
  }
  expect(acts).toHaveLength(ACTS);
  for (const act of acts) {
    const before = act.slice(0, act.indexOf('ack'));
    const lastData = before.lastIndexOf('write data');
    // pages written, then flushed, then the root that makes them count, itself written synchronously; only then the word
    expect(lastData).toBeGreaterThanOrEqual(0);
    expect(before.indexOf('flush data', lastData)).toBeGreaterThan(lastData);
    expect(before.lastIndexOf('write root')).toBeGreaterThan(before.lastIndexOf('flush data'));
  }
});

/** Runs a shell script with the vault in `$1/medium`, a file system of its own; the script says when it is mounted how. */
const onMedium = (dir: string, script: string) =>
  spawnSync('unshare', ['-rm', 'bash', '-c', `mkdir "$1/medium" && mount -t tmpfs -o size=64m none "$1/medium" && cp -r "$1/vault" "$1/medium/" && ${script}`, 'bash', join(dir, '..'), process.execPath, SAVER], {
    env: { ...process.env, VARCO_TORTURE_TASK: JSON.stringify({ ...SAVING, dir: join(dir, '../medium/vault') }) },
    encoding: 'utf8',
  });

const refusalIn = (stderr: string): string | undefined => /VaultError: (\w+)/.exec(stderr)?.[1];

test.runIf(process.platform === 'linux')('a disk that is full refuses the act by name, and everything before it stays', { timeout: 120_000 }, async () => {
  const dir = await foundedVault();
  const room = 'mount -o remount,size=$(( $(du -sk "$1/medium" | cut -f1) + 1500 ))k "$1/medium"';
  const { stderr, stdout } = onMedium(dir, `${room} && ("$2" "$3" || true) && rm -r "$1/vault" && cp -r "$1/medium/vault" "$1/vault"`);
  expect(refusalIn(stderr)).toBe('DISK_FULL');
  const acknowledged = stdout.split('\n').filter((line) => line.startsWith('{"ack"')).length;
  expect(acknowledged).toBeGreaterThan(0);
  const vault = await openVault({ dir, userId: EDUCATOR.id, password: SAVING.password });
  expect(await vault.audit.verify()).toEqual({ intact: true, entries: acknowledged + 1 });
  await vault.close();
});

test.runIf(process.platform === 'linux')('a medium that is read-only is told apart from a full one', { timeout: 120_000 }, async () => {
  const dir = await foundedVault();
  expect(refusalIn(onMedium(dir, 'mount -o remount,ro "$1/medium" && "$2" "$3"').stderr)).toBe('READ_ONLY');
  await expect(createVault(vaultOptions('/sys/varco-test'))).rejects.toMatchObject({ code: 'READ_ONLY' });
});
