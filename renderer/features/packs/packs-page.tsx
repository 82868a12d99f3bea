import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackRow } from '../../../shared/contract/packs.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { Table } from '../../design/table.tsx';
import { Tag } from '../../design/tag.tsx';
import { packPaper } from '../documents/paper.ts';
import { PreviewDialog } from '../documents/preview-dialog.tsx';

interface Chosen {
  readonly personId: string;
  readonly paper: PackRow['documents'][number];
}

const names = { 'person-copy': 'documents:packs.copy', plan: 'documents:packs.plan' } as const;

/** People whose papers are ready to be handed out, the next release first. */
export const PacksPage = () => {
  const { t } = useTranslation();
  const live = useLive('packs', (client, signal) => client.packs.list(undefined, { signal }));
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  useTitle(t('documents:packs.title'));
  const rows = live.value;
  return (
    <main>
      <PageHeading title={t('documents:packs.title')} />
      <Stack>
        <p className="v-soft">{t('documents:packs.text')}</p>
        <ProblemNotice problem={live.problem} />
        {rows === undefined ? (
          live.problem === undefined ? <Progress label={t('common:reading')} /> : null
        ) : rows.length === 0 ? (
          <EmptyState title={t('documents:packs.none')} text={t('documents:packs.noneText')} />
        ) : (
          <Card title={t('documents:packs.count', { count: rows.length })} flush>
            <PackTable rows={rows} onLook={setChosen} />
          </Card>
        )}
      </Stack>
      {chosen === undefined ? null : (
        <PreviewDialog paper={packPaper(chosen.personId, chosen.paper.document, chosen.paper.language)} first={chosen.paper.language} onClose={() => setChosen(undefined)} />
      )}
    </main>
  );
};

const PackTable = ({ rows, onLook }: { readonly rows: readonly PackRow[]; readonly onLook: (chosen: Chosen) => void }) => {
  const { t } = useTranslation();
  const date = useDateText();
  return (
    <Table heads={[t('documents:packs.name'), t('documents:packs.number'), t('documents:packs.unit'), t('documents:packs.release'), t('documents:packs.papers')]}>
      {rows.map(({ personId, name, code, unit, releasedOn, gone, documents }) => (
        <tr key={personId}>
          <th scope="row">{name}</th>
          <td className="v-number">{code}</td>
          <td>{unit}</td>
          <td className="v-number">
            {releasedOn === undefined ? <span className="v-soft">{t('documents:packs.noDay')}</span> : date(releasedOn)} {gone ? <Tag>{t('documents:packs.gone')}</Tag> : null}
          </td>
          <td>
            <Row>
              {documents.map((paper) => (
                <Button key={paper.document} variant="link" aria-label={t('documents:packs.look', { paper: t(names[paper.document]), name })} onPress={() => onLook({ personId, paper })}>
                  {t(names[paper.document])}
                </Button>
              ))}
            </Row>
          </td>
        </tr>
      ))}
    </Table>
  );
};
