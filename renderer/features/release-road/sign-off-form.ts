import { z } from 'zod';

/** The signature of the second person: a reason where something critical is missing, every open goal said to go on. */
export const signOffForm = (missing: number, goals: readonly string[]) =>
  z
    .object({ reason: z.string().trim().max(200, 'common:form.tooLong'), goesOn: z.array(z.string()) })
    .refine(({ reason }) => missing === 0 || reason !== '', { path: ['reason'], message: 'release:sign.reasonMissing' })
    .refine(({ goesOn }) => goals.every((id) => goesOn.includes(id)), { path: ['goesOn'], message: 'release:sign.goalsMissing' });
export type SignOffForm = z.infer<ReturnType<typeof signOffForm>>;
