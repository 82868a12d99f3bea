import { z } from 'zod';
import { Id } from '../base.ts';
import { DateConflict, DateRule } from '../date-conflicts.ts';
import { CivilDate } from '../dates.ts';
import { LegalPosition, PersonStatus } from '../people.ts';

/** What a column of a register may become. Offence, danger, belief, health have no target, on purpose. */
export const RegisterTarget = z.enum([
  'code',
  'familyName',
  'givenName',
  'fullName', // "surname, name" in one column
  'birthDate',
  'admissionDate',
  'commissionDate', // RO: data propunerii LC → COMMISSION
  'endDate', // RO: data expirării, IT: fine pena → END_OF_SENTENCE
  'unit',
  'regime',
  'legalPosition',
  'education',
  'municipality',
  'citizenship',
  'interpreterLanguage',
]);
export type RegisterTarget = z.infer<typeof RegisterTarget>;

export const DateFormat = z.enum(['DMY', 'MDY', 'YMD']);
export type DateFormat = z.infer<typeof DateFormat>;

/** How sure the format is: MIXED when some dates contradict it, AMBIGUOUS when none decides. */
export const DateCertainty = z.enum(['CLEAR', 'MIXED', 'AMBIGUOUS', 'CHOSEN']);
export type DateCertainty = z.infer<typeof DateCertainty>;

/** Why a column is not read. All but UNKNOWN, CHOSEN and TAKEN come with a notice on the screen. */
export const SkipReason = z.enum([
  'OFFENCE',
  'DANGER',
  'LANGUAGE', // mother tongue: may be chosen as interpreter language, never by itself
  'BELIEF_OR_ORIGIN',
  'HEALTH',
  'VICTIM',
  'DISCIPLINE',
  'PERSONAL_NUMBER',
  'UNKNOWN',
  'CHOSEN', // the person skipped it
  'TAKEN', // another column already gives this
]);
export type SkipReason = z.infer<typeof SkipReason>;

/** A mapping as chosen or remembered: column key (see `columnKeys`) → target or SKIP. */
export const MappingChoice = z.strictObject({
  dateFormat: DateFormat,
  columns: z.record(z.string().max(300), z.enum([...RegisterTarget.options, 'SKIP'])),
});
export type MappingChoice = z.infer<typeof MappingChoice>;

export const RefusalReason = z.enum([
  'NO_CODE',
  'NO_NAME',
  'NO_BIRTH_DATE',
  'BIRTH_DATE_INVALID',
  'BIRTH_IN_FUTURE',
  'UNDER_18',
  'DATES_CONTRADICT', // what cannot be, as it could not be entered by hand either
  'FORMULA',
  'TOO_LONG',
  'TOO_MANY_CELLS', // more values than headers: they may stand under the wrong one
  'NUMBER_TWICE', // different people with one number
  'SAME_PERSON_TWICE', // one person, two rows that differ
]);
export type RefusalReason = z.infer<typeof RefusalReason>;

export const RowWarning = z.enum([
  'DATE_INVALID',
  'DATE_PASSED',
  'NO_END_DATE',
  'END_BEFORE_COMMISSION',
  'ADMISSION_IN_FUTURE',
  'DATES_DOUBTFUL',
  'UNKNOWN_LEGAL_POSITION',
  'FORMULA_LEFT_OUT',
  'FORMULA_VALUE', // a spreadsheet's last computed value, taken as text
  'TOO_LONG_LEFT_OUT',
  'NAME_CLEANED',
  'NAME_INCOMPLETE',
  'NAME_SPLIT_GUESSED',
]);
export type RowWarning = z.infer<typeof RowWarning>;

export const DateProblem = z.enum([
  'IMPOSSIBLE_DAY',
  'IMPOSSIBLE_MONTH',
  'ZERO_DATE',
  'YEAR_ONLY',
  'SHORT_YEAR',
  'OUT_OF_RANGE',
  'NOT_A_DATE',
]);
export type DateProblem = z.infer<typeof DateProblem>;

