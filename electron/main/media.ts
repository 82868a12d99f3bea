import { readdir, readFile, stat, statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** A mounted file system of this computer. */
export interface Mount {
  /** absolute */
  readonly path: string;
  readonly type: string;
  readonly readOnly: boolean;
}

/** A removable medium with the sealed envelopes that lie on it. Paths stay in the main process. */
export interface FoundMedium {
  readonly path: string;
  readonly name: string;
  /** bytes */
  readonly free: number;
  readonly readOnly: boolean;
  readonly envelopes: readonly { readonly path: string; readonly name: string; readonly bytes: number; readonly changedAt: number }[];
}

/** Where desktops put sticks, cards and discs. */
const PLACES = ['/media/', '/run/media/'];
/** File systems that sticks, cards and discs come with, wherever somebody mounted them. */
const TYPES: ReadonlySet<string> = new Set(['vfat', 'msdos', 'exfat', 'ntfs', 'ntfs3', 'fuseblk', 'udf', 'iso9660', 'hfsplus']);
/** Parts of the computer itself that use such file systems too. */
const OWN = /^\/(?:boot|efi|snap|etc|proc|sys|dev)(?:\/|$)/;
/** A medium that does not answer within this many milliseconds is left out: the others must not wait for it. */
const PATIENCE = 2_000;
/** Envelopes of one medium that are offered, newest first. */
const LIMIT = 30;

/** Spaces and other signs of a mount point are written as octal numbers (proc(5)). */
const unescaped = (text: string): string => text.replaceAll(/\\([0-7]{3})/g, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 8)));

/** Removable media among the lines of `/proc/self/mounts`. */
export const removableIn = (mounts: string): Mount[] =>
  mounts.split('\n').flatMap((line) => {
    const [, where, type, options] = line.split(' ');
    if (where === undefined || type === undefined || options === undefined) return [];
    const path = unescaped(where);
    const removable = path !== '/' && !OWN.test(path) && (TYPES.has(type) || PLACES.some((place) => path.startsWith(place)));
    return removable ? [{ path, type, readOnly: options.split(',').includes('ro') }] : [];
  });

const envelopesOn = async (folder: string): Promise<FoundMedium['envelopes']> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: FoundMedium['envelopes'][number][] = [];
  // one after the other: a medium that stops answering holds one thread of the pool, not all of them
  for (const { name } of entries.filter((entry) => entry.isFile() && /\.zip\.age$/i.test(entry.name))) {
    const path = join(folder, name);
    // one file that cannot be looked at does not hide the others
    const known = await stat(path).catch(() => undefined);
    if (known !== undefined) found.push({ path, name, bytes: known.size, changedAt: known.mtimeMs });
  }
  return found.toSorted((a, b) => b.changedAt - a.changedAt).slice(0, LIMIT);
};

const lookAt = async ({ path, readOnly }: Mount): Promise<FoundMedium> => {
  const { bavail, bsize } = await statfs(path);
  const envelopes = await envelopesOn(path);
  return { path, name: basename(path), free: bavail * bsize, readOnly, envelopes };
};

const inTime = async <T>(work: Promise<T>): Promise<T | undefined> => {
  let patience: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    patience = setTimeout(resolve, PATIENCE, undefined);
  });
  try {
    return await Promise.race([work.catch(() => undefined), late]);
  } finally {
    clearTimeout(patience);
  }
};

/**
 * Looks at media, at each one once at a time: asked again every few seconds, a stick that does not answer would otherwise
 * take another thread with each question until nothing else of the program could read or write.
 */
export class MediaLooks<T> {
  readonly #look: (mount: Mount) => Promise<T>;
  readonly #pending = new Map<string, Promise<T>>();

  constructor(look: (mount: Mount) => Promise<T>) {
    this.#look = look;
  }

  /** What is on it; undefined when it cannot be looked at, or not within two seconds. */
  at(mount: Mount): Promise<T | undefined> {
    const begun = this.#pending.get(mount.path);
    if (begun !== undefined) return inTime(begun);
    const looking = this.#look(mount).finally(() => this.#pending.delete(mount.path));
    this.#pending.set(mount.path, looking);
    return inTime(looking);
  }
}

const looks = new MediaLooks(lookAt);
const mounted = async (): Promise<Mount[]> => removableIn(await readFile('/proc/self/mounts', 'utf8').catch(() => ''));

/** Whether a file or folder lies on a stick, card or disc that is there now. */
export const isOnMedium = async (path: string): Promise<boolean> => (await mounted()).some((mount) => path === mount.path || path.startsWith(`${mount.path}/`));

/**
 * Sticks, cards and discs that are there now, with free space and the envelopes in their top folder. A medium that
 * cannot be looked at is left out. Linux only: elsewhere the list is empty and the system's chooser is the way.
 */
export const listMedia = async (): Promise<FoundMedium[]> => {
  const media = await Promise.all((await mounted()).map((mount) => looks.at(mount)));
  return media.filter((medium) => medium !== undefined);
};
