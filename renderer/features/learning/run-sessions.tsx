import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunView } from '../../../shared/contract/learning.ts';
import type { Session } from '../../../shared/domain/learning.ts';
import { unpackMark } from '../../../shared/domain/learning-marks.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { AddSessions } from './add-sessions.tsx';
import { useDayText } from './column-text.ts';
import { SessionDialog, type SessionDialogKind } from './session-dialog.tsx';

/** The days of a course: held, cancelled with a reason, moved, added. */
export const RunSessions = ({ view }: { readonly view: RunView }) => {
  const { t } = useTranslation();
  const may = useMay();
  const client = useClient();
  const { status } = useSession();
  const day = useDayText();
  const date = useDateText();
  const acting = useAction();
  const [open, setOpen] = useState<{ readonly kind: SessionDialogKind; readonly session: Session } | undefined>(undefined);
  const [adding, setAdding] = useFormOpen('learning.sessions', view.run.id);
  const { run, people } = view;
  const writes = may('learning.write');
  const marked = (at: number): number => people.filter(({ marks }) => unpackMark(marks, at) !== undefined).length;
  const now = (sessionId: string, act: 'restore' | 'remove') => void acting.run(() => client.learning.changeSession({ runId: run.id, sessionId, change: { act } }));
  return (
    <Stack gap={3}>
      <ProblemNotice problem={acting.problem} />
      {writes ? (
        <Row end>
          <Button onPress={() => setAdding(true)}>{t('learning:sessions.add')}</Button>
        </Row>
      ) : null}
      <Card title={t('learning:sessions.title')} flush>
        <div className="v-scroll">
          <table className="v-table">
            <thead>
              <tr>
                <th scope="col">{t('learning:sessions.no')}</th>
                <th scope="col">{t('learning:sessions.day')}</th>
                <th scope="col">{t('learning:sessions.length')}</th>
                <th scope="col">{t('learning:sessions.state')}</th>
                <th scope="col">{t('learning:sessions.marked')}</th>
                {writes ? (
                  <th scope="col">
                    <span className="v-hidden">{t('learning:people.act')}</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {run.sessions.map((session, at) => (
                <tr key={session.id}>
                  <td className="v-number">{session.no}</td>
                  <th scope="row">
                    {day(session.on)}
                    {session.movedFrom === undefined ? null : <span className="v-soft v-small"> {t('learning:sessions.movedFrom', { on: date(session.movedFrom) })}</span>}
                  </th>
                  <td className="v-number">{t('learning:minutes', { count: session.minutes })}</td>
                  <td>
                    {session.cancelled === undefined ? (
                      <Tag>{session.on > status.today ? t('learning:sessions.toCome') : t('learning:sessions.held')}</Tag>
                    ) : (
                      <>
                        <Tag tone="warn">{t('learning:sessions.cancelled')}</Tag> <span className="v-soft">{session.cancelled}</span>
                      </>
                    )}
                  </td>
                  <td className="v-number">{marked(at) === 0 ? '' : t('learning:sessions.markedOf', { marked: marked(at), people: people.length })}</td>
                  {writes ? (
                    <td>
                      <Row end>
                        {session.cancelled === undefined ? (
                          <>
                            <Button variant="link" aria-label={`${t('learning:sessions.move')}: ${date(session.on)}`} onPress={() => setOpen({ kind: 'move', session })}>
                              {t('learning:sessions.move')}
                            </Button>
                            <Button variant="link" aria-label={`${t('learning:sessions.cancel')}: ${date(session.on)}`} onPress={() => setOpen({ kind: 'cancel', session })}>
                              {t('learning:sessions.cancel')}
                            </Button>
                          </>
                        ) : (
                          <Button variant="link" aria-label={`${t('learning:sessions.restore')}: ${date(session.on)}`} onPress={() => now(session.id, 'restore')}>
                            {t('learning:sessions.restore')}
                          </Button>
                        )}
                        {marked(at) === 0 ? (
                          <Button variant="link" aria-label={`${t('learning:sessions.remove')}: ${date(session.on)}`} onPress={() => now(session.id, 'remove')}>
                            {t('learning:sessions.remove')}
                          </Button>
                        ) : null}
                      </Row>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      {open === undefined ? null : <SessionDialog runId={run.id} {...open} onClose={() => setOpen(undefined)} />}
      {adding ? <AddSessions run={run} onClose={() => setAdding(false)} /> : null}
    </Stack>
  );
};
