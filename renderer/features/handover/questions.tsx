import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consent, ConsentPurpose } from '../../../shared/domain/consents.ts';
import { choicesInForce, decisionToday, standing } from '../../../shared/domain/consents-rules.ts';
import type { MandateKind } from '../../../shared/domain/mandate.ts';
import { othersToTell } from '../../../shared/domain/third-person-rules.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay } from '../../app/session-context.tsx';
import { useTogether } from '../../app/shell/together.ts';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { Card, Stack } from '../../design/layout.tsx';
import { useChoiceWords } from '../choices/choice-words.ts';
import { ChoicesDialog } from '../choices/choices-dialog.tsx';
import { OthersCard } from '../third-persons/others-card.tsx';

/** What limits private parties only. No service that acts by law is kept from anything by it. */
const privateParties: readonly ConsentPurpose[] = ['FAMILY_CONTACT', 'EMPLOYER', 'MENTOR'];

interface QuestionsProps {
  readonly personId: string;
  readonly kind: MandateKind;
}

/**
 * The second to fifth question of the form, after the ground: what is done whatever the person says (told, never asked), what the
 * person objects to among private parties, what rests on their consent, and what other people said themselves.
 */
export const Questions = ({ personId, kind }: QuestionsProps) => {
  const { t } = useTranslation();
  const may = useMay()('case.write');
  const together = useTogether();
  const { today } = useChoiceWords();
  const [open, setOpen] = useState(false);
  const consents = useLive(personId, (client, signal) => client.consents.ofPerson({ personId }, { signal }));
  const others = useLive(`others ${personId}`, (client, signal) => client.thirdPersons.ofPerson({ personId }, { signal }));
  const all = consents.value ?? [];
  const now = choicesInForce(all).map((consent) => ({ purpose: consent.purpose, decision: decisionToday(consent, today) }));
  const told = othersToTell(others.value ?? [], now, today);
  const consentCounts = kind === 'VOLUNTARY_AFTERCARE';
  return (
    <>
      <Card title={t('handover:questions.title')} aside={may ? <Button onPress={() => setOpen(true)}>{t('handover:questions.choices')}</Button> : null}>
        <ProblemNotice problem={consents.problem ?? others.problem} />
        <ol className="v-next" start={2}>
          <li>
            <h3>{t('handover:questions.duty')}</h3>
            <p>{t(`handover:questions.dutyOf.${kind}`)}</p>
          </li>
          <li>
            <h3>{t('handover:questions.objection')}</h3>
            <p className="v-small v-soft">{t('handover:questions.objectionHint')}</p>
            <Standing consents={all} purposes={privateParties} />
          </li>
          <li>
            <h3>{t('handover:questions.consent')}</h3>
            {consentCounts ? <Standing consents={all} purposes={['PLAN_SHARING']} /> : <p>{t('handover:questions.consentNot')}</p>}
          </li>
          <li>
            <h3>{t('handover:questions.others')}</h3>
            <p>{together.on ? t('handover:questions.othersHidden') : t('handover:questions.othersCount', { named: told.named.length, of: told.named.length + told.withheld })}</p>
          </li>
        </ol>
      </Card>
      <OthersCard personId={personId} />
      {open ? <ChoicesDialog personId={personId} consents={all} onClose={() => setOpen(false)} /> : null}
    </>
  );
};

const Standing = ({ consents, purposes }: { readonly consents: readonly Consent[]; readonly purposes: readonly ConsentPurpose[] }) => {
  const words = useChoiceWords();
  return (
    <Stack gap={1}>
      <ul className="v-lines">
        {purposes.map((purpose) => (
          <li key={purpose}>
            <span>{words.purpose(purpose)}</span>
            <span>{words.decision(purpose, standing(consents, purpose, words.today))}</span>
          </li>
        ))}
      </ul>
    </Stack>
  );
};
