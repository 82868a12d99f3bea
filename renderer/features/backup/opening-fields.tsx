import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PASSWORD_MIN } from '../../../shared/domain/passwords.ts';
import { KeyFileField, type ChosenKeyFile } from '../../app/key-file.tsx';
import { FormPassword, FormRadio, FormSelect, FormText } from '../../design/form/fields.tsx';
import type { OpeningForm } from './opening-form.ts';

interface OpeningFieldsProps {
  readonly users: readonly { readonly id: string; readonly name: string; readonly keyFile: boolean }[];
  /** the code also sets a new password */
  readonly withNew: boolean;
  /** the users are those of the day of the backup, so it is known who needs a key file */
  readonly ofThatDay: boolean;
  readonly keyFile: ChosenKeyFile;
}

/** More users than this are chosen from a list that opens: they would push everything else off the screen. */
const SIDE_BY_SIDE = 4;

/** User, and their password of that day or the printed code. */
export const OpeningFields = ({ users, withNew, ofThatDay, keyFile }: OpeningFieldsProps) => {
  const { t } = useTranslation();
  const { control } = useFormContext<OpeningForm>();
  const [userId, how] = useWatch({ control, name: ['userId', 'how'] });
  const needed = users.find(({ id }) => id === userId)?.keyFile === true;
  const who = { name: 'userId', label: t('backup:open.who'), hint: t('backup:open.whoHint'), options: users.map(({ id, name }) => ({ id, label: name })) };
  return (
    <>
      {users.length > SIDE_BY_SIDE ? <FormSelect {...who} /> : <FormRadio {...who} />}
      <FormRadio
        name="how"
        label={t('backup:open.how')}
        options={[
          { id: 'password', label: t('backup:open.password') },
          { id: 'code', label: t(withNew ? 'backup:open.codeNew' : 'backup:open.code') },
        ]}
      />
      {how === 'password' ? (
        <>
          <FormPassword name="password" label={t('session:unlock.password')} />
          {needed || !ofThatDay ? <KeyFileField chosen={keyFile} maybe={!ofThatDay} /> : null}
        </>
      ) : (
        <>
          <FormText name="code" label={t('session:recover.code')} hint={t('session:recover.codeHint')} />
          {withNew ? <FormPassword name="newPassword" label={t('session:recover.newPassword')} hint={t('session:password.hint', { min: PASSWORD_MIN })} /> : null}
        </>
      )}
    </>
  );
};
