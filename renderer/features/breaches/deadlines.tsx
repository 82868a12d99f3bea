import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { breachPath } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { Notice } from '../../design/notice.tsx';
import { useMomentText } from './breach-words.ts';

/** On the first screen of who decides: what has to be told to the authority within a day, or should have been. */
export const BreachDeadlines = () => {
  const { t } = useTranslation();
  const moment = useMomentText();
  const near = useLive('breaches near', (client, signal) => client.breaches.near(undefined, { signal })).value?.filter(({ deadline }) => deadline !== 'OPEN') ?? [];
  if (near.length === 0) return null;
  const over = near.some(({ deadline }) => deadline === 'OVER');
  return (
    <Notice tone={over ? 'danger' : 'warn'} title={t('breaches:near.title')}>
      <ul>
        {near.map(({ id, kind, deadline, tellBy }) => (
          <li key={id}>
            <Link to={breachPath(id)}>{t(`enums:breachKind.${kind}`)}</Link> · {t(deadline === 'OVER' ? 'breaches:near.over' : 'breaches:near.by', { moment: moment(tellBy) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
