import type { Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { FieldFrame, type FieldTexts } from './field-parts.tsx';
import { LeaveOutHint } from './leave-out-hint.tsx';

export interface TextFieldProps extends FieldTexts {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly name?: string;
  readonly type?: 'text' | 'tel';
  readonly width?: 'short' | 'medium' | 'full';
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  /** words about a person are written here: it is said what rather does not belong into them */
  readonly aboutPerson?: boolean;
}

/** One line of text. Names and codes are not words: the spelling checker and completions stay away. */
export const TextField = ({ label, hint, error, inputRef, width = 'full', onBlur, aboutPerson = false, ...props }: TextFieldProps) => (
  <AriaTextField
    {...props}
    {...(onBlur === undefined ? {} : { onBlur })}
    className="v-field"
    data-width={width}
    isInvalid={error !== undefined}
    autoComplete="off"
    spellCheck="false"
    validationBehavior="aria"
  >
    <FieldFrame label={label} hint={hint} error={error}>
      <Input className="v-input" {...(inputRef === undefined ? {} : { ref: inputRef })} />
      {aboutPerson ? <LeaveOutHint text={props.value} /> : null}
    </FieldFrame>
  </AriaTextField>
);

export interface TextAreaFieldProps extends FieldTexts {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
  readonly maxLength?: number;
  /** false where no words about a person are written */
  readonly aboutPerson?: boolean;
}

/** Several lines of text: nearly always words about a person, so it is said what rather does not belong into them. */
export const TextAreaField = ({ label, hint, error, inputRef, onBlur, aboutPerson = true, ...props }: TextAreaFieldProps) => (
  <AriaTextField {...props} {...(onBlur === undefined ? {} : { onBlur })} className="v-field" isInvalid={error !== undefined} validationBehavior="aria">
    <FieldFrame label={label} hint={hint} error={error}>
      <TextArea className="v-input" {...(inputRef === undefined ? {} : { ref: inputRef })} />
      {aboutPerson ? <LeaveOutHint text={props.value} /> : null}
    </FieldFrame>
  </AriaTextField>
);
