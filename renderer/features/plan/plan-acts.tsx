import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { commandsOf } from '../../../shared/domain/machine.ts';
import { rolePermissions } from '../../../shared/domain/permissions.ts';
import { unsignedLines } from '../../../shared/domain/plan-line-rules.ts';
import { isInForce } from '../../../shared/domain/plan-mark-rules.ts';
import { attemptsOf, mayApprove } from '../../../shared/domain/plan-rules.ts';
import { planMachine } from '../../../shared/domain/plan.ts';
import { UserRole } from '../../../shared/domain/roles.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import type { PlanPair } from '../person/plan-view.ts';
import { answersNow } from './answer-form.ts';
import { Approve } from './approve.tsx';
import { ClosePlan } from './close-plan.tsx';
import { RecordExternalApproval } from './external-approval.tsx';
import { useBodyName, type Bodies } from './body-name.ts';
import { ReadTogether } from './read-together.tsx';
import { RecordAnswer } from './record-answer.tsx';

/** Roles that may approve, as the table of permissions has them. */
export const approvers = (): readonly UserRole[] => UserRole.options.filter((role) => rolePermissions[role].includes('plan.approve'));

type PlanForm = 'answer' | 'approve' | 'close' | 'external';
const planForms: Readonly<Record<string, PlanForm>> = { 'plan.answer': 'answer', 'plan.approve': 'approve', 'plan.close': 'close', 'plan.external': 'external' };

/** What can be done with a proposed plan, or with one in force; what the one at the screen may not do is not offered, but said. */
export const PlanActs = ({ content, progress, bodies, today }: PlanPair & { readonly bodies: Bodies; readonly today: CivilDate }) => {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { status } = useSession();
  const revising = useAction();
  const [open, setOpen] = useAskable<PlanForm>((asked) => (asked.about !== content.id ? undefined : planForms[asked.open]));
  const [reading, setReading] = useState(false);
  const commands = commandsOf(planMachine, progress.status);
  const offered = may('plan.write') ? answersNow(progress) : [];
  const close = () => setOpen(undefined);
  const approves = commands.includes('approve');
  const bodyName = useBodyName(bodies);
  const outside = may('plan.write') && isInForce(progress) ? bodies.filter(({ external }) => external) : [];
  const closes = may('plan.write') && commands.includes('close');
  const unsigned = approves ? unsignedLines(content, progress) : [];
  // with any reason and meeting given, a refusal is about who and when
  const allowed = mayApprove(content, progress, status.user?.id ?? '', { reasonWithoutAgreement: '-', meeting: { on: today, reference: '-', present: [] } });
  const answerFirst = !allowed.ok && (allowed.refusal.code === 'plan.answerFirst' || allowed.refusal.code === 'plan.secondAttemptFirst') ? allowed.refusal.code : undefined;
  return (
    <Stack gap={3}>
      <ProblemNotice problem={revising.problem} />
      <Row>
        {approves && may('plan.approve') && allowed.ok ? (
          <Button variant="go" onPress={() => setOpen('approve')}>
            {t('enums:planCommand.approve')}
          </Button>
        ) : null}
        {offered.length === 0 ? null : (
          <Button variant={offered.length > 1 ? 'go' : 'quiet'} onPress={() => setOpen('answer')}>
            {t(offered.length > 1 ? 'plan:answer.record' : 'plan:answer.withdraw')}
          </Button>
        )}
        <Button onPress={() => setReading(true)}>{t('plan:reading.open')}</Button>
        {commands.includes('revise') && may('plan.write') ? (
          <Button isPending={revising.pending} onPress={() => void revising.run(() => client.plans.revise({ contentId: content.id }))}>
            {t('plan:revise')}
          </Button>
        ) : null}
        {outside.length === 0 ? null : <Button onPress={() => setOpen('external')}>{t('plan:external.open')}</Button>}
        {closes ? (
          <Button variant="link" onPress={() => setOpen('close')}>
            {t('plan:close.open')}
          </Button>
        ) : null}
      </Row>
      {!approves || (may('plan.approve') && allowed.ok) ? null : (
        <p className="v-small v-soft">
          {answerFirst !== undefined ? t(answerFirst === 'plan.answerFirst' ? 'plan:approve.answerFirst' : 'plan:approve.secondAttempt') : t('plan:approve.who', { roles: approvers().map((role) => t(`enums:userRole.${role}`)).join(', ') })}
        </p>
      )}
      {unsigned.length === 0 ? null : <p className="v-small v-soft">{t('plan:lines.waits', { lines: unsigned.map((line) => t(`enums:planLine.${line}`)).join(', ') })}</p>}
      {open === 'close' && closes ? <ClosePlan personId={content.personId} contentId={content.id} inForce={isInForce(progress)} onClose={close} /> : null}
      {open === 'external' && outside.length > 0 ? (
        <RecordExternalApproval personId={content.personId} contentId={content.id} bodies={outside.map(({ code }) => ({ id: code, label: bodyName(code) }))} today={today} onClose={close} />
      ) : null}
      {reading ? <ReadTogether content={content} progress={progress} today={today} onClose={() => setReading(false)} /> : null}
      {open === 'answer' && offered.length > 0 ? <RecordAnswer personId={content.personId} contentId={content.id} offered={offered} again={attemptsOf(progress).length > 0} today={today} onClose={close} /> : null}
      {open === 'approve' && approves && may('plan.approve') && allowed.ok ? <Approve personId={content.personId} contentId={content.id} agreed={progress.answer?.answer === 'AGREES'} today={today} onClose={close} /> : null}
    </Stack>
  );
};
