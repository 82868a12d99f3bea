import { z } from 'zod';
import { Language } from '../../../shared/domain/base.ts';
import { isCivilDate } from '../../../shared/domain/dates.ts';
import type { TransferOrder } from '../../../shared/domain/transfer.ts';

/** What is asked before the preview, as the fields hold it. */
export interface TransferFields {
  readonly act: string;
  readonly date: string;
  readonly recipient: string;
  readonly number: string;
  readonly numberText: string;
  readonly language: string;
}

export const noTransfer: TransferFields = { act: '', date: '', recipient: '', number: '', numberText: '', language: '' };

/** What preview and preparation ask for. */
export interface TransferRequest {
  readonly order: TransferOrder;
  readonly recipientServiceId: string;
  readonly documentLanguage: Language;
  readonly registrationNumberOut?: string;
}

const filled = (message: string) => z.string().trim().min(1, message).max(200, 'common:form.tooLong');

/** The order, the prison, and the number or the explicit "later". @param today nobody is moved by an order of tomorrow */
export const transferForm = (today: string) =>
  z
    .object({
      act: filled('handover:transfer.actMissing'),
      date: z.string().refine(isCivilDate, 'common:form.dateMissing').refine((date) => date <= today, 'handover:transfer.orderAhead'),
      recipient: z.string().min(1, 'handover:transfer.recipientMissing'),
      number: z.string().refine((number) => number === 'now' || number === 'later', 'handover:prepare.numberMissing'),
      numberText: z.string().trim().max(200, 'common:form.tooLong'),
      language: z.string().refine((language) => Language.safeParse(language).success, 'handover:prepare.languageMissing'),
    })
    .superRefine((fields, check) => {
      if (fields.number === 'now' && fields.numberText === '') check.addIssue({ code: 'custom', path: ['numberText'], message: 'handover:prepare.numberMissing' });
    })
    .transform(({ act, date, recipient, number, numberText, language }): TransferRequest => ({
      order: { act, date },
      recipientServiceId: recipient,
      documentLanguage: Language.parse(language),
      ...(number === 'now' ? { registrationNumberOut: numberText } : {}),
    }));

interface Prepared {
  readonly mandate: { readonly act: string; readonly date: string };
  readonly recipientServiceId: string;
  readonly documentLanguage: string;
  readonly registrationNumberOut?: string | undefined;
}

/** The fields of one prepared before, so that nothing is typed twice. */
export const transferFields = ({ mandate, recipientServiceId, documentLanguage, registrationNumberOut }: Prepared): TransferFields => ({
  act: mandate.act,
  date: mandate.date,
  recipient: recipientServiceId,
  number: registrationNumberOut === undefined ? 'later' : 'now',
  numberText: registrationNumberOut ?? '',
  language: documentLanguage,
});
