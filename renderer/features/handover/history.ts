import type { Handover, HandoverReceipt } from '../../../shared/domain/handover.ts';

/** One line of the history: a state that was reached, with the receipt that brought it. */
export interface HistoryLine {
  readonly at: string;
  readonly by: string;
  readonly status: Handover['status'];
  /** what was done where the state stayed the same */
  readonly act?: Handover['history'][number]['act'];
  readonly receipt?: HandoverReceipt;
}

/** What happened to a hand-over, in order; a receipt stands where it was taken in, with its numbers. */
export const historyOf = ({ history, receipt, earlierReceipts }: Pick<Handover, 'history' | 'receipt' | 'earlierReceipts'>): readonly HistoryLine[] => {
  const receipts = [...(earlierReceipts ?? []), ...(receipt === undefined ? [] : [receipt])];
  return history.map(({ status, at, by, act }) => {
    const brought = receipts.find((candidate) => candidate.importedAt === at && candidate.decision === status);
    return { at, by, status, ...(act === undefined ? {} : { act }), ...(brought === undefined ? {} : { receipt: brought }) };
  });
};
