import { folded } from '../../../../shared/domain/people.ts';
import { listContacts } from '../contacts/contacts.ts';
import { directory } from '../directory/directory.ts';
import type { Work } from '../work.ts';

export interface UsefulService {
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
}

/** So many are printed: a list that nobody reads helps nobody. */
const MOST = 3;

/**
 * Services of the address book and of the directory somebody could go to, those of their own town first; none that is only for exercises,
 * and no employer. Of the directory the service alone is printed, never the people there.
 */
export const usefulServices = async (work: Work, municipality: string | undefined): Promise<readonly UsefulService[]> => {
  const town = municipality === undefined ? '' : folded(municipality);
  const found = (await listContacts(work)).filter(({ trust, practice, card }) => trust === 'TRUSTED' && practice !== true && card.kind === 'probation' && (card.address ?? card.phone) !== undefined);
  const listed = (await directory(work)).filter(({ address, phone, kind }) => (address ?? phone) !== undefined && kind !== 'EMPLOYER');
  const isNear = (place: string | undefined): boolean => town !== '' && folded(place ?? '').includes(town);
  const all = [
    ...found.map(({ card: { name, address, phone } }) => ({ name, address, phone, near: isNear(address), order: 0 })),
    ...listed.map(({ name, address, phone, municipality: place }) => ({ name, address: address ?? place, phone, near: isNear(place) || isNear(address), order: 1 })),
  ];
  return all
    .toSorted((a, b) => Number(b.near) - Number(a.near) || a.order - b.order || a.name.localeCompare(b.name))
    .slice(0, MOST)
    .map(({ name, address, phone }) => ({ name, ...(address === undefined ? {} : { address }), ...(phone === undefined ? {} : { phone }) }));
};
