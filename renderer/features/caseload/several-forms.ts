import { z } from 'zod';

/** The value of the choice that takes a name away. */
export const NOBODY = 'nobody';

/** As what, and who. */
export const AssignForm = z.object({
  as: z.enum(['CASE_MANAGER', 'DEPUTY']),
  user: z.string({ error: 'caseload:assign.whoMissing' }).min(1, 'caseload:assign.whoMissing'),
});
export type AssignForm = z.infer<typeof AssignForm>;
