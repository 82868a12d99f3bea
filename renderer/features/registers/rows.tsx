import { useTranslation } from 'react-i18next';
import type { RefusedRow, RegisterReport, WarnedRow } from '../../../shared/domain/registers/schemas.ts';
import { Card } from '../../design/layout.tsx';
import { rowWords } from './row-words.ts';

/** More rows than this are counted, not listed: the same mistake in every row is seen in the first ones. */
const SHOWN = 200;

/** Rows that were not read, with the reason; and rows read with a doubt. */
export const Rows = ({ preview }: { readonly preview: RegisterReport }) => {
  const { t } = useTranslation();
  return (
    <>
      <RowsTable title={t('registers:counts.refused', { count: preview.refused.length })} rows={preview.refused} />
      <RowsTable title={t('registers:counts.warnings', { count: preview.warnings.length })} rows={preview.warnings} />
    </>
  );
};

const RowsTable = ({ title, rows }: { readonly title: string; readonly rows: readonly (RefusedRow | WarnedRow)[] }) => {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <Card title={title} flush>
      <div className="v-scroll">
        <table className="v-table">
          <thead>
            <tr>
              <th scope="col">{t('office:import.rows.row')}</th>
              <th scope="col">{t('people:column.code')}</th>
              <th scope="col">{t('office:import.rows.why')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <tr key={`${row.row}-${row.field ?? ''}-${rowWords(row, t)}`}>
                <td className="v-number">{row.row}</td>
                <td className="v-number">{row.code}</td>
                <td>{rowWords(row, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN ? <p className="v-card-body v-soft">{t('office:import.rows.more', { count: rows.length - SHOWN })}</p> : null}
    </Card>
  );
};
