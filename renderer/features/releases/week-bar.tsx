import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { mondayOf } from '../../../shared/domain/week.ts';
import { Button } from '../../design/button.tsx';
import { DateField } from '../../design/date-field.tsx';
import { Keys } from '../../design/keys.tsx';
import { Row } from '../../design/layout.tsx';

interface WeekBarProps {
  readonly monday: CivilDate;
  readonly today: CivilDate;
  readonly onWeek: (monday: CivilDate) => void;
}

/** Typing in a field keeps its keys. */
const isField = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('input, textarea, [role="spinbutton"], [role="dialog"]') !== null;

/** Goes from week to week: this, the next, the one before or after, or the week of any day. Ctrl with an arrow does the same. */
export const WeekBar = ({ monday, today, onWeek }: WeekBarProps) => {
  const { t } = useTranslation();
  const thisMonday = mondayOf(today);
  const nextMonday = addDays(thisMonday, 7);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!event.ctrlKey || event.shiftKey || event.altKey || isField(event.target)) return;
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    onWeek(addDays(monday, event.key === 'ArrowLeft' ? -7 : 7));
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
  return (
    <Row between bottom>
      <Row>
        <Button aria-keyshortcuts="Control+ArrowLeft" onPress={() => onWeek(addDays(monday, -7))}>
          <span className="v-heard">{t('home:releases.before')}</span>
          <span aria-hidden="true">←</span> <Keys>Ctrl ←</Keys>
        </Button>
        <Button variant={monday === thisMonday ? 'go' : 'quiet'} aria-pressed={monday === thisMonday} onPress={() => onWeek(thisMonday)}>
          {t('home:releases.thisWeek')}
        </Button>
        <Button variant={monday === nextMonday ? 'go' : 'quiet'} aria-pressed={monday === nextMonday} onPress={() => onWeek(nextMonday)}>
          {t('home:releases.nextWeek')}
        </Button>
        <Button aria-keyshortcuts="Control+ArrowRight" onPress={() => onWeek(addDays(monday, 7))}>
          <span className="v-heard">{t('home:releases.after')}</span>
          <span aria-hidden="true">→</span> <Keys>Ctrl →</Keys>
        </Button>
      </Row>
      <AnyDay key={monday} monday={monday} onWeek={onWeek} />
    </Row>
  );
};

/** A day somebody has in mind; its week is shown as soon as it is a whole date. */
const AnyDay = ({ monday, onWeek }: Pick<WeekBarProps, 'monday' | 'onWeek'>) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  return (
    <form
      className="v-row"
      data-bottom=""
      onSubmit={(event) => {
        event.preventDefault();
        if (isCivilDate(typed) && mondayOf(typed) !== monday) onWeek(mondayOf(typed));
      }}
    >
      <DateField label={t('home:releases.any')} value={typed} onChange={setTyped} />
      <Button type="submit">{t('home:releases.choose')}</Button>
    </form>
  );
};
