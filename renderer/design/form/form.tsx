import type { ReactNode } from 'react';
import { FormProvider, type FieldErrors, type FieldPath, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary, type WrongField } from '../error-summary.tsx';
import { Stack } from '../layout.tsx';
import { messageText } from './message.ts';

/** Fields with errors, in the order in which they were declared; `text` turns keys into words. */
export const wrongFields = (errors: FieldErrors, text: (key: string) => string): WrongField[] =>
  Object.entries(errors).flatMap(([name, error]) => (typeof error?.message === 'string' ? [{ name, message: text(error.message) }] : []));

interface FormProps<In extends FieldValues, Out extends FieldValues> {
  readonly form: UseFormReturn<In, unknown, Out>;
  readonly onSubmit: (values: Out) => unknown;
  readonly children: ReactNode;
}

/** A form checked when sent. What is wrong is summed up above the fields, and said again beside each. */
export const Form = <In extends FieldValues, Out extends FieldValues>({ form, onSubmit, children }: FormProps<In, Out>) => {
  const { t } = useTranslation();
  const { errors, submitCount } = form.formState;
  return (
    <FormProvider {...form}>
      <form noValidate autoComplete="off" onSubmit={(event) => void form.handleSubmit((values) => onSubmit(values))(event)}>
        <Stack>
          <ErrorSummary wrong={wrongFields(errors, (message) => messageText(t, message))} attempt={submitCount} onGo={(name) => form.setFocus(name as FieldPath<In>)} />
          {children}
        </Stack>
      </form>
    </FormProvider>
  );
};
