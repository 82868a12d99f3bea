import { dateConflicts, type DateConflict } from '../date-conflicts.ts';
import { ageOn, type CivilDate } from '../dates.ts';
import { isEndless, readDate } from './dates.ts';
import { legalPositionOf } from './legal-positions.ts';
import { cleanName, splitName } from './names.ts';
import { clean, isBlank, isFormula } from './normalise.ts';
import type { Candidate, DateFormat, RefusedRow, RegisterTarget, WarnedRow } from './schemas.ts';

/** One cell of a row. `computed`: a spreadsheet formula, of which `text` is only the last result. */
export interface RegisterCell {
  readonly text: string;
  readonly computed?: boolean;
}

/** The cells of one row by what they stand for; a target the register does not have is absent. */
export type RegisterCells = Readonly<Partial<Record<RegisterTarget, RegisterCell>>>;

export interface RowRules {
  readonly dateFormat: DateFormat;
  readonly today: CivilDate;
}

export type ReadRow =
  | { readonly candidate: Candidate; readonly warnings: readonly WarnedRow[] }
  | { readonly refusal: RefusedRow };

/** What says who somebody is: never taken from a formula. */
const IDENTITY: readonly RegisterTarget[] = ['code', 'familyName', 'givenName', 'fullName', 'birthDate'];
const TEXTS = ['unit', 'regime', 'education', 'municipality', 'interpreterLanguage'] as const;
const SHORT = 200;
/** Longer cells of names and numbers are not looked into at all. */
const MOST = 500;

/** A text for the report: cut, and only where it tells nothing of the person. */
const shown = (text: string): string => clean(text).slice(0, 80);

/**
 * One row of a register as a candidate, or the reason why not. A wrong or missing date other than the birth date is
 * left out and named; wrong number, name or birth date, and anybody under 18, are refused.
 */
export const readRow = (row: number, cells: RegisterCells, rules: RowRules): ReadRow => {
  const raw = (target: RegisterTarget): string => cells[target]?.text ?? '';
  const written = isFormula(raw('code')) ? '' : clean(raw('code'));
  const code = /[\p{L}\p{N}]/u.test(written) ? written : '';
  const known = code === '' || code.length > 40 ? { row } : { row, code };
  const refuse = (reason: RefusedRow['reason'], field: RegisterTarget, more: Partial<RefusedRow> = {}): ReadRow => ({
    refusal: { ...known, reason, field, ...more },
  });
  for (const field of IDENTITY) {
    const cell = cells[field];
    if (cell !== undefined && cell.text.length > MOST) return refuse('TOO_LONG', field);
    if (cell !== undefined && (isFormula(cell.text) || cell.computed === true)) return refuse('FORMULA', field);
  }
  if (code === '') return refuse('NO_CODE', 'code');
  if (code.length > 40) return refuse('TOO_LONG', 'code');

  const warnings: WarnedRow[] = [];
  const warn = (warning: WarnedRow['warning'], field: RegisterTarget, more: Partial<WarnedRow> = {}): void => {
    warnings.push({ ...known, warning, field, ...more });
  };
  const nameField: RegisterTarget = separateNames(cells) ? 'familyName' : 'fullName';
  const name = readName(cells);
  if (!/\p{L}/u.test(name.familyName)) return refuse('NO_NAME', nameField);
  if (name.familyName.length > SHORT || name.givenName.length > SHORT) return refuse('TOO_LONG', nameField);
  // a name that only looks like a formula once its signs are gone
  if (isFormula(name.familyName) || isFormula(name.givenName)) return refuse('FORMULA', nameField);
  if (name.cleaned) warn('NAME_CLEANED', nameField);
  if (name.givenName === '') warn('NAME_INCOMPLETE', nameField);
  else if (name.guessed) warn('NAME_SPLIT_GUESSED', nameField);

  if (isBlank(raw('birthDate'))) return refuse('NO_BIRTH_DATE', 'birthDate');
  const birth = readDate(clean(raw('birthDate')), rules.dateFormat);
  if (!birth.ok) return refuse('BIRTH_DATE_INVALID', 'birthDate', { detail: birth.problem });
  if (birth.date > rules.today) return refuse('BIRTH_IN_FUTURE', 'birthDate');
  if (ageOn(birth.date, rules.today) < 18) return refuse('UNDER_18', 'birthDate');

  const candidate: { -readonly [K in keyof Candidate]: Candidate[K] } = {
    row,
    code,
    familyName: name.familyName,
    givenName: name.givenName,
    birthDate: birth.date,
  };

  const text = (field: RegisterTarget): string | null | undefined => {
    const cell = cells[field];
    if (cell === undefined) return undefined;
    if (isBlank(cell.text)) return null;
    if (isFormula(cell.text)) return void warn('FORMULA_LEFT_OUT', field);
    const value = clean(cell.text);
    if (value.length > SHORT) return void warn('TOO_LONG_LEFT_OUT', field);
    if (cell.computed === true) warn('FORMULA_VALUE', field);
    return value;
  };
  for (const field of TEXTS) {
    const value = text(field);
    if (value !== undefined) candidate[field] = value;
  }
  const citizenship = text('citizenship');
  if (citizenship !== undefined) candidate.citizenships = citizenship === null ? null : citizenshipsOf(citizenship);
  const position = text('legalPosition');
  if (position === null) candidate.legalPosition = null;
  else if (position !== undefined) {
    const legalPosition = legalPositionOf(position);
    if (legalPosition === undefined) warn('UNKNOWN_LEGAL_POSITION', 'legalPosition', { value: shown(position) });
    else candidate.legalPosition = legalPosition;
  }

  const date = (field: RegisterTarget): CivilDate | null | undefined => {
    const value = text(field);
    if (value === undefined || value === null) return value;
    const found = readDate(value, rules.dateFormat);
    if (found.ok) return found.date;
    return void warn('DATE_INVALID', field, { detail: found.problem, value: shown(value) });
  };
  const endless = cells.endDate !== undefined && cells.endDate.computed !== true && isEndless(cells.endDate.text);
  const dates = {
    admissionDate: date('admissionDate'),
    commissionDate: date('commissionDate'),
    endDate: endless ? ('ENDLESS' as const) : date('endDate'),
  };
  if (dates.admissionDate !== undefined) candidate.admissionDate = dates.admissionDate;
  if (dates.commissionDate !== undefined) candidate.commissionDate = dates.commissionDate;
  if (dates.endDate !== undefined) candidate.endDate = dates.endDate;
  const conflicts = conflictsOf(candidate, rules.today);
  const impossible = conflicts.find((conflict) => conflict.refused);
  if (impossible !== undefined) return refuse('DATES_CONTRADICT', impossible.rule === 'AGE_110' ? 'birthDate' : 'admissionDate', { rule: impossible.rule });
  // the commission after the end has words of its own
  for (const { rule } of conflicts) if (rule !== 'DECIDED_BEFORE_END') warn('DATES_DOUBTFUL', 'endDate', { rule });
  judgeDates(candidate, rules.today, warn);
  return { candidate, warnings };
};

