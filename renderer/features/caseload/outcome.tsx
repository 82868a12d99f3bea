import { useTranslation } from 'react-i18next';
import type { DoneForSeveral } from '../../../shared/contract/caseload.ts';
import { useProblemParts } from '../../app/problem-notice.tsx';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';

/** What was done for how many, and who was refused, by name with why. */
export const Outcome = ({ outcome: { done, refused }, onClose }: { readonly outcome: DoneForSeveral; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Notice tone={refused.length === 0 ? 'done' : 'warn'} title={t('caseload:outcome.done', { count: done.length })}>
      {refused.length === 0 ? null : (
        <>
          <p>{t('caseload:outcome.refused', { count: refused.length })}</p>
          <RefusedNames refused={refused} />
        </>
      )}
      <Button variant="plain" onPress={onClose}>
        {t('common:act.close')}
      </Button>
    </Notice>
  );
};

/** Who was refused, each with what happened. */
export const RefusedNames = ({ refused }: { readonly refused: DoneForSeveral['refused'] }) => {
  const words = useProblemParts();
  return (
    <ul className="v-refused">
      {refused.map(({ id, name, code, kind, problem, params }) => (
        <li key={id}>
          <b>{name}</b> <span className="v-number v-soft">{code}</span>: {words({ kind, code: problem, params }).what}
        </li>
      ))}
    </ul>
  );
};
