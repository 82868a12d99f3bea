import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsentPurpose, type Consent } from '../../../shared/domain/consents.ts';
import { choicesInForce, duties, kindOf, nextDecisions, standing, type ChoiceKind } from '../../../shared/domain/consents-rules.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { History } from './history.tsx';
import { useChoiceWords } from './choice-words.ts';
import { RecordChoice, type Choosing } from './record-choice.tsx';

type Stage = { readonly at: 'all' } | ({ readonly at: 'record' } & Choosing) | { readonly at: 'history'; readonly purpose: ConsentPurpose };

interface ChoicesDialogProps {
  readonly personId: string;
  readonly consents: readonly Consent[];
  /** opens on one choice, as the card's "withdraw" does */
  readonly first?: Choosing | undefined;
  readonly onClose: () => void;
}

/** Every question with where it stands, told apart by what a no means; from here each is answered, withdrawn and looked back at. */
export const ChoicesDialog = ({ personId, consents, first, onClose }: ChoicesDialogProps) => {
  const { t } = useTranslation();
  const words = useChoiceWords();
  const [stage, setStage] = useState<Stage>(first === undefined ? { at: 'all' } : { at: 'record', ...first });
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // the button that led here is gone: the focus goes on from the top of what is shown now
    if (stage.at !== 'record') top.current?.focus({ preventScroll: true });
  }, [stage.at]);
  const back = () => setStage({ at: 'all' });
  const title =
    stage.at === 'all'
      ? t('choices:title')
      : stage.at === 'history'
        ? t('choices:historyTitle', { purpose: words.purpose(stage.purpose) })
        : t('choices:form.title', { purpose: words.purpose(stage.purpose), decision: words.act(stage.purpose, stage.decision) });
  return (
    <Dialog title={title} isOpen onClose={onClose} wide>
      {stage.at === 'record' ? (
        <RecordChoice key={`${stage.purpose}${stage.decision}`} personId={personId} choosing={stage} onBack={back} onDone={first === undefined ? back : onClose} />
      ) : (
        <div ref={top} tabIndex={-1}>
          {stage.at === 'history' ? <History consents={consents} purpose={stage.purpose} onBack={back} /> : <AllQuestions consents={consents} onStage={setStage} onClose={onClose} />}
        </div>
      )}
    </Dialog>
  );
};

const AllQuestions = ({ consents, onStage, onClose }: { readonly consents: readonly Consent[]; readonly onStage: (stage: Stage) => void; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Stack>
      <p className="v-soft">{t('choices:lead')}</p>
      <Questions kind="CONSENT" consents={consents} onStage={onStage} />
      <Questions kind="OBJECTION" consents={consents} onStage={onStage} />
      <section aria-labelledby="choices-duty">
        <h3 id="choices-duty">{t('choices:duty.title')}</h3>
        <p className="v-small v-soft">{t('choices:duty.what')}</p>
        <ul className="v-points">
          {duties.map((duty) => (
            <li key={duty}>{t(`choices:duty.${duty}`)}</li>
          ))}
        </ul>
      </section>
      <Row end>
        <Button onPress={onClose}>{t('common:act.close')}</Button>
      </Row>
    </Stack>
  );
};

const Questions = ({ kind, consents, onStage }: { readonly kind: ChoiceKind; readonly consents: readonly Consent[]; readonly onStage: (stage: Stage) => void }) => {
  const { t } = useTranslation();
  const texts = kind === 'CONSENT' ? 'choices:consent' : 'choices:objection';
  const id = `choices-${kind}`;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t(`${texts}.title`)}</h3>
      <p className="v-small v-soft">{t(`${texts}.what`)}</p>
      <ul className="v-lines">
        {ConsentPurpose.options
          .filter((purpose) => kindOf(purpose) === kind)
          .map((purpose) => (
            <Question key={purpose} purpose={purpose} consents={consents} onStage={onStage} />
          ))}
      </ul>
    </section>
  );
};

const Question = ({ purpose, consents, onStage }: { readonly purpose: ConsentPurpose; readonly consents: readonly Consent[]; readonly onStage: (stage: Stage) => void }) => {
  const { t } = useTranslation();
  const words = useChoiceWords();
  const record = choicesInForce(consents.filter((consent) => consent.purpose === purpose))[0];
  const name = words.purpose(purpose);
  const now = standing(consents, purpose, words.today);
  return (
    <li className="v-question">
      <span>
        <span className="v-strong">{name}</span>
        <br />
        <span className="v-small v-soft">{t(`choices:purpose.${purpose}`)}</span>
      </span>
      <span className="v-small">
        {words.decision(purpose, now)}
        {record === undefined ? null : (
          <>
            <br />
            <span className="v-soft v-number">{words.days(record)}</span>
          </>
        )}
      </span>
      <Row>
        {nextDecisions(consents, purpose, words.today).map((decision) => (
          <Button
            key={decision}
            // a yes and a no stand as high as each other; what is no choice stands back
            variant={decision === 'NOT_CAPABLE' ? 'link' : 'quiet'}
            aria-label={t('choices:actName', { act: decision === 'GIVEN' && now === 'GIVEN' ? t('choices:renew') : words.act(purpose, decision), purpose: name })}
            onPress={() => onStage({ at: 'record', purpose, decision })}
          >
            {decision === 'GIVEN' && now === 'GIVEN' ? t('choices:renew') : words.act(purpose, decision)}
          </Button>
        ))}
        {record === undefined ? null : (
          <Button variant="link" aria-label={t('choices:historyName', { purpose: name })} onPress={() => onStage({ at: 'history', purpose })}>
            {t('choices:history')}
          </Button>
        )}
      </Row>
    </li>
  );
};
