import type { OpenedEnvelope, OpenReport } from '../../envelope/open.ts';
import { newId } from '../work.ts';

export interface Arrival {
  readonly id: string;
  readonly report: OpenReport;
  readonly envelope: OpenedEnvelope | undefined;
}

/** Envelopes waiting for a decision at once; a new one pushes out the oldest, whose file is still on its medium. */
const LIMIT = 16;

/** Quarantine: what was opened and not yet decided lies in the core's memory only, and is gone when it locks. */
export class Arrivals {
  readonly #arrivals = new Map<string, Arrival>();

  add(report: OpenReport): Arrival {
    const arrival: Arrival = { id: newId(), report, envelope: report.envelope };
    this.#arrivals.set(arrival.id, arrival);
    for (const oldest of this.#arrivals.keys()) {
      if (this.#arrivals.size <= LIMIT) break;
      this.#arrivals.delete(oldest);
    }
    return arrival;
  }

  get(id: string): Arrival | undefined {
    return this.#arrivals.get(id);
  }

  remove(id: string): void {
    this.#arrivals.delete(id);
  }
}
