import { z } from 'zod';
import { Basis, LONG_TEXT } from '../../../shared/domain/base.ts';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { needsWords } from '../../../shared/domain/need-machine.ts';
import { NeedCommand } from '../../../shared/domain/need.ts';
import { NeedUrgency } from '../../../shared/domain/needs.ts';

/** How soon something has to be done is not said anew. */
export const SAME = 'SAME';

/** What became of a need: not in the future, and in words where it says nothing without. */
export const updateForm = (today: CivilDate) =>
  z
    .object({
      command: NeedCommand,
      on: z
        .string()
        .refine(isCivilDate, 'common:form.dateMissing')
        .refine((day) => day <= today, 'needs:update.inFuture'),
      urgency: z.union([z.literal(SAME), NeedUrgency]),
      text: z.string().trim().max(LONG_TEXT, 'common:form.tooLong'),
      basis: Basis,
      fromPartner: z.boolean(),
    })
    .refine(({ command, text }) => text !== '' || !needsWords.has(command), { path: ['text'], error: 'needs:update.textNeeded' });
export type UpdateForm = z.infer<ReturnType<typeof updateForm>>;
