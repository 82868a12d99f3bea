import type { MappingChoice } from '../../../../shared/domain/registers/schemas.ts';
import { newId } from '../work.ts';

/** A register file somebody opened: its bytes stay in memory until it is imported, another is opened, or the core ends. */
export interface Reading {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly mapping?: MappingChoice | undefined;
}

/** The one register being looked at. */
export class Readings {
  #current: Reading | undefined;

  open(fileName: string, bytes: Uint8Array, mapping?: MappingChoice): Reading {
    this.#current = { id: newId(), fileName, bytes, mapping };
    return this.#current;
  }

  get(id: string): Reading | undefined {
    return this.#current?.id === id ? this.#current : undefined;
  }

  remap(reading: Reading, mapping: MappingChoice): Reading {
    this.#current = { ...reading, mapping };
    return this.#current;
  }
}
