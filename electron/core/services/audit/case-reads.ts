import { partsText, type CasePart } from '../../../../shared/domain/audit.ts';
import type { AuditEvent, Vault } from '../../vault/types.ts';

/** Within this many milliseconds the same part of the same case is one reading, however often it is shown. */
const SPAN = 10 * 60_000;

/** Whose case, or which course. */
export type ReadOf = { readonly personId: string } | { readonly runId: string };

const eventOf = (of: ReadOf, parts: ReadonlySet<CasePart>): AuditEvent =>
  'personId' in of ? { action: 'case.read', personId: of.personId, details: { parts: partsText(parts) } } : { action: 'learning.read', details: { run: of.runId } };

interface Group {
  readonly parts: Set<CasePart>;
  readonly written: Promise<void>;
}

/** What one unlocked user has looked at. Parts asked for while an entry is being written go into the next one together. */
class CaseReads {
  readonly #vault: Vault;
  readonly #now: () => number;
  readonly #read = new Map<string, { readonly at: number; readonly written: Promise<void> }>();
  readonly #groups = new Map<string, Group>();
  readonly #last = new Map<string, Promise<void>>();

  constructor(vault: Vault, now: () => number) {
    this.#vault = vault;
    this.#now = now;
  }

  record(of: ReadOf, part: CasePart): Promise<void> {
    const about = 'personId' in of ? of.personId : of.runId;
    const key = `${about} ${part}`;
    const known = this.#read.get(key);
    if (known !== undefined && this.#now() - known.at < SPAN) return known.written;
    const { written } = this.#groupOf(about, of, part);
    this.#read.set(key, { at: this.#now(), written });
    written.catch(() => this.#read.delete(key));
    return written;
  }

  #groupOf(about: string, of: ReadOf, part: CasePart): Group {
    const open = this.#groups.get(about);
    if (open !== undefined) {
      open.parts.add(part);
      return open;
    }
    const parts = new Set([part]);
    const before = this.#last.get(about) ?? Promise.resolve();
    const written = before.catch(() => undefined).then(() => {
      this.#groups.delete(about);
      return this.#vault.commit([], eventOf(of, parts));
    });
    const group = { parts, written };
    this.#groups.set(about, group);
    this.#last.set(about, written);
    return group;
  }
}

const readsOf = new WeakMap<Vault, CaseReads>();

/**
 * Records that this user looks at a part of a case: once for each part within ten minutes, so that a view that refreshes
 * itself fills no trail. Durable when resolved; call it before anything is shown.
 * @param now milliseconds that only go forward
 */
export const recordRead = (vault: Vault, of: ReadOf, part: CasePart, now: () => number = () => performance.now()): Promise<void> => {
  const reads = readsOf.get(vault) ?? new CaseReads(vault, now);
  readsOf.set(vault, reads);
  return reads.record(of, part);
};

/** A view whose first answer waits until the reading is recorded. One that is refused was not read. */
export async function* recordedView<T>(vault: Vault, of: ReadOf, part: CasePart, view: AsyncIterable<T>): AsyncGenerator<T, void, void> {
  let recorded = false;
  for await (const value of view) {
    if (!recorded) await recordRead(vault, of, part);
    recorded = true;
    yield value;
  }
}
