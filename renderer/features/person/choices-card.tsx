import { useTranslation } from 'react-i18next';
import type { Consent } from '../../../shared/domain/consents.ts';
import { useLive } from '../../app/use-live.ts';
import { useDateText } from '../../app/words.ts';
import { LiveCard } from './live-card.tsx';

/** The answer in force to each question: the newest record of each purpose. */
export const choicesInForce = <C extends Pick<Consent, 'purpose' | 'createdAt'>>(consents: readonly C[]): readonly C[] => {
  const newest = new Map<string, C>();
  for (const consent of consents) {
    const known = newest.get(consent.purpose);
    if (known === undefined || known.createdAt < consent.createdAt) newest.set(consent.purpose, consent);
  }
  return [...newest.values()];
};

/** What the person chose. A "no" is a choice like a "yes": no colour, never among what is missing. */
export const ChoicesCard = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const live = useLive(personId, (client, signal) => client.consents.ofPerson({ personId }, { signal }));
  return (
    <LiveCard title={t('people:choices.title')} live={live} nothing={(all) => (all.length === 0 ? t('people:choices.none') : undefined)}>
      {(all) => (
        <ul className="v-lines">
          {choicesInForce(all).map((consent) => (
            <li key={consent.id}>
              <span>
                {t(`enums:consentPurpose.${consent.purpose}`)}: {t(`enums:consentDecision.${consent.decision}`)}
              </span>
              <span className="v-soft v-number">{date(consent.on)}</span>
            </li>
          ))}
        </ul>
      )}
    </LiveCard>
  );
};
