import type { StoredDocument } from './storage/spec.ts';

type Step = (doc: StoredDocument) => StoredDocument;

/**
 * For each type, the step from a schema version to the next: `{ person: { 1: (doc) => ({ ...doc, regime: … }) } }`
 * brings version 1 to version 2. Every schema change adds a step and its test; steps are never removed.
 */
export const steps: { readonly [type: string]: { readonly [from: number]: Step } } = {};

/** The document in the newest version of its type; `v` counts up with every step. */
export const upcast = (_collection: string, doc: StoredDocument): StoredDocument => upcastWith(steps, doc);

export const upcastWith = (table: typeof steps, doc: StoredDocument): StoredDocument => {
  let current = doc;
  for (;;) {
    const step = table[current.type ?? '']?.[current.v ?? 0];
    if (step === undefined) return current;
    current = { ...step(current), v: (current.v ?? 0) + 1 };
  }
};
