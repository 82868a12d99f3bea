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

/** `varco audit verify`: follows the whole trail to its anchor. */
export const auditVerify: Command = {
  words: ['audit', 'verify'],
  options: vaultOptions,
  positionals: 0,
  run: (call) =>
    withVault(call, 'audit.read', async (vault) => {
      const verdict = await vault.audit.verify();
      await vault.commit([], { action: 'audit.verify', details: { intact: verdict.intact } });
      call.say(
        verdict.intact
          ? call.texts.t('cli:audit.intact', { count: verdict.entries })
          : call.texts.t('cli:audit.broken', { at: verdict.brokenAt ?? 0, reason: call.texts.t(`cli:audit.reason.${verdict.reason ?? 'CHANGED'}`) }),
      );
      return { result: { ...verdict }, ...(verdict.intact ? {} : { exit: 'audit' as const }) };
    }),
};
