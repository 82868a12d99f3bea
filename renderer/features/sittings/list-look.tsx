import { useTranslation } from 'react-i18next';
import type { ListPreview } from '../../../shared/contract/sittings.ts';
import { useDateText } from '../../app/words.ts';
import { Stack } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';
import { Tag, type Tone } from '../../design/tag.tsx';

const tones: Readonly<Partial<Record<ListPreview['rows'][number]['state'], Tone>>> = { NEW: 'accent', CHANGED: 'warn' };

/** What was read of a list: who is meant, what is proposed for them, and every row that cannot be taken, with what to do. */
export const ListLook = ({ preview }: { readonly preview: ListPreview }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const { rows, refused, leftOut } = preview;
  return (
    <Stack gap={3}>
      <p className="v-soft">{t('sittings:list.read', { name: preview.name, rows: rows.length, refused: refused.length })}</p>
      {leftOut.length === 0 ? null : <p className="v-soft v-small">{t('sittings:list.leftOut', { columns: leftOut.join(', ') })}</p>}
      {refused.length === 0 ? null : (
        <Table heads={[t('sittings:list.row'), t('people:column.code'), t('sittings:list.why')]} caption={t('sittings:list.refused')}>
          {refused.map((row) => (
            <tr key={`${row.row} ${row.fault}`}>
              <td className="v-number">{row.row}</td>
              <td className="v-number">{row.code}</td>
              <td>
                {t(`sittings:fault.${row.fault}`, {
                  value: row.value ?? '',
                  problem: row.problem === undefined ? '' : t(`registers:dateProblems.${row.problem}`),
                  date: row.on === undefined ? '' : date(row.on),
                  rows: (row.rows ?? []).join(', '),
                })}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {rows.length === 0 ? null : (
        <Table heads={[t('people:column.name'), t('sittings:column.day'), t('sittings:column.proposal'), t('sittings:list.state')]} caption={t('sittings:list.people')}>
          {rows.map((row) => (
            <tr key={row.row}>
              <th scope="row">
                {row.name} <span className="v-soft v-number">{row.code}</span>
              </th>
              <td className="v-number">
                {date(row.on)}
                {row.dayBefore === undefined ? null : <div className="v-soft v-small">{t('sittings:list.dayBefore', { date: date(row.dayBefore) })}</div>}
              </td>
              <td>{[row.proposal === undefined ? '' : t(`enums:listProposal.${row.proposal}`), row.term === undefined ? '' : t('sittings:term', { date: date(row.term) })].filter((part) => part !== '').join(' · ')}</td>
              <td>
                <Tag tone={tones[row.state] ?? 'plain'}>{t(`enums:listRowState.${row.state}`)}</Tag>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Stack>
  );
};
