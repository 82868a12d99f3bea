import { useTranslation } from 'react-i18next';
import { choicesInForce, decisionToday, kindOf } from '../../../shared/domain/consents-rules.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { useMay } from '../../app/session-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { useChoiceWords } from '../choices/choice-words.ts';
import { ChoicesDialog } from '../choices/choices-dialog.tsx';
import type { Choosing } from '../choices/record-choice.tsx';
import { LiveCard } from './live-card.tsx';

/** What the person chose. A "no" is a choice like a "yes": no colour, never among what is missing. */
export const ChoicesCard = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation();
  const words = useChoiceWords();
  const writes = useMay()('case.write');
  const [open, setOpen] = useAskable<{ readonly first?: Choosing }>(({ open: form }) => (form === 'choices.record' ? {} : undefined));
  const live = useLive(personId, (client, signal) => client.consents.ofPerson({ personId }, { signal }));
  return (
    <>
      <LiveCard
        title={t('people:choices.title')}
        live={live}
        nothing={(all) => (all.length === 0 ? t('people:choices.none') : undefined)}
        aside={
          writes ? (
            <Button variant="link" aria-label={t('choices:openName')} onPress={() => setOpen({})}>
              {t('choices:open')}
            </Button>
          ) : null
        }
      >
        {(all) => (
          <ul className="v-lines">
            {choicesInForce(all).map((consent) => {
              const { purpose } = consent;
              const decision = decisionToday(consent, words.today);
              return (
                <li key={consent.id}>
                  <span>
                    {words.purpose(purpose)}: {words.decision(purpose, decision)}
                    <br />
                    <span className="v-small v-soft v-number">{words.days(consent)}</span>
                  </span>
                  {writes && decision === 'GIVEN' && kindOf(purpose) === 'CONSENT' ? (
                    <Button variant="link" aria-label={t('choices:withdrawName', { purpose: words.purpose(purpose) })} onPress={() => setOpen({ first: { purpose, decision: 'WITHDRAWN' } })}>
                      {t('choices:withdraw')}
                    </Button>
                  ) : null}
                </li>
              );
            })}
          </ul>
        )}
      </LiveCard>
      {open === undefined ? null : <ChoicesDialog personId={personId} consents={live.value ?? []} first={open.first} onClose={() => setOpen(undefined)} />}
    </>
  );
};
