import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanSet } from '../../../shared/contract/papers.ts';
import { ScanRemoval } from '../../../shared/domain/scan.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { ScanPages } from './scan-pages.tsx';

/** A paper to be looked at; a page that does not belong here can be taken away. */
export const ScanDialog = ({ set, onClose }: { readonly set: ScanSet; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const removing = useAction();
  const [page, setPage] = useState(set.pages[0]?.id ?? '');
  const [why, setWhy] = useState<ScanRemoval | undefined>(undefined);
  const remove = async (reason: ScanRemoval): Promise<void> => {
    if ((await removing.run(() => client.papers.removeScan({ scanId: page, why: reason }))) !== undefined) onClose();
  };
  return (
    <Dialog title={t(`enums:paperFormKind.${set.kind}`)} isOpen onClose={onClose} wide>
      <Stack>
        <ScanPages set={set} onPage={setPage} />
        <ProblemNotice problem={removing.problem} />
        {why === undefined ? null : (
          <Stack gap={2}>
            <p>{t('documents:scan.removeWhat')}</p>
            <Select label={t('documents:scan.removeWhy')} value={why} onChange={(id) => setWhy(ScanRemoval.parse(id))} options={ScanRemoval.options.map((id) => ({ id, label: t(`enums:scanRemoval.${id}`) }))} width="medium" />
          </Stack>
        )}
        <Row end>
          {may('case.write') ? (
            <Button variant={why === undefined ? 'plain' : 'danger'} isPending={removing.pending} onPress={() => (why === undefined ? setWhy('WRONG_PERSON') : void remove(why))}>
              {t('documents:scan.remove')}
            </Button>
          ) : null}
          <Button onPress={onClose}>{t('common:act.close')}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
};
