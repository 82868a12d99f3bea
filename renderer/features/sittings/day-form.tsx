import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OutcomesView, SittingPersonView, SittingView } from '../../../shared/contract/sittings.ts';
import { SittingOutcome } from '../../../shared/domain/sitting.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptDraft } from '../../app/drafts/use-kept-draft.ts';
import { ProblemNotice, ProblemWords, useProblemParts } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { BareSelect } from '../../design/bare-select.tsx';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { DateField } from '../../design/date-field.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Table } from '../../design/table.tsx';
import { TextField } from '../../design/text-field.tsx';
import { asksForDay, DayDraft, emptyDay, outcomesIn, rowOf, rowProblem, withCommand, type DayRow } from './day-rows.ts';
import { Effects } from './effects.tsx';

interface DayFormProps {
  readonly view: SittingView;
  /** still to be heard */
  readonly people: readonly SittingPersonView[];
  readonly onSaved: (people: OutcomesView['people']) => void;
}

const NOTHING = 'none';

/** A part of a date is no input of the form: Enter in it would send nothing. */
const sendFromDate = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key !== 'Enter' || (event.target as HTMLElement).getAttribute('role') !== 'spinbutton') return;
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.querySelector('form')?.requestSubmit();
};

/** All outcomes of a day: what the list proposed is filled in, a human confirms, what follows is shown before it is saved. */
export const DayForm = ({ view, people, onSaved }: DayFormProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const { sitting, outcomes } = view;
  const { value: draft, set, kept } = useKeptDraft({ form: 'sittings.day', about: sitting.id, schema: DayDraft, empty: emptyDay });
  const [looked, setLooked] = useState<OutcomesView | undefined>(undefined);
  const [tried, setTried] = useState(false);
  const told = outcomesIn(draft, people, sitting.kind);
  const noSource = draft.source.trim() === '';
  const wrong = people.some((person) => rowProblem(rowOf(draft, person, sitting.kind), sitting.on) !== undefined);
  const change = (next: (now: DayDraft) => DayDraft): void => {
    set(next);
    setLooked(undefined);
  };
  const put = (personId: string, row: DayRow): void => change((now) => ({ ...now, rows: { ...now.rows, [personId]: row } }));
  const input = { sittingId: sitting.id, source: draft.source.trim(), people: told };
  const look = async (): Promise<void> => {
    setTried(true);
    if (noSource || wrong || told.length === 0) return;
    const done = await work.run(() => client.sittings.look(input));
    if (done !== undefined) setLooked(done.value);
  };
  const record = async (): Promise<void> => {
    const done = await work.run(() => client.sittings.record(input));
    if (done === undefined) return;
    if (!done.value.saved) {
      setLooked(done.value);
      return;
    }
    const rows = Object.fromEntries(Object.entries(draft.rows).filter(([id]) => told.every(({ personId }) => personId !== id)));
    if (people.length === told.length) await kept.done();
    else set((now) => ({ ...now, rows }));
    setLooked(undefined);
    setTried(false);
    onSaved(done.value.people);
  };
  const confirmable = people.filter((person) => rowOf(draft, person, sitting.kind).command !== undefined);
  const confirmed = confirmable.filter((person) => rowOf(draft, person, sitting.kind).confirmed);
  const refused = looked?.people.filter(({ refusal }) => refusal !== undefined).length ?? 0;
  return (
    <Card
      title={t('sittings:day.title')}
      aside={
        <Checkbox
          isSelected={confirmable.length > 0 && confirmed.length === confirmable.length}
          isIndeterminate={confirmed.length > 0 && confirmed.length < confirmable.length}
          onChange={(on) => change((now) => ({ ...now, rows: { ...now.rows, ...Object.fromEntries(confirmable.map((person) => [person.personId, { ...rowOf(now, person, sitting.kind), confirmed: on }])) } }))}
        >
          {t('sittings:day.confirmAll')}
        </Checkbox>
      }
    >
      <div onKeyDownCapture={sendFromDate}>
        <form
          noValidate
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            void (looked !== undefined && refused === 0 ? record() : look());
          }}
        >
          <Stack>
            <p className="v-soft">{t('sittings:day.text')}</p>
            <DraftLine kept={kept} />
            <ProblemNotice problem={work.problem} />
            <TextField
              label={t('sittings:day.source')}
              hint={t('sittings:day.sourceHint')}
              value={draft.source}
              onChange={(source) => change((now) => ({ ...now, source }))}
              maxLength={200}
              width="medium"
              error={tried && noSource ? t('common:form.sourceMissing') : undefined}
            />
            <Table heads={[t('sittings:day.confirm'), t('people:column.name'), t('sittings:column.outcome'), t('sittings:day.date'), t('sittings:column.follows')]} label={t('sittings:day.title')}>
              {people.map((person) => (
                <PersonRow
                  key={person.personId}
                  person={person}
                  row={rowOf(draft, person, sitting.kind)}
                  on={sitting.on}
                  outcomes={outcomes}
                  tried={tried}
                  looked={looked?.people.find(({ personId }) => personId === person.personId)}
                  onChange={(row) => put(person.personId, row)}
                />
              ))}
            </Table>
            {refused === 0 ? null : (
              <Notice tone="danger" title={t('sittings:day.refused', { count: refused })}>
                <p>{t('sittings:day.refusedText')}</p>
              </Notice>
            )}
            {tried && told.length === 0 ? <p className="v-wrong">{t('sittings:day.nobody')}</p> : null}
            <Row end>
              {looked === undefined || refused > 0 ? (
                <Button type="submit" variant="go" isPending={work.pending}>
                  {t('sittings:day.look', { count: told.length })}
                </Button>
              ) : (
                <>
                  <span role="status" className="v-soft">
                    {t('sittings:day.looked')}
                  </span>
                  <Button type="submit" variant="go" isPending={work.pending}>
                    {t('sittings:day.record', { count: told.length })}
                  </Button>
                </>
              )}
            </Row>
          </Stack>
        </form>
      </div>
    </Card>
  );
};

