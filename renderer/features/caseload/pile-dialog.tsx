import { useTranslation } from 'react-i18next';
import { MOST_COPIES } from '../../../shared/domain/case-manager.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';
import type { Chosen } from './chosen.ts';
import { ChosenNames } from './chosen-names.tsx';
import { RefusedNames } from './outcome.tsx';
import { usePile, type PileStep } from './use-pile.ts';

/** Everybody's own copy in one pile for the printer, with how far it is; it can be stopped at any page. */
export const PileDialog = ({ chosen, onClose }: { readonly chosen: Chosen; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const pile = usePile();
  const { step, result, refused } = pile;
  const tooMany = chosen.length > MOST_COPIES;
  return (
    <Dialog title={t('caseload:print.title')} isOpen onClose={onClose} mustAnswer={step !== undefined}>
      <Stack>
        <ProblemNotice problem={pile.problem} />
        {tooMany ? (
          <Notice tone="warn" title={t('caseload:print.tooMany', { most: MOST_COPIES })}>
            <p>{t('caseload:print.tooManyDo')}</p>
          </Notice>
        ) : null}
        <p>{t('caseload:print.what')}</p>
        <ChosenNames chosen={chosen} />
        {step === undefined ? null : (
          <Row>
            <Step step={step} />
            {step.at === 'dialog' ? null : <Button onPress={pile.cancel}>{t('common:act.cancel')}</Button>}
          </Row>
        )}
        {result === undefined ? null : (
          <Notice tone={result.printed === 'DONE' ? 'done' : result.printed === 'FAILED' ? 'danger' : 'info'} title={t(`documents:screen.result.${result.printed}`)}>
            <p>{result.printed === 'DONE' ? t('caseload:print.done', { count: result.copies }) : t(`documents:screen.resultText.${result.printed}`)}</p>
          </Notice>
        )}
        {refused.length === 0 ? null : (
          <Notice tone="warn" title={t('caseload:print.refused', { count: refused.length })}>
            <RefusedNames refused={[...refused]} />
          </Notice>
        )}
        {step === undefined ? (
          <Row end>
            <Button onPress={onClose}>{t('common:act.close')}</Button>
            <Button variant="go" isDisabled={tooMany} onPress={() => void pile.print(chosen)}>
              {t('caseload:print.go', { count: chosen.length })}
            </Button>
          </Row>
        ) : null}
      </Stack>
    </Dialog>
  );
};

const Step = ({ step }: { readonly step: PileStep }) => {
  const { t } = useTranslation();
  if (step.at === 'dialog') return <Progress label={t('documents:screen.dialogOpen')} />;
  const { no, of } = step;
  return <Progress label={t(`caseload:print.${step.at}`, { no, of })} percent={Math.round(((no - 1) / of) * 100)} />;
};
