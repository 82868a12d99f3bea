import { z } from 'zod';
import { ReceiptReason, RevocationReason } from '../../../shared/domain/envelope.ts';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { Carrier, EmergencyWhy } from '../../../shared/domain/handover.ts';

const words = (missing: string) => z.string().trim().min(1, missing).max(200, 'common:form.tooLong');
const optional = z.string().trim().max(200, 'common:form.tooLong');
const day = (today: CivilDate) => z.string().refine(isCivilDate, 'common:form.dateMissing').refine((on) => on <= today, 'handover:life.inFuture');
const chosen = <T extends string>(options: z.ZodType<T>, missing: string) => z.string().refine((value): value is T => options.safeParse(value).success, missing);

/** Who or what takes the medium, and what stands on it. A delegated person is named. */
export const dispatchForm = (today: CivilDate) =>
  z.object({ carrier: chosen(Carrier, 'handover:life.carrierMissing'), carrierName: optional, label: words('handover:life.labelMissing'), on: day(today) }).superRefine(({ carrier, carrierName }, check) => {
    if (carrier === 'DELEGATE' && carrierName === '') check.addIssue({ code: 'custom', path: ['carrierName'], message: 'handover:life.nameMissing' });
  });

/** What a receipt on paper says. A refusal says why. */
export const paperForm = (today: CivilDate) =>
  z
    .object({ decision: chosen(z.enum(['RECEIVED', 'ACCEPTED', 'REJECTED']), 'handover:life.decisionMissing'), reason: z.union([z.literal(''), ReceiptReason]), on: day(today), number: words('handover:life.numberMissing'), signedBy: optional })
    .superRefine(({ decision, reason }, check) => {
      if (decision === 'REJECTED' && reason === '') check.addIssue({ code: 'custom', path: ['reason'], message: 'handover:arrivals.reasonMissing' });
    });

export const revokeForm = z.object({ reason: chosen(RevocationReason, 'handover:life.reasonMissing') });

export const aloneForm = z.object({ why: chosen(EmergencyWhy, 'handover:life.whyMissing'), words: words('handover:life.wordsMissing') });
