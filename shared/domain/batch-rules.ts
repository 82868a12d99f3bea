import type { Handover } from './handover.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

type Together = Pick<Handover, 'id' | 'status' | 'recipientServiceId'>;

/** What may go to one medium together: authorised hand-overs to one service, each once. One slip names one recipient. */
export const mayGoTogether = (handovers: readonly Together[]): Outcome<void> => {
  const [first] = handovers;
  if (first === undefined || handovers.some(({ status }) => status !== 'AUTHORISED')) return refused('handover.notAuthorised');
  const mixed = handovers.some(({ recipientServiceId }) => recipientServiceId !== first.recipientServiceId) || new Set(handovers.map(({ id }) => id)).size !== handovers.length;
  return mixed ? refused('handover.batchMixed') : allowed(undefined);
};

/**
 * Numbers of the register given in one go: the first one and those that follow it, `P-1021/2026`, `P-1022/2026`. What counts
 * is the first row of digits; zeros before it stay.
 * @returns undefined where there is nothing to count
 */
export const countOn = (first: string, count: number): readonly string[] | undefined => {
  const found = /\d{1,12}/.exec(first);
  if (found === null) return undefined;
  const [digits] = found;
  const [before, after] = [first.slice(0, found.index), first.slice(found.index + digits.length)];
  return Array.from({ length: count }, (_, nth) => `${before}${String(Number(digits) + nth).padStart(digits.length, '0')}${after}`);
};
