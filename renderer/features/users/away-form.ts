import { z } from 'zod';
import { isCivilDate } from '../../../shared/domain/dates.ts';

const day = z.string().refine(isCivilDate, 'common:form.dateMissing');

/** Days away, with who stands in. */
export const AwayForm = z
  .object({ deputyId: z.string().min(1, 'users:away.deputyMissing'), from: day, to: day })
  .superRefine(({ from, to }, check) => {
    if (to < from) check.addIssue({ code: 'custom', path: ['to'], message: 'users:away.backwards' });
  });
export type AwayForm = z.infer<typeof AwayForm>;
