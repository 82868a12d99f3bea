import { DateFormatter, parseDate } from '@internationalized/date';
import type { Language } from '../../../shared/domain/base.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { createTexts } from '../../../shared/i18n/index.ts';
import type { en } from '../../../shared/i18n/en.ts';

export type EnumName = keyof (typeof en)['enums'];

/** Everything a document says, in its own language: chosen per document, not taken from the screen. */
export interface Words {
  readonly language: Language;
  /**
   * A text of the `documents` catalogue.
   * @throws Error when the catalogue has no such text: a raw key must never be printed
   */
  readonly t: (key: string, params?: Readonly<Record<string, string | number>>) => string;
  /** Whether the `documents` catalogue has this text. */
  readonly has: (key: string) => boolean;
  /** The label of an enum value; a value from a later version that has none is shown as it came. */
  readonly label: (name: EnumName, code: string | number) => string;
  /** Name of a language inside a sentence: "Romanian", "romeno", "română". */
  readonly languageName: (of: Language) => string;
  /** "4 Feb 2027" */
  readonly date: (date: CivilDate) => string;
  /** "Thursday, 4 February 2027" */
  readonly longDate: (date: CivilDate) => string;
  /** Minutes as hours: "37.5 h" */
  readonly hours: (minutes: number) => string;
  /** A person's own words in the quotation marks of the language. */
  readonly quote: (text: string) => string;
}

export const locales = { en: 'en-GB', it: 'it-IT', ro: 'ro-RO' } as const satisfies Record<Language, string>;
const quotes = { en: ['“', '”'], it: ['«', '»'], ro: ['„', '”'] } as const satisfies Record<Language, readonly [string, string]>;

/** The words of one language, ready to use. */
export const wordsOf = (language: Language): Words => {
  const texts = createTexts(language);
  const short = new DateFormatter(locales[language], { dateStyle: 'medium', timeZone: 'UTC' });
  const long = new DateFormatter(locales[language], { dateStyle: 'full', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 });
  const shown = (formatter: DateFormatter, date: CivilDate): string => formatter.format(parseDate(date).toDate('UTC'));
  return {
    language,
    t: (key, params) => {
      if (!texts.exists(`documents:${key}`, params)) throw new Error(`no text documents:${key} in ${language}`);
      return texts.t(`documents:${key}`, { ...params });
    },
    has: (key) => texts.exists(`documents:${key}`),
    label: (name, code) => (texts.exists(`enums:${name}.${code}`) ? texts.t(`enums:${name}.${code}`) : String(code)),
    languageName: (of) => (language === 'en' ? texts.t(`enums:language.${of}`) : texts.t(`enums:language.${of}`).toLocaleLowerCase(language)),
    date: (date) => shown(short, date),
    longDate: (date) => shown(long, date),
    hours: (minutes) => `${number.format(minutes / 60)} h`,
    quote: (text) => `${quotes[language][0]}${text}${quotes[language][1]}`,
  };
};
