import { CaseFile } from './casefile.ts';
import { readOpen } from './read-open.ts';

export interface ReadCase {
  /** what this version understands */
  readonly caseFile: CaseFile;
  /** what it does not, `place = value`: fields and values of a later minor version. They stay in what is stored, as received. */
  readonly unknown: readonly string[];
}

/**
 * Reads a case file of this major version, perhaps written by a later minor one. Unknown fields, and entries with
 * values unknown here, are left out of what is shown and named. The plan is read exactly or not at all: it is what the
 * person agreed to, and its hash covers every field of it.
 * @param raw parsed JSON; it is not changed
 * @returns undefined when it is no case file
 */
export const readCaseFile = (raw: unknown): ReadCase | undefined => {
  const read = readOpen(CaseFile, raw, (part) => part === 'plan');
  return read === undefined ? undefined : { caseFile: read.value, unknown: read.unknown };
};
