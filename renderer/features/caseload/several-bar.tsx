import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoneForSeveral } from '../../../shared/contract/caseload.ts';
import { MOST_AT_ONCE } from '../../../shared/domain/case-manager.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay, useSession } from '../../app/session-context.tsx';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { Outcome } from './outcome.tsx';
import { PileDialog } from './pile-dialog.tsx';
import { PutOffDialog } from './put-off-dialog.tsx';
import { StartDialog } from './start-dialog.tsx';
import type { Selection } from './use-selection.ts';

type Act = 'assign' | 'putOff' | 'start' | 'print';

/** How many are chosen, and what can be done for all of them. */
export const SeveralBar = ({ selection }: { readonly selection: Selection }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { status } = useSession();
  const [act, setAct] = useState<Act | undefined>(undefined);
  const [outcome, setOutcome] = useState<DoneForSeveral | undefined>(undefined);
  const { chosen, none } = selection;
  const close = () => setAct(undefined);
  const done = (answer: DoneForSeveral) => {
    close();
    setOutcome(answer);
    none();
  };
  if (chosen.length === 0 && outcome === undefined && act === undefined) return <ProblemNotice problem={selection.problem} />;
  return (
    <section className="v-several" aria-label={t('caseload:several.title')}>
      <ProblemNotice problem={selection.problem} />
      {outcome === undefined ? null : <Outcome outcome={outcome} onClose={() => setOutcome(undefined)} />}
      {chosen.length === 0 ? null : (
        <Row between>
          <span role="status">
            <b>{t('caseload:several.chosen', { count: chosen.length })}</b>
            {chosen.length < MOST_AT_ONCE ? null : <span className="v-soft"> · {t('caseload:several.most', { most: MOST_AT_ONCE })}</span>}
          </span>
          <Row>
            {may('case.write') ? <Button onPress={() => setAct('assign')}>{t('caseload:assign.open')}</Button> : null}
            {may('plan.write') && status.workplace?.kind === 'prison' ? <Button onPress={() => setAct('putOff')}>{t('caseload:putOff.open')}</Button> : null}
            {may('case.write') && status.workplace?.kind === 'prison' ? <Button onPress={() => setAct('start')}>{t('caseload:start.open')}</Button> : null}
            {may('document.make') ? <Button onPress={() => setAct('print')}>{t('caseload:print.open')}</Button> : null}
            <Button variant="plain" onPress={none}>
              {t('caseload:several.none')}
            </Button>
          </Row>
        </Row>
      )}
      {act === 'assign' ? <AssignDialog chosen={chosen} onClose={close} onDone={done} /> : null}
      {act === 'putOff' ? <PutOffDialog chosen={chosen} onClose={close} onDone={done} /> : null}
      {act === 'start' ? <StartDialog chosen={chosen} onClose={close} onDone={done} /> : null}
      {act === 'print' ? <PileDialog chosen={chosen} onClose={close} /> : null}
    </section>
  );
};