/** `row` counts as a spreadsheet does: 1 is the first line of the file, titles and header included. */
const rowBase = {
  row: z.int().min(1),
  /** the register's own number, when it could be read */
  code: z.string().optional(),
  field: RegisterTarget.optional(),
  /** what is wrong with a date */
  detail: DateProblem.optional(),
  /** the text of the cell; never names, birth dates or other identifying values */
  value: z.string().max(80).optional(),
  /** by which rule its dates contradict each other */
  rule: DateRule.optional(),
  /** the other rows concerned */
  rows: z.array(z.int()).optional(),
};
export const RefusedRow = z.strictObject({ ...rowBase, reason: RefusalReason });
export type RefusedRow = z.infer<typeof RefusedRow>;
export const WarnedRow = z.strictObject({ ...rowBase, warning: RowWarning });
export type WarnedRow = z.infer<typeof WarnedRow>;
/** A row that repeats row `sameAs` word for word. */
export const IgnoredRow = z.strictObject({ row: z.int().min(1), code: z.string().optional(), sameAs: z.int().min(1) });
export type IgnoredRow = z.infer<typeof IgnoredRow>;

/** `rows` = accepted + refused + ignored. */
export const RegisterCounts = z.strictObject({
  rows: z.int().min(0),
  accepted: z.int().min(0),
  refused: z.int().min(0),
  ignored: z.int().min(0),
  warnings: z.int().min(0),
});
export type RegisterCounts = z.infer<typeof RegisterCounts>;

export const RegisterNote = z.strictObject({
  code: z.enum([
    'ENCODING_GUESSED',
    'TITLE_ROWS',
    'LEGEND_ROWS',
    'STRAY_QUOTES',
    'MORE_SHEETS',
    'CEDILLA_CORRECTED',
    'DATES_AMBIGUOUS',
    'DATES_MIXED',
    'FORMULAS',
  ]),
  count: z.int().min(0).optional(),
  rows: z.array(z.int()).optional(),
  value: z.string().max(80).optional(),
});
export type RegisterNote = z.infer<typeof RegisterNote>;

export const RegisterColumn = z.strictObject({
  index: z.int().min(0),
  /** stable name of the column in a mapping */
  key: z.string(),
  header: z.string(),
  target: RegisterTarget.nullable(),
  skipped: SkipReason.nullable(),
  /** what this column may be set to; a column of offences: nothing */
  choices: z.array(RegisterTarget),
  /** first three values; none of a column skipped for what it holds */
  samples: z.array(z.string()).max(3),
});
export type RegisterColumn = z.infer<typeof RegisterColumn>;

export const RegisterFormat = z.strictObject({
  kind: z.enum(['CSV', 'XLSX']),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'iso-8859-2', 'windows-1252']).nullable(),
  delimiter: z.enum([';', ',', '\t', '|']).nullable(),
});
export type RegisterFormat = z.infer<typeof RegisterFormat>;

/** What the whole file says about its rows. */
export const RegisterReport = z.strictObject({
  /** name under which the file is cited, without folders */
  source: z.string(),
  counts: RegisterCounts,
  refused: z.array(RefusedRow),
  warnings: z.array(WarnedRow),
  ignored: z.array(IgnoredRow),
});
export type RegisterReport = z.infer<typeof RegisterReport>;

/** Everything the mapping screen shows before anything is imported. */
export const RegisterPreview = z.strictObject({
  ...RegisterReport.shape,
  format: RegisterFormat,
  dateFormat: DateFormat,
  dateCertainty: DateCertainty,
  headerRow: z.int().min(1),
  /** recognises the same register again; key of a remembered mapping */
  signature: z.string().max(2000),
  columns: z.array(RegisterColumn),
  /** without these no row can be read; counts stay at zero accepted until they are chosen */
  missing: z.array(RegisterTarget),
  notes: z.array(RegisterNote),
  /** the name as the file writes it, by row, of the rows that are refused or to be checked; for the screen alone */
  names: z.record(z.string(), z.string().max(200)),
  /** rows put right by hand since the file was opened */
  repaired: z.array(z.int().min(1)),
});
export type RegisterPreview = z.infer<typeof RegisterPreview>;

/** What was typed over the cells of a row: column key → text. Judged by the rules of every row. */
export const RowValues = z.record(z.string().max(300), z.string().max(500));
export type RowValues = z.infer<typeof RowValues>;

