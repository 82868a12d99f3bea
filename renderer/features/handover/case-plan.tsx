import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/casefile.ts';
import type { ObjectiveStatus } from '../../../shared/domain/plan-marks.ts';
import { useDateText } from '../../app/words.ts';
import { Card, Facts, Stack } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';

/** The approved plan: goals in the person's own words with their steps, and whether the person agreed. */
export const CasePlan = ({ plan, agreedIn, states, lines }: { readonly plan: CaseFile['plan']; readonly agreedIn: CaseFile['agreedIn']; readonly states: CaseFile['goalStates']; readonly lines: CaseFile['planLines'] }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const { answer } = plan;
  const lineText = ({ line, signedOn, available }: NonNullable<CaseFile['planLines']>[number]): string =>
    `${t(`enums:planLine.${line}`)}: ${signedOn === undefined ? t(available ? 'documents:plan.agreement.lineInMeeting' : 'documents:plan.agreement.lineNobody') : t('documents:plan.agreement.lineSigned', { date: date(signedOn) })}`;
  return (
    <Card title={t('documents:plan.objectives.title')} aside={<span className="v-small v-soft">{t('documents:plan.cover.versionOf', { version: plan.versionNo, kind: t(`enums:planKind.${plan.kind}`) })}</span>}>
      <Stack gap={3}>
        {plan.personStatement === undefined ? null : (
          <div>
            <p className="v-small v-soft">{t('handover:case.statement')}</p>
            <q className="v-quote" lang={plan.lang}>
              {plan.personStatement}
            </q>
          </div>
        )}
        {plan.objectives.length === 0 ? <p className="v-soft">{t('documents:plan.objectives.none')}</p> : null}
        <ol className="v-case-list">
          {plan.objectives.map((objective) => (
            <Objective key={objective.id} objective={objective} status={states?.find(({ objectiveId }) => objectiveId === objective.id)?.status} lang={plan.lang} />
          ))}
        </ol>
        <Facts
          entries={[
            [t('documents:plan.agreement.answer'), answer === undefined ? t('documents:plan.agreement.noAnswer') : t('documents:plan.agreement.answerOn', { answer: t(`enums:answer.${answer.answer}`), date: date(answer.on) })],
            ...(answer?.reason === undefined ? [] : [[t('documents:plan.agreement.reason'), answer.reason] as const]),
            [t('documents:plan.agreement.approved'), plan.approvedOn === undefined ? t('documents:plan.agreement.notApproved') : date(plan.approvedOn)],
            ...(lines === undefined ? [] : [[t('documents:plan.agreement.lines'), lines.map(lineText).join('; ')] as const]),
            ...(agreedIn === undefined
              ? []
              : [
                  [t('documents:plan.agreement.meeting'), t('documents:plan.agreement.meetingOf', { date: date(agreedIn.on), reference: agreedIn.reference })] as const,
                  [t('documents:plan.agreement.present'), agreedIn.present.map((who) => t(`enums:teamProfession.${who}`)).join(', ')] as const,
                ]),
          ]}
        />
        {answer?.answer === 'AGREES' ? null : <p className="v-small v-soft">{t('documents:plan.agreement.offer')}</p>}
      </Stack>
    </Card>
  );
};

const Objective = ({ objective, status, lang }: { readonly objective: CaseFile['plan']['objectives'][number]; readonly status: ObjectiveStatus | undefined; readonly lang: string }) => {
  const { t } = useTranslation();
  const date = useDateText();
  return (
    <li>
      <q className="v-quote" lang={lang}>
        {objective.title}
      </q>{' '}
      <Tag tone="accent">{t(`enums:needDomain.${objective.domain}`)}</Tag> {objective.line === undefined ? null : <Tag>{t(`enums:planLine.${objective.line}`)}</Tag>}{' '}
      {status === undefined ? null : <Tag>{t(`enums:objectiveStatus.${status}`)}</Tag>}
      <p className="v-small v-soft">
        {t(`enums:horizon.${objective.horizon}`)} · {objective.targetDate === undefined ? t('documents:plan.objectives.noTarget') : t('documents:plan.objectives.target', { date: date(objective.targetDate) })}
        {objective.measure === undefined ? null : ` · ${t('documents:plan.objectives.measure', { measure: objective.measure })}`}
      </p>
      {objective.steps.length === 0 ? <p className="v-small v-soft">{t('documents:plan.objectives.noSteps')}</p> : null}
      <ul className="v-lines">
        {objective.steps.map((step) => (
          <li key={step.id}>
            <span>
              <span lang={lang}>{step.text}</span>
              <br />
              <span className="v-soft">
                {t(`enums:ownerKind.${step.owner}`)}
                {step.ownerRef === undefined ? '' : ` (${step.ownerRef.name})`}
                {step.carriesOver ? ` · ${t('documents:plan.objectives.carriesOver')}` : ''}
              </span>
            </span>
            <span>
              <Tag>{t(`enums:stepStatus.${step.status}`)}</Tag> <span className="v-number v-soft">{step.dueDate === undefined ? '' : date(step.dueDate)}</span>
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
};
