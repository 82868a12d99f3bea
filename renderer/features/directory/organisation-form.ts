import { z } from 'zod';
import type { OrganisationRow } from '../../../shared/contract/directory.ts';
import { OrganisationPerson, Publishes, type OrganisationContent } from '../../../shared/domain/directory.ts';
import { isPlainText, phoneText } from '../../../shared/domain/plain-text.ts';

const tooLong = 'common:form.tooLong';
const text = (longest = 200) => z.string().trim().max(longest, tooLong).refine(isPlainText, 'sharedPacks:directory.plain');
const phone = z.string().trim().refine((value) => value === '' || phoneText.safeParse(value).success, 'sharedPacks:directory.phoneWrong');

/** The form of a service; everything but its name and kind may stay empty. */
export const organisationForm = z
  .object({
    name: text().min(1, 'sharedPacks:directory.nameMissing'),
    kind: z.string().min(1, 'sharedPacks:directory.kindMissing'),
    municipality: text(120),
    address: text(400),
    phone,
    email: z.string().trim().refine((value) => value === '' || z.email().max(200).safeParse(value).success, 'sharedPacks:directory.emailWrong'),
    opening: text(),
    /** codes, with a comma between them */
    helpsWith: z.string(),
    checkedOn: z.string(),
    person: text(120),
    personRole: text(120),
    personPhone: phone,
    agreed: z.enum(['yes', 'no']),
    publishes: Publishes,
  })
  .refine(({ person, personRole, personPhone }) => person !== '' || (personRole === '' && personPhone === ''), { path: ['person'], error: 'sharedPacks:directory.personNameMissing' });
export type OrganisationForm = z.infer<typeof organisationForm>;

const given = <K extends string>(fields: Readonly<Record<K, string>>): { readonly [N in K]?: string } => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as { readonly [N in K]?: string };

/** What is sent; people beyond the first stay as they came. */
export const contentOf = ({ name, kind, municipality, address, phone: call, email, opening, helpsWith, checkedOn, person, personRole, personPhone, agreed, publishes }: OrganisationForm, before: OrganisationRow | undefined): OrganisationContent => {
  const first = person === '' ? [] : [OrganisationPerson.parse({ name: person, ...given({ role: personRole, phone: personPhone }), publishes: agreed === 'yes' })];
  return { name, kind, ...given({ municipality, address, phone: call, email, opening, checkedOn }), helpsWith: helpsWith === '' ? [] : helpsWith.split(','), persons: [...first, ...(before?.persons.slice(1) ?? [])], publishes };
};

/** The form filled in with a service. What is new stays here until somebody says otherwise. */
export const formOf = (row: OrganisationRow | undefined): OrganisationForm => {
  const [person] = row?.persons ?? [];
  return {
    name: row?.name ?? '',
    kind: row?.kind ?? '',
    municipality: row?.municipality ?? '',
    address: row?.address ?? '',
    phone: row?.phone ?? '',
    email: row?.email ?? '',
    opening: row?.opening ?? '',
    helpsWith: (row?.helpsWith ?? []).join(','),
    checkedOn: row?.checkedOn ?? '',
    person: person?.name ?? '',
    personRole: person?.role ?? '',
    personPhone: person?.phone ?? '',
    agreed: person?.publishes === true ? 'yes' : 'no',
    publishes: row?.publishes ?? 'NOTHING',
  };
};
