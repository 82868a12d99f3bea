import { useTranslation } from 'react-i18next';
import type { Breach, BreachStep } from '../../../shared/domain/breach.ts';
import { userName, useSession } from '../../app/session-context.tsx';
import { useMomentText } from './breach-words.ts';

/** Everything that was done, oldest first; a correction with what stood there before. */
export const BreachHistory = ({ breach }: { readonly breach: Breach }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const moment = useMomentText();
  return (
    <ol className="v-lines">
      {breach.history.map((step, at) => (
        <li key={`${step.at}-${String(at)}`}>
          <span>
            <b>{t(`enums:breachAct.${step.act}`)}</b> <Said step={step} />
          </span>
          <span className="v-soft">
            {moment(step.at)} · {userName(status, step.by) ?? t('office:audit.formerUser')}
          </span>
        </li>
      ))}
    </ol>
  );
};

const Said = ({ step: { reason, before, assessment, decision, persons } }: { readonly step: BreachStep }) => {
  const { t } = useTranslation();
  const moment = useMomentText();
  if (before !== undefined) {
    const facts = [t(`enums:breachKind.${before.kind}`), moment(before.noticedAt), String(before.people), before.data.map((id) => t(`enums:breachData.${id}`)).join(', '), before.what];
    return (
      <>
        {reason} <span className="v-soft">{t('breaches:before', { facts: facts.join(' · ') })}</span>
      </>
    );
  }
  if (assessment !== undefined) return `${t(`enums:breachRisk.${assessment.risk}`)}: ${assessment.reason}`;
  if (decision !== undefined) return decision.told ? [moment(decision.at), decision.reference, decision.lateBecause].filter((part) => part !== undefined).join(' · ') : decision.reason;
  return persons?.how ?? reason ?? null;
};
