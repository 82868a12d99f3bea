import { z } from 'zod';
import { LONG_TEXT } from '../../../shared/domain/base.ts';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { RoundKind, RoundSkipReason, Source } from '../../../shared/domain/needs.ts';

/** Who asked: whoever types it in, or somebody who does not work with this program. Anything else is the id of a colleague. */
export const ME = 'ME';
export const OTHER = 'OTHER';

const dayUpTo = (today: CivilDate) =>
  z
    .string()
    .refine(isCivilDate, 'common:form.dateMissing')
    .refine((day) => day <= today, 'needs:start.inFuture');

/** The start of a round: not in the future, resting on at least one source, and asked by somebody. */
export const startForm = (today: CivilDate) =>
  z
    .object({
      kind: z.enum(RoundKind.options, { error: 'needs:start.kindMissing' }),
      conductedOn: dayUpTo(today),
      who: z.string(),
      asker: z.string().trim().max(200, 'common:form.tooLong'),
      sources: z.array(Source).min(1, 'needs:start.sourceMissing'),
      limitations: z.string().trim().max(LONG_TEXT, 'common:form.tooLong'),
    })
    .refine(({ who, asker }) => who !== OTHER || asker !== '', { path: ['asker'], error: 'needs:start.otherMissing' });
export type StartForm = z.infer<ReturnType<typeof startForm>>;

/** Who asked, as the core takes it. */
export const askedBy = ({ who, asker }: Pick<StartForm, 'who' | 'asker'>): { readonly conductedBy?: string; readonly asker?: string } => {
  if (who === OTHER) return { asker };
  return who === ME ? {} : { conductedBy: who };
};

/** A round that was not asked: on a day that has come, with its reason. */
export const skipForm = (today: CivilDate) =>
  z.object({ kind: RoundKind, on: dayUpTo(today), reason: RoundSkipReason, words: z.string().trim().max(LONG_TEXT, 'common:form.tooLong') });
