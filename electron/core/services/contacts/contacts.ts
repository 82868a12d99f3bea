import type { ContactView } from '../../../../shared/contract/exchange.ts';
import { kindsFrom, keyTrust } from '../../../../shared/domain/card-rules.ts';
import type { ServiceCard } from '../../../../shared/domain/card.ts';
import type { Contact } from '../../../../shared/domain/office.ts';
import { readCard } from '../../envelope/card.ts';
import { compareCards, type CardChange } from '../../envelope/card-change.ts';
import { EnvelopeError } from '../../envelope/error.ts';
import { matchesFingerprint } from '../../envelope/fingerprint.ts';
import { keyFingerprint } from '../../envelope/sshsig.ts';
import type { KnownSigner } from '../../envelope/open.ts';
import type { Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { changed, created, existing, RefusedError, save, type Work } from '../work.ts';
import { fingerprintView, ownService } from './own.ts';

export const contactView = (contact: Contact): ContactView => ({
  id: contact.id,
  serviceId: contact.card.serviceId,
  name: contact.card.name,
  kind: contact.card.kind,
  trust: contact.trust,
  fingerprint: fingerprintView(contact.card),
  validTo: contact.card.validTo,
  ...(contact.card.phone === undefined ? {} : { phone: contact.card.phone }),
  ...(contact.comparedOn === undefined ? {} : { comparedOn: contact.comparedOn }),
  ...(contact.comparedWith === undefined ? {} : { comparedWith: contact.comparedWith }),
  ...(contact.revokedOn === undefined ? {} : { revokedOn: contact.revokedOn }),
  ...(contact.practice === true ? { practice: true as const } : {}),
});

export const listContacts = (work: Work): Promise<Stored<Contact>[]> =>
  find(work.vault, 'office', 'contact', { selector: {}, sort: [{ id: 'asc' }] });

export const contactOf = async (work: Work, serviceId: string): Promise<Stored<Contact> | undefined> =>
  (await find(work.vault, 'office', 'contact', { selector: { 'ix.serviceId': serviceId }, limit: 1 }))[0];

/** @throws RefusedError when the service is unknown or its fingerprint was never compared */
export const trustedContact = async (work: Work, serviceId: string): Promise<Stored<Contact>> => {
  const contact = await contactOf(work, serviceId);
  if (contact === undefined) throw new RefusedError({ code: 'contact.unknown' });
  if (contact.trust === 'REVOKED') throw new RefusedError({ code: 'contact.revoked' });
  if (contact.trust !== 'TRUSTED') throw new RefusedError({ code: 'contact.notTrusted' });
  if (contact.card.validTo < work.today) throw new RefusedError({ code: 'contact.cardExpired', params: { date: contact.card.validTo } });
  return contact;
};

const refuseMixing = (work: Work, card: ServiceCard): void => {
  if ((card.demo === true) !== work.vault.info.demo) throw new RefusedError({ code: work.vault.info.demo ? 'card.liveInDemo' : 'card.demoInLive' });
};

/**
 * How far a service is trusted with another card. After a paper revoked its key, people compare anew, however rightly the
 * key changed; with the revoked key it stays revoked.
 */
const trustAfter = (known: Contact, card: ServiceCard, { change }: CardChange): Contact['trust'] => {
  if (known.trust === 'REVOKED') return known.revokedKeys?.includes(card.signingKey) === false ? 'CHANGED' : 'REVOKED';
  return change === 'ALARM' ? 'CHANGED' : known.trust;
};

/**
 * Takes a card into the address book. A new service waits until its fingerprint is compared; a renewed or rightly
 * rotated card keeps the trust; any other change is an alarm and blocks sealing until somebody compares again.
 * @throws RefusedError for our own card, or a demo card in a live workplace; EnvelopeError when it is no valid card
 */
export const importCard = async (work: Work, bytes: Uint8Array): Promise<Contact> => {
  const card = readCard(bytes);
  refuseMixing(work, card);
  const own = await ownService(work);
  if (card.serviceId === own.card.serviceId) throw new RefusedError({ code: 'card.own' });
  const known = await contactOf(work, card.serviceId);
  if (known === undefined) {
    const contact: Contact = { ...created(work), type: 'contact', card, trust: 'NEW', formerSigningKeys: [] };
    await save(work, [{ op: 'put', collection: 'office', doc: contact }], { action: 'contacts.import', details: { service: card.serviceId } });
    return contact;
  }
  if (known.revokedKeys?.includes(card.signingKey) === true && known.card.signingKey !== card.signingKey) throw new RefusedError({ code: 'contact.revoked' });
  const change = compareCards(known.card, card);
  if (change.change === 'SAME') return known;
  const rotated = change.change === 'ROTATED';
  const next: Stored<Contact> = changed(work, {
    ...known,
    card,
    trust: trustAfter(known, card, change),
    formerSigningKeys: rotated ? [known.card.signingKey, ...known.formerSigningKeys] : known.formerSigningKeys,
  });
  await save(work, [{ op: 'put', collection: 'office', doc: next }], {
    action: 'contacts.import',
    details: { service: card.serviceId, change: change.change === 'ALARM' ? change.reason : change.change },
  });
  return next;
};

/** The fingerprint was compared over another channel. It must be the one of the card we hold now. */
export const trustContact = async (work: Work, input: { readonly id: string; readonly fingerprint: string; readonly comparedWith: string }): Promise<void> => {
  const contact = await existing(work, 'office', input.id, 'contact');
  if (contact.trust === 'REVOKED') throw new RefusedError({ code: 'contact.revoked' });
  if (!matchesFingerprint(input.fingerprint, contact.card)) throw new RefusedError({ code: 'contact.fingerprintDiffers' });
  await save(
    work,
    [
      {
        op: 'put',
        collection: 'office',
        doc: changed(work, { ...contact, trust: 'TRUSTED', comparedOn: work.today, comparedBy: work.vault.user.id, comparedWith: input.comparedWith }),
      },
    ],
    { action: 'contacts.trust', details: { service: contact.card.serviceId } },
  );
};

/** Looks a signing key up in the address book: current keys, and those accepted before a rotation. */
export const signerLookup = async (work: Work): Promise<(signingKey: string) => KnownSigner | undefined> => {
  const contacts = await listContacts(work);
  return (signingKey) => {
    // nobody can sign for the service for exercises: its keys are gone
    const contact = contacts.find(({ card, formerSigningKeys, revokedKeys, practice }) => practice !== true && [card.signingKey, ...formerSigningKeys, ...(revokedKeys ?? [])].includes(signingKey));
    return contact === undefined
      ? undefined
      : { serviceId: contact.card.serviceId, name: contact.card.name, kinds: kindsFrom(contact), state: keyTrust(contact, signingKey), validTo: contact.card.validTo };
  };
};

/**
 * What waits in quarantine was opened while its key was trusted; a paper or an alarm may have ended that since.
 * @throws EnvelopeError REVOKED_KEY, SENDER_NOT_TRUSTED
 */
export const refuseRevoked = async (work: Work, signingKey: string): Promise<void> => {
  const state = (await signerLookup(work))(signingKey)?.state;
  if (state === 'TRUSTED') return;
  throw new EnvelopeError(state === 'REVOKED' ? 'REVOKED_KEY' : 'SENDER_NOT_TRUSTED', { key: keyFingerprint(signingKey) ?? '' });
};
