import type { MappingChoice, RowValues } from '../../../../shared/domain/registers/schemas.ts';
import { newId } from '../work.ts';

/** Rows put right by hand: row as a spreadsheet counts → column key → text. */
export type Repairs = ReadonlyMap<number, RowValues>;

/** A register file somebody opened: its bytes stay in memory until it is imported, another is opened, or the core ends. */
export interface Reading {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly mapping?: MappingChoice | undefined;
  readonly repairs: Repairs;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The one register being looked at, and how far its taking over is. */
export class Readings {
  #current: Reading | undefined;
  #progress: Progress | undefined;
  #stopped = false;
  #wake: () => void = () => undefined;
  #moved = this.#nextMove();

  open(fileName: string, bytes: Uint8Array, mapping?: MappingChoice): Reading {
    this.#current = { id: newId(), fileName, bytes, mapping, repairs: new Map() };
    return this.#current;
  }

  get(id: string): Reading | undefined {
    return this.#current?.id === id ? this.#current : undefined;
  }

  remap(reading: Reading, mapping: MappingChoice): Reading {
    this.#current = { ...reading, mapping };
    return this.#current;
  }

  /** Keeps what was typed over a row; `null` takes it back. */
  repair(reading: Reading, row: number, values: RowValues | null): Reading {
    const repairs = new Map(reading.repairs);
    if (values === null) repairs.delete(row);
    else repairs.set(row, values);
    this.#current = { ...reading, repairs };
    return this.#current;
  }

  /** Tells how far a taking over is; `undefined` when it has ended. A new one is not stopped by an old word. */
  move(progress: Progress | undefined): void {
    if (progress?.done === 0) this.#stopped = false;
    this.#progress = progress;
    this.#wake();
    this.#moved = this.#nextMove();
  }

  stop(): void {
    this.#stopped = true;
  }

  get isStopped(): boolean {
    return this.#stopped;
  }

  /** How far a taking over is, now and after every part; ends with it. */
  async *watch(signal: AbortSignal | undefined): AsyncGenerator<Progress, void, void> {
    const gone = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
    let begun = false;
    while (signal?.aborted !== true) {
      const moved = this.#moved;
      if (this.#progress !== undefined) {
        begun = true;
        yield this.#progress;
      } else if (begun) return;
      await Promise.race([moved, gone]);
    }
  }

  #nextMove(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
