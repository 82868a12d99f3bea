import { useTranslation } from 'react-i18next';
import type { SheetPreview } from '../../../shared/contract/learning.ts';
import { useDateText } from '../../app/words.ts';
import { Checkbox } from '../../design/choice.tsx';
import { Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Table } from '../../design/table.tsx';
import type { SheetChoice } from './sheet-choice.ts';

export type { SheetChoice } from './sheet-choice.ts';

/** What was read of a sheet: who it means, what it would add, and what is refused with its reason. */
export const SheetLook = ({ preview, choice, onChange }: { readonly preview: SheetPreview; readonly choice: SheetChoice; readonly onChange: (choice: SheetChoice) => void }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const missing = preview.days.filter(({ session }) => session === 'MISSING');
  const different = preview.rows.reduce((sum, row) => sum + row.different, 0);
  return (
    <Stack gap={3}>
      <p className="v-soft">{t('learning:sheet.read', { name: preview.name, days: preview.days.length, rows: preview.rows.length, refused: preview.refused.length })}</p>
      {preview.columnsWithoutDay.length === 0 ? null : (
        <Notice tone="warn" title={t('learning:sheet.noDay')}>
          <p>{t('learning:sheet.noDayText', { columns: preview.columnsWithoutDay.join(', ') })}</p>
        </Notice>
      )}
      {missing.length === 0 ? null : (
        <Checkbox isSelected={choice.addSessions} onChange={(addSessions) => onChange({ ...choice, addSessions })}>
          {t('learning:sheet.addSessions', { count: missing.length, days: missing.map(({ on }) => date(on)).join(' · ') })}
        </Checkbox>
      )}
      {different === 0 ? null : (
        <Checkbox isSelected={choice.replace} onChange={(replace) => onChange({ ...choice, replace })}>
          {t('learning:sheet.replace', { count: different })}
        </Checkbox>
      )}
      {preview.rows.length === 0 ? null : <People preview={preview} choice={choice} onChange={onChange} />}
      {preview.refused.length === 0 ? null : <Refused rows={preview.refused} />}
    </Stack>
  );
};

const People = ({ preview, choice, onChange }: { readonly preview: SheetPreview; readonly choice: SheetChoice; readonly onChange: (choice: SheetChoice) => void }) => {
  const { t } = useTranslation();
  return (
    <Table heads={[t('learning:sheet.take'), t('learning:people.name'), t('learning:sheet.marks'), t('learning:sheet.remarks')]} caption={t('learning:sheet.people')}>
      {preview.rows.map((row) => (
        <tr key={row.personId}>
          <td>
            <Checkbox
              aria-label={t('learning:sheet.takeOne', { name: row.name })}
              isSelected={choice.people.has(row.personId)}
              onChange={(on) => onChange({ ...choice, people: new Set(on ? [...choice.people, row.personId] : [...choice.people].filter((id) => id !== row.personId)) })}
            />
          </td>
          <th scope="row">
            {row.name} <span className="v-soft v-number">{row.code}</span>
          </th>
          <td className="v-number">{row.marks.length}</td>
          <td>
            {[
              row.otherName === undefined ? '' : t('learning:sheet.otherName', { name: row.otherName }),
              row.enrolled ? '' : t('learning:sheet.willEnrol'),
              row.different === 0 ? '' : t('learning:sheet.different', { count: row.different }),
              row.leftOut === 0 ? '' : t('learning:sheet.leftOut', { count: row.leftOut }),
            ]
              .filter((text) => text !== '')
              .join(' · ')}
          </td>
        </tr>
      ))}
    </Table>
  );
};

const Refused = ({ rows }: { readonly rows: SheetPreview['refused'] }) => {
  const { t } = useTranslation();
  return (
    <Table heads={[t('learning:sheet.row'), t('people:column.code'), t('learning:sheet.why')]} caption={t('learning:sheet.refused')}>
      {rows.map((row) => (
        <tr key={row.row}>
          <td className="v-number">{row.row}</td>
          <td>{row.code}</td>
          <td>{t(`learning:sheet.reasons.${row.reason}`, { value: row.value })}</td>
        </tr>
      ))}
    </Table>
  );
};
