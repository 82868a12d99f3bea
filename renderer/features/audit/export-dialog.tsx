import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../../../shared/contract/audit.ts';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';

type Exported = { readonly name: string; readonly from: number; readonly to: number; readonly signer: string };

/** Writes what the filter shows as a signed file, and says by which fingerprint it is recognised. */
export const ExportDialog = ({ filter, onClose }: { readonly filter: AuditFilter; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status } = useSession();
  const readsCases = useMay()('case.read');
  const writing = useAction();
  const [numbers, setNumbers] = useState(false);
  const [done, setDone] = useState<Exported | undefined>(undefined);
  const write = async () => {
    const file = await bridge().saveFile(t('office:audit.export.fileName', { date: status.today }));
    if (file === null) return;
    const written = await writing.run(() => client.audit.export({ file: file.token, filter, numbers }));
    if (written !== undefined) setDone(written.value);
  };
  return (
    <Dialog title={t('office:audit.export.title')} isOpen onClose={onClose}>
      <Stack>
        <ProblemNotice problem={writing.problem} />
        <p>{t('office:audit.export.what')}</p>
        {readsCases ? (
          <Checkbox isSelected={numbers} onChange={setNumbers}>
            {t('office:audit.export.numbers')}
          </Checkbox>
        ) : null}
        {done === undefined ? null : (
          <Notice tone="done" title={t('office:audit.export.done', { name: done.name, from: done.from, to: done.to })}>
            <p>{t('office:audit.export.signer')}</p>
            <p className="v-number">{done.signer}</p>
          </Notice>
        )}
        <Row end>
          <Button onPress={onClose}>{t('common:act.close')}</Button>
          <Button variant="go" isPending={writing.pending} onPress={() => void write()}>
            {t('office:audit.export.go')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  );
};
