import { describe, expect, it } from 'vitest';
import { createTexts } from './index.ts';
import { Language } from '../domain/base.ts';
import {
  ChangedPerson,
  DateCertainty,
  DateFormat,
  DateProblem,
  DifferenceField,
  RefusalReason,
  RegisterNote,
  RegisterTarget,
  RowWarning,
  SkipReason,
} from '../domain/registers/schemas.ts';

const families: Readonly<Record<string, readonly string[]>> = {
  targets: [...RegisterTarget.options, 'SKIP'],
  fields: DifferenceField.options,
  skipped: SkipReason.options,
  rowRefused: RefusalReason.options,
  rowWarned: RowWarning.options,
  dateProblems: DateProblem.options,
  dateFormats: DateFormat.options,
  dateCertainty: DateCertainty.options,
  notes: RegisterNote.shape.code.options,
  cautions: ChangedPerson.shape.caution.unwrap().options,
  counts: ['rows', 'accepted', 'refused', 'ignored', 'warnings'],
  differences: ['new', 'changed', 'gone', 'unchanged', 'goneHint', 'releaseDayPassed'],
  refusals: [
    'REGISTER_EMPTY',
    'REGISTER_TOO_LARGE',
    'REGISTER_TOO_MANY_ROWS',
    'REGISTER_OLD_EXCEL',
    'REGISTER_NOT_A_TABLE',
    'REGISTER_DAMAGED',
    'REGISTER_NO_HEADER',
    'REGISTER_COLUMNS_MISSING',
    'REGISTER_SENSITIVE_COLUMN',
    'REGISTER_TARGET_TWICE',
    'REGISTER_CHANGED_SINCE',
    'REGISTER_NOT_THIS_PERSON',
  ],
};
/** Everything a text may fill in. */
const params = { field: 'x', value: 'x', problem: 'x', rows: '3', rule: 'x', sameAs: 2, row: 2, column: 2 };

describe.each(Language.options)('register texts in %s', (language) => {
  const texts = createTexts(language);
  it.each(Object.entries(families))('has every text of %s, for one, few and many', (family, codes) => {
    for (const code of codes) {
      for (const count of [1, 3, 20]) {
        const text = texts.t(`${family}.${code}`, { ns: 'registers', ...params, count });
        expect(text).not.toBe(`${family}.${code}`);
        expect(text).not.toContain('{{');
      }
    }
  });
});
