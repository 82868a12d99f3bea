import type { RunView } from '../../../shared/contract/learning.ts';
import type { AttendanceMark } from '../../../shared/domain/learning.ts';
import { unpackMark } from '../../../shared/domain/learning-marks.ts';
import { toProblem, type Problem } from '../../app/problem.ts';

/** What stands in one cell: nothing, or a mark with the minutes of a part presence. */
export interface Value {
  readonly mark: AttendanceMark | null;
  readonly minutes?: number;
}

export interface Change {
  readonly personId: string;
  readonly sessionId: string;
  readonly to: Value;
}

interface Step {
  readonly before: readonly Change[];
  readonly after: readonly Change[];
}

export interface MarksState {
  /** counts up with everything seen: another state is another picture */
  readonly version: number;
  readonly phase: 'none' | 'saving' | 'saved' | 'failed';
  readonly problem: Problem | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const NOTHING: Value = { mark: null };
const keyOf = ({ personId, sessionId }: Pick<Change, 'personId' | 'sessionId'>): string => `${personId}/${sessionId}`;
const isSame = (a: Value, b: Value): boolean => a.mark === b.mark && a.minutes === b.minutes;

/**
 * The marks of one course as they are on the screen: what the core says, and over it what was typed and is on its way.
 * Typing is saved at once; what is typed while that is written goes together in the next call, so nothing waits for a
 * pause and fast typing costs few writes. What could not be written stays and is tried again.
 */
export class MarkStore {
  readonly #save: (changes: readonly Change[]) => Promise<unknown>;
  readonly #heard = new Set<() => void>();
  readonly #typed = new Map<string, Change>();
  #base: RunView | undefined;
  #places: ReadonlyMap<string, number> = new Map();
  #people: ReadonlyMap<string, RunView['people'][number]> = new Map();
  #waiting = new Map<string, Change>();
  #underWay = 0;
  #sending: Promise<unknown> = Promise.resolve();
  #undo: Step[] = [];
  #redo: Step[] = [];
  #state: MarksState = { version: 0, phase: 'none', problem: undefined, canUndo: false, canRedo: false };

  constructor(save: (changes: readonly Change[]) => Promise<unknown>) {
    this.#save = save;
  }

  readonly subscribe = (heard: () => void): (() => void) => {
    this.#heard.add(heard);
    return () => this.#heard.delete(heard);
  };

  readonly state = (): MarksState => this.#state;

  #tell(change: Partial<MarksState> = {}): void {
    this.#state = { ...this.#state, ...change, version: this.#state.version + 1, canUndo: this.#undo.length > 0, canRedo: this.#redo.length > 0 };
    for (const heard of this.#heard) heard();
  }

  /** What the core says now. What was typed is forgotten once the core says the same. */
  show(base: RunView): void {
    this.#base = base;
    this.#places = new Map(base.run.sessions.map(({ id }, at) => [id, at]));
    this.#people = new Map(base.people.map((person) => [person.personId, person]));
    for (const [key, change] of this.#typed) {
      if (!this.#waiting.has(key) && isSame(this.#saved(change), change.to)) this.#typed.delete(key);
    }
    this.#tell();
  }

  #saved({ personId, sessionId }: Pick<Change, 'personId' | 'sessionId'>): Value {
    const person = this.#people.get(personId);
    const at = this.#places.get(sessionId);
    const mark = person === undefined || at === undefined ? undefined : unpackMark(person.marks, at);
    const minutes = person?.minutes[sessionId];
    return { mark: mark ?? null, ...(minutes === undefined ? {} : { minutes }) };
  }

  /** What stands in a cell, typed or saved. */
  at(personId: string, sessionId: string): Value {
    const place = { personId, sessionId };
    return this.#base === undefined ? NOTHING : (this.#typed.get(keyOf(place))?.to ?? this.#saved(place));
  }

  /** Writes into cells, as one step that can be taken back. Cells that say so already are left alone. */
  change(changes: readonly Change[]): void {
    const after = changes.filter((change) => !isSame(this.at(change.personId, change.sessionId), change.to));
    if (after.length === 0) return;
    this.#undo.push({ before: after.map((change) => ({ ...change, to: this.at(change.personId, change.sessionId) })), after });
    this.#redo = [];
    this.#put(after);
  }

  /** @param may whether a cell still takes this: somebody may have left the course since, or a session been cancelled */
  undo(may: (change: Change) => boolean = () => true): readonly Change[] {
    return this.#go(this.#undo, this.#redo, 'before', may);
  }

  /** @param may as for `undo` */
  redo(may: (change: Change) => boolean = () => true): readonly Change[] {
    return this.#go(this.#redo, this.#undo, 'after', may);
  }

  #go(from: Step[], to: Step[], side: keyof Step, may: (change: Change) => boolean): readonly Change[] {
    const step = from.pop();
    if (step === undefined) return [];
    to.push(step);
    const changes = step[side].filter(may);
    if (changes.length === 0) this.#tell();
    else this.#put(changes);
    return changes;
  }

  #put(changes: readonly Change[]): void {
    for (const change of changes) {
      this.#typed.set(keyOf(change), change);
      this.#waiting.set(keyOf(change), change);
    }
    this.#tell({ phase: 'saving' });
    if (this.#underWay === 0) void this.flush();
  }

  /** Sends everything that waits, also while something is being written: the page may be about to go. Resolves when all of it is over. */
  flush(): Promise<unknown> {
    if (this.#waiting.size === 0) return this.#sending;
    const sent = [...this.#waiting.values()];
    this.#waiting = new Map();
    this.#underWay += 1;
    const sending = this.#save(sent).then(
      () => this.#done(),
      (error: unknown) => this.#notTaken(sent, toProblem(error)),
    );
    this.#sending = Promise.all([this.#sending, sending]);
    return this.#sending;
  }

  #done(): void {
    this.#underWay -= 1;
    if (this.#waiting.size > 0) void this.flush();
    else if (this.#underWay === 0) this.#tell({ phase: 'saved', problem: undefined });
  }

  /** One refused mark refuses its whole call: the others are sent again, each by itself, so that only it is lost. */
  async #notTaken(sent: readonly Change[], problem: Problem): Promise<void> {
    if (problem.kind !== 'refused' || sent.length === 1) return this.#failed(sent, problem);
    let left: { readonly changes: readonly Change[]; readonly problem: Problem } | undefined;
    for (const [at, change] of sent.entries()) {
      // what was typed over it meanwhile waits for its own call
      if (this.#typed.get(keyOf(change)) !== change) continue;
      try {
        await this.#save([change]);
      } catch (error) {
        const why = toProblem(error);
        left = { changes: why.kind === 'refused' ? [...(left?.changes ?? []), change] : sent.slice(at), problem: why };
        if (why.kind === 'refused') this.#typed.delete(keyOf(change));
        else break;
      }
    }
    return left === undefined ? this.#done() : this.#failed(left.changes, left.problem);
  }

  /** A refused mark is taken off the screen, because it will never be saved; anything else waits for another try. */
  #failed(sent: readonly Change[], problem: Problem): void {
    this.#underWay -= 1;
    for (const change of sent) {
      const key = keyOf(change);
      if (this.#typed.get(key) !== change) continue;
      if (problem.kind === 'refused') this.#typed.delete(key);
      else this.#waiting.set(key, change);
    }
    if (problem.kind === 'refused') {
      this.#undo = [];
      this.#redo = [];
    }
    this.#tell({ phase: 'failed', problem });
  }
}
