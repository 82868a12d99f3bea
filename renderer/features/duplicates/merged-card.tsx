import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { MergedView } from '../../../shared/contract/duplicates.ts';
import { MergeField } from '../../../shared/domain/merge.ts';
import { currentDates } from '../../../shared/domain/release-dates.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay, userName, useSession } from '../../app/session-context.tsx';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Card, Facts, Row, Stack } from '../../design/layout.tsx';
import { useFieldWords } from './field-words.ts';

/** Records that were merged into this person's, what they said, and the way back; nothing where there are none. */
export const MergedCard = ({ personId, name }: { readonly personId: string; readonly name: string }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [undoing, setUndoing] = useState<MergedView | undefined>(undefined);
  const live = useLive(personId, (client, signal) => client.people.mergedOf({ personId }, { signal }));
  const merged = live.value ?? [];
  if (merged.length === 0) return <ProblemNotice problem={live.problem} />;
  return (
    <Card title={t('duplicates:merged.title')}>
      <Stack>
        {merged.map((record) => (
          <OneMerged key={record.id} record={record} {...(may('register.import') ? { onUndo: () => setUndoing(record) } : {})} />
        ))}
      </Stack>
      {undoing === undefined ? null : <PutApart record={undoing} name={name} onClose={() => setUndoing(undefined)} />}
    </Card>
  );
};

const OneMerged = ({ record, onUndo }: { readonly record: MergedView; readonly onUndo?: () => void }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const date = useDateText();
  const words = useFieldWords();
  const { person } = record;
  const said = MergeField.options.flatMap((field) => (person[field] === undefined ? [] : [[t(`duplicates:field.${field}`), words.field(person, field)] as const]));
  const dates = currentDates(person).map(({ kind }) => [t(`enums:releaseDateKind.${kind}`), words.date(person, kind)] as const);
  return (
    <section className="v-stack" aria-label={`${record.name} ${record.code}`}>
      <Row between>
        <p>
          <b>{record.name}</b> <span className="v-number">{record.code}</span>
          <br />
          <span className="v-small v-soft">
            {[
              t('duplicates:merged.on', { date: date(record.on), name: userName(status, record.by) ?? t('office:audit.formerUser') }),
              ...(record.documents === 0 ? [] : [t('duplicates:merged.documents', { count: record.documents })]),
            ].join(' · ')}
          </span>
        </p>
        {onUndo === undefined ? null : (
          <Button aria-label={t('duplicates:merged.undoName', { name: record.name, code: record.code })} onPress={onUndo}>
            {t('duplicates:merged.undo')}
          </Button>
        )}
      </Row>
      <details>
        <summary>{t('duplicates:merged.said')}</summary>
        <Facts entries={[...said, ...dates]} />
      </details>
    </section>
  );
};

/** The question before two records stand apart again. */
const PutApart = ({ record, name, onClose }: { readonly record: MergedView; readonly name: string; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const undoing = useAction();
  return (
    <Dialog title={t('duplicates:merged.undoTitle')} isOpen onClose={onClose}>
      <Stack>
        <ProblemNotice problem={undoing.problem} />
        <p>{t('duplicates:merged.undoText', { name })}</p>
        {record.plansStay === 0 ? null : <p>{t('duplicates:merged.plansStay', { count: record.plansStay })}</p>}
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button
            variant="go"
            isPending={undoing.pending}
            onPress={() =>
              void undoing.run(() => client.people.unmerge({ mergedId: record.id })).then((done) => {
                if (done === undefined) return;
                onClose();
                void navigate(personPath(done.value.personId, 'details'));
              })
            }
          >
            {t('duplicates:merged.undo')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  );
};
