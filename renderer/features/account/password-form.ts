import { z } from 'zod';
import { passwordRefusal } from '../../../shared/domain/passwords.ts';
import { formMessage } from '../../design/form/message.ts';

/** A new password, typed twice. `names`: what it must not be made of; common ones are known to the core only. */
export const passwordForm = (names: readonly string[]) =>
  z
    .object({ current: z.string().min(1, 'users:password.currentMissing').max(200, 'common:form.tooLong'), next: z.string().max(200, 'common:form.tooLong'), again: z.string() })
    .superRefine(({ next, again }, check) => {
      const refusal = passwordRefusal(next, names);
      if (refusal !== undefined) check.addIssue({ code: 'custom', path: ['next'], message: formMessage(`refusals:${refusal.code}`, refusal.params) });
      else if (again !== next) check.addIssue({ code: 'custom', path: ['again'], message: 'users:password.differs' });
    });
export type PasswordForm = z.infer<ReturnType<typeof passwordForm>>;
