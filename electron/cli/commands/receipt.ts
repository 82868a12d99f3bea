import { ReceiptDecision, ReceiptReason } from '../../../shared/domain/envelope.ts';
import { limits } from '../../core/envelope/limits.ts';
import { readLimited } from '../../core/read-limited.ts';
import { takeReceipt } from '../../core/services/handover/receipts.ts';
import { writeReceipt } from '../../core/services/imports/answer.ts';
import { Arrivals } from '../../core/services/imports/arrivals.ts';
import { openArrival } from '../../core/services/imports/imports.ts';
import { optional, required, type Call, type Command } from '../command.ts';
import { UsageError } from '../exit.ts';
import { vaultOptions, withVault } from '../open-vault.ts';

const fileOf = (call: Call): Promise<Uint8Array> => readLimited(call.positionals[0] ?? '', limits.envelopeBytes);

/** `varco receipt FILE`: takes a receipt in, as the screen does; the hand-over it answers is found by itself. */
export const receipt: Command = {
  words: ['receipt'],
  options: { ...vaultOptions, number: { type: 'string' } },
  positionals: 1,
  run: async (call) => {
    const bytes = await fileOf(call);
    return withVault(call, 'import.open', async (_vault, work) => {
      const { decision, repeated, ...about } = await takeReceipt(work(), bytes, optional(call.values, 'number'));
      call.say(call.texts.t(repeated ? 'cli:receipt.repeated' : 'cli:receipt.taken', { decision: call.texts.t(`enums:receiptDecision.${decision}`) }));
      return { result: { ...('pack' in about ? { pack: about.pack } : { handoverId: about.handoverId }), decision, repeated } };
    });
  },
};

const oneOf = <T extends string>(call: Call, name: string, options: readonly T[]): T | undefined => {
  const asked = optional(call.values, name)?.toUpperCase().replaceAll('-', '_');
  const found = options.find((option) => option === asked);
  if (asked !== undefined && found === undefined) throw new UsageError(`--${name} ${options.map((option) => option.toLowerCase().replaceAll('_', '-')).join('|')}`);
  return found;
};

/**
 * `varco receipt write FILE --decision … --out FOLDER`: opens an envelope and answers it. Nothing of it is taken over;
 * `accepted` is answered only for one that was imported on a screen before.
 */
export const receiptWrite: Command = {
  words: ['receipt', 'write'],
  options: { ...vaultOptions, decision: { type: 'string' }, reason: { type: 'string' }, number: { type: 'string' }, out: { type: 'string' } },
  positionals: 1,
  run: async (call) => {
    const decision = oneOf(call, 'decision', ReceiptDecision.options);
    if (decision === undefined) throw new UsageError('--decision');
    const reason = oneOf(call, 'reason', ReceiptReason.options);
    const folder = required(call.values, 'out');
    const numberOut = optional(call.values, 'number');
    const bytes = await fileOf(call);
    return withVault(call, 'import.decide', async (_vault, work) => {
      const arrivals = new Arrivals();
      const { arrivalId } = await openArrival(work(), arrivals, bytes);
      const { fileName } = await writeReceipt(work(), arrivals, { arrivalId, decision, reason, numberOut }, folder);
      call.say(call.texts.t('cli:receipt.written', { file: fileName }));
      return { result: { fileName, decision } };
    });
  },
};
