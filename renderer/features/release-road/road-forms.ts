import { z } from 'zod';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { ObligationKind, type Obligation } from '../../../shared/domain/obligations.ts';
import { AddressState, type Destination } from '../../../shared/domain/road.ts';
import { civilDateField } from '../person/date-form.ts';

const short = z.string().trim().max(200, 'common:form.tooLong');
const optionalDay = z.string().refine((day) => day === '' || isCivilDate(day), 'common:form.dateMissing');

/** One obligation as it is typed; days may be left empty where the act sets no end. */
export const obligationForm = z
  .object({
    kind: z.enum(ObligationKind.options, { error: 'release:obligations.kindMissing' }),
    text: z.string().trim().min(1, 'release:obligations.textMissing').max(4000, 'common:form.tooLong'),
    act: short.min(1, 'release:obligations.actMissing'),
    from: civilDateField,
    until: optionalDay,
    protects: z.enum(['YES', 'NO']),
  })
  .refine(({ from, until }) => until === '' || !isCivilDate(from) || until >= from, { path: ['until'], message: 'release:obligations.untilWrong' });
export type ObligationForm = z.infer<typeof obligationForm>;

export const obligationDefaults = (before: Obligation | undefined) => ({
  ...(before === undefined ? {} : { kind: before.kind }),
  text: before?.text ?? '',
  act: before?.act ?? '',
  from: before?.from ?? '',
  until: before?.until ?? '',
  protects: before?.protectsSomebody === true ? ('YES' as const) : ('NO' as const),
});

export const obligationOf = ({ protects, until, ...rest }: ObligationForm, lang: Obligation['lang']) => ({ ...rest, lang, protectsSomebody: protects === 'YES', ...(until === '' ? {} : { until }) });

export const destinationForm = z.object({
  addressState: z.enum(AddressState.options, { error: 'release:destination.stateMissing' }),
  address: short,
  municipality: short,
  county: short,
  country: short,
  host: short,
});
export type DestinationForm = z.infer<typeof destinationForm>;

export const destinationDefaults = (before: Destination | undefined) => ({
  ...(before === undefined ? {} : { addressState: before.addressState }),
  address: before?.address ?? '',
  municipality: before?.municipality ?? '',
  county: before?.county ?? '',
  country: before?.country ?? '',
  host: before?.host ?? '',
});

/** Without what was left empty. */
export const destinationOf = ({ addressState, ...words }: DestinationForm): Destination => ({ addressState, ...Object.fromEntries(Object.entries(words).filter(([, word]) => word !== '')) });

/** Why something ends, or where somebody looked. */
export const reasonForm = z.object({ reason: z.string().trim().min(1, 'common:mark.wordMissing').max(200, 'common:form.tooLong') });

/** A day that has come. */
export const dayForm = (today: CivilDate) => z.object({ on: civilDateField.refine((day) => day <= today, 'refusals:obligation.readInFuture') });
