import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Participant, RunView } from '../../../shared/contract/learning.ts';
import { enrolmentCommands, hasEnded } from '../../../shared/domain/learning-machine.ts';
import { useMay, useSession } from '../../app/session-context.tsx';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { savedSums } from './saved-sums.ts';
import { StepDialog, type OnCourse } from './step-dialog.tsx';
import { TakeOffDialog } from './take-off-dialog.tsx';

/** Who is on the course, in which state; several are taken a step further together. */
export const RunPeople = ({ view, onEnrol }: { readonly view: RunView; readonly onEnrol: () => void }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const may = useMay();
  const date = useDateText();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [stepping, setStepping] = useState<readonly OnCourse[]>([]);
  const [takingOff, setTakingOff] = useState<Participant | undefined>(undefined);
  const { people, programme, run } = view;
  const writes = may('learning.write');
  const onCourse = ({ enrolmentId, name, status: state, marks }: Participant): OnCourse => ({ enrolmentId, name, status: state, area: programme.area, hasMarks: /[^.]/.test(marks) });
  if (people.length === 0) {
    return (
      <EmptyState title={t('learning:people.none')} text={t('learning:people.noneText')}>
        {writes ? (
          <Button variant="go" onPress={onEnrol}>
            {t('learning:enrol.open')}
          </Button>
        ) : null}
      </EmptyState>
    );
  }
  const selected = people.filter(({ enrolmentId }) => chosen.has(enrolmentId));
  const allChosen = selected.length === people.length;
  return (
    <Stack gap={3}>
      {writes ? (
        <Row between>
          <Checkbox isSelected={allChosen} isIndeterminate={selected.length > 0 && !allChosen} onChange={(on) => setChosen(new Set(on ? people.map(({ enrolmentId }) => enrolmentId) : []))}>
            {t('learning:people.chosen', { count: selected.length })}
          </Checkbox>
          <Button isDisabled={selected.length === 0} onPress={() => setStepping(selected.map(onCourse))}>
            {t('learning:people.stepChosen')}
          </Button>
        </Row>
      ) : null}
      <Card title={t('learning:people.title')} flush>
        <div className="v-scroll">
          <table className="v-table">
            <thead>
              <tr>
                {writes ? (
                  <th scope="col">
                    <span className="v-hidden">{t('learning:people.choose')}</span>
                  </th>
                ) : null}
                <th scope="col">{t('learning:people.name')}</th>
                <th scope="col">{t('learning:run.state')}</th>
                <th scope="col">{t('learning:people.since')}</th>
                <th scope="col">{t('learning:people.sums')}</th>
                {writes ? (
                  <th scope="col">
                    <span className="v-hidden">{t('learning:people.act')}</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {people.map((person) => {
                const sums = savedSums(run.sessions, person, status.today);
                const acts = enrolmentCommands(person.status, programme.area).length > 0;
                return (
                  <tr key={person.enrolmentId}>
                    {writes ? (
                      <td>
                        <Checkbox
                          aria-label={t('learning:people.chooseOne', { name: person.name })}
                          isSelected={chosen.has(person.enrolmentId)}
                          onChange={(on) => setChosen(new Set(on ? [...chosen, person.enrolmentId] : [...chosen].filter((id) => id !== person.enrolmentId)))}
                        />
                      </td>
                    ) : null}
                    <th scope="row">
                      <Link to={personPath(person.personId, 'learning')}>{person.name}</Link>
                      <span className="v-soft v-number"> {person.code}</span>
                    </th>
                    <td>
                      <Tag tone={person.status === 'COMPLETED' ? 'done' : 'plain'}>{t(`enums:enrolmentStatus.${person.status}`)}</Tag>
                    </td>
                    <td className="v-number">{date(hasEnded(person.status) && person.endedOn !== undefined ? person.endedOn : person.enrolledOn)}</td>
                    <td>{sums.percent === undefined ? <span className="v-soft">{t('people:learning.unmarked')}</span> : t('learning:people.sumsOf', { percent: sums.percent, present: sums.present, held: sums.held })}</td>
                    {writes ? (
                      <td>
                        <Row end>
                          {acts ? (
                            <Button variant="link" aria-label={t('learning:people.stepOne', { name: person.name })} onPress={() => setStepping([onCourse(person)])}>
                              {t('learning:people.step')}
                            </Button>
                          ) : null}
                          {programme.area === 'RESTORATIVE' || !onCourse(person).hasMarks ? (
                            <Button variant="link" aria-label={t('learning:people.takeOffOne', { name: person.name })} onPress={() => setTakingOff(person)}>
                              {t('learning:people.takeOff')}
                            </Button>
                          ) : null}
                        </Row>
                      </td>
                    ) : null}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </Card>
      {stepping.length === 0 ? null : (
        <StepDialog
          on={{ runId: view.run.id }}
          enrolments={stepping}
          onClose={(done) => {
            setStepping([]);
            if (done) setChosen(new Set());
          }}
        />
      )}
      {takingOff === undefined ? null : <TakeOffDialog enrolmentId={takingOff.enrolmentId} name={takingOff.name} onClose={() => setTakingOff(undefined)} />}
    </Stack>
  );
};
