import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistLine, ChecklistView } from '../../../shared/contract/release.ts';
import { ChecklistDomain, stateOf } from '../../../shared/domain/checklist.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Toggle } from '../../design/toggle.tsx';
import { AddItem } from './add-item.tsx';
import { ItemLine } from './item-line.tsx';
import { ItemNotices } from './item-notices.tsx';
import { SwitchKind } from './switch-kind.tsx';
import { useItemMarks } from './use-item-marks.ts';

type Shown = 'all' | 'open' | 'late';
const shownOf: Readonly<Record<Shown, (line: ChecklistLine) => boolean>> = {
  all: () => true,
  open: ({ item, asked }) => asked && ['OPEN', 'REQUESTED', 'NOT_POSSIBLE'].includes(stateOf(item)),
  late: ({ late, asked }) => late && asked,
};

/** Items under the headings of what they are about, in the order of their days. */
const grouped = (lines: readonly ChecklistLine[], shown: Shown): readonly { readonly domain: ChecklistDomain; readonly lines: readonly ChecklistLine[] }[] =>
  ChecklistDomain.options.flatMap((domain) => {
    const own = lines.filter((line) => line.item.domain === domain && shownOf[shown](line)).toSorted((a, b) => a.item.dueOffsetDays - b.item.dueOffsetDays);
    return own.length === 0 ? [] : [{ domain, lines: own }];
  });

/** The list of the road somebody is on. */
export const ChecklistCard = ({ personId, view, list }: { readonly personId: string; readonly view: ChecklistView; readonly list: NonNullable<ChecklistView['list']> }) => {
  const { t } = useTranslation();
  // the road it was for is over: it is read, and nothing on it is marked any more
  const writes = useMay()('case.write') && list.endedOn === undefined;
  const marks = useItemMarks(personId, list.id);
  const [shown, setShown] = useState<Shown>('all');
  const [adding, setAdding] = useFormOpen('release.item');
  const [switching, setSwitching] = useState(false);
  const groups = grouped(view.lines, shown);
  return (
    <Card title={`${t('release:list.title')} · ${t(`enums:checklistKind.${list.kind}`)}`} flush aside={writes ? <Button onPress={() => setAdding(true)}>{t('release:item.add')}</Button> : null}>
      <div className="v-goal">
        <Stack gap={3}>
          <DaysWords view={view} />
          {view.newer && writes ? <NewTemplate list={list} /> : null}
          <Row between>
            <Toggle
              label={t('release:list.show')}
              value={shown}
              onChange={(next) => setShown(next === 'open' || next === 'late' ? next : 'all')}
              options={(['all', 'open', 'late'] as const).map((id) => ({ id, label: t(`release:list.${id}`) }))}
            />
            {writes ? (
              <Button variant="link" onPress={() => setSwitching(true)}>
                {t('release:list.switch')}
              </Button>
            ) : null}
          </Row>
        </Stack>
      </div>
      {writes ? (
        <div className="v-marked">
          <ItemNotices marks={marks} />
        </div>
      ) : null}
      {groups.length === 0 ? <p className="v-goal v-soft">{t('release:list.nothing')}</p> : null}
      {groups.map(({ domain, lines }) => (
        <section key={domain} className="v-goal" aria-label={t(`enums:checklistDomain.${domain}`)}>
          <h3>{t(`enums:checklistDomain.${domain}`)}</h3>
          <ul>
            {lines.map((line) => (
              <ItemLine key={line.item.code} line={line} marks={writes ? marks : undefined} />
            ))}
          </ul>
        </section>
      ))}
      {adding ? <AddItem personId={personId} checklistId={list.id} onClose={() => setAdding(false)} /> : null}
      {switching ? <SwitchKind list={list} kinds={view.kinds} onClose={() => setSwitching(false)} /> : null}
    </Card>
  );
};

/** From which day the days are counted, or why none is due. */
const DaysWords = ({ view: { day, resting } }: { readonly view: ChecklistView }) => {
  const { t } = useTranslation();
  const date = useDateText();
  if (resting) return <Notice tone="info" title={t('release:list.resting')} />;
  return <p className="v-small v-soft">{day === undefined ? t('release:list.noDay') : t('release:list.day', { date: date(day.date), what: t(`enums:releaseDateKind.${day.kind}`) })}</p>;
};

const NewTemplate = ({ list }: { readonly list: NonNullable<ChecklistView['list']> }) => {
  const { t } = useTranslation();
  const client = useClient();
  const saving = useAction();
  return (
    <>
      <ProblemNotice problem={saving.problem} />
      <Row>
        <span className="v-small">{t('release:list.newer')}</span>
        <Button isPending={saving.pending} onPress={() => void saving.run(() => client.release.switchKind({ checklistId: list.id, kind: list.kind }))}>
          {t('release:list.renew')}
        </Button>
      </Row>
    </>
  );
};
