import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { DateField } from '../../design/date-field.tsx';
import { Pair, Stack } from '../../design/layout.tsx';
import { TextField } from '../../design/text-field.tsx';
import { useDayText, useWeekdayText } from './column-text.ts';
import { offeredDays, type PlanOfDays } from './plan-of-days.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** Sessions by weekdays from a day to a day; single days are pressed out. */
export const PlanFields = ({ plan, onChange, error }: { readonly plan: PlanOfDays; readonly onChange: (plan: PlanOfDays) => void; readonly error?: string | undefined }) => {
  const { t } = useTranslation();
  const weekday = useWeekdayText();
  const day = useDayText();
  const offered = offeredDays(plan);
  const left = new Set(plan.without);
  const toggled = <T,>(all: readonly T[], one: T, on: boolean): T[] => (on ? [...all, one] : all.filter((other) => other !== one));
  return (
    <Stack gap={3}>
      <fieldset className="v-field">
        <legend className="v-label">{t('learning:plan.weekdays')}</legend>
        {error === undefined ? null : (
          <p className="v-wrong" role="alert">
            {error}
          </p>
        )}
        <div className="v-legend v-weekdays">
          {WEEK.map((one) => (
            <ToggleButton key={one} className="v-day-toggle" isSelected={plan.weekdays.includes(one)} onChange={(on) => onChange({ ...plan, weekdays: toggled(plan.weekdays, one, on) })}>
              {weekday(one)}
            </ToggleButton>
          ))}
        </div>
      </fieldset>
      <Pair>
        <DateField label={t('learning:plan.from')} value={plan.from} onChange={(from) => onChange({ ...plan, from })} />
        <DateField label={t('learning:plan.to')} value={plan.to} onChange={(to) => onChange({ ...plan, to })} />
        <TextField label={t('learning:plan.minutes')} value={plan.minutes} onChange={(minutes) => onChange({ ...plan, minutes })} width="short" maxLength={4} />
      </Pair>
      {offered.length === 0 ? null : (
        <fieldset className="v-field">
          <legend className="v-label">{t('learning:plan.days', { count: offered.filter((on) => !left.has(on)).length })}</legend>
          <p className="v-hint">{t('learning:plan.daysHint')}</p>
          <div className="v-days-plan">
            {offered.map((on) => (
              <ToggleButton key={on} className="v-day-toggle" isSelected={!left.has(on)} onChange={(held) => onChange({ ...plan, without: toggled(plan.without, on, !held) })}>
                {day(on)}
              </ToggleButton>
            ))}
          </div>
        </fieldset>
      )}
    </Stack>
  );
};
