import { z } from 'zod';
import { AfterRelease, ContactBanKind, CustodyStatus, MovementKind, type SpokenLanguage } from '../../../shared/domain/custody.ts';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { Language } from '../../../shared/domain/base.ts';
import { LegalPosition, ReadingSupport } from '../../../shared/domain/people.ts';
import { isActNumber, PersonDetails } from '../../../shared/domain/person-details.ts';
import { civilDateField, sourceField, timeField } from './date-form.ts';

/** The value of a choice that is not made. */
export const NONE = 'none';

const words = z.string().trim().max(200, 'common:form.tooLong');
const choice = <T extends string>(options: readonly T[]) => z.enum([NONE, ...options]);
const dateOrNothing = z.string().refine((text) => text === '' || isCivilDate(text), 'common:form.dateMissing');
const notInFuture = (today: CivilDate) => dateOrNothing.refine((text) => text <= today, 'people:details.moveOnFuture');

export const detailsOf = (person: PersonDetails): PersonDetails => Object.fromEntries(Object.keys(PersonDetails.shape).map((name) => [name, person[name as keyof PersonDetails]])) as PersonDetails;

/** Only what is filled in. */
const given = <T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined | '' | typeof NONE> } =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== '' && entry !== NONE)) as never;

/** The details with some of them replaced; what was emptied is gone. */
const replaced = (before: PersonDetails, names: readonly (keyof PersonDetails)[], next: Partial<PersonDetails>): PersonDetails =>
  ({ ...Object.fromEntries(Object.entries(before).filter(([name]) => !names.some((replacedName) => replacedName === name))), ...next }) as PersonDetails;

export const situationForm = (today: CivilDate) =>
  z
    .object({
      unit: words,
      regime: words,
      legalPosition: choice(LegalPosition.options),
      admissionDate: notInFuture(today),
      endless: z.enum(['yes', 'no']),
      manager: z.string(),
      deputy: z.string(),
      afterRelease: choice(AfterRelease.options),
      custody: choice(CustodyStatus.options),
      custodySince: notInFuture(today),
      returnsBy: timeField,
      custodyAct: words,
    })
    .superRefine((form, check) => {
      if (form.deputy !== NONE && form.deputy === form.manager) check.addIssue({ code: 'custom', path: ['deputy'], message: 'people:details.deputySame' });
      if (form.custody !== NONE && form.custodySince === '') check.addIssue({ code: 'custom', path: ['custodySince'], message: 'people:details.custodySinceMissing' });
    });
export type SituationForm = z.infer<ReturnType<typeof situationForm>>;

export const situationOf = (details: PersonDetails): SituationForm => ({
  unit: details.unit ?? '',
  regime: details.regime ?? '',
  legalPosition: details.legalPosition ?? NONE,
  admissionDate: details.admissionDate ?? '',
  endless: details.endless === true ? 'yes' : 'no',
  manager: details.caseManagerId ?? NONE,
  deputy: details.deputyId ?? NONE,
  afterRelease: details.afterRelease ?? NONE,
  custody: details.custody?.status ?? NONE,
  custodySince: details.custody?.since ?? '',
  returnsBy: details.custody?.returnsBy ?? '',
  custodyAct: details.custody?.act ?? '',
});

export const withSituation = (before: PersonDetails, form: SituationForm): PersonDetails => {
  const { custody, custodySince, returnsBy, custodyAct, endless, manager, deputy, ...rest } = form;
  return replaced(before, ['unit', 'regime', 'legalPosition', 'admissionDate', 'endless', 'caseManagerId', 'deputyId', 'afterRelease', 'custody'], {
    ...given(rest),
    ...given({ caseManagerId: manager, deputyId: deputy }),
    ...(endless === 'yes' ? { endless: true } : {}),
    ...(custody === NONE ? {} : { custody: { status: custody, since: custodySince, ...given({ returnsBy, act: custodyAct }) } }),
  });
};

export const languageForm = z.object({
  copyLanguage: choice(Language.options),
  readingSupport: choice(ReadingSupport.options),
  interpreterLanguage: words,
  speaks: words,
  reads: words,
});
export type LanguageForm = z.infer<typeof languageForm>;

const listed = (text: string): string[] => [...new Set(text.split(',').map((word) => word.trim()))].filter((word) => word !== '');
const same = (a: string, b: string): boolean => a.toLocaleLowerCase() === b.toLocaleLowerCase();

/** "maghiară, română" spoken and "română" read, as languages each with whether it is read. */
export const languagesFrom = (speaks: string, reads: string): SpokenLanguage[] => {
  const read = listed(reads);
  const spoken = listed(speaks);
  const all = [...spoken, ...read.filter((language) => !spoken.some((known) => same(known, language)))];
  return all.slice(0, 8).map((language) => ({ language, reads: read.some((known) => same(known, language)) }));
};

export const languageOf = (details: PersonDetails): LanguageForm => ({
  copyLanguage: details.copyLanguage ?? NONE,
  readingSupport: details.readingSupport ?? NONE,
  interpreterLanguage: details.interpreterLanguage ?? '',
  speaks: details.languages?.map(({ language }) => language).join(', ') ?? '',
  reads: details.languages?.flatMap(({ language, reads }) => (reads ? [language] : [])).join(', ') ?? '',
});

export const withLanguage = (before: PersonDetails, { speaks, reads, ...form }: LanguageForm): PersonDetails => {
  const languages = languagesFrom(speaks, reads);
  return replaced(before, ['copyLanguage', 'readingSupport', 'interpreterLanguage', 'languages'], { ...given(form), ...(languages.length === 0 ? {} : { languages }) });
};

export const permitForm = z.object({ permitUntil: dateOrNothing });
export type PermitForm = z.infer<typeof permitForm>;
export const withPermit = (before: PersonDetails, form: PermitForm): PersonDetails => replaced(before, ['permitUntil'], given(form));

export const banForm = z.object({
  kind: z.enum(ContactBanKind.options, { error: 'people:details.banKindMissing' }),
  act: z.string().trim().max(200, 'common:form.tooLong').refine(isActNumber, 'people:details.banActMissing'),
  until: dateOrNothing,
});
export type BanForm = z.infer<typeof banForm>;

/** A prohibition added, or the one of this id changed. */
export const withBan = (before: PersonDetails, id: string, { until, ...ban }: BanForm): PersonDetails => {
  const entry = { id, ...ban, ...given({ until }) };
  const bans = before.contactBans ?? [];
  return { ...before, contactBans: bans.some((known) => known.id === id) ? bans.map((known) => (known.id === id ? entry : known)) : [...bans, entry] };
};

export const moveForm = (today: CivilDate) =>
  z
    .object({
      kind: z.enum(MovementKind.options, { error: 'people:details.moveKindMissing' }),
      on: civilDateField.refine((text) => text <= today, 'people:details.moveOnFuture'),
      place: words,
      expectedReturn: dateOrNothing,
      source: sourceField,
    })
    .superRefine((form, check) => {
      if (form.expectedReturn !== '' && form.expectedReturn < form.on) check.addIssue({ code: 'custom', path: ['expectedReturn'], message: 'people:details.moveExpectedRange' });
    });
export type MoveForm = z.infer<ReturnType<typeof moveForm>>;
