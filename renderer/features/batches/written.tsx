import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BatchView } from '../../../shared/contract/batches.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useAction } from '../../app/use-action.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { Stack } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';
import { Tag } from '../../design/tag.tsx';
import { useInstantText } from '../documents/instant.ts';
import { PaperActions } from '../documents/paper-actions.tsx';
import { CheckMedium } from '../handover/check-again.tsx';
import { statusTone } from '../handover/handover-view.ts';
import { NumberLine } from '../handover/number-line.tsx';
import { Unfold } from '../handover/unfold.tsx';
import { batchPaper } from './batch-paper.ts';
import { Numbers } from './numbers.tsx';

const checkTone = { WHOLE: 'done', DIFFERS: 'danger', NOT_THERE: 'warn' } as const;

/** Envelopes that went to one medium together. */
export const Written = ({ batch }: { readonly batch: BatchView }) => {
  const { t } = useTranslation();
  const when = useInstantText();
  const client = useClient();
  const may = useMay();
  const { preferences } = usePreferences();
  const { items } = batch;
  return (
    <section className="v-stack" data-gap={3} aria-label={t('handover:batch.of', { when: when(batch.sealedAt) })}>
      <h3>
        {t('handover:batch.of', { when: when(batch.sealedAt) })} <Tag>{t(`enums:mediumWay.${batch.way}`)}</Tag>
      </h3>
      <Table heads={(['person', 'reference', 'number', 'state', 'medium'] as const).map((column) => t(`handover:batch.${column}`))}>
        {items.map((item) => (
          <tr key={item.handoverId}>
            <th scope="row">
              <Link to={personPath(item.personId, 'handover')}>{item.person}</Link>
            </th>
            <td className="v-number">{item.reference}</td>
            <td>
              <NumberLine
                label={t('handover:batch.numberOf', { reference: item.reference })}
                value={item.numberOut}
                onSave={may('handover.prepare') ? (number) => client.batches.number({ numbers: [{ handoverId: item.handoverId, number }] }) : undefined}
              />
            </td>
            <td>
              <Tag tone={statusTone(item.status)}>{t(`enums:handoverStatus.${item.status}`)}</Tag>
            </td>
            <td>{item.checked === undefined ? <span className="v-soft">{t('handover:batch.notChecked')}</span> : <Tag tone={checkTone[item.checked.result]}>{t(`enums:mediumResult.${item.checked.result}`)}</Tag>}</td>
          </tr>
        ))}
      </Table>
      {may('handover.prepare') && items.some(({ numberOut }) => numberOut === undefined) ? <Numbers items={items.filter(({ numberOut }) => numberOut === undefined)} /> : null}
      <Unfold show={t('handover:batch.showPapers')} hide={t('handover:batch.hidePapers')}>
        <Stack gap={3}>
          <PaperActions paper={batchPaper(batch.batch, 'custody-slip')} first={preferences.language} look={t('documents:screen.lookSlip')} save={t('documents:screen.saveSlip')} />
          <PaperActions paper={batchPaper(batch.batch, 'covering-letter')} first={preferences.language} look={t('documents:screen.lookLetter')} save={t('documents:screen.saveLetter')} />
        </Stack>
      </Unfold>
      <Check batch={batch} />
    </section>
  );
};

/** Looks at the medium of all of them again. */
const Check = ({ batch: { items } }: { readonly batch: BatchView }) => {
  const client = useClient();
  const work = useAction();
  return (
    <>
      <ProblemNotice problem={work.problem} />
      <CheckMedium
        fileNames={items.map(({ fileName }) => fileName)}
        pending={work.pending}
        onFolder={(folder) => void work.run(() => client.handovers.checkMedium({ handoverIds: items.map(({ handoverId }) => handoverId), folder }))}
      />
    </>
  );
};
