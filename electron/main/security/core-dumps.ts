import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * One byte: less than any dump needs, so none is written to a file; and the value with which the kernel starts no program
 * that collects dumps either. With 0 such a program (systemd-coredump, apport) would still be given the whole memory.
 */
const LIMIT = '--core=1:1';

/** The processes that one has started, and what those have started. */
const below = (pid: number): number[] => {
  const found = readdirSync(`/proc/${pid}/task`).flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim().split(' ').filter((word) => word !== ''));
  return found.map(Number).flatMap((child) => [child, ...below(child)]);
};

/**
 * Takes from this process, and from all it has started or will start, the right to leave a core file: it would hold keys
 * and names. The processes that pages and the core come from exist already when our code begins. Only on Linux: `prlimit`
 * is part of every system there, and where it is missing nothing changes.
 */
export const noCoreDumps = (): void => {
  if (process.platform !== 'linux') return;
  let pids = [process.pid];
  try {
    pids = [process.pid, ...below(process.pid)];
  } catch {
    // a process ended meanwhile, or the kernel does not tell children: at least our own, which the later ones inherit
  }
  for (const pid of pids) spawnSync('prlimit', ['--pid', String(pid), LIMIT], { stdio: 'ignore' });
};
