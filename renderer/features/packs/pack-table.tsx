import { useTranslation } from 'react-i18next';
import type { PackRow } from '../../../shared/contract/packs.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';
import { Tag } from '../../design/tag.tsx';

export interface ChosenPaper {
  readonly personId: string;
  readonly paper: PackRow['documents'][number];
}

const names = { 'emergency-pack': 'documents:packs.emergency', 'person-copy': 'documents:packs.copy', plan: 'documents:packs.plan' } as const;

interface PackTableProps {
  readonly rows: readonly PackRow[];
  readonly onLook: (chosen: ChosenPaper) => void;
}

/** Whose pack is ready, what the emergency pack would leave open, and every paper that can be printed. */
export const PackTable = ({ rows, onLook }: PackTableProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  return (
    <Table heads={[t('documents:packs.name'), t('documents:packs.number'), t('documents:packs.unit'), t('documents:packs.release'), t('documents:packs.state'), t('documents:packs.papers')]}>
      {rows.map((row) => {
        const { personId, name, code, unit, releasedOn, gone, documents } = row;
        return (
          <tr key={personId}>
            <th scope="row">{name}</th>
            <td className="v-number">{code}</td>
            <td>{unit}</td>
            <td className="v-number">
              {releasedOn === undefined ? <span className="v-soft">{t('documents:packs.noDay')}</span> : date(releasedOn)} {gone ? <Tag>{t('documents:packs.gone')}</Tag> : null}
            </td>
            <td>
              <Ready row={row} />
            </td>
            <td>
              <Row>
                {documents.map((paper) => (
                  <Button
                    key={paper.document}
                    variant={paper.document === 'emergency-pack' ? 'quiet' : 'link'}
                    aria-label={t('documents:packs.look', { paper: t(names[paper.document]), name })}
                    onPress={() => onLook({ personId, paper })}
                  >
                    {t(names[paper.document])}
                  </Button>
                ))}
              </Row>
            </td>
          </tr>
        );
      })}
    </Table>
  );
};

/** Whether the emergency pack holds what a first night needs, or what it leaves open. */
const Ready = ({ row: { why, missing } }: { readonly row: PackRow }) => {
  const { t } = useTranslation();
  if (why === undefined) return null;
  if (missing === undefined) return <span className="v-soft">{t(`enums:packWhy.${why}`)}</span>;
  return (
    <>
      {missing.length === 0 ? <Tag tone="done">{t('documents:packs.ready')}</Tag> : <span>{t('documents:packs.missing', { things: missing.map((thing) => t(`enums:packThing.${thing}`)).join(', ') })}</span>}
      {why === 'OPENED' ? <span className="v-small v-soft"> · {t('enums:packWhy.OPENED')}</span> : null}
    </>
  );
};
