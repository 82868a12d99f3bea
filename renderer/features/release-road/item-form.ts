import { z } from 'zod';
import { ChecklistDomain, ChecklistOwner, ownersAfterRelease } from '../../../shared/domain/checklist.ts';

/** Who may see to an item before release. */
export const ownersBefore = ChecklistOwner.options.filter((owner) => !ownersAfterRelease.some((after) => after === owner));

/** An item added by hand: its days are counted back from release. */
export const itemForm = z.object({
  text: z.string().trim().min(1, 'release:item.textMissing').max(200, 'common:form.tooLong'),
  domain: z.enum(ChecklistDomain.options, { error: 'release:item.domainMissing' }),
  owner: z.enum(ChecklistOwner.options, { error: 'release:item.ownerMissing' }),
  due: z
    .string()
    .trim()
    .refine((typed) => /^\d{1,3}$/.test(typed) && Number(typed) <= 365, 'release:item.dueWrong'),
  required: z.enum(['YES', 'NO']),
});
export type ItemForm = z.infer<typeof itemForm>;
