import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { addMonths, isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import type { DecisionCommand } from '../../../shared/domain/decision.ts';
import { DoubtNotice, useDoubts } from '../../app/doubt-notice.tsx';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDate, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Pair, Row } from '../../design/layout.tsx';
import { civilDateField, sourceField } from './date-form.ts';

/** Postponed and refused decisions come with a new term, at most a year ahead. */
export const needsNewTerm = (command: DecisionCommand): boolean => command === 'postpone' || command === 'refuse';

export const decisionForm = (command: DecisionCommand, today: CivilDate) =>
  z
    .object({ on: civilDateField, source: sourceField, newTerm: z.string() })
    .superRefine((step, check) => {
      const wrong = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message });
      if (isCivilDate(step.on) && step.on > today) wrong('on', 'people:decision.onInFuture');
      if (!needsNewTerm(command)) return;
      if (!isCivilDate(step.newTerm)) wrong('newTerm', 'people:decision.newTermMissing');
      else if (isCivilDate(step.on) && (step.newTerm <= step.on || step.newTerm > addMonths(step.on, 12))) wrong('newTerm', 'people:decision.newTermRange');
    });

interface RecordDecisionProps {
  readonly personId: string;
  readonly command: DecisionCommand;
  readonly today: CivilDate;
  readonly onClose: () => void;
}

/** One step of the decision, as the paper says it. */
export const RecordDecision = ({ personId, command, today, onClose }: RecordDecisionProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const recording = useAction();
  const doubts = useDoubts();
  const schema = useMemo(() => decisionForm(command, today), [command, today]);
  const { form, kept } = useKeptForm({ form: `people.decide.${command}`, personId, schema, defaults: { on: today, source: '', newTerm: '' } });
  return (
    <Dialog title={t(`enums:decisionCommand.${command}`)} isOpen onClose={onClose}>
      <Form
        form={form}
        onSubmit={async ({ newTerm, ...step }) => {
          const done = await recording.run(() => client.people.decide({ personId, command, ...step, ...(needsNewTerm(command) ? { newTerm } : {}), ...doubts.sent() }));
          if (done === undefined) return;
          await kept.done();
          onClose();
        }}
      >
        <DraftLine kept={kept} />
        <DoubtNotice problem={recording.problem} doubts={doubts} pending={recording.pending} />
        <Pair>
          <FormDate name="on" label={t('people:decision.on')} />
          {needsNewTerm(command) ? <FormDate name="newTerm" label={t('people:decision.newTerm')} hint={t('people:decision.newTermHint')} /> : null}
        </Pair>
        <FormText name="source" label={t('people:dates.source')} hint={t('people:dates.sourceHint')} />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={recording.pending}>
            {t('common:act.save')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
