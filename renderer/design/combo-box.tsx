import type { Ref } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { folded } from '../../shared/domain/people.ts';
import { FieldFrame, type FieldTexts } from './field-parts.tsx';
import { Arrow, type Choice } from './select.tsx';

export interface ComboBoxProps extends FieldTexts {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Choice[];
  readonly openLabel: string;
  readonly width?: 'short' | 'medium' | 'full';
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Choice of one from a long list by typing part of it; diacritics do not matter. */
export const ComboBox = ({ label, hint, error, value, onChange, options, openLabel, width = 'medium', inputRef }: ComboBoxProps) => (
  <AriaComboBox
    className="v-field"
    data-width={width}
    value={value}
    onChange={(key) => {
      if (key !== null) onChange(String(key));
    }}
    defaultItems={options}
    defaultFilter={(text, typed) => folded(text).includes(folded(typed))}
    isInvalid={error !== undefined}
    validationBehavior="aria"
    menuTrigger="focus"
  >
    <FieldFrame label={label} hint={hint} error={error}>
      <Group className="v-input">
        <Input {...(inputRef === undefined ? {} : { ref: inputRef })} />
        <Button className="v-inset" aria-label={openLabel}>
          <Arrow />
        </Button>
      </Group>
    </FieldFrame>
    <Popover className="v-popover">
      <ListBox<Choice>>
        {(option) => (
          <ListBoxItem id={option.id} className="v-option" textValue={option.label}>
            {option.label}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </AriaComboBox>
);
