import { allowed, refused, type Outcome } from '../outcome.ts';
import { folded } from '../people.ts';
import { headerMeaning } from './headers.ts';
import { clean } from './normalise.ts';
import { RegisterTarget, type DateFormat, type MappingChoice, type SkipReason } from './schemas.ts';

export interface ColumnRole {
  readonly index: number;
  readonly key: string;
  readonly header: string;
  readonly target: RegisterTarget | null;
  readonly skipped: SkipReason | null;
  readonly choices: readonly RegisterTarget[];
}

/** Stable names of the columns: folded headers, numbered where one is empty or comes twice. */
export const columnKeys = (headers: readonly string[]): string[] => {
  const seen = new Map<string, number>();
  return headers.map((header, index) => {
    const name = folded(header).slice(0, 200) || `#${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} #${times}`;
  });
};

/** Recognises the same register again: its column keys in order. */
export const registerSignature = (headers: readonly string[]): string => columnKeys(headers).join('|').slice(0, 2000);

/** Only a language may be chosen against the rule, and only as the language of an interpreter. */
const choicesFor = (sensitive: SkipReason | undefined): readonly RegisterTarget[] => {
  if (sensitive === 'LANGUAGE') return ['interpreterLanguage'];
  return sensitive === undefined ? RegisterTarget.options : [];
};

/**
 * What each column stands for. A remembered or corrected mapping goes before the detection; columns it does not name
 * are detected. Two columns never give one target: the first keeps it, unless the mapping names both.
 * Refuses a mapping that reads a sensitive column as something else (SENSITIVE_COLUMN) or one target twice (TARGET_TWICE).
 */
export const detectColumns = (
  headers: readonly string[],
  chosen?: MappingChoice['columns'],
): Outcome<readonly ColumnRole[]> => {
  const keys = columnKeys(headers);
  const meanings = headers.map((header) => headerMeaning(header));
  const names = new Set(meanings.map(({ target }) => target));
  const taken = new Set<RegisterTarget>();
  for (const key of keys) {
    const choice = chosen === undefined || !Object.hasOwn(chosen, key) ? undefined : chosen[key];
    if (choice === undefined || choice === 'SKIP') continue;
    if (taken.has(choice)) return refused('REGISTER_TARGET_TWICE', { target: choice });
    taken.add(choice);
  }
  const roles: ColumnRole[] = [];
  for (const [index, key] of keys.entries()) {
    const { target: found, sensitive } = meanings[index] ?? {};
    const choices = choicesFor(sensitive);
    const base = { index, key, header: clean(headers[index] ?? '').slice(0, 200), choices };
    const choice = chosen === undefined || !Object.hasOwn(chosen, key) ? undefined : chosen[key];
    if (choice === 'SKIP') roles.push({ ...base, target: null, skipped: sensitive ?? 'CHOSEN' });
    else if (choice !== undefined) {
      if (!choices.includes(choice)) return refused('REGISTER_SENSITIVE_COLUMN', { column: index + 1 });
      roles.push({ ...base, target: choice, skipped: null });
    } else if (sensitive !== undefined) roles.push({ ...base, target: null, skipped: sensitive });
    else {
      const target = nameTarget(found, key, names);
      if (target === undefined) roles.push({ ...base, target: null, skipped: 'UNKNOWN' });
      else if (taken.has(target)) roles.push({ ...base, target: null, skipped: 'TAKEN' });
      else {
        taken.add(target);
        roles.push({ ...base, target, skipped: null });
      }
    }
  }
  return allowed(roles);
};

/** "Nume" beside "Prenume" is the family name, alone it holds both; "Name" beside "Surname" is the given name. */
const nameTarget = (
  found: RegisterTarget | undefined,
  key: string,
  names: ReadonlySet<RegisterTarget | undefined>,
): RegisterTarget | undefined => {
  const lone = names.has('familyName') !== names.has('givenName');
  if (lone && !names.has('fullName') && (found === 'familyName' || found === 'givenName')) return 'fullName';
  return found === 'fullName' && key === 'name' && names.has('familyName') && !names.has('givenName') ? 'givenName' : found;
};

/** The mapping to remember for a register as it was read: every column by its key. */
export const mappingOf = (
  columns: readonly { readonly key: string; readonly target: RegisterTarget | null }[],
  dateFormat: DateFormat,
): MappingChoice => ({ dateFormat, columns: Object.fromEntries(columns.map(({ key, target }) => [key, target ?? 'SKIP'])) });

/** Targets without which no person can be made of a row: number, name, birth date. */
export const missingTargets = (roles: readonly ColumnRole[]): RegisterTarget[] => {
  const has = (target: RegisterTarget): boolean => roles.some((role) => role.target === target);
  const missing: RegisterTarget[] = [];
  if (!has('code')) missing.push('code');
  if (!has('fullName') && !has('familyName')) missing.push('fullName');
  if (!has('birthDate')) missing.push('birthDate');
  return missing;
};
