import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterPreview, RowView } from '../../../shared/domain/registers/schemas.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { TextField } from '../../design/text-field.tsx';
import { valuesOf, wrongAt } from './repair-rules.ts';
import { rowWords } from './row-words.ts';

interface RepairRowProps {
  readonly readingId: string;
  readonly row: number;
  readonly onClose: () => void;
  /** the file as it is read with the row as typed; the row may still be refused */
  readonly onChecked: (preview: RegisterPreview) => void;
}

/** One refused row with the cells that are read: the reason stands beside the wrong one, and what is typed is judged like the file. */
export const RepairRow = ({ readingId, row, onClose, onChecked }: RepairRowProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const reading = useAction();
  const [view, setView] = useState<RowView | undefined>(undefined);
  const { run } = reading;
  useEffect(() => {
    void run(() => client.registers.row({ readingId, row })).then((read) => {
      if (read !== undefined) setView(read.value);
    });
  }, [client, run, readingId, row]);
  return (
    <Dialog title={t('registers:repair.titleNow', { row })} isOpen onClose={onClose} wide>
      <ProblemNotice problem={reading.problem} />
      {view === undefined ? <Progress label={t('common:reading')} /> : <Cells view={view} readingId={readingId} onClose={onClose} onChecked={onChecked} onRefused={(refusal) => setView({ ...view, refusal })} />}
    </Dialog>
  );
};

interface CellsProps extends Omit<RepairRowProps, 'row'> {
  readonly view: RowView;
  readonly onRefused: (refusal: RowView['refusal']) => void;
}

const Cells = ({ view, readingId, onClose, onChecked, onRefused }: CellsProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const saving = useAction();
  const [typed, setTyped] = useState(() => valuesOf(view));
  const wrong = wrongAt(view);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), [view]);
  const check = async () => {
    const read = await saving.run(() => client.registers.repair({ readingId, row: view.row, values: typed }));
    if (read === undefined) return;
    onChecked(read.value);
    const refusal = read.value.refused.find((other) => other.row === view.row);
    if (refusal === undefined) onClose();
    else onRefused(refusal);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <Stack gap={3}>
        <ProblemNotice problem={saving.problem} />
        <p className="v-small v-soft">{t('registers:repair.what')}</p>
        {wrong === undefined && view.refusal !== undefined ? <p className="v-wrong">{rowWords(view.refusal, t)}</p> : null}
        {view.extra.length === 0 ? null : <p>{t('registers:repair.extra', { values: view.extra.join(' · ') })}</p>}
        <div className="v-pair">
          {view.cells.map((cell) => (
            <TextField
              key={cell.key}
              label={cell.header === '' ? t(`registers:targets.${cell.target}`) : `${cell.header} (${t(`registers:targets.${cell.target}`)})`}
              {...(cell.formula && typed[cell.key] === cell.text ? { hint: t('registers:repair.formula') } : {})}
              error={cell.key === wrong && view.refusal !== undefined ? rowWords(view.refusal, t) : undefined}
              value={typed[cell.key] ?? ''}
              onChange={(text) => setTyped({ ...typed, [cell.key]: text })}
              maxLength={500}
              {...(cell.key === (wrong ?? view.cells[0]?.key) ? { inputRef: first } : {})}
            />
          ))}
        </div>
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={saving.pending}>
            {t('registers:repair.save')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
};
