import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ListPreview, SittingsView } from '../../../shared/contract/sittings.ts';
import { SittingKind } from '../../../shared/domain/sitting.ts';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { sittingPath } from '../../app/shell/screen-paths.ts';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';
import { Select } from '../../design/select.tsx';
import { ListLook } from './list-look.tsx';

/** Rows of a list that would change something. */
export const fresh = (preview: ListPreview): ListPreview['rows'] => preview.rows.filter(({ state }) => state === 'NEW' || state === 'CHANGED');

/** From a list file to a sitting: choose, look at every row, take over. Opens the sitting. */
export const ListDialog = ({ bodies, onClose }: { readonly bodies: SittingsView['bodies']; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const work = useAction();
  const kinds = SittingKind.options.filter((kind) => bodies.some((body) => body.kind === kind));
  const [kind, setKind] = useState<SittingKind>(kinds[0] ?? 'HEARING');
  const [read, setRead] = useState<ListPreview | undefined>(undefined);
  const choose = async (): Promise<void> => {
    const file = await bridge().chooseFile('table');
    if (file === null) return;
    const done = await work.run(() => client.sittings.readList({ kind, file: file.token }));
    if (done !== undefined) setRead(done.value);
  };
  const accept = async (preview: ListPreview): Promise<void> => {
    const rows = fresh(preview).map(({ personId, on, proposal, term }) => ({ personId, on, ...(proposal === undefined ? {} : { proposal }), ...(term === undefined ? {} : { term }) }));
    const done = await work.run(() => client.sittings.takeList({ kind: preview.kind, source: preview.name, rows }));
    const [sittingId] = done?.value.sittingIds ?? [];
    if (done === undefined) return;
    onClose();
    if (sittingId !== undefined) void navigate(sittingPath(sittingId));
  };
  const ready = read === undefined ? 0 : fresh(read).length;
  return (
    <Dialog title={t('sittings:list.title')} isOpen onClose={onClose} wide>
      <Stack>
        <ProblemNotice problem={work.problem} />
        {work.pending ? <Progress label={t('common:reading')} /> : null}
        {read === undefined ? (
          <>
            <p>{t('sittings:list.text')}</p>
            <Select label={t('sittings:add.kind')} value={kind} onChange={(id) => setKind(SittingKind.parse(id))} options={kinds.map((id) => ({ id, label: t(`enums:sittingKind.${id}`) }))} width="medium" />
          </>
        ) : (
          <>
            {ready === 0 && read.rows.length > 0 ? (
              <Notice tone="done" title={t('sittings:list.nothingNew')}>
                <p>{t('sittings:list.nothingNewText')}</p>
              </Notice>
            ) : null}
            <ListLook preview={read} />
          </>
        )}
        <Row end>
          <Button onPress={onClose}>{t(read !== undefined && ready === 0 ? 'common:act.close' : 'common:act.cancel')}</Button>
          {read === undefined ? (
            <Button variant="go" isPending={work.pending} onPress={() => void choose()}>
              {t('sittings:list.choose')}
            </Button>
          ) : (
            <>
              <Button onPress={() => void choose()}>{t('sittings:list.chooseOther')}</Button>
              {ready === 0 ? null : (
                <Button variant="go" isPending={work.pending} onPress={() => void accept(read)}>
                  {t('sittings:list.accept', { count: ready })}
                </Button>
              )}
            </>
          )}
        </Row>
      </Stack>
    </Dialog>
  );
};
