import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../../../shared/contract/audit.ts';
import { AuditKind } from '../../../shared/domain/audit.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay } from '../../app/session-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { changed } from './audit-words.ts';
import { ExportDialog } from './export-dialog.tsx';
import { useTrail } from './use-trail.ts';
import { useChecking, Verdict } from './verify.tsx';

/** Who did what and when, newest first, narrowed by what is asked; whether it is whole; and a copy for an inspection. */
export const AuditPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const checking = useChecking();
  const [filter, setFilter] = useState<AuditFilter>({});
  const [person, setPerson] = useState<string | undefined>(undefined);
  const [exporting, setExporting] = useState(false);
  const trail = useTrail(filter);
  useTitle(t('common:nav.audit'));
  const onPerson = (id: string | undefined, name: string | undefined) => {
    setPerson(name);
    setFilter((known) => changed(changed(known, 'mark', undefined), 'personId', id));
  };
  const onMark = (mark: string) => {
    setPerson(undefined);
    setFilter((known) => changed(changed(known, 'personId', undefined), 'mark', mark));
  };
  return (
    <main>
      <PageHeading title={t('common:nav.audit')}>
        <Row>
          {may('audit.export') ? <Button onPress={() => setExporting(true)}>{t('office:audit.export.open')}</Button> : null}
          <Button isPending={checking.pending} onPress={checking.start}>
            {t('office:audit.verify')}
          </Button>
        </Row>
      </PageHeading>
      <Stack>
        <ProblemNotice problem={checking.problem ?? trail.problem} />
        <Verdict {...checking} />
        <AuditFilters filter={filter} onChange={setFilter} person={person} onPerson={onPerson} />
        <Card title={t('office:audit.title')} aside={<Counts filter={filter} />} flush>
          {trail.entries.length === 0 ? null : <AuditTable entries={trail.entries} onMark={onMark} />}
          <div className="v-card-body">
            {trail.searching ? (
              <Row between>
                <Progress label={t('office:audit.searching', { looked: trail.looked, of: trail.total })} {...(trail.total === 0 ? {} : { percent: (100 * trail.looked) / trail.total })} />
                <Button onPress={trail.stop}>{t('office:audit.stop')}</Button>
              </Row>
            ) : trail.atEnd ? (
              <p className="v-soft">{trail.entries.length === 0 ? t('office:audit.none') : null}</p>
            ) : (
              <Button onPress={trail.more}>{t('office:audit.older')}</Button>
            )}
          </div>
        </Card>
      </Stack>
      {exporting ? <ExportDialog filter={filter} onClose={() => setExporting(false)} /> : null}
    </main>
  );
};

/** How many entries of each kind the filter finds; it grows while the trail is being counted. */
const Counts = ({ filter }: { readonly filter: AuditFilter }) => {
  const { t } = useTranslation();
  const { value } = useLive(JSON.stringify(filter), (client, signal) => client.audit.count({ filter }, { signal }));
  if (value === undefined) return null;
  const kinds = AuditKind.options.flatMap((kind) => (value.kinds[kind] === undefined ? [] : [`${t(`enums:auditKind.${kind}`)}: ${value.kinds[kind]}`]));
  return (
    <span className="v-small v-soft" role="status">
      {value.looked < value.of ? '… ' : ''}
      {[t('office:audit.counted', { count: value.found }), ...(kinds.length > 1 ? kinds : [])].join(' · ')}
    </span>
  );
};