/** One cell of a row being looked at; of columns that are not read nothing is shown. */
export const RowCell = z.strictObject({
  key: z.string(),
  header: z.string(),
  target: RegisterTarget,
  text: z.string().max(500),
  /** a formula: shown as text, never computed */
  formula: z.boolean(),
});
export type RowCell = z.infer<typeof RowCell>;

/** A row of the file with the cells that are read, to be put right. */
export const RowView = z.strictObject({
  row: z.int().min(1),
  cells: z.array(RowCell),
  /** values beyond the last header, as text */
  extra: z.array(z.string().max(500)).max(50),
  refusal: RefusedRow.optional(),
});
export type RowView = z.infer<typeof RowView>;

const text = z.string().min(1).max(200);
/** In a candidate `null` means: the register has the column and the cell is blank. Absent: the register does not say. */
export const Candidate = z.strictObject({
  row: z.int().min(1),
  code: z.string().min(1).max(40),
  familyName: text,
  givenName: z.string().max(200),
  birthDate: CivilDate,
  unit: text.nullable().optional(),
  regime: text.nullable().optional(),
  education: text.nullable().optional(),
  municipality: text.nullable().optional(),
  interpreterLanguage: text.nullable().optional(),
  citizenships: z.array(text).max(6).nullable().optional(),
  legalPosition: LegalPosition.nullable().optional(),
  admissionDate: CivilDate.nullable().optional(),
  commissionDate: CivilDate.nullable().optional(),
  /** ENDLESS: "pe viață", "fine pena mai" */
  endDate: z.union([CivilDate, z.literal('ENDLESS')]).nullable().optional(),
});
export type Candidate = z.infer<typeof Candidate>;

export const DifferenceField = z.enum([
  'familyName',
  'givenName',
  'birthDate',
  'unit',
  'regime',
  'legalPosition',
  'education',
  'municipality',
  'citizenships',
  'interpreterLanguage',
  'admissionDate',
  'commissionDate',
  'endDate',
]);
export type DifferenceField = z.infer<typeof DifferenceField>;

/** `from` and `to` as text: a civil date, ENDLESS, a legal position code, citizenships joined by ", "; null: nothing. */
export const FieldDifference = z.strictObject({
  field: DifferenceField,
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type FieldDifference = z.infer<typeof FieldDifference>;

export const ChangedPerson = z.strictObject({
  personId: Id,
  code: z.string(),
  /** as we know them */
  name: z.string(),
  row: z.int().min(1),
  fields: z.array(FieldDifference),
  /**
   * OTHER_PERSON: name and birth date both differ, the number may have been given to somebody else;
   * RETURNED: our file of this person is closed; DATES: it would contradict what is recorded. None is ever accepted together
   * with the others.
   */
  caution: z.enum(['OTHER_PERSON', 'RETURNED', 'DATES']).optional(),
  /** days that would contradict each other; with one that is refused nothing of the row is taken over */
  conflicts: z.array(DateConflict).max(60).optional(),
});
export type ChangedPerson = z.infer<typeof ChangedPerson>;

export const GonePerson = z.strictObject({
  personId: Id,
  code: z.string(),
  name: z.string(),
  status: PersonStatus,
  /** a day of release in force lies before today: probably released */
  releaseDayPassed: z.boolean(),
});
export type GonePerson = z.infer<typeof GonePerson>;

/** Somebody here who may be a new person of the register under another number. */
export const AlikePerson = z.strictObject({ personId: Id, code: z.string(), name: z.string() });
export type AlikePerson = z.infer<typeof AlikePerson>;

export const RegisterDifferences = z.strictObject({
  new: z.array(Candidate),
  changed: z.array(ChangedPerson),
  /** no longer in the register: to be decided by a person, never deleted */
  gone: z.array(GonePerson),
  unchanged: z.int().min(0),
  /** by the number of a new person: who is here already, born that day, with a name that sounds alike */
  alike: z.record(z.string(), z.array(AlikePerson)),
});
export type RegisterDifferences = z.infer<typeof RegisterDifferences>;
