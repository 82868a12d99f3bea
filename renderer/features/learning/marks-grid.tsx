import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunView } from '../../../shared/contract/learning.ts';
import { AttendanceMark } from '../../../shared/domain/learning.ts';
import { markLetters } from '../../../shared/domain/learning-marks.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay, useSession } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { CellGrid, type CellLook, type CellPlace } from '../../design/cell-grid.tsx';
import { Keys } from '../../design/keys.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { useColumnText } from './column-text.ts';
import { cellAt, isInert, sumsOnSheet, toneOf } from './sheet-of-marks.ts';
import { useMarks } from './use-marks.ts';
import { useSheetKeys } from './use-sheet-keys.ts';

/** Who was there: a sheet for the keyboard, saved as it is typed. */
export const MarksGrid = ({ view }: { readonly view: RunView }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const { status } = useSession();
  const may = useMay();
  const { marks, state } = useMarks(view);
  const keys = useSheetKeys(view, marks, { today: status.today, mayWrite: may('learning.mark') });
  const { sheet, active, typed } = keys;
  const date = useDateText();
  const column = useColumnText();
  const help = useId();
  const letters = markLetters[preferences.language];
  // moving through the sheet draws no cell anew but those left and entered
  const picture = useMemo(() => ({ version: state.version, sheet, typed, language: preferences.language }), [state.version, sheet, typed, preferences.language]);
  const days = useMemo(() => sheet.sessions.map(({ on }) => date(on)), [sheet, date]);

  const lookOf = (place: CellPlace): CellLook => {
    const cell = cellAt(sheet, place);
    if (cell === undefined) return { text: '', label: '', tone: 'none', inert: true };
    const { person, session } = cell;
    const value = marks.at(person.personId, session.id);
    const inert = isInert(sheet, place);
    const isTyping = typed !== '' && place.row === active.row && place.column === active.column;
    const said = session.cancelled !== undefined ? t('learning:grid.cancelledCell') : value.mark === null ? t('learning:grid.noMark') : t(`enums:attendanceMark.${value.mark}`);
    const part = value.minutes === undefined ? '' : `, ${t('learning:minutes', { count: value.minutes })}`;
    return {
      text: isTyping ? `${typed}…` : value.mark === null ? '' : value.minutes === undefined ? letters[value.mark] : String(value.minutes),
      label: `${person.name}, ${days[place.column] ?? ''}: ${said}${part}`,
      tone: isTyping ? 'typing' : toneOf(value.mark),
      inert,
    };
  };
  const percentOf = (personId: string): string => {
    const { percent } = sumsOnSheet(sheet, marks, personId);
    return percent === undefined ? '' : `${percent} %`;
  };
  const saved = { none: '', saving: t('learning:grid.saving'), saved: t('common:saved'), failed: t('learning:grid.notSaved') }[state.phase];
  return (
    <Stack gap={2}>
      <ProblemNotice problem={state.problem} />
      {state.phase === 'failed' && state.problem?.kind !== 'refused' ? <Button onPress={() => marks.flush()}>{t('learning:grid.again')}</Button> : null}
      <div className="v-legend" role="group" aria-label={t('learning:grid.legend')}>
        {AttendanceMark.options.map((mark, at) => (
          <button
            key={mark}
            type="button"
            className="v-legend-mark"
            disabled={!keys.mayWrite || (sheet.area === 'RESTORATIVE' && mark !== 'PRESENT' && mark !== 'CANCELLED')}
            // the sheet keeps the focus, so that typing goes on
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => keys.mark(mark)}
          >
            <Keys>{`${letters[mark]} ${at + 1}`}</Keys>
            {t(`enums:attendanceMark.${mark}`)}
          </button>
        ))}
      </div>
      <CellGrid
        label={t('learning:grid.label')}
        rows={sheet.people.length}
        columns={sheet.sessions.length}
        corner={t('learning:grid.people', { count: sheet.people.length })}
        rowHead={(row) => {
          const person = sheet.people[row];
          return person === undefined ? { name: '', detail: '', title: '' } : { name: person.name, detail: percentOf(person.personId), title: `${person.name} · ${person.code}` };
        }}
        columnHead={(at) => column(sheet.sessions[at])}
        cell={lookOf}
        picture={picture}
        active={active}
        anchor={keys.anchor}
        onActive={keys.goTo}
        onKeyDown={keys.onKeyDown}
        onBlur={keys.commit}
        describedBy={help}
      />
      <Row between>
        {keys.mayWrite ? (
          <Row>
            <Button variant="plain" onPress={keys.fill}>
              {t('learning:grid.fill')} <Keys>⇧ P</Keys>
            </Button>
            <Button variant="plain" isDisabled={!state.canUndo} onPress={keys.undo}>
              {t('learning:grid.undo')} <Keys>Ctrl Z</Keys>
            </Button>
            <Button variant="plain" isDisabled={!state.canRedo} onPress={keys.redo}>
              {t('learning:grid.redo')} <Keys>Ctrl Y</Keys>
            </Button>
          </Row>
        ) : null}
        <p className="v-marks-said" role="status" aria-live="polite">
          {keys.said}
        </p>
        <p className="v-small v-soft" role="status">
          {saved}
        </p>
      </Row>
      <p id={help} className="v-hint">
        {t('learning:grid.help')}
      </p>
    </Stack>
  );
};
