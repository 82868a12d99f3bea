import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AttendanceSums } from '../../../shared/domain/attendance-sums.ts';
import type { Enrolment, Programme, Run } from '../../../shared/domain/learning.ts';
import { enrolmentCommands } from '../../../shared/domain/learning-machine.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useSession, userName } from '../../app/session-context.tsx';
import { runPath } from '../../app/shell/screen-paths.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { stripOf } from './strip-bars.ts';
import { Strip } from './strip.tsx';
import { Sums } from './sums.tsx';

interface CourseCardProps {
  readonly course: { readonly enrolment: Enrolment; readonly run: Run; readonly programme: Programme; readonly sums: AttendanceSums };
  /** the course's page names other people: no way there while somebody sits beside the screen */
  readonly linked: boolean;
  readonly onStep: ((name: string) => void) | undefined;
}

/** One course of one person. */
export const CourseCard = ({ course, linked, onStep }: CourseCardProps) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const { status } = useSession();
  const date = useDateText();
  const { enrolment, run, programme, sums } = course;
  const name = `${programme.title[preferences.language]} · ${run.label}`;
  const spoken = t('people:learning.sums', { present: sums.present, excused: sums.excused, absent: sums.absent, held: sums.held });
  const history = enrolment.history ?? [];
  return (
    <Card title={name} aside={<Tag tone={enrolment.status === 'COMPLETED' ? 'done' : 'plain'}>{t(`enums:enrolmentStatus.${enrolment.status}`)}</Tag>}>
      <Stack gap={3}>
        <p className="v-meta v-small">
          <span>{t(`enums:programmeArea.${programme.area}`)}</span>
          <span>{programme.provider}</span>
          <span>{run.endsOn === undefined ? date(run.startsOn) : t('learning:run.fromTo', { from: date(run.startsOn), to: date(run.endsOn) })}</span>
        </p>
        <Strip bars={stripOf(run.sessions, enrolment.marks)} label={spoken} />
        <Sums sums={sums} />
        <ul className="v-said" aria-label={t('learning:person.record')}>
          <li>{t('learning:person.enrolledOn', { on: date(enrolment.enrolledOn) })}</li>
          {history.map((step) => (
            <li key={`${step.command}-${step.on}-${step.status}-${step.note ?? ''}`}>
              {t('learning:person.step', { on: date(step.on), status: t(`enums:enrolmentStatus.${step.status}`) })}
              {step.reason === undefined ? '' : ` · ${t(`enums:endReason.${step.reason}`)}`}
              {step.note === undefined ? '' : ` · ${step.note}`}
              <span className="v-soft"> · {userName(status, step.by) ?? t('learning:run.leaderGone')}</span>
            </li>
          ))}
        </ul>
        <Row>
          {onStep === undefined || enrolmentCommands(enrolment.status, programme.area).length === 0 ? null : <Button onPress={() => onStep(name)}>{t('learning:step.title')}</Button>}
          {linked && status.workplace?.kind === 'prison' ? <Link to={runPath(run.id)}>{t('learning:person.toCourse')}</Link> : null}
        </Row>
      </Stack>
    </Card>
  );
};
