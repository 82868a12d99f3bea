import type { ServiceCard } from '../../../../shared/domain/card.ts';
import { PASSPHRASE } from '../../../../shared/domain/envelope.ts';
import { recipientOfCard } from '../../envelope/card.ts';
import type { Work } from '../work.ts';
import { cardlessOf } from './cardless.ts';
import { trustedContact } from './contacts.ts';

/** To whom something may be sealed, and how. */
export interface Recipient {
  readonly card: Pick<ServiceCard, 'serviceId' | 'name' | 'kind'>;
  /** the service for exercises */
  readonly practice?: true;
  /** the key it is sealed to, the hybrid one alone where the card offers one; `passphrase` without a card */
  readonly age: string;
}

/**
 * A service whose card is trusted and valid, or an organisation without a card, which stands where a probation office would.
 * @throws RefusedError contact.unknown, contact.notTrusted, contact.cardExpired
 */
export const recipientFor = async (work: Work, serviceId: string): Promise<Recipient> => {
  const cardless = await cardlessOf(work, serviceId);
  if (cardless !== undefined) return { card: { serviceId, name: cardless.name, kind: 'probation' }, age: PASSPHRASE };
  const { card, practice } = await trustedContact(work, serviceId);
  return { card, age: recipientOfCard(card), ...(practice === true ? { practice } : {}) };
};
