import { changed, existing, RefusedError, save, type Work } from '../work.ts';

/**
 * Says that a service may send us packs, or that it may not any more. What was taken over before stays until it is taken back.
 * @throws RefusedError contact.notTrusted for one whose fingerprint was not compared, contact.unknown for the one of exercises
 */
export const allowPacks = async (work: Work, contactId: string, allowed: boolean): Promise<void> => {
  const contact = await existing(work, 'office', contactId, 'contact');
  if (contact.practice === true) throw new RefusedError({ code: 'contact.unknown' });
  if (allowed && contact.trust !== 'TRUSTED') throw new RefusedError({ code: 'contact.notTrusted' });
  if ((contact.packs !== undefined) === allowed) return;
  const { packs: _before, ...rest } = contact;
  await save(work, [{ op: 'put', collection: 'office', doc: changed(work, { ...rest, ...(allowed ? { packs: { by: work.vault.user.id, on: work.today } } : {}) }) }], {
    action: 'contacts.allowPacks',
    details: { service: contact.card.serviceId, allowed },
  });
};
