import { z } from 'zod';
import type { CreateWorkplace } from '../../../shared/contract/session.ts';
import { Language } from '../../../shared/domain/base.ts';
import { passwordRefusal } from '../../../shared/domain/passwords.ts';
import { formMessage } from '../../design/form/message.ts';
import { UserRole } from '../../../shared/domain/roles.ts';

/** Kinds of workplace, as the question asks it. */
export const KindForm = z.object({ kind: z.enum(['prison', 'probation'], { error: 'session:kind.missing' }) });

export const ServiceForm = z.object({
  serviceName: z.string().trim().min(1, 'session:service.nameMissing').max(200, 'common:form.tooLong'),
  address: z.string().trim().max(400, 'common:form.tooLong'),
  phone: z.string().trim().max(60, 'common:form.tooLong'),
});

export const PlaceForm = z.object({
  timeZone: z.string().min(1, 'session:place.zoneMissing'),
  documentLanguage: Language,
});

/** One of the first two people. `names`: what the password must not be made of. */
export const userForm = (names: readonly string[]) =>
  z
    .object({
      name: z.string().trim().min(1, 'session:user.nameMissing').max(200, 'common:form.tooLong'),
      role: z.enum(UserRole.options, { error: 'session:user.roleMissing' }),
      password: z.string(),
    })
    .superRefine((user, check) => {
      const refusal = passwordRefusal(user.password, [...names, user.name]);
      if (refusal !== undefined) check.addIssue({ code: 'custom', path: ['password'], message: formMessage(`refusals:${refusal.code}`, refusal.params) });
    });
export type UserDraft = z.infer<ReturnType<typeof userForm>>;

/** What was answered so far. Kept in memory only: the passwords in it leave with the page. */
export interface Draft {
  readonly kind?: 'prison' | 'probation';
  readonly service?: z.infer<typeof ServiceForm>;
  readonly place?: z.infer<typeof PlaceForm>;
  readonly users: readonly UserDraft[];
}

/** The order to the core, once everything is answered. */
export const workplaceOf = ({ kind, service, place, users }: Draft): CreateWorkplace | undefined => {
  if (kind === undefined || service === undefined || place === undefined || users.length !== 2) return undefined;
  return {
    kind,
    serviceName: service.serviceName,
    timeZone: place.timeZone,
    documentLanguage: place.documentLanguage,
    users: [...users],
    ...(service.address === '' ? {} : { address: service.address }),
    ...(service.phone === '' ? {} : { phone: service.phone }),
  };
};
