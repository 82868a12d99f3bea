import type { KnownPlace, Medium } from '../../../shared/contract/bridge.ts';

/** Where something can be written: the folder an envelope came from, a stick, or wherever the dialog leads. */
export interface Target {
  readonly id: string;
  readonly kind: 'same' | 'medium' | 'other';
  readonly name: string;
  /** bytes; only of a medium */
  readonly free?: number;
}

/** The choice that opens the dialog of the operating system. */
export const OTHER = 'other';

/**
 * What is offered, the most likely first: back to where the envelope came from, then the sticks that can be written,
 * then the dialog. A medium that is write-protected is not offered; it is named apart.
 */
export const targetsOf = (same: KnownPlace | undefined, media: readonly Medium[]): readonly Target[] => {
  const writable = media.filter(({ readOnly }) => !readOnly);
  const known = media.find(({ place }) => place === same?.place);
  return [
    ...(same === undefined || known?.readOnly === true ? [] : [{ id: same.place, kind: 'same' as const, name: same.name, ...(known === undefined ? {} : { free: known.free }) }]),
    ...writable.filter(({ place }) => place !== same?.place).map(({ place, name, free }) => ({ id: place, kind: 'medium' as const, name, free })),
    { id: OTHER, kind: 'other' as const, name: '' },
  ];
};

/** What is chosen now: what the person chose while it is still there, else the first. */
export const chosenOf = (targets: readonly Target[], chosen: string | undefined): string => targets.find(({ id }) => id === chosen)?.id ?? targets[0]?.id ?? OTHER;

/** Bytes in the unit people know sticks by; `format` writes numbers in the language of the screen. */
export const sizeText = (bytes: number, format: (value: number) => string): string => {
  if (bytes >= 1_000_000_000) return `${format(Math.floor(bytes / 100_000_000) / 10)} GB`;
  if (bytes >= 1_000_000) return `${format(Math.floor(bytes / 1_000_000))} MB`;
  return `${format(Math.floor(bytes / 1_000))} kB`;
};
