import { parseDate, type CalendarDate } from '@internationalized/date';
import { useState, type Ref } from 'react';
import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components/DateField';
import { isCivilDate, type CivilDate } from '../../shared/domain/dates.ts';
import { FieldFrame, type FieldTexts } from './field-parts.tsx';

export interface DateFieldProps extends FieldTexts {
  /** `YYYY-MM-DD` or empty */
  readonly value: string;
  readonly onChange: (value: CivilDate | '') => void;
  readonly onBlur?: () => void;
  readonly inputRef?: Ref<HTMLDivElement>;
}

const calendarDate = (text: string): CalendarDate | null => (isCivilDate(text) ? parseDate(text) : null);

/** A civil date, typed in the order of the screen's language. Half a date is no date: it reports the empty text. */
export const DateField = ({ label, hint, error, value, onChange, onBlur, inputRef }: DateFieldProps) => {
  const [shown, setShown] = useState<{ readonly text: string; readonly date: CalendarDate | null }>({ text: value, date: calendarDate(value) });
  // an outer change (a reset form, a loaded draft) replaces what is shown; an own change is already there
  const current = shown.text === value ? shown.date : calendarDate(value);
  return (
    <AriaDateField<CalendarDate>
      className="v-field"
      data-width="short"
      value={current}
      onChange={(date) => {
        const text = date === null ? '' : date.toString();
        setShown({ text, date });
        onChange(text);
      }}
      granularity="day"
      isInvalid={error !== undefined}
      validationBehavior="aria"
      shouldForceLeadingZeros
      {...(onBlur === undefined ? {} : { onBlur })}
    >
      <FieldFrame label={label} hint={hint} error={error}>
        <DateInput className="v-input v-date" {...(inputRef === undefined ? {} : { ref: inputRef })}>
          {(segment) => <DateSegment segment={segment} className="v-segment" />}
        </DateInput>
      </FieldFrame>
    </AriaDateField>
  );
};
