import { randomUUID } from 'node:crypto';
import type { PrintResult } from '../../../../shared/contract/bridge.ts';
import { RefusedError, type Work } from '../work.ts';
import { recordIssue, recordResult, type Issuing } from './issued.ts';
import type { Previews } from './previews.ts';

type Finish = (result: PrintResult) => Promise<void>;

/**
 * Permission to open the printing dialog, one sheet at a time. The page carries the ticket, but it is the main process
 * that asks here whether it is good and tells here what came of it: a page cannot print unrecorded.
 */
export class PrintTickets {
  readonly #waiting = new Map<string, Finish>();
  readonly #printing = new Map<string, Finish>();

  /** A ticket for what has just been recorded. */
  give(finish: Finish): string {
    const ticket = randomUUID();
    this.#waiting.set(ticket, finish);
    return ticket;
  }

  /** Whether this ticket is good; it is only once. */
  take(ticket: string): boolean {
    const finish = this.#waiting.get(ticket);
    this.#waiting.delete(ticket);
    if (finish !== undefined) this.#printing.set(ticket, finish);
    return finish !== undefined;
  }

  /** What came of it; said once, and only of a ticket that was taken. */
  async finish(ticket: string, result: PrintResult): Promise<void> {
    const finish = this.#printing.get(ticket);
    this.#printing.delete(ticket);
    await finish?.(result);
  }
}

/** One sheet about several people: recorded for each of them. */
const printIssues = async (at: () => Work, tickets: PrintTickets, choices: readonly Issuing[], pages: number): Promise<{ ticket: string }> => {
  const issued: string[] = [];
  for (const choice of choices) issued.push(await recordIssue(at(), choice, 'PRINTED', pages));
  return {
    ticket: tickets.give(async (result) => {
      for (const id of issued) await recordResult(at(), id, result);
    }),
  };
};

/**
 * Records that several documents made here are about to be printed in one pile, each with its person, and lets the pile be
 * printed once.
 * @throws RefusedError when a preview is no longer known, or came in an envelope: then nothing is recorded
 */
export const printPreviews = async (at: () => Work, previews: Previews, tickets: PrintTickets, previewIds: readonly string[]): Promise<{ ticket: string }> => {
  const shown = previewIds.map((id) => previews.get(id));
  if (shown.some(({ kind }) => kind !== 'made')) throw new RefusedError({ code: 'document.previewGone' });
  const issued: string[] = [];
  for (const previewed of shown) if (previewed.kind === 'made') issued.push(await recordIssue(at(), previewed.choice, 'PRINTED', previewed.pages));
  return {
    ticket: tickets.give(async (result) => {
      for (const id of issued) await recordResult(at(), id, result);
    }),
  };
};

/**
 * Records that what a preview shows is about to be printed, and lets it be printed once.
 * @param at the work of this moment, asked again when the dialog is closed
 * @param pages as the screen counted them; of a document made here its own number is recorded
 * @throws RefusedError when the preview is no longer known
 */
export const printPreview = async (at: () => Work, previews: Previews, tickets: PrintTickets, previewId: string, pages: number): Promise<{ ticket: string }> => {
  const work = at();
  const previewed = previews.get(previewId);
  if (previewed.kind === 'made') {
    const id = await recordIssue(work, previewed.choice, 'PRINTED', previewed.pages);
    return { ticket: tickets.give((result) => recordResult(at(), id, result)) };
  }
  if (previewed.kind === 'batch') return printIssues(at, tickets, previewed.choices, previewed.pages);
  if (previewed.kind === 'blank') {
    const { form, language: of, pages: made } = previewed;
    const details = { form, language: of, pages: made };
    await work.vault.commit([], { action: 'paper.printBlank', details });
    return { ticket: tickets.give((result) => at().vault.commit([], { action: 'paper.printEnd', details: { form, result } })) };
  }
  if (previewed.kind === 'wing') {
    const { people, language: of, pages: made } = previewed;
    const entry = { action: 'wing.print', details: { people: people.length, language: of, pages: made } };
    const [first, ...others] = people;
    // the list of a week with nobody on it leaves, too
    await work.vault.commit([], first === undefined ? entry : [{ ...entry, personId: first }, ...others.map((personId) => ({ ...entry, personId }))]);
    return { ticket: tickets.give((result) => at().vault.commit([], { action: 'wing.printEnd', details: { people: people.length, result } })) };
  }
  const { personId, envelopeId, language } = previewed;
  const details = { envelope: envelopeId, language, pages };
  await work.vault.commit([], { action: 'import.printDocument', personId, details });
  return { ticket: tickets.give((result) => at().vault.commit([], { action: 'import.printEnd', personId, details: { envelope: envelopeId, result } })) };
};
