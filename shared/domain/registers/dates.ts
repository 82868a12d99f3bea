import type { CivilDate } from '../dates.ts';
import { folded } from '../people.ts';
import type { DateCertainty, DateFormat, DateProblem } from './schemas.ts';

const PARTS = /^(\d{1,4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,4})\.?(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/u;

/** Three numbers of a date as written, or undefined when the text has another shape. */
const partsOf = (text: string): readonly [string, string, string] | undefined => {
  const found = PARTS.exec(text.trim());
  return found?.[1] === undefined || found[2] === undefined || found[3] === undefined ? undefined : [found[1], found[2], found[3]];
};

export interface DetectedFormat {
  readonly format: DateFormat;
  readonly certainty: Exclude<DateCertainty, 'CHOSEN'>;
}

/**
 * The order of day, month and year, judged over all dates of the file: a number over 12 tells a day.
 * One stray date in twenty is a slip, named at its row; more make the file MIXED.
 * Without any proof DMY, the custom of the registers' countries, marked AMBIGUOUS.
 */
export const detectDateFormat = (texts: Iterable<string>): DetectedFormat => {
  let [ymd, dmy, mdy, open] = [0, 0, 0, 0];
  for (const text of texts) {
    const parts = partsOf(text);
    if (parts === undefined) continue;
    const [a, b, c] = [Number(parts[0]), Number(parts[1]), Number(parts[2])];
    if (parts[0].length === 4) ymd += 1;
    else if (parts[2].length !== 4 || c === 0) continue;
    else if (a > 12 && a <= 31 && b <= 12) dmy += 1;
    else if (b > 12 && b <= 31 && a <= 12 && a > 0) mdy += 1;
    else open += 1;
  }
  const most = Math.max(ymd, dmy, mdy);
  if (most === 0 || (ymd === 0 && dmy === mdy)) return { format: 'DMY', certainty: open + most === 0 ? 'CLEAR' : 'AMBIGUOUS' };
  // ISO dates say themselves what they are: only a file that has nothing else is called YMD
  if (dmy === 0 && mdy === 0) return open === 0 ? { format: 'YMD', certainty: 'CLEAR' } : { format: 'DMY', certainty: 'AMBIGUOUS' };
  return { format: dmy >= mdy ? 'DMY' : 'MDY', certainty: Math.min(dmy, mdy) * 20 > Math.max(dmy, mdy) ? 'MIXED' : 'CLEAR' };
};

export type ReadDate = { readonly ok: true; readonly date: CivilDate } | { readonly ok: false; readonly problem: DateProblem };

const no = (problem: DateProblem): ReadDate => ({ ok: false, problem });

/** A civil date read in the given order; a text beginning with a four-figure year is read as YMD in any case. A short year is never guessed. */
export const readDate = (text: string, format: DateFormat): ReadDate => {
  const trimmed = text.trim();
  if (/^\d{4}$/u.test(trimmed)) return no('YEAR_ONLY');
  const parts = partsOf(trimmed);
  if (parts === undefined) return no('NOT_A_DATE');
  const [a, b, c] = parts;
  const [year, month, day] = a.length === 4 ? [a, b, c] : format === 'MDY' ? [c, a, b] : format === 'YMD' ? [a, b, c] : [c, b, a];
  if (day.length > 2 || month.length > 2) return no('NOT_A_DATE');
  if (Number(day) === 0 || Number(month) === 0 || Number(year) === 0) return no('ZERO_DATE');
  if (year.length < 4) return no('SHORT_YEAR');
  if (Number(month) > 12) return no('IMPOSSIBLE_MONTH');
  if (Number(year) < 1900 || Number(year) > 2200) return no('OUT_OF_RANGE');
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) > lastDay) return no('IMPOSSIBLE_DAY');
  return { ok: true, date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
};

/** Whether an end date says that there is none: "pe viață", "ergastolo", "fine pena mai", or the year 9999. */
export const isEndless = (text: string): boolean => {
  if (/^31\D12\D9999\b|^9999\D12\D31\b/u.test(text.trim())) return true;
  return !/\d/u.test(text) && /\b(?:viata|ergastolo|fine pena mai|life)\b|^mai$/u.test(folded(text));
};
