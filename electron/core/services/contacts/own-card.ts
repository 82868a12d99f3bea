import { addMonths } from '../../../../shared/domain/dates.ts';
import type { ServiceCard } from '../../../../shared/domain/card.ts';
import type { Language } from '../../../../shared/domain/base.ts';
import type { Service, ServiceKeys } from '../../../../shared/domain/office.ts';
import { renderDocument } from '../../documents/render.ts';
import { renewCard, rotateCard, type CardDetails } from '../../envelope/card.ts';
import { presignRevocation, revocationText } from '../../envelope/revocation.ts';
import { newHybridKeys, newServiceKeys } from '../../envelope/service-keys.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { CARD_MONTHS, readableVersions } from '../office/workplace.ts';
import { changed, created, RefusedError, save, vouched, type Work } from '../work.ts';
import { ageIdentities, changedKeys, otherKeys, ownService, signingKey } from './own.ts';

/** Identities that are kept: more changes of keys than a service makes. */
const MOST_IDENTITIES = 20;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** What stays on a card, with a new time and everything this version reads. */
const detailsOf = ({ serviceId, kind, name, address, phone, demo }: ServiceCard, today: string): CardDetails => ({
  serviceId,
  kind,
  name,
  ...(address === undefined ? {} : { address }),
  ...(phone === undefined ? {} : { phone }),
  reads: { ...readableVersions },
  validFrom: today,
  validTo: addMonths(today, CARD_MONTHS),
  ...(demo === undefined ? {} : { demo }),
});

const putService = (work: Work, service: Stored<Service>): Change => ({ op: 'put', collection: 'office', doc: changed(work, service) });

/**
 * The same keys, name and address for another five years: partners take such a card without comparing again. What is no
 * more than that needs `changeKeys`.
 * @throws RefusedError clock.setBack
 */
export const renewOwnCard = async (work: Work): Promise<ServiceCard> => {
  vouched(work);
  const service = await ownService(work);
  const { next, former } = await otherKeys(work);
  const keys = { ageRecipient: service.card.ageRecipient, signingKey: await signingKey(work), nextSigningKey: next };
  const { ageHybridRecipient } = service.card;
  const card = renewCard({ ...detailsOf(service.card, work.today), ...(ageHybridRecipient === undefined ? {} : { ageHybridRecipient }) }, keys, former);
  await save(work, [putService(work, { ...service, card })], { action: 'contacts.renewOwnCard', details: { validTo: card.validTo } });
  return card;
};

export interface NewDetails {
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
}

/**
 * Changes our keys: the key that our card committed to becomes the signing key, another is committed, the old one signs the
 * change, and there is another key to seal to. Address and telephone may change with it, as on no other card. What was sealed
 * to earlier cards still opens. Card and keys are saved in one commit, so that there is never one without the other.
 * @throws RefusedError clock.setBack, card.tooManyChanges
 */
export const changeKeys = async (work: Work, { address, phone }: NewDetails): Promise<ServiceCard> => {
  vouched(work);
  const service = await ownService(work);
  const [before, identities, old, { next }] = await Promise.all([changedKeys(work), ageIdentities(work), signingKey(work), otherKeys(work)]);
  if (identities.length >= MOST_IDENTITIES) throw new RefusedError({ code: 'card.tooManyChanges' });
  const fresh = await newServiceKeys();
  // as at the founding: what a demonstration gets is to be opened with the age of Debian 12
  const hybrid = work.vault.info.demo ? undefined : await newHybridKeys();
  const { address: _address, phone: _phone, ...details } = detailsOf(service.card, work.today);
  const card = rotateCard(
    service.card,
    old,
    { ...details, ...(address === undefined ? {} : { address }), ...(phone === undefined ? {} : { phone }), ...(hybrid === undefined ? {} : { ageHybridRecipient: hybrid.recipient }) },
    { ageRecipient: fresh.ageRecipient, signingKey: next, nextSigningKey: fresh.nextSigningKey },
  );
  const keys: ServiceKeys & { readonly _rev?: string } = {
    ...(before ?? { ...created(work), type: 'serviceKeys' as const }),
    ageIdentities: [fresh.ageIdentity, ...(hybrid === undefined ? [] : [hybrid.identity]), ...identities],
    signingKey: base64(next),
    nextSigningKey: base64(fresh.nextSigningKey),
    formerSigningKey: base64(old),
  };
  await save(work, [putService(work, { ...service, card }), { op: 'put', collection: 'handovers', doc: changed(work, keys as Stored<ServiceKeys>) }], {
    action: 'contacts.changeKeys',
    details: { validTo: card.validTo },
  });
  return card;
};

/** The sheet that revokes the key in use, as a PDF; audited, because whoever shows it ends the trust in our card. */
export const revocationSheet = async (work: Work, language: Language): Promise<Uint8Array> => {
  const service = await ownService(work);
  const { card } = service;
  const pdf = await renderDocument({
    document: 'revocation-sheet',
    view: { serviceName: card.name, statement: revocationText(presignRevocation(card.serviceId, await signingKey(work))), validTo: card.validTo },
    language,
    meta: { createdAt: work.now, today: work.today, ...(work.vault.info.demo ? { demo: true } : {}) },
  });
  await save(work, [putService(work, { ...service, revocationSavedFor: card.signingKey })], { action: 'contacts.revocationSheet' });
  return pdf;
};
