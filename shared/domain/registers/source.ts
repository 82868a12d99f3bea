import type { Language } from '../base.ts';

/** How a date cites the row it was read from, in the language of the workplace. */
const words: Readonly<Record<Language, { readonly before: string; readonly row: string; readonly byHand: string }>> = {
  en: { before: 'register ', row: ' row ', byHand: ', corrected by hand' },
  it: { before: 'registro ', row: ', riga ', byHand: ', corretta a mano' },
  ro: { before: 'registrul ', row: ', rândul ', byHand: ', corectat de mână' },
};

/** "registrul evidenta.csv, rândul 12". The label is cut to fit; a row that was repaired says so. */
export const registerSource = (label: string, row: number, lang: Language, repaired = false): string =>
  `${words[lang].before}${label.slice(0, 120)}${words[lang].row}${row}${repaired ? words[lang].byHand : ''}`;

/** Whether a date was read from a register, in whichever language that was written, and not entered by a person. */
export const isRegisterSource = (source: string): boolean =>
  Object.values(words).some(({ before, row, byHand }) => {
    const cited = source.endsWith(byHand) ? source.slice(0, -byHand.length) : source;
    const at = cited.lastIndexOf(row);
    return cited.startsWith(before) && at >= before.length && /^\d+$/u.test(cited.slice(at + row.length));
  });
