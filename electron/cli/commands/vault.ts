import { fingerprintView, ownService } from '../../core/services/contacts/own.ts';
import type { Command } from '../command.ts';
import { vaultOptions, withVault } from '../open-vault.ts';

/** `varco card show`: our own card and the fingerprint to read out. */
export const cardShow: Command = {
  words: ['card', 'show'],
  options: vaultOptions,
  positionals: 0,
  run: (call) =>
    withVault(call, 'contact.read', async (_vault, work) => {
      const { card } = await ownService(work());
      const fingerprint = fingerprintView(card);
      call.say(`${card.name} · ${card.serviceId}`);
      call.say(fingerprint.groups.join(' '));
      return { result: { card, fingerprint } };
    }),
};
