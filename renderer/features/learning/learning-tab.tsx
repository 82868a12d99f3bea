import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '../../app/session-context.tsx';
import { useTogether } from '../../app/shell/together.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { CourseCard } from './course-card.tsx';
import { EnrolPerson } from './enrol-person.tsx';
import { StepDialog, type OnCourse } from './step-dialog.tsx';
import { Sums } from './sums.tsx';
import { totalOf } from './total.ts';

/** Everything somebody learned here: the sums of all courses, then each with its strip, its state and its record. */
export const LearningTab = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const may = useMay();
  const together = useTogether();
  const [enrolling, setEnrolling] = useState(false);
  const [stepping, setStepping] = useState<OnCourse | undefined>(undefined);
  const live = useLive(personId, (client, signal) => client.learning.ofPerson({ personId }, { signal }));
  if (live.value === undefined) return live.problem === undefined ? <Progress label={t('common:reading')} /> : <ProblemNotice problem={live.problem} />;
  const courses = live.value;
  const writes = may('learning.write') && status.workplace?.kind === 'prison';
  const enrol = writes ? <Button onPress={() => setEnrolling(true)}>{t('learning:person.enrol')}</Button> : null;
  return (
    <Stack>
      <ProblemNotice problem={live.problem} />
      {courses.length === 0 ? (
        <EmptyState title={t('people:learning.none')} text={t('learning:person.noneText')}>
          {enrol}
        </EmptyState>
      ) : (
        <>
          <Row between>
            <p className="v-soft">{t('learning:person.counts')}</p>
            {enrol}
          </Row>
          {courses.length > 1 ? (
            <Card title={t('learning:person.together', { count: courses.length })}>
              <Sums sums={totalOf(courses.map(({ sums }) => sums))} />
            </Card>
          ) : null}
          {courses.map((course) => (
            <CourseCard
              key={course.enrolment.id}
              course={course}
              linked={!together.on}
              onStep={
                writes
                  ? (name) => setStepping({ enrolmentId: course.enrolment.id, name, status: course.enrolment.status, area: course.programme.area, hasMarks: Object.keys(course.enrolment.marks).length > 0 })
                  : undefined
              }
            />
          ))}
        </>
      )}
      {enrolling ? <EnrolPerson personId={personId} onCourses={courses.map(({ run }) => run.id)} onClose={() => setEnrolling(false)} /> : null}
      {stepping === undefined ? null : <StepDialog on={{ personId }} enrolments={[stepping]} onClose={() => setStepping(undefined)} />}
    </Stack>
  );
};
