import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, userName } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { Table } from '../../design/table.tsx';
import { Tag } from '../../design/tag.tsx';
import type { PlanPair } from '../person/plan-view.ts';
import { useBodyName, type Bodies } from './body-name.ts';
import { Comparison } from './comparison.tsx';
import { shortHash } from './plan-reader.tsx';

interface VersionsProps {
  /** newest first */
  readonly plans: readonly PlanPair[];
  readonly bodies: Bodies;
  readonly shown: string;
  readonly onShow: (contentId: string) => void;
}

/** Every version with its status; two of them beside each other. */
export const Versions = ({ plans, bodies, shown, onShow }: VersionsProps) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const date = useDateText();
  const bodyName = useBodyName(bodies);
  const nameOf = (id: string): string => userName(status, id) ?? t('plan:facts.somebody');
  const approvalText = ({ by, on, meeting, body }: PlanPair['progress']['approvals'][number]): string =>
    [...(body === undefined ? [] : [bodyName(body)]), `${nameOf(by)}, ${date(on)}`, ...(meeting === undefined ? [] : [t('plan:versions.inMeeting', { date: date(meeting.on), reference: meeting.reference })])].join(' · ');
  return (
    <Card title={t('plan:versions.title')} flush>
      <Table heads={[t('plan:versions.version'), t('plan:versions.status'), t('plan:facts.author'), t('plan:facts.approved'), t('plan:facts.hash'), t('plan:versions.act')]}>
        {plans.map(({ content, progress }) => (
          <tr key={content.id}>
            <td>{t('plan:title', { version: content.versionNo, kind: t(`enums:planKind.${content.kind}`) })}</td>
            <td>
              <Tag>{t(`enums:planStatus.${progress.status}`)}</Tag>
            </td>
            <td>{nameOf(progress.author)}</td>
            <td>
              {[
                ...progress.approvals.map(approvalText),
                ...(progress.externalApprovals ?? []).map(({ body, on, act }) => t('plan:facts.externalOf', { body: bodyName(body), date: date(on), act })),
              ].join(' · ')}
            </td>
            <td className="v-number">{content.contentHash === undefined ? '' : shortHash(content.contentHash)}</td>
            <td>
              {content.id === shown ? (
                t('plan:versions.shown')
              ) : (
                <Button variant="link" aria-label={t('plan:versions.showName', { version: content.versionNo })} onPress={() => onShow(content.id)}>
                  {t('plan:versions.show')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {plans.length > 1 ? <Compare plans={plans} /> : null}
    </Card>
  );
};

const Compare = ({ plans }: { readonly plans: readonly PlanPair[] }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [older, setOlder] = useState(plans[1]?.content.id ?? '');
  const [newer, setNewer] = useState(plans[0]?.content.id ?? '');
  const options = plans.map(({ content }) => ({ id: content.id, label: t('plan:title', { version: content.versionNo, kind: t(`enums:planKind.${content.kind}`) }) }));
  const find = (id: string) => plans.find(({ content }) => content.id === id);
  const before = find(older);
  const after = find(newer);
  return (
    <div className="v-goal">
      <Stack gap={3}>
        <Row>
          <Button aria-expanded={open} onPress={() => setOpen(!open)}>
            {t(open ? 'plan:versions.hideCompare' : 'plan:versions.compare')}
          </Button>
        </Row>
        {open ? (
          <>
            <div className="v-pair">
              <Select label={t('plan:versions.older')} value={older} onChange={setOlder} options={options} />
              <Select label={t('plan:versions.newer')} value={newer} onChange={setNewer} options={options} />
            </div>
            {before === undefined || after === undefined ? null : <Comparison before={before} after={after} />}
          </>
        ) : null}
      </Stack>
    </div>
  );
};
