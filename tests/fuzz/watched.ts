import { mkdirSync, mkdtempSync, readdirSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Quarantine: a file without a name, whose name shows for the moment in which it is made. */
const SPOOL = /^varco-[0-9a-f]{24}\.spool$/;

/** A folder deep in others, where nothing may be written but quarantine; a path that climbs shows in one of those above. */
export interface Watched {
  /** where the readers run, and what they take for home and for temporary files */
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** the topmost of the watched folders */
  readonly root: string;
  /** What was written there since it was asked last, quarantine excepted. */
  written(): readonly string[];
  /** The same, once everything arrived that the system has to tell, and what lies there now. */
  end(): Promise<readonly string[]>;
  close(): void;
}

export const watched = (): Watched => {
  const home = mkdtempSync(join(tmpdir(), 'varco-fuzzed-'));
  const folders = [home, join(home, 'one'), join(home, 'one/two'), join(home, 'one/two/three')];
  const cwd = folders.at(-1) ?? home;
  mkdirSync(cwd, { recursive: true });
  const before = new Set(readdirSync(home, { recursive: true }).map(String));
  const seen = new Set<string>();
  const watchers = folders.map((folder) => watch(folder, (_, name) => seen.add(String(name))));
  const written = (): readonly string[] => {
    const found = [...seen].filter((name) => !SPOOL.test(name) && !name.startsWith('canary') && !['one', 'two', 'three'].includes(name));
    seen.clear();
    return found;
  };
  const close = (): void => {
    for (const watcher of watchers) watcher.close();
  };
  const end = async (): Promise<readonly string[]> => {
    // the watchers see what happens, or an empty answer says nothing
    for (const folder of folders) writeFileSync(join(folder, `canary-${folders.indexOf(folder)}`), '');
    const wanted = new Set(folders.map((_, no) => `canary-${no}`));
    while (wanted.size > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      for (const name of seen) wanted.delete(name);
    }
    const there = readdirSync(home, { recursive: true }).map(String).filter((name) => !before.has(name) && !/(?:^|\/)canary-\d$/.test(name));
    return [...there, ...written().filter((name) => !there.some((path) => basename(path) === name))];
  };
  return { env: { ...process.env, TMPDIR: cwd, HOME: cwd }, cwd, root: home, written, end, close };
};
