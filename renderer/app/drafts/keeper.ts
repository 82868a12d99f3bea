import type { FormPlace } from './forms.ts';
import type { DraftShelf } from './shelf.ts';

/**
 * Keeps the text of one open form in its place: never over a draft that was not read first, nor over one that is about
 * something else. Whatever is asked of it waits until the place was read.
 */
export class Keeper {
  readonly #shelf: Pick<DraftShelf, 'find' | 'keep' | 'drop'>;
  readonly #place: FormPlace;
  readonly #empty: string;
  #ours: Promise<boolean> = Promise.resolve(false);

  /** @param empty the text of a form in which nothing was typed: it is not kept */
  constructor(shelf: Pick<DraftShelf, 'find' | 'keep' | 'drop'>, place: FormPlace, empty: string) {
    this.#shelf = shelf;
    this.#place = place;
    this.#empty = empty;
  }

  /**
   * Reads what lies in the place.
   * @param take takes it into the fields; false when it is about something else
   * @returns whether the place is this form's; rejects when it could not be read, and then nothing is kept
   */
  read(take: (text: string, savedAt: string) => boolean): Promise<boolean> {
    const read = this.#shelf.find(this.#place).then((found) => found === null || take(found.value, found.savedAt));
    this.#ours = read.catch(() => false);
    return read;
  }

  /** @param newest the text as it stands once the place was read: what was typed may have been joined to a draft by then */
  async write(newest: () => string): Promise<void> {
    if (!(await this.#ours)) return;
    const text = newest();
    await (text === this.#empty ? this.#shelf.drop(this.#place) : this.#shelf.keep(this.#place, text));
  }

  async forget(): Promise<void> {
    if (await this.#ours) await this.#shelf.drop(this.#place);
  }
}

/**
 * A draft that was read after somebody began to type: what was typed stands, the rest comes from the draft. Where both
 * hold words, the draft's come first; where both hold one value (a day, a choice), the typed one stands.
 */
export const joined = (draft: string, typed: string): string => {
  const [before, now] = [read(draft), read(typed)];
  return before === undefined || now === undefined ? typed : JSON.stringify(join(before, now));
};

const join = (before: unknown, now: unknown): unknown => {
  if (isFields(before) && isFields(now)) {
    return Object.fromEntries([...new Set([...Object.keys(before), ...Object.keys(now)])].map((name) => [name, Object.hasOwn(before, name) && Object.hasOwn(now, name) ? join(before[name], now[name]) : (now[name] ?? before[name])]));
  }
  if (typeof before !== 'string' || typeof now !== 'string' || before === '' || now.includes(before)) return now;
  if (now === '') return before;
  if (!/\s/.test(before)) return now;
  const between = /\s$/.test(before) || /^\s/.test(now) ? '' : before.includes('\n') ? '\n' : ' ';
  return `${before}${between}${now}`;
};

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const read = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
