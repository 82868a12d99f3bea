import { z } from 'zod';
import type { ProgrammeRow } from '../../../shared/contract/learning.ts';
import { Language } from '../../../shared/domain/base.ts';
import { ProgrammeArea, type Programme } from '../../../shared/domain/learning.ts';

const tooLong = 'common:form.tooLong';
const optional = z.string().trim().max(200, tooLong);

/** The form of a programme; its name is asked in the language of the screen, the others may stay empty. */
export const programmeForm = (language: Language) => {
  const title = (of: Language) => (of === language ? optional.min(1, 'learning:programme.titleMissing') : optional);
  return z.object({
    // in the order of the form, which is the order in which what is wrong is told
    ...Object.fromEntries([language, ...Language.options].map((of) => [of, title(of)])),
    code: z.string().trim().min(1, 'learning:programme.codeMissing').max(200, tooLong),
    hours: z.string().refine((text) => hoursOf(text) !== undefined, 'learning:programme.hoursWrong'),
    area: z.enum(ProgrammeArea.options, 'learning:programme.areaMissing'),
    provider: z.string().trim().min(1, 'learning:programme.providerMissing').max(200, tooLong),
  }) as unknown as z.ZodType<ProgrammeForm, Record<keyof ProgrammeForm, string>>;
};
export type ProgrammeForm = { readonly code: string; readonly en: string; readonly it: string; readonly ro: string; readonly area: ProgrammeArea; readonly provider: string; readonly hours: string };

/** Hours as people write them, with a comma or a point; undefined for what is none. */
export const hoursOf = (text: string): number | undefined => {
  if (!/^\d{1,4}(?:[.,]\d{1,2})?$/.test(text.trim())) return undefined;
  const hours = Number(text.trim().replace(',', '.'));
  return hours <= 5000 ? hours : undefined;
};

/** What is sent: a name left empty in a language is the one of the language that was filled in. */
export const programmeOf = ({ code, area, provider, hours, ...titles }: ProgrammeForm, language: Language): Pick<Programme, 'code' | 'title' | 'area' | 'provider' | 'hours'> => ({
  code,
  area,
  provider,
  hours: hoursOf(hours) ?? 0,
  title: { en: titles.en || titles[language], it: titles.it || titles[language], ro: titles.ro || titles[language] },
});

/** The form filled in with a programme: names that only repeat the one of the screen's language are left empty. */
export const formOf = (programme: ProgrammeRow | undefined, language: Language): Record<keyof ProgrammeForm, string> => {
  const title = (of: Language): string => (programme === undefined || (of !== language && programme.title[of] === programme.title[language]) ? '' : programme.title[of]);
  return {
    code: programme?.code ?? '',
    en: title('en'),
    it: title('it'),
    ro: title('ro'),
    area: programme?.area ?? '',
    provider: programme?.provider ?? '',
    hours: programme === undefined ? '' : String(programme.hours),
  };
};