/** Two columns say surely what one column leaves to be cut. */
const separateNames = (cells: RegisterCells): boolean =>
  cells.familyName !== undefined && (cells.givenName !== undefined || cells.fullName === undefined);

const readName = (cells: RegisterCells): ReturnType<typeof splitName> => {
  if (cells.fullName !== undefined && !separateNames(cells)) return splitName(cells.fullName.text);
  const family = cleanName(cells.familyName?.text ?? '');
  const given = cleanName(cells.givenName?.text ?? '');
  return { familyName: family.name, givenName: given.name, cleaned: family.cleaned || given.cleaned, guessed: false };
};

/** "Marocco / Italia" are two. More than six is not a list of citizenships: the first six are kept. */
const citizenshipsOf = (text: string): string[] =>
  text.split(/\s*[,/;]\s*/u).filter((entry) => entry !== '').slice(0, 6);

/** Dates of a register are worked out by the registry office; birth and admission are what happened. */
const conflictsOf = ({ birthDate, admissionDate, commissionDate, endDate }: Candidate, today: CivilDate): readonly DateConflict[] => {
  const entry = (kind: 'COMMISSION' | 'END_OF_SENTENCE', date: CivilDate | null | undefined) =>
    date === undefined || date === null || date === 'ENDLESS' ? [] : [{ id: kind, kind, date, certainty: 'CALCULATED' as const, source: kind, setOn: today, setBy: kind }];
  const releaseDates = [...entry('COMMISSION', commissionDate), ...entry('END_OF_SENTENCE', endDate)];
  return dateConflicts(undefined, { birthDate, releaseDates, decisions: [], ...(admissionDate === undefined || admissionDate === null ? {} : { admissionDate }) }, today);
};

/** What the dates of one person say against each other. They are kept: only a person may decide which is wrong. */
const judgeDates = (
  person: Candidate,
  today: CivilDate,
  warn: (warning: WarnedRow['warning'], field: RegisterTarget, more?: Partial<WarnedRow>) => void,
): void => {
  const { admissionDate, commissionDate, endDate } = person;
  if (admissionDate !== undefined && admissionDate !== null) {
    if (admissionDate > today) warn('ADMISSION_IN_FUTURE', 'admissionDate');
  }
  // before a first judgment there is no sentence, so no end of it
  if (endDate === null && person.legalPosition !== 'ON_REMAND') warn('NO_END_DATE', 'endDate');
  const end = endDate === 'ENDLESS' ? undefined : (endDate ?? undefined);
  const commission = commissionDate ?? undefined;
  if (end !== undefined && commission !== undefined && end < commission) warn('END_BEFORE_COMMISSION', 'endDate');
  if (end !== undefined && end < today) warn('DATE_PASSED', 'endDate');
  if (commission !== undefined && commission < today) warn('DATE_PASSED', 'commissionDate');
};
