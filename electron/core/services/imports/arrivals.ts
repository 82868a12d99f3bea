import type { ArrivalView } from '../../../../shared/contract/arrivals.ts';
import type { ImportStatus } from '../../../../shared/domain/import-record.ts';
import type { SharedPackState } from '../../../../shared/domain/shared-pack.ts';
import type { Source } from '../../envelope/content.ts';
import type { OpenedEnvelope, OpenReport } from '../../envelope/open.ts';
import { newId, RefusedError } from '../work.ts';

export interface Arrival {
  readonly id: string;
  readonly report: OpenReport;
  readonly envelope: OpenedEnvelope | undefined;
  /** where it stands; see `import-machine.ts` */
  state: ImportStatus;
  /** the sealed file of a sender who is not trusted yet, or sealed with words: it is checked again once they are there */
  readonly bytes?: Source;
  /** the words it was opened with */
  readonly passphrase?: string;
  /** where a pack of another office stands; nothing else has one */
  pack?: SharedPackState;
  /** what the screen was told of it */
  view?: ArrivalView;
}

/** Envelopes waiting for a decision at once; a new one pushes out the oldest, whose file is still on its medium. */
const LIMIT = 16;

/** A larger file of somebody unknown is not kept: it has to be opened again. One sealed with words is read again where it lies. */
export const KEPT_BYTES = 8 * 1024 * 1024;

/** What is needed to check an envelope again. */
export type Kept = Pick<Arrival, 'bytes' | 'passphrase'>;

/**
 * Quarantine: what was opened and not yet decided lies in the core's memory, the rest of a large one in a sealed file
 * without a name, and is gone when it locks.
 */
export class Arrivals {
  readonly #arrivals = new Map<string, Arrival>();

  /** The same file again takes the place of its first opening. */
  add(report: OpenReport, state: ImportStatus, kept: Kept = {}): Arrival {
    for (const [id, { report: before }] of this.#arrivals) if (before.sha256 === report.sha256) this.remove(id);
    const arrival: Arrival = { id: newId(), report, envelope: report.envelope, state, ...kept };
    this.#arrivals.set(arrival.id, arrival);
    for (const oldest of this.#arrivals.keys()) {
      if (this.#arrivals.size <= LIMIT) break;
      this.remove(oldest);
    }
    return arrival;
  }

  get(id: string): Arrival | undefined {
    return this.#arrivals.get(id);
  }

  /** The opened envelope of that id. */
  of(envelopeId: string): Arrival | undefined {
    return [...this.#arrivals.values()].find(({ envelope }) => envelope?.header.envelopeId === envelopeId);
  }

  /** What waits for the card of its sender, with its file. */
  untrusted(): (Arrival & { readonly bytes: Uint8Array })[] {
    return [...this.#arrivals.values()].flatMap((arrival) => (arrival.state === 'UNTRUSTED' && arrival.bytes instanceof Uint8Array ? [{ ...arrival, bytes: arrival.bytes }] : []));
  }

  /** The same envelope, checked once more: it keeps its id and its place. */
  checkedAgain(id: string, report: OpenReport, state: ImportStatus, kept: Kept = {}): Arrival {
    const { bytes: _bytes, passphrase: _words, view: _view, ...before } = waiting(this, id);
    const arrival: Arrival = { ...before, report, envelope: report.envelope, state, ...kept };
    this.#arrivals.set(id, arrival);
    return arrival;
  }

  /** What was opened and is still here, as it was shown, oldest first. */
  views(): ArrivalView[] {
    return [...this.#arrivals.values()].flatMap(({ view }) => (view === undefined ? [] : [view]));
  }

  remove(id: string): void {
    this.#arrivals.get(id)?.report.close();
    this.#arrivals.delete(id);
  }
}

/** @throws RefusedError when the envelope is no longer in quarantine */
export const waiting = (arrivals: Arrivals, id: string): Arrival => {
  const arrival = arrivals.get(id);
  if (arrival === undefined) throw new RefusedError({ code: 'import.gone' });
  return arrival;
};

/** What was decided of an envelope that lies here: whoever looks at it again is told so, and is not offered to decide otherwise. */
export const decidedNow = (arrival: Arrival, earlier: NonNullable<ArrivalView['earlier']>, state: ImportStatus): void => {
  arrival.state = state;
  if (arrival.view !== undefined) arrival.view = { ...arrival.view, state, earlier };
};
