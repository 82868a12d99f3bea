import { useController, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { RadioGroup } from '../choice.tsx';
import { ComboBox } from '../combo-box.tsx';
import { DateField } from '../date-field.tsx';
import { PasswordField } from '../password-field.tsx';
import { Select, type Choice } from '../select.tsx';
import { TextAreaField, TextField } from '../text-field.tsx';
import { messageText } from './message.ts';

interface FormFieldProps {
  /** name in the schema of the form */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

const useField = (name: string) => {
  const { t } = useTranslation();
  const { field, fieldState } = useController<FieldValues, string>({ name });
  const message = fieldState.error?.message;
  const { ref, value, onChange, onBlur } = field;
  return { value: String(value ?? ''), onChange: (next: string) => onChange(next), onBlur, ref, error: message === undefined ? undefined : messageText(t, message) };
};

type Width = 'short' | 'medium' | 'full';

export const FormText = ({ name, width, ...texts }: FormFieldProps & { readonly width?: Width; readonly aboutPerson?: boolean }) => {
  const { ref, ...field } = useField(name);
  return <TextField {...texts} {...field} inputRef={ref} {...(width === undefined ? {} : { width })} />;
};

export const FormTextArea = ({ name, ...texts }: FormFieldProps & { readonly aboutPerson?: boolean }) => {
  const { ref, ...field } = useField(name);
  return <TextAreaField {...texts} {...field} inputRef={ref} />;
};

export const FormPassword = ({ name, ...texts }: FormFieldProps) => {
  const { ref, ...field } = useField(name);
  return <PasswordField {...texts} {...field} inputRef={ref} />;
};

export const FormDate = ({ name, ...texts }: FormFieldProps) => {
  const { ref, ...field } = useField(name);
  return <DateField {...texts} {...field} inputRef={(group) => ref(focusFirstSegment(group))} />;
};

/** A date has no input of its own: the focus goes to its first part. */
const focusFirstSegment = (group: HTMLDivElement | null) =>
  group === null ? null : { focus: () => group.querySelector<HTMLElement>('[role="spinbutton"]')?.focus() };

export const FormSelect = ({ name, options, placeholder, width, ...texts }: FormFieldProps & { readonly options: readonly Choice[]; readonly placeholder?: string; readonly width?: Width }) => {
  const { ref, value, ...field } = useField(name);
  return (
    <Select
      {...texts}
      {...field}
      value={value === '' ? null : value}
      options={options}
      inputRef={ref}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(width === undefined ? {} : { width })}
    />
  );
};

export const FormComboBox = ({ name, options, openLabel, ...texts }: FormFieldProps & { readonly options: readonly Choice[]; readonly openLabel: string }) => {
  const { ref, onBlur: _left, ...field } = useField(name);
  return <ComboBox {...texts} {...field} options={options} openLabel={openLabel} inputRef={ref} />;
};

export const FormRadio = ({ name, options, ...texts }: FormFieldProps & { readonly options: readonly Choice[] }) => {
  const { ref: _none, onBlur: _left, value, ...field } = useField(name);
  return <RadioGroup {...texts} {...field} value={value === '' ? null : value} options={options} />;
};
