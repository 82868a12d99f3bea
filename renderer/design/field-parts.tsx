import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';

/** What every field shows around its input, in the order people read: name, help, what is wrong, the input. */
export interface FieldTexts {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

export const FieldFrame = ({ label, hint, error, children }: FieldTexts & { readonly children: ReactNode }) => (
  <>
    <Label className="v-label">{label}</Label>
    {hint === undefined ? null : (
      <Text slot="description" className="v-hint">
        {hint}
      </Text>
    )}
    {error === undefined ? null : <FieldError className="v-wrong">{error}</FieldError>}
    {children}
  </>
);
