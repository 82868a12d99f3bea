import type { Ref } from 'react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { FieldFrame, type FieldTexts } from './field-parts.tsx';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
}

export interface SelectProps extends FieldTexts {
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly options: readonly Choice[];
  readonly placeholder?: string;
  readonly width?: 'short' | 'medium' | 'full';
  readonly inputRef?: Ref<HTMLButtonElement>;
}

/** The small mark that something opens downwards. */
export const Arrow = () => (
  <svg className="v-arrow" width="12" height="8" viewBox="0 0 12 8" aria-hidden="true">
    <path d="M1 1l5 5 5-5" fill="none" stroke="currentColor" strokeWidth="2" />
  </svg>
);

/** Choice of one from a short list. */
export const Select = ({ label, hint, error, value, onChange, options, placeholder, width = 'full', inputRef, onBlur }: SelectProps) => (
  <AriaSelect
    className="v-field"
    data-width={width}
    value={value}
    onChange={(key) => onChange(String(key))}
    isInvalid={error !== undefined}
    validationBehavior="aria"
    {...(onBlur === undefined ? {} : { onBlur })}
    {...(placeholder === undefined ? {} : { placeholder })}
  >
    <FieldFrame label={label} hint={hint} error={error}>
      <Button className="v-input v-select" {...(inputRef === undefined ? {} : { ref: inputRef })}>
        <SelectValue />
        <Arrow />
      </Button>
    </FieldFrame>
    <Options options={options} />
  </AriaSelect>
);

/** What a select opens. */
export const Options = ({ options }: { readonly options: readonly Choice[] }) => (
  <Popover className="v-popover">
    <ListBox items={options}>
      {(option) => (
        <ListBoxItem id={option.id} className="v-option" textValue={option.label}>
          {option.label}
        </ListBoxItem>
      )}
    </ListBox>
  </Popover>
);
