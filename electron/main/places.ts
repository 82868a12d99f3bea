import { randomUUID } from 'node:crypto';

/** More folders and files than anybody looks at before they lock. */
const LIMIT = 512;

/**
 * Folders and files somebody chose or a medium showed, under names that mean nothing outside: the page can say "write
 * to the same stick" without ever knowing where that is. Forgotten with a lock.
 */
export class Places {
  readonly #paths = new Map<string, string>();

  /** The name of a path; the same one for the same path. */
  keep(path: string): string {
    for (const [place, kept] of this.#paths) if (kept === path) return place;
    const place = randomUUID();
    this.#paths.set(place, path);
    for (const oldest of this.#paths.keys()) {
      if (this.#paths.size <= LIMIT) break;
      this.#paths.delete(oldest);
    }
    return place;
  }

  pathOf(place: string): string | undefined {
    return this.#paths.get(place);
  }

  forget(): void {
    this.#paths.clear();
  }
}
