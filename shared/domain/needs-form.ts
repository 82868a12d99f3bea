import { z } from 'zod';
import type { CivilDate } from './dates.ts';
import { CivilDate as CivilDateText } from './dates.ts';
import { codePrefix, isOther, NeedCode } from './needs-catalogue.ts';
import { NeedDomain } from './needs.ts';

/** What is read aloud or printed, in the three languages. */
const Words = z.strictObject({ en: z.string().trim().min(1).max(400), it: z.string().trim().min(1).max(400), ro: z.string().trim().min(1).max(400) });
export type FormWords = z.infer<typeof Words>;

/** One need of the catalogue as a form asks it. */
const FormItem = z.strictObject({ code: NeedCode, label: Words });
export type FormItem = z.infer<typeof FormItem>;

const FormDomain = z.strictObject({
  domain: NeedDomain,
  question: Words,
  /** what does not belong here, beside what the whole form leaves out */
  leaveOut: Words.optional(),
  items: z.array(FormItem).min(1).max(40).optional(),
});
export type FormDomain = z.infer<typeof FormDomain>;

/**
 * One version of the questions of a round. It never changes once rounds were asked with it: other words are another version,
 * and a round is always read with the words it was asked in.
 */
export const NeedsForm = z
  .strictObject({
    version: z.string().regex(/^[a-z][a-z0-9-]{2,60}$/, { error: 'small letters, digits and hyphens' }),
    kind: z.enum(['SHORT', 'LONG']),
    /** the day from which new rounds are asked with it */
    since: CivilDateText,
    /** of a short form: the long one it goes over into when a need is asked by itself */
    deepens: z.string().optional(),
    leaveOut: Words,
    domains: z.array(FormDomain),
  })
  .superRefine(({ kind, deepens, domains }, context) => {
    const fault = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (domains.map(({ domain }) => domain).join() !== NeedDomain.options.join()) fault(['domains'], 'all twelve domains, each once, in their order');
    if ((kind === 'SHORT') !== (deepens !== undefined)) fault(['deepens'], 'a short form names its long one, a long form names none');
    const codes = new Set<string>();
    for (const [at, { domain, items }] of domains.entries()) {
      if ((items !== undefined) !== (kind === 'LONG')) fault(['domains', at, 'items'], 'needs are listed in a long form, and only there');
      for (const [no, { code }] of (items ?? []).entries()) {
        if (!code.startsWith(codePrefix[domain])) fault(['domains', at, 'items', no, 'code'], `${code} is a code of another domain`);
        if (codes.has(code)) fault(['domains', at, 'items', no, 'code'], `${code} stands twice`);
        codes.add(code);
      }
      const other = items?.findIndex(({ code }) => isOther(code));
      if (items !== undefined && other !== items.length - 1) fault(['domains', at, 'items'], 'the last one, and only that, is what the catalogue does not name (…_OTHER)');
    }
  });
export type NeedsForm = z.infer<typeof NeedsForm>;

/** A file that is no question form: names the file and every fault with its place. */
export class NeedsFormError extends Error {
  constructor(path: string, faults: readonly string[]) {
    super(`${path}: ${faults.join('; ')}`);
    this.name = 'NeedsFormError';
  }
}

/** The form in one file. @throws NeedsFormError */
export const parseNeedsForm = (path: string, content: unknown): NeedsForm => {
  const parsed = NeedsForm.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new NeedsFormError(path, parsed.error.issues.map(({ path: place, message }) => (place.length === 0 ? message : `${place.join('.')}: ${message}`)));
};

export interface NeedsForms {
  /** oldest first */
  readonly all: readonly NeedsForm[];
  /** The form of that version; undefined for one that another version of the program brought. */
  readonly of: (version: string) => NeedsForm | undefined;
  /** The short form with which a round of this day begins. */
  readonly short: (today: CivilDate) => NeedsForm;
  /** The long form of a round: its own, or the one its short form goes over into; of an unknown version the newest. */
  readonly long: (version: string) => NeedsForm;
  /** The words of a need in a form, or in the newest that has it: a code outlives the forms that ask it. */
  readonly label: (code: NeedCode, version?: string) => FormWords | undefined;
}

/** The needs a form asks in a domain, in their order; the last one is "another need". A short form lists none. */
export const needsIn = (form: NeedsForm, domain: NeedDomain): readonly FormItem[] => form.domains.find((entry) => entry.domain === domain)?.items ?? [];

/**
 * Reads every file once.
 * @param files what stands in each, by its path
 * @throws NeedsFormError for a bad file, two of one version, a short one whose long one is not there, or none to begin with
 */
export const loadNeedsForms = (files: Readonly<Record<string, unknown>>): NeedsForms => {
  const found = new Map<string, NeedsForm>();
  const entries = Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [path, content] of entries) {
    const form = parseNeedsForm(path, content);
    if (found.has(form.version)) throw new NeedsFormError(path, [`version: ${form.version} is the version of another file`]);
    found.set(form.version, form);
  }
  const all = [...found.values()].toSorted((a, b) => (a.since + a.version < b.since + b.version ? -1 : 1));
  for (const { version, deepens } of all) {
    if (deepens !== undefined && found.get(deepens)?.kind !== 'LONG') throw new NeedsFormError(version, [`deepens: there is no long form ${deepens}`]);
  }
  const shorts = all.filter(({ kind }) => kind === 'SHORT');
  const longs = all.filter(({ kind }) => kind === 'LONG');
  const [firstShort] = shorts;
  const newestLong = longs.at(-1);
  if (firstShort === undefined || newestLong === undefined) throw new NeedsFormError('forms', ['there is no short form with its long one']);
  const labelIn = (form: NeedsForm | undefined, code: NeedCode) => form?.domains.flatMap(({ items = [] }) => items).find((item) => item.code === code)?.label;
  const of = (version: string) => found.get(version);
  return {
    all,
    of,
    short: (today) => shorts.findLast(({ since }) => since <= today) ?? firstShort,
    long: (version) => {
      const form = of(version);
      return (form?.kind === 'SHORT' ? of(form.deepens ?? '') : form) ?? newestLong;
    },
    label: (code, version) => labelIn(version === undefined ? undefined : of(version), code) ?? longs.toReversed().flatMap((form) => labelIn(form, code) ?? [])[0],
  };
};
