import { useTranslation } from 'react-i18next';
import type { GoalRow } from '../../../shared/contract/goals.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { Table } from '../../design/table.tsx';
import { Origin } from '../shared-packs/origin.tsx';
import { GoalDialog } from './goal-dialog.tsx';

const NEW = 'NEW';

/** Templates of goals: ours, and those that came from other offices. */
export const GoalsPage = () => {
  const { t } = useTranslation();
  const mayWrite = useMay()('plan.write');
  const live = useLive('goals', (client, signal) => client.goals.list(undefined, { signal }));
  const rows = live.value;
  const [editing, setEditing] = useAskable<GoalRow | typeof NEW>(({ open, about }) => (open === 'goals.add' ? NEW : open === 'goals.change' ? rows?.find(({ id }) => id === about) : undefined));
  useTitle(t('sharedPacks:goals.title'));
  const add = mayWrite ? (
    <Button variant="go" onPress={() => setEditing(NEW)}>
      {t('sharedPacks:goals.add')}
    </Button>
  ) : null;
  return (
    <main>
      <PageHeading title={t('sharedPacks:goals.title')}>{add}</PageHeading>
      <Stack>
        <p className="v-soft">{t('sharedPacks:goals.text')}</p>
        <ProblemNotice problem={live.problem} />
        {rows === undefined ? (
          live.problem === undefined ? <Progress label={t('common:reading')} /> : null
        ) : rows.length === 0 ? (
          <EmptyState title={t('sharedPacks:goals.none')} text={t('sharedPacks:goals.noneText')}>
            {add}
          </EmptyState>
        ) : (
          <Card title={t('sharedPacks:goals.title')} flush>
            <Table heads={[t('sharedPacks:field.title'), t('sharedPacks:field.domain'), t('sharedPacks:field.steps'), t('sharedPacks:directory.source'), { hidden: t('sharedPacks:acts') }]}>
              {rows.map((row) => (
                <Line key={row.id} row={row} onEdit={mayWrite ? () => setEditing(row) : undefined} />
              ))}
            </Table>
          </Card>
        )}
      </Stack>
      {editing === undefined ? null : <GoalDialog key={editing === NEW ? NEW : editing.id} row={editing === NEW ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </main>
  );
};

const Line = ({ row, onEdit }: { readonly row: GoalRow; readonly onEdit: (() => void) | undefined }) => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const { id, title, measure, lang, domain, horizon, steps, from } = row;
  return (
    <tr>
      <th scope="row">
        <span lang={lang}>{title}</span>
        <br />
        <span className="v-small v-soft" lang={lang}>
          {measure}
        </span>
      </th>
      <td>
        {t(`enums:needDomain.${domain}`)}
        <br />
        <span className="v-small v-soft">{t(`enums:horizon.${horizon}`)}</span>
      </td>
      <td className="v-small" lang={lang}>
        {steps.map(({ text }) => text).join(' · ')}
      </td>
      <td>{from === undefined ? <span className="v-small v-soft">{t('sharedPacks:directory.ours')}</span> : <Origin of={row} />}</td>
      <td>
        <ProblemNotice problem={work.problem} />
        {onEdit === undefined ? null : (
          <Row>
            <Button variant="link" aria-label={t('sharedPacks:goals.editOf', { name: title })} onPress={onEdit}>
              {t('sharedPacks:directory.change')}
            </Button>
            <Button variant="link" isPending={work.pending} aria-label={t('sharedPacks:goals.removeOf', { name: title })} onPress={() => void work.run(() => client.goals.remove({ id }))}>
              {t('sharedPacks:directory.remove')}
            </Button>
          </Row>
        )}
      </td>
    </tr>
  );
};
