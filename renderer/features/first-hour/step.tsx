import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FirstHourView } from '../../../shared/contract/home.ts';
import { useSession } from '../../app/session-context.tsx';
import { screenPaths } from '../../app/shell/screen-paths.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row } from '../../design/layout.tsx';
import { Tag, type Tone } from '../../design/tag.tsx';
import { RecoveryStep } from '../first-run/recovery-step.tsx';
import { placeOfStep } from './steps.ts';

type Step = FirstHourView['steps'][number];

const tones: Readonly<Record<Step['state'], Tone>> = { DONE: 'done', SKIPPED: 'plain', NEXT: 'accent', OPEN: 'plain' };
const words: Readonly<Record<Step['state'], string>> = { DONE: 'done', SKIPPED: 'skipped', NEXT: 'next', OPEN: 'open' };

interface OneStepProps {
  readonly entry: Step;
  readonly view: Pick<FirstHourView, 'example' | 'practiceReady'>;
  readonly onSkip: (skipped: boolean) => void;
}

/** One act of the first hour: why it is worth doing, and the button that leads there. */
export const OneStep = ({ entry, view, onSkip }: OneStepProps) => {
  const { t } = useTranslation();
  const { step, state } = entry;
  const open = state === 'NEXT' || state === 'OPEN';
  return (
    <li className="v-hour-step" data-state={state}>
      <div>
        <h3>
          {t(`enums:firstHourStep.${step}`)} <Tag tone={tones[state]}>{t(`home:first.${words[state]}`)}</Tag>
        </h3>
        {state === 'DONE' ? null : <p className="v-soft v-small">{t(`home:first.why.${step}`)}</p>}
      </div>
      <Row end>
        {open ? <Go entry={entry} view={view} /> : null}
        {state === 'DONE' ? null : (
          <Button variant="plain" aria-label={`${t(open ? 'home:first.skip' : 'home:first.unskip')}: ${t(`enums:firstHourStep.${step}`)}`} onPress={() => onSkip(open)}>
            {t(open ? 'home:first.skip' : 'home:first.unskip')}
          </Button>
        )}
      </Row>
    </li>
  );
};

/** The button of a step. The recovery code is confirmed where one is; it can be shown only until the lock, then made anew by who may. */
const Go = ({ entry, view }: Pick<OneStepProps, 'entry' | 'view'>) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { status, refresh } = useSession();
  const [confirming, setConfirming] = useState(false);
  const { step, state } = entry;
  const variant = state === 'NEXT' ? 'go' : 'quiet';
  if (step === 'RECOVERY' && status.recoveryLost) {
    return (
      <Button variant={variant} onPress={() => void navigate(screenPaths.settings)}>
        {t('session:recovery.goRenew')}
      </Button>
    );
  }
  if (step === 'RECOVERY' && !status.recoveryPending) return <span className="v-small v-soft">{t('home:first.recoveryGone')}</span>;
  if (step === 'RECOVERY') {
    return (
      <>
        <Button variant={variant} onPress={() => setConfirming(true)}>
          {t('home:first.go.RECOVERY')}
        </Button>
        <Dialog title={t('session:recovery.title')} isOpen={confirming} onClose={() => setConfirming(false)}>
          <RecoveryStep
            confirmText={t('session:recovery.have')}
            onDone={() => {
              setConfirming(false);
              void refresh();
            }}
          />
        </Dialog>
      </>
    );
  }
  const path = placeOfStep(step, view);
  return (
    <Button variant={variant} onPress={() => void navigate(path)}>
      {t(path === screenPaths.people ? 'home:first.noPeople' : path === screenPaths.services ? 'home:first.practiceFirst' : `home:first.go.${step}`)}
    </Button>
  );
};
