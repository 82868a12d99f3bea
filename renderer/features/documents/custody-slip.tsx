import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/domain/handover.ts';
import { Card, Stack } from '../../design/layout.tsx';
import { HandoverChoice, useHandoverChoice } from './handover-choice.tsx';
import { casePaper } from './paper.ts';
import { PaperActions } from './paper-actions.tsx';

/** The acts with the slip of one hand-over's medium, for wherever an envelope has just been written. */
export const SlipActions = ({ handover, main = false }: { readonly handover: Pick<Handover, 'id' | 'personId' | 'documentLanguage'>; readonly main?: boolean }) => {
  const { t } = useTranslation();
  return (
    <PaperActions
      main={main}
      paper={casePaper({ personId: handover.personId, document: 'custody-slip', handoverId: handover.id })}
      first={handover.documentLanguage}
      look={t('documents:screen.lookSlip')}
      save={t('documents:screen.saveSlip')}
    />
  );
};

/** The same with the letter under which it leaves. */
export const LetterActions = ({ handover }: { readonly handover: Pick<Handover, 'id' | 'personId' | 'documentLanguage'> }) => {
  const { t } = useTranslation();
  return (
    <PaperActions
      paper={casePaper({ personId: handover.personId, document: 'covering-letter', handoverId: handover.id })}
      first={handover.documentLanguage}
      look={t('documents:screen.lookLetter')}
      save={t('documents:screen.saveLetter')}
    />
  );
};

/** The notice on paper that an envelope must not be used, for a recipient without a card. */
export const NoticeActions = ({ handover, main = false }: { readonly handover: Pick<Handover, 'id' | 'personId' | 'documentLanguage'>; readonly main?: boolean }) => {
  const { t } = useTranslation();
  return (
    <PaperActions
      main={main}
      paper={casePaper({ personId: handover.personId, document: 'revocation-notice', handoverId: handover.id })}
      first={handover.documentLanguage}
      look={t('documents:screen.lookNotice')}
      save={t('documents:screen.saveNotice')}
    />
  );
};

/** The slip that goes with a medium from hand to hand; only where an envelope is outside. */
export const CustodySlip = ({ handovers }: { readonly handovers: readonly Handover[] }) => {
  const { t } = useTranslation();
  const written = handovers.filter(({ envelope, status }) => envelope !== undefined && status !== 'DRAFT' && status !== 'CHECKED' && status !== 'AUTHORISED');
  const { handover, choose } = useHandoverChoice(written);
  return (
    <Card title={t('documents:screen.slip')}>
      {handover === undefined ? (
        <p className="v-soft">{t('documents:screen.slipNone')}</p>
      ) : (
        <Stack gap={3}>
          <p className="v-soft">{t('documents:screen.slipText')}</p>
          <HandoverChoice handovers={written} handover={handover} choose={choose} />
          <SlipActions key={handover.id} handover={handover} />
          <LetterActions key={`letter ${handover.id}`} handover={handover} />
        </Stack>
      )}
    </Card>
  );
};
