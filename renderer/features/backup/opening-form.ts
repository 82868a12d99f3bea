import { z } from 'zod';
import { passwordRefusal } from '../../../shared/domain/passwords.ts';
import { formMessage } from '../../design/form/message.ts';

/** Who opens a backup, and with what. Passwords in it: nothing of it is kept. */
export interface OpeningForm {
  userId: string;
  how: 'password' | 'code';
  password: string;
  code: string;
  newPassword: string;
}

export const noOpening: OpeningForm = { userId: '', how: 'password', password: '', code: '', newPassword: '' };

/**
 * What must be filled in. With a code only what goes with it is asked for.
 * @param names what a new password must not be made of; undefined where the code sets none
 */
export const openingForm = (names: readonly string[] | undefined) =>
  z
    .object({
      userId: z.string().min(1, 'session:unlock.nameMissing'),
      how: z.enum(['password', 'code']),
      password: z.string().max(200, 'common:form.tooLong'),
      code: z.string().trim().max(200, 'common:form.tooLong'),
      newPassword: z.string().max(200, 'common:form.tooLong'),
    })
    .superRefine(({ how, password, code, newPassword }, check) => {
      const wrong = (field: keyof OpeningForm, message: string): void => check.addIssue({ code: 'custom', path: [field], message });
      if (how === 'password' && password === '') wrong('password', 'session:unlock.passwordMissing');
      if (how === 'password') return;
      if (code === '') wrong('code', 'session:recover.codeMissing');
      const weak = names === undefined ? undefined : passwordRefusal(newPassword, names);
      if (weak !== undefined) wrong('newPassword', formMessage(`refusals:${weak.code}`, weak.params));
    });

/** What the core is told: password with the key file, or the code. */
export const openingOf = ({ userId, how, password, code }: OpeningForm, key: { readonly keyFile?: string }) =>
  how === 'code' ? { userId, code } : { userId, password, ...key };
