import { newPassphrase, normalPassphrase } from '../../envelope/passphrase.ts';
import { wholeVault } from '../../vault/scoped-vault.ts';
import type { Vault } from '../../vault/types.ts';
import { existing, RefusedError, save, type Work } from '../work.ts';

/** The words of each open vault, by hand-over: in memory only, gone with the lock and with the sealing. */
const held = new WeakMap<Vault, Map<string, string>>();

const wordsOf = ({ vault }: Pick<Work, 'vault'>): Map<string, string> => {
  const whole = wholeVault(vault);
  const words = held.get(whole) ?? new Map<string, string>();
  held.set(whole, words);
  return words;
};

/**
 * New words for a hand-over to somebody without a card, to be written on paper before anything is sealed: so that no envelope
 * leaves whose words nobody has. Words given before are no longer good.
 * @throws RefusedError `handover.notAuthorised`, `handover.noPassphrase` for a recipient with a card
 */
export const newWords = async (work: Work, handoverId: string): Promise<readonly string[]> => {
  const handover = await existing(work, 'handovers', handoverId, 'handover');
  if (handover.byPassphrase !== true) throw new RefusedError({ code: 'handover.noPassphrase' });
  if (handover.status !== 'AUTHORISED') throw new RefusedError({ code: 'handover.notAuthorised' });
  const passphrase = newPassphrase();
  await save(work, [], { action: 'handover.words', personId: handover.personId, details: { handover: handoverId } });
  wordsOf(work).set(handoverId, passphrase);
  return passphrase.split(' ');
};

/**
 * The words to seal with, once they were typed again from the paper: what was never written down could not be told anybody.
 * @throws RefusedError `handover.passphraseNeeded` before there are any, `handover.passphraseDiffers`
 */
export const confirmedWords = (work: Work, handoverId: string, typed: string | undefined): string => {
  const passphrase = wordsOf(work).get(handoverId);
  if (passphrase === undefined || typed === undefined) throw new RefusedError({ code: 'handover.passphraseNeeded' });
  if (normalPassphrase(typed) !== passphrase) throw new RefusedError({ code: 'handover.passphraseDiffers' });
  return passphrase;
};

/** It was sealed: nobody here knows the words any more. */
export const forgetWords = (work: Work, handoverId: string): void => void wordsOf(work).delete(handoverId);
