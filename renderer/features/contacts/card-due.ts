import type { CivilDate } from '../../../shared/domain/dates.ts';
import { cardStanding } from '../../../shared/domain/card-rules.ts';
import type { ContactView } from '../../../shared/contract/exchange.ts';

/** A card that ends soon or has ended: ours, or that of the service named. */
export interface CardDue {
  readonly id: string;
  readonly name?: string;
  readonly standing: 'ENDS_SOON' | 'EXPIRED';
  readonly validTo: CivilDate;
}

/** Cards that somebody has to see to, ours first, then by their last day. Services that are not used are left out. */
export const cardsDue = (own: { readonly validTo: CivilDate } | undefined, contacts: readonly ContactView[], today: CivilDate): readonly CardDue[] => {
  const cards = [
    ...(own === undefined ? [] : [{ id: 'own', validTo: own.validTo }]),
    ...contacts
      .filter(({ trust, practice }) => trust === 'TRUSTED' && practice !== true)
      .toSorted((a, b) => (a.validTo < b.validTo ? -1 : 1))
      .map(({ id, name, validTo }) => ({ id, name, validTo })),
  ];
  return cards.flatMap((card) => {
    const standing = cardStanding(card.validTo, today);
    return standing === 'GOOD' ? [] : [{ ...card, standing }];
  });
};
