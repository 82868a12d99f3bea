import type { DraftPlace, WaitingForm } from '../../../shared/contract/drafts.ts';
import type { Client } from '../connection.ts';
import type { FormPlace } from './forms.ts';

type Calls = Pick<Client['drafts'], 'keep' | 'find' | 'drop' | 'list'>;

const keyOf = ({ form, personId = '', about = '' }: { readonly form: string; readonly personId?: string | undefined; readonly about?: string | undefined }): string => `${form} ${personId} ${about}`;

const asked = ({ form, personId, about }: FormPlace): DraftPlace => ({ form, ...(personId === undefined ? {} : { personId }), ...(about === undefined ? {} : { about }) });

/** What the core keeps of the unfinished forms of the one at the screen, and which of them are open just now. */
export class DraftShelf {
  readonly #calls: Calls;
  readonly #listeners = new Set<() => void>();
  readonly #open = new Map<string, number>();
  #all: readonly WaitingForm[] = [];
  #waiting: readonly WaitingForm[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** Forms that wait and are not open, newest first. The same list until something changes. */
  readonly waiting = (): readonly WaitingForm[] => this.#waiting;

  readonly subscribe = (heard: () => void): (() => void) => {
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  };

  /** Asks the core what waits. Without an answer nothing is offered. */
  async load(): Promise<void> {
    const all = await this.#inTurn(() => this.#calls.list()).catch(() => undefined);
    if (all === undefined) return;
    this.#all = all;
    this.#tell();
  }

  /** A form stands on the screen: it is not offered meanwhile. @returns what says that it closed */
  opened(place: FormPlace): () => void {
    const key = keyOf(place);
    this.#open.set(key, (this.#open.get(key) ?? 0) + 1);
    this.#tell();
    return () => {
      this.#open.set(key, (this.#open.get(key) ?? 1) - 1);
      void this.load();
    };
  }

  find(place: FormPlace): Promise<{ readonly value: string; readonly savedAt: string } | null> {
    return this.#inTurn(() => this.#calls.find(asked(place)));
  }

  keep(place: FormPlace, value: string): Promise<unknown> {
    return this.#inTurn(() => this.#calls.keep({ ...asked(place), value }));
  }

  async drop(place: FormPlace): Promise<void> {
    await this.#inTurn(() => this.#calls.drop(asked(place)));
    this.#all = this.#all.filter((form) => keyOf(form) !== keyOf(place));
    this.#tell();
  }

  /** One call after the other: a form dropped while it is being saved stays dropped. */
  #inTurn<T>(call: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(call, call);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #tell(): void {
    const next = this.#all.filter((form) => (this.#open.get(keyOf(form)) ?? 0) === 0);
    const same = next.length === this.#waiting.length && next.every((form, at) => keyOf(form) === keyOf(this.#waiting[at] ?? { form: '' }) && form.savedAt === this.#waiting[at]?.savedAt);
    if (same) return;
    this.#waiting = next;
    for (const heard of this.#listeners) heard();
  }
}
