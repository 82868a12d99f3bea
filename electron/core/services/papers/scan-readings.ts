import type { ReadPage } from '../../scans/read-scan.ts';
import { newId, RefusedError } from '../work.ts';

/** A file that was read: its pages lie in memory until they are taken over, dropped, or the core ends. */
export interface ScanReading {
  readonly id: string;
  readonly name: string;
  readonly pages: readonly ReadPage[];
}

/** Pages that may lie in memory at once: a megabyte each at most. */
const LIMIT = 120;

export class ScanReadings {
  readonly #read = new Map<string, ScanReading>();
  #turn: Promise<unknown> = Promise.resolve();

  /** One file after the other, so that the bounds of one hold for all. */
  inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(act, act);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** @throws RefusedError scan.tooManyWaiting */
  add(name: string, pages: readonly ReadPage[]): ScanReading {
    const there = [...this.#read.values()].reduce((sum, reading) => sum + reading.pages.length, 0);
    if (there + pages.length > LIMIT) throw new RefusedError({ code: 'scan.tooManyWaiting', params: { limit: LIMIT } });
    const reading = { id: newId(), name, pages };
    this.#read.set(reading.id, reading);
    return reading;
  }

  /** @throws RefusedError scan.gone */
  page(readingId: string, at: number): Extract<ReadPage, { readonly jpeg: unknown }> {
    const page = this.#read.get(readingId)?.pages[at];
    if (page === undefined || 'fault' in page) throw new RefusedError({ code: 'scan.gone' });
    return page;
  }

  /** The codes of every page that was read before this one. */
  codesBefore(readingId: string, at: number): readonly string[] {
    const texts: string[] = [];
    for (const reading of this.#read.values()) {
      for (const [index, page] of reading.pages.entries()) {
        if (reading.id === readingId && index === at) return texts;
        if ('codes' in page) texts.push(...page.codes);
      }
    }
    return texts;
  }

  drop(readingId: string): void {
    this.#read.delete(readingId);
  }
}
