import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunView, SheetPreview } from '../../../shared/contract/learning.ts';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';
import { SheetLook, type SheetChoice } from './sheet-look.tsx';
import { everythingOf, takenOf } from './sheet-choice.ts';

type Taken = Readonly<Record<'saved' | 'kept' | 'enrolled' | 'sessions', number>>;

/** From an attendance sheet to marks, in three looks: choose, what was read and refused, what was taken over. */
export const SheetDialog = ({ view, onClose }: { readonly view: RunView; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const [read, setRead] = useState<{ readonly preview: SheetPreview; readonly choice: SheetChoice } | undefined>(undefined);
  const [taken, setTaken] = useState<Taken | undefined>(undefined);
  const runId = view.run.id;
  const choose = async (): Promise<void> => {
    const file = await bridge().chooseFile('table');
    if (file === null) return;
    const done = await work.run(() => client.learning.readSheet({ runId, file: file.token }));
    if (done !== undefined) setRead({ preview: done.value, choice: everythingOf(done.value) });
  };
  const accept = async (preview: SheetPreview, choice: SheetChoice): Promise<void> => {
    const done = await work.run(() => client.learning.takeSheet({ runId, ...takenOf(preview, choice) }));
    if (done !== undefined) setTaken(done.value);
  };
  const ready = read === undefined ? 0 : takenOf(read.preview, read.choice).rows.length;
  return (
    <Dialog title={t('learning:sheet.title')} isOpen onClose={onClose} wide>
      <Stack>
        <ProblemNotice problem={work.problem} />
        {work.pending ? <Progress label={t('learning:sheet.working')} /> : null}
        {taken !== undefined ? (
          <Notice tone="done" title={t('learning:sheet.done')}>
            <p>{t('learning:sheet.doneText', taken)}</p>
          </Notice>
        ) : read === undefined ? (
          <p>{t('learning:sheet.text')}</p>
        ) : (
          <SheetLook preview={read.preview} choice={read.choice} onChange={(choice) => setRead({ ...read, choice })} />
        )}
        <Row end>
          <Button onPress={onClose}>{taken === undefined ? t('common:act.cancel') : t('common:act.close')}</Button>
          {taken !== undefined ? null : read === undefined ? (
            <Button variant="go" isPending={work.pending} onPress={() => void choose()}>
              {t('learning:sheet.choose')}
            </Button>
          ) : (
            <>
              <Button onPress={() => void choose()}>{t('learning:sheet.chooseOther')}</Button>
              <Button variant="go" isDisabled={ready === 0} isPending={work.pending} onPress={() => void accept(read.preview, read.choice)}>
                {t('learning:sheet.accept', { count: ready })}
              </Button>
            </>
          )}
        </Row>
      </Stack>
    </Dialog>
  );
};
