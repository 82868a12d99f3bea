import { useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { TextField } from 'react-aria-components/TextField';
import { FieldFrame, type FieldTexts } from './field-parts.tsx';

export interface PasswordFieldProps extends FieldTexts {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly name?: string;
}

/** A password that can be looked at: people who see what they type choose longer ones. */
export const PasswordField = ({ label, hint, error, inputRef, onBlur, ...props }: PasswordFieldProps) => {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      {...(onBlur === undefined ? {} : { onBlur })}
      className="v-field"
      data-width="medium"
      type={shown ? 'text' : 'password'}
      isInvalid={error !== undefined}
      autoComplete="off"
      spellCheck="false"
      validationBehavior="aria"
    >
      <FieldFrame label={label} hint={hint} error={error}>
        <Group className="v-input">
          <Input {...(inputRef === undefined ? {} : { ref: inputRef })} />
          <Button className="v-inset" onPress={() => setShown(!shown)} aria-label={shown ? t('common:password.hideFull') : t('common:password.showFull')}>
            {shown ? t('common:password.hide') : t('common:password.show')}
          </Button>
        </Group>
      </FieldFrame>
    </TextField>
  );
};
