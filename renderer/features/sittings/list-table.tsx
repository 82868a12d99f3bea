import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import type { SittingPersonView } from '../../../shared/contract/sittings.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { FormText } from '../../design/form/fields.tsx';
import { Row } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';
import { Tag, type Tone } from '../../design/tag.tsx';
import { ReportDialog } from './report-dialog.tsx';

const reviewTones: Readonly<Partial<Record<SittingPersonView['review']['state'], Tone>>> = { HELD: 'done', OPEN: 'accent', LATE: 'warn' };

interface ListTableProps {
  readonly sittingId: string;
  readonly people: readonly SittingPersonView[];
  readonly today: CivilDate;
  readonly writes: boolean;
}

/** Who stands on the list, what it says of them, and how their report and the review of their plan stand. */
export const ListTable = ({ sittingId, people, today, writes }: ListTableProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  const [report, setReport] = useState<string | undefined>(undefined);
  const [off, setOff] = useState<string | undefined>(undefined);
  const of = (caseId: string | undefined): SittingPersonView | undefined => people.find((person) => person.caseId === caseId);
  const [writing, leaving] = [of(report), of(off)];
  return (
    <>
      <Table heads={[t('people:column.name'), t('sittings:column.proposal'), t('sittings:column.report'), t('sittings:column.review'), { hidden: t('sittings:column.acts') }]}>
        {people.map((person) => (
          <tr key={person.caseId}>
            <th scope="row">
              <Link to={personPath(person.personId)}>{person.name}</Link>
              <div className="v-soft v-small">{[person.code, person.unit, person.status === 'AWAY' ? t('enums:personStatus.AWAY') : undefined].filter((part) => part !== undefined).join(' · ')}</div>
            </th>
            <td>
              {person.proposal === undefined ? '' : t(`enums:listProposal.${person.proposal}`)}
              {person.term === undefined ? null : <div className="v-soft v-small">{t('sittings:term', { date: date(person.term) })}</div>}
            </td>
            <td>
              <Tag tone={person.report.state === 'DONE' ? 'done' : person.report.dueOn < today ? 'warn' : 'plain'}>{t(`enums:sittingReportState.${person.report.state}`)}</Tag>{' '}
              <span className="v-soft v-small">{person.report.doneOn === undefined ? t('sittings:report.dueOn', { date: date(person.report.dueOn) }) : date(person.report.doneOn)}</span>
            </td>
            <td>
              <Tag tone={reviewTones[person.review.state] ?? 'plain'}>{t(`enums:reviewBefore.${person.review.state}`)}</Tag>{' '}
              {person.review.on === undefined ? null : <span className="v-soft v-small">{t(person.review.state === 'HELD' ? 'sittings:review.on' : 'sittings:review.by', { date: date(person.review.on) })}</span>}
            </td>
            <td>
              <Row>
                <Button variant="link" aria-label={`${t('sittings:report.open')}: ${person.name}`} onPress={() => setReport(person.caseId)}>
                  {t('sittings:report.open')}
                </Button>
                {writes ? (
                  <Button variant="link" aria-label={`${t('sittings:off.open')}: ${person.name}`} onPress={() => setOff(person.caseId)}>
                    {t('sittings:off.open')}
                  </Button>
                ) : null}
              </Row>
            </td>
          </tr>
        ))}
      </Table>
      {writing === undefined ? null : <ReportDialog key={writing.caseId} sittingId={sittingId} person={writing} writes={writes} onClose={() => setReport(undefined)} />}
      {leaving === undefined ? null : <TakeOff key={leaving.caseId} person={leaving} onClose={() => setOff(undefined)} />}
    </>
  );
};

const offForm = z.object({ reason: z.string().trim().min(1, 'sittings:off.reasonMissing').max(200, 'common:form.tooLong') });

const TakeOff = ({ person, onClose }: { readonly person: SittingPersonView; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <KeptDialog form="sittings.takeOff" title={`${t('sittings:off.title')}: ${person.name}`} personId={person.personId} about={person.caseId} schema={offForm} defaults={{ reason: '' }} send={(client, { reason }) => client.sittings.takeOff({ caseId: person.caseId, reason })} onClose={onClose}>
      <p className="v-soft">{t('sittings:off.text')}</p>
      <FormText name="reason" label={t('sittings:off.reason')} />
    </KeptDialog>
  );
};
