import { folded } from '../../../../shared/domain/people.ts';
import { listContacts } from '../contacts/contacts.ts';
import type { Work } from '../work.ts';

export interface UsefulService {
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
}

/** So many are printed: a list that nobody reads helps nobody. */
const MOST = 3;

/** Services of the address book somebody could go to, those of their own town first; none that is only for exercises. */
export const usefulServices = async (work: Work, municipality: string | undefined): Promise<readonly UsefulService[]> => {
  const town = municipality === undefined ? '' : folded(municipality);
  const found = (await listContacts(work)).filter(({ trust, practice, card }) => trust === 'TRUSTED' && practice !== true && card.kind === 'probation' && (card.address ?? card.phone) !== undefined);
  const isNear = (address: string | undefined): boolean => town !== '' && folded(address ?? '').includes(town);
  return found
    .toSorted((a, b) => Number(isNear(b.card.address)) - Number(isNear(a.card.address)) || a.card.name.localeCompare(b.card.name))
    .slice(0, MOST)
    .map(({ card: { name, address, phone } }) => ({ name, ...(address === undefined ? {} : { address }), ...(phone === undefined ? {} : { phone }) }));
};