interface PersonRowProps {
  readonly person: SittingPersonView;
  readonly row: DayRow;
  readonly on: string;
  readonly outcomes: SittingView['outcomes'];
  readonly tried: boolean;
  readonly looked: OutcomesView['people'][number] | undefined;
  readonly onChange: (row: DayRow) => void;
}

const PersonRow = ({ person, row, on, outcomes, tried, looked, onChange }: PersonRowProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  const words = useProblemParts();
  const problem = rowProblem(row, on);
  const { name } = person;
  return (
    <tr>
      <td>
        <Checkbox aria-label={t('sittings:day.confirmOne', { name })} isSelected={row.confirmed} onChange={(confirmed) => onChange({ ...row, confirmed })} />
      </td>
      <th scope="row">
        <Link to={personPath(person.personId, 'dates')}>{name}</Link>
        <div className="v-soft v-small">
          {person.code}
          {person.proposal === undefined ? null : ` · ${t('sittings:day.proposed', { proposal: t(`enums:listProposal.${person.proposal}`) })}`}
          {person.term === undefined ? null : ` · ${t('sittings:term', { date: date(person.term) })}`}
        </div>
      </th>
      <td>
        <BareSelect
          label={t('sittings:day.outcomeOf', { name })}
          value={row.command ?? NOTHING}
          onChange={(id) => onChange(withCommand(row, SittingOutcome.options.find((known) => known === id), person.term))}
          options={[{ id: NOTHING, label: t('sittings:day.notYet') }, ...outcomes.map((id) => ({ id, label: t(`enums:sittingOutcome.${id}`) }))]}
        />
        {tried && problem === 'sittings:day.outcomeMissing' ? <div className="v-wrong">{t(problem)}</div> : null}
      </td>
      <td>
        {asksForDay(row.command) ? (
          <DateField
            label={t(row.command === 'move' ? 'sittings:day.otherDay' : 'sittings:day.term')}
            value={row.date}
            onChange={(day) => onChange({ ...row, date: day, confirmed: day !== '' ? true : row.confirmed })}
            error={tried && problem !== undefined && problem !== 'sittings:day.outcomeMissing' ? t(problem) : undefined}
          />
        ) : null}
      </td>
      <td>
        {looked === undefined ? null : looked.refusal === undefined ? (
          <Effects effects={looked.effects} />
        ) : (
          <div className="v-wrong">
            <ProblemWords parts={words({ kind: 'refused', code: looked.refusal.code, params: looked.refusal.params ?? {} })} />
          </div>
        )}
      </td>
    </tr>
  );
};
