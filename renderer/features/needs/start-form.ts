import { z } from 'zod';
import { LONG_TEXT } from '../../../shared/domain/base.ts';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { RoundKind, Source } from '../../../shared/domain/needs.ts';

/** The start of a round: not in the future, and resting on at least one source. */
export const startForm = (today: CivilDate) =>
  z.object({
    kind: z.enum(RoundKind.options, { error: 'needs:start.kindMissing' }),
    conductedOn: z
      .string()
      .refine(isCivilDate, 'common:form.dateMissing')
      .refine((day) => day <= today, 'needs:start.inFuture'),
    sources: z.array(Source).min(1, 'needs:start.sourceMissing'),
    limitations: z.string().trim().max(LONG_TEXT, 'common:form.tooLong'),
  });
export type StartForm = z.infer<ReturnType<typeof startForm>>;
