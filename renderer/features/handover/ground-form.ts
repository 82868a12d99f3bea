import { z } from 'zod';
import { Language } from '../../../shared/domain/base.ts';
import { isCivilDate } from '../../../shared/domain/dates.ts';
import { legalGrounds, MandateKind, type Mandate } from '../../../shared/domain/mandate.ts';

/** What the question of the ground may be answered with: one of the grounds, or that there is none. */
export const groundAnswers = [...legalGrounds, 'NONE'] as const;

/** What an exercise needs no answer for: it has no act, and only one service to go to. */
export const practiceFields = (fields: GroundFields, recipient: string, today: string): GroundFields => ({
  ...fields,
  act: 'EXERCISE',
  date: today,
  recipient,
  number: 'later',
});

/** What is asked before the preview, as the fields hold it. */
export interface GroundFields {
  readonly kind: string;
  readonly act: string;
  readonly date: string;
  readonly recipient: string;
  /** how much of the case leaves: the id of a profile */
  readonly profile: string;
  readonly number: string;
  readonly numberText: string;
  readonly language: string;
}

/** What preview and preparation ask for. */
export interface GroundRequest {
  readonly mandate: Mandate;
  readonly recipientServiceId: string;
  readonly profile: string;
  readonly documentLanguage: Language;
  readonly registrationNumberOut?: string;
}

export const noGround: GroundFields = { kind: '', act: '', date: '', recipient: '', profile: 'probation', number: '', numberText: '', language: '' };

/** A choice whose field starts empty. */
const oneOf = <T extends string>(options: z.ZodType<T>, message: string) =>
  z.string().transform((value, context): T => {
    const found = options.safeParse(value);
    if (found.success) return found.data;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const filled = (message: string) => z.string().trim().min(1, message).max(200, 'common:form.tooLong');

/** The ground, the recipient, and the number or the explicit "later": the number may follow. */
export const GroundForm = z
  .object({
    kind: oneOf(MandateKind, 'handover:prepare.groundMissing'),
    act: filled('handover:prepare.actMissing'),
    date: z.string().refine(isCivilDate, 'common:form.dateMissing'),
    recipient: z.string().min(1, 'handover:prepare.recipientMissing'),
    profile: z.string().min(1, 'handover:prepare.profileMissing'),
    number: oneOf(z.enum(['now', 'later']), 'handover:prepare.numberMissing'),
    numberText: z.string().trim().max(200, 'common:form.tooLong'),
    language: oneOf(Language, 'handover:prepare.languageMissing'),
  })
  .superRefine((ground, check) => {
    if (ground.number === 'now' && ground.numberText === '') check.addIssue({ code: 'custom', path: ['numberText'], message: 'handover:prepare.numberMissing' });
  })
  .transform(
    ({ kind, act, date, recipient, profile, number, numberText, language }): GroundRequest => ({
      mandate: { kind, act, date },
      recipientServiceId: recipient,
      profile,
      documentLanguage: language,
      ...(number === 'now' ? { registrationNumberOut: numberText } : {}),
    }),
  );

interface Prepared {
  readonly mandate: Mandate;
  readonly profile: string;
  readonly recipientServiceId: string;
  readonly documentLanguage: Language;
  readonly registrationNumberOut?: string | undefined;
}

/** The fields of a hand-over prepared before, so that nothing is typed twice. */
export const fieldsOf = ({ mandate, profile, recipientServiceId, documentLanguage, registrationNumberOut }: Prepared): GroundFields => ({
  ...mandate,
  recipient: recipientServiceId,
  // a version is nothing to choose: the newest is meant
  profile: profile.replace(/-\d+$/, ''),
  number: registrationNumberOut === undefined ? 'later' : 'now',
  numberText: registrationNumberOut ?? '',
  language: documentLanguage,
});
