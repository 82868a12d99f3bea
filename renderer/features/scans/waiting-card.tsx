import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { Card } from '../../design/layout.tsx';
import { typingPath } from './typed-paper.ts';

/** Papers that came back and that nobody has typed in, the oldest first. */
export const WaitingCard = () => {
  const { t } = useTranslation();
  const live = useLive('papers waiting', (client, signal) => client.papers.waiting(undefined, { signal }));
  return (
    <Card title={t('documents:scan.waiting')}>
      <ProblemNotice problem={live.problem} />
      {live.value?.length === 0 ? <p className="v-soft">{t('documents:scan.noneWaiting')}</p> : null}
      <ul className="v-lines">
        {live.value?.map(({ set, scanId, kind, pages, person }) => (
          <li key={`${set} ${person.id}`}>
            <span>
              <Link to={personPath(person.id, 'documents')}>{person.name}</Link> <span className="v-number v-soft">{person.code}</span>
              <br />
              <span className="v-small v-soft">
                {t(`enums:paperFormKind.${kind}`)} · {t('documents:scan.sheets', { count: pages })}
              </span>
            </span>
            <Link aria-label={`${t('documents:scan.typeIn')}: ${t(`enums:paperFormKind.${kind}`)}, ${person.name}`} to={typingPath(person.id, kind, scanId)}>
              {t('documents:scan.typeIn')}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
};
