import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusedRow, RegisterPreview, WarnedRow } from '../../../shared/domain/registers/schemas.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';
import { RepairRow } from './repair-row.tsx';
import { rowWords } from './row-words.ts';

/** More rows than this are counted, not listed: the same mistake in every row is seen in the first ones. */
const SHOWN = 200;

interface RowsProps {
  readonly preview: RegisterPreview;
  /** rows can be put right while the file is open here; afterwards they are only told */
  readonly repair?: { readonly readingId: string; readonly onPreview: (preview: RegisterPreview) => void };
}

/** Rows that were not read, with the reason and a way to put them right; and rows read with a doubt. */
export const Rows = ({ preview, repair }: RowsProps) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<number | undefined>(undefined);
  const [told, setTold] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const goOn = useRef(false);
  useEffect(() => {
    // the row that was put right is gone from the list: the next one to be put right takes the focus
    if (!goOn.current || open !== undefined) return;
    goOn.current = false;
    (list.current?.querySelector<HTMLElement>('[data-repair] button') ?? list.current)?.focus();
  }, [open]);
  return (
    <div ref={list} tabIndex={-1} className="v-stack">
      <p role="status" className={told === '' ? 'v-hidden' : undefined}>
        {told}
      </p>
      {repair === undefined || preview.repaired.length === 0 ? null : <Repaired preview={preview} {...repair} />}
      <RowsTable title={t('registers:counts.refused', { count: preview.refused.length })} rows={preview.refused} names={preview.names} {...(repair === undefined ? {} : { onOpen: setOpen })} />
      <RowsTable title={t('registers:counts.warnings', { count: preview.warnings.length })} rows={preview.warnings} names={preview.names} />
      {open === undefined || repair === undefined ? null : (
        <RepairRow
          key={open}
          readingId={repair.readingId}
          row={open}
          onClose={() => setOpen(undefined)}
          onChecked={(next) => {
            const refusal = next.refused.find(({ row }) => row === open);
            goOn.current = refusal === undefined;
            setTold(refusal === undefined ? t('registers:repair.fixed', { row: open }) : t('registers:repair.still', { row: open, reason: rowWords(refusal, t) }));
            repair.onPreview(next);
          }}
        />
      )}
    </div>
  );
};

/** What was put right by hand, row by row, with a way back to what the file says. */
const Repaired = ({ preview, readingId, onPreview }: { readonly preview: RegisterPreview } & NonNullable<RowsProps['repair']>) => {
  const { t } = useTranslation();
  const client = useClient();
  const taking = useAction();
  return (
    <Card title={t('registers:repair.repaired', { count: preview.repaired.length })}>
      <ProblemNotice problem={taking.problem} />
      <Row>
        {preview.repaired.slice(0, SHOWN).map((row) => (
          <Button
            key={row}
            variant="link"
            aria-label={t('registers:repair.undoRow', { row })}
            onPress={() => void taking.run(() => client.registers.repair({ readingId, row, values: null })).then((read) => (read === undefined ? undefined : onPreview(read.value)))}
          >
            {`${t('registers:row', { row })}: ${t('registers:repair.undo')}`}
          </Button>
        ))}
      </Row>
    </Card>
  );
};

interface RowsTableProps {
  readonly title: string;
  readonly rows: readonly (RefusedRow | WarnedRow)[];
  readonly names: RegisterPreview['names'];
  readonly onOpen?: (row: number) => void;
}

const RowsTable = ({ title, rows, names, onOpen }: RowsTableProps) => {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <Card title={title} flush>
      <Table heads={[t('office:import.rows.row'), t('people:column.code'), t('registers:repair.name'), t('office:import.rows.why'), ...(onOpen === undefined ? [] : [t('registers:repair.open')])]} kind="v-rows">
        {rows.slice(0, SHOWN).map((row) => (
          <tr key={`${row.row}-${row.field ?? ''}-${rowWords(row, t)}`}>
            <td className="v-number">{row.row}</td>
            <td className="v-number">{row.code}</td>
            <td>{names[String(row.row)]}</td>
            <td>{rowWords(row, t)}</td>
            {onOpen === undefined ? null : (
              <td data-repair="">
                <Button aria-label={t('registers:repair.openRow', { row: row.row })} onPress={() => onOpen(row.row)}>
                  {t('registers:repair.open')}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </Table>
      {rows.length > SHOWN ? <p className="v-card-body v-soft">{t('office:import.rows.more', { count: rows.length - SHOWN })}</p> : null}
    </Card>
  );
};
