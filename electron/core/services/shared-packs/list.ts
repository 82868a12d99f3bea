import type { SharedPacksView } from '../../../../shared/contract/shared-packs.ts';
import { sharedKindOf } from '../../../../shared/domain/shared-pack.ts';
import { cardlessOf } from '../contacts/cardless.ts';
import { contactOf, listContacts } from '../contacts/contacts.ts';
import { find } from '../query.ts';
import { civilDateAt, type Work } from '../work.ts';

/** Packs that came and were decided, packs that left, and who may send us any; newest first. */
export const sharedPacks = async (work: Work): Promise<SharedPacksView> => {
  const came = await find(work.vault, 'partners', 'sharedPack', { selector: {}, sort: [{ 'ix.at': 'desc' }] });
  const sent = (await find(work.vault, 'office', 'sent', { selector: {}, sort: [{ id: 'desc' }] })).filter(({ kind }) => sharedKindOf(kind) !== undefined);
  const nameOf = async (serviceId: string): Promise<string> => (await contactOf(work, serviceId))?.card.name ?? (await cardlessOf(work, serviceId))?.name ?? '';
  const { timeZone } = work.vault.info;
  return {
    came: came.map(({ id, kind, state, senderName, reference, dataAsOf, decidedAt, lines, applied }) => ({ id, kind, state, sender: senderName, reference, dataAsOf, on: civilDateAt(new Date(decidedAt), timeZone), lines: lines.length, taken: applied.length })),
    sent: await Promise.all(
      sent.flatMap(({ id, kind, recipientServiceId, reference, sealedAt, answer }) => {
        const shared = sharedKindOf(kind);
        return shared === undefined ? [] : [(async () => ({ id, kind: shared, to: await nameOf(recipientServiceId), reference, on: civilDateAt(new Date(sealedAt), timeZone), ...(answer === undefined ? {} : { answer: answer.decision }) }))()];
      }),
    ),
    services: (await listContacts(work))
      .filter(({ trust, practice }) => trust === 'TRUSTED' && practice !== true)
      .map(({ id, card, packs }) => ({ contactId: id, serviceId: card.serviceId, name: card.name, ...(packs === undefined ? {} : { since: packs.on }) })),
  };
};
