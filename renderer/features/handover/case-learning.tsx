import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/casefile.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Card } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';

/** Courses with attendance and result. */
export const CaseLearning = ({ learning }: { readonly learning: CaseFile['learning'] }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const date = useDateText();
  return (
    <Card title={t('documents:plan.learning.title')}>
      {learning.length === 0 ? <p className="v-soft">{t('documents:plan.learning.none')}</p> : null}
      <ul className="v-lines">
        {learning.map((course) => (
          <li key={course.enrolmentId}>
            <span>
              <span className="v-strong">{course.title[preferences.language]}</span> · {course.provider}
              <br />
              <span className="v-soft">
                {course.to === undefined ? t('documents:plan.learning.since', { from: date(course.from) }) : t('documents:plan.learning.period', { from: date(course.from), to: date(course.to) })} ·{' '}
                {t('documents:plan.learning.sessions', { present: course.sessionsPresent, held: course.sessionsHeld })}
                {course.percent === undefined ? '' : ` · ${t('documents:plan.learning.percent', { percent: course.percent })}`}
                {` · ${t('handover:case.hours', { hours: Math.round(course.minutes / 60) })}`}
              </span>
            </span>
            <Tag tone={course.status === 'COMPLETED' ? 'done' : 'plain'}>{t(`enums:enrolmentStatus.${course.status}`)}</Tag>
          </li>
        ))}
      </ul>
    </Card>
  );
};
