import { useTranslation } from 'react-i18next';
import type { IssuedView } from '../../../shared/contract/documents.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLive } from '../../app/use-live.ts';
import { Card } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';
import { useInstantText } from './instant.ts';

/** What left in clear: what, when, by whom, in which language, for which hand-over. Never the name of a file. */
export const IssuedList = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation();
  const at = useInstantText();
  const issued = useLive(personId, (client, signal) => client.documents.ofPerson({ personId }, { signal }));
  const entries = issued.value ?? [];
  return (
    <Card title={t('documents:screen.issued')} flush={entries.length > 0}>
      <ProblemNotice problem={issued.problem} />
      {issued.value !== undefined && entries.length === 0 ? <p className="v-soft">{t('documents:screen.issuedNone')}</p> : null}
      {entries.length === 0 ? null : (
        <Table heads={(['when', 'document', 'act', 'by', 'language', 'for'] as const).map((column) => t(`documents:screen.column.${column}`))}>
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} at={at(entry.at)} />
          ))}
        </Table>
      )}
    </Card>
  );
};

const Row = ({ entry, at }: { readonly entry: IssuedView; readonly at: string }) => {
  const { t } = useTranslation();
  const { document, act, result, by, language, pages, handover } = entry;
  return (
    <tr>
      <td className="v-number">{at}</td>
      <th scope="row">
        {t(`enums:documentKind.${document}`)}
        <span className="v-small v-soft"> · {t('documents:screen.pages', { count: pages })}</span>
      </th>
      <td>
        {t(`enums:issueAct.${act}`)}
        {result === 'DONE' ? null : <span className="v-soft"> · {t(`enums:issueResult.${result}`)}</span>}
      </td>
      <td>{by === '' ? t('office:audit.formerUser') : by}</td>
      <td>{t(`enums:language.${language}`)}</td>
      <td>{handover === undefined ? t('documents:screen.forPerson') : [handover.recipient, handover.reference].filter((part) => part !== undefined).join(' · ')}</td>
    </tr>
  );
};
