import type { CardlessView } from '../../../../shared/contract/exchange.ts';
import type { Cardless } from '../../../../shared/domain/office.ts';
import type { Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { created, existing, newId, RefusedError, save, type Work } from '../work.ts';
import { ownService } from './own.ts';

export const cardlessView = ({ id, serviceId, name, address, phone }: Cardless): CardlessView => ({
  id,
  serviceId,
  name,
  ...(address === undefined ? {} : { address }),
  ...(phone === undefined ? {} : { phone }),
});

/** Organisations in the address book that have no card. */
export const listCardless = (work: Work): Promise<Stored<Cardless>[]> => find(work.vault, 'office', 'cardless', { selector: {}, sort: [{ id: 'asc' }] });

/** The organisation without a card of that id; the id is ours, it knows nothing of it. */
export const cardlessOf = async (work: Work, serviceId: string): Promise<Stored<Cardless> | undefined> =>
  (await find(work.vault, 'office', 'cardless', { selector: { 'ix.serviceId': serviceId }, limit: 1 }))[0];

/**
 * Enters an organisation that has no card: what is sent to it is sealed with seven words that are told it on another way.
 * Nothing that comes from it can be believed by its signature.
 * @throws RefusedError `handover.notToThem` unless this is a prison: only a prison hands over
 */
export const addCardless = async (work: Work, details: { readonly name: string; readonly address?: string | undefined; readonly phone?: string | undefined }): Promise<Cardless> => {
  const { card } = await ownService(work);
  if (card.kind !== 'prison') throw new RefusedError({ code: 'handover.notToThem' });
  const doc: Cardless = {
    ...created(work),
    type: 'cardless',
    serviceId: newId(),
    name: details.name,
    ...(details.address === undefined ? {} : { address: details.address }),
    ...(details.phone === undefined ? {} : { phone: details.phone }),
  };
  await save(work, [{ op: 'put', collection: 'office', doc }], { action: 'contacts.addCardless', details: { service: doc.serviceId } });
  return doc;
};

/** Takes it out of the address book; what was sent to it stays readable. */
export const removeCardless = async (work: Work, id: string): Promise<void> => {
  const known = await existing(work, 'office', id, 'cardless');
  await save(work, [{ op: 'remove', collection: 'office', id, _rev: known._rev }], { action: 'contacts.removeCardless', details: { service: known.serviceId } });
};
