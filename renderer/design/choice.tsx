import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import { FieldFrame, type FieldTexts } from './field-parts.tsx';
import type { Choice } from './select.tsx';

export interface RadioGroupProps extends FieldTexts {
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly options: readonly Choice[];
}

/** Choice of one from a few, all of them in sight. */
export const RadioGroup = ({ label, hint, error, value, onChange, options }: RadioGroupProps) => (
  <AriaRadioGroup className="v-choice-group" value={value} onChange={onChange} isInvalid={error !== undefined} validationBehavior="aria">
    <FieldFrame label={label} hint={hint} error={error}>
      <div className="v-choices">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="v-choice">
            <span className="v-choice-text">
              <span>{option.label}</span>
              {option.hint === undefined ? null : <span className="v-hint">{option.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </FieldFrame>
  </AriaRadioGroup>
);

export interface CheckboxProps {
  readonly isSelected: boolean;
  readonly isIndeterminate?: boolean;
  readonly onChange: (selected: boolean) => void;
  /** the name for screen readers when the text beside it is not enough */
  readonly 'aria-label'?: string;
  readonly children?: ReactNode;
}

/** A yes or no that can be changed at any time. */
export const Checkbox = ({ children, ...props }: CheckboxProps) => (
  <AriaCheckbox {...props} className="v-check">
    {({ isSelected, isIndeterminate }) => (
      <>
        <span className="v-check-box">
          <svg viewBox="0 0 12 12" aria-hidden="true">
            {isIndeterminate ? <path d="M2 6h8" /> : isSelected ? <path d="M1.5 6.5l3 3 6-7" /> : null}
          </svg>
        </span>
        {children}
      </>
    )}
  </AriaCheckbox>
);
