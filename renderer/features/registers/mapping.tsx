import { useTranslation } from 'react-i18next';
import { DateFormat, type MappingChoice, type RegisterColumn, type RegisterPreview } from '../../../shared/domain/registers/schemas.ts';
import { Button } from '../../design/button.tsx';
import { Card, Facts, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { BareSelect } from '../../design/bare-select.tsx';
import { Select } from '../../design/select.tsx';
import { Table } from '../../design/table.tsx';
import { mayGoOn, SKIP, withDateFormat, withTarget } from './mapping-choice.ts';
import { Rows } from './rows.tsx';

const delimiterNames = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const;

interface MappingProps {
  readonly readingId: string;
  readonly preview: RegisterPreview;
  readonly pending: boolean;
  /** the file read again, with a row put right by hand */
  readonly onPreview: (preview: RegisterPreview) => void;
  readonly onRemap: (mapping: MappingChoice) => Promise<void>;
  readonly onGo: () => void;
}

/** How the file was understood, before anything is taken over; everything can be corrected. */
export const Mapping = ({ readingId, preview, pending, onPreview, onRemap, onGo }: MappingProps) => {
  const { t } = useTranslation();
  const { format, counts } = preview;
  return (
    <Stack>
      {preview.missing.length === 0 ? null : (
        <Notice tone="danger" title={t('office:import.missing')}>
          <p>{preview.missing.map((target) => t(`registers:targets.${target}`)).join(', ')}</p>
        </Notice>
      )}
      <Card title={t('office:import.file.title')}>
        <Stack>
          <Facts
            entries={[
              [t('office:import.file.name'), preview.source],
              [t('office:import.file.format'), [format.kind, format.encoding, format.delimiter === null ? null : t(`registers:delimiters.${delimiterNames[format.delimiter]}`)].filter((part) => part !== null).join(' · ')],
              [t('office:import.file.rows'), (['rows', 'accepted', 'refused', 'ignored', 'warnings'] as const).filter((part) => counts[part] > 0 || part === 'accepted').map((part) => t(`registers:counts.${part}`, { count: counts[part] })).join(' · ')],
            ]}
          />
          <Select
            label={t('office:import.dates')}
            hint={t(`registers:dateCertainty.${preview.dateCertainty}`)}
            value={preview.dateFormat}
            onChange={(id) => void onRemap(withDateFormat(preview, DateFormat.parse(id)))}
            options={DateFormat.options.map((id) => ({ id, label: t(`registers:dateFormats.${id}`) }))}
            width="medium"
          />
          <Notes preview={preview} />
        </Stack>
      </Card>
      <Card title={t('office:import.columns.title')} flush>
        <Table heads={[t('office:import.columns.header'), t('office:import.columns.samples'), t('office:import.columns.readAs')]}>
          {preview.columns.map((column) => (
            <ColumnRow key={column.key} column={column} onChoose={(target) => void onRemap(withTarget(preview, column.key, target))} />
          ))}
        </Table>
      </Card>
      <Rows preview={preview} repair={{ readingId, onPreview }} />
      <Row>
        <Button variant="go" onPress={onGo} isDisabled={!mayGoOn(preview)} isPending={pending}>
          {t('office:import.compare')}
        </Button>
        <span className="v-soft v-small">{t('office:import.nothingYet')}</span>
      </Row>
    </Stack>
  );
};

/** What was noticed about the file as a whole. */
const Notes = ({ preview }: { readonly preview: RegisterPreview }) => {
  const { t } = useTranslation();
  if (preview.notes.length === 0) return null;
  return (
    <ul className="v-lines">
      {preview.notes.map((note) => (
        <li key={`${note.code}${note.value ?? ''}`}>{t(`registers:notes.${note.code}`, { count: note.count ?? note.rows?.length ?? 0, value: note.value ?? '' })}</li>
      ))}
    </ul>
  );
};

const ColumnRow = ({ column, onChoose }: { readonly column: RegisterColumn; readonly onChoose: (target: string) => void }) => {
  const { t } = useTranslation();
  const never = column.choices.length === 0;
  return (
    <tr>
      <th scope="row">{column.header}</th>
      <td>{column.samples.join(' · ')}</td>
      <td>
        <Row>
          {never ? null : (
            <BareSelect
              label={t('office:import.columns.readColumnAs', { column: column.header })}
              value={column.target ?? SKIP}
              onChange={onChoose}
              options={[{ id: SKIP, label: t('registers:targets.SKIP') }, ...column.choices.map((id) => ({ id, label: t(`registers:targets.${id}`) }))]}
            />
          )}
          {column.skipped === null ? null : <span className="v-small v-soft">{t(`registers:skipped.${column.skipped}`)}</span>}
        </Row>
      </td>
    </tr>
  );
};
