import { z } from 'zod';
import { shortText, type Language } from './base.ts';
import { codePrefix, NeedCode } from './needs-catalogue.ts';
import { NeedDomain, type Round } from './needs.ts';
import { folded } from './people.ts';
import { PlanLine } from './plan-lines.ts';
import { Horizon, OwnerKind } from './plan.ts';

/** What is put into a plan, in each of its languages. */
const Words = z.strictObject({ en: shortText, it: shortText, ro: shortText });

/** A goal as others have set it: in the first person, with what shows that it is reached, and the steps it usually takes. */
export const LibraryObjective = z.strictObject({
  /** begins as the needs of its domain do */
  code: NeedCode,
  line: PlanLine,
  horizon: Horizon,
  title: Words,
  measure: Words,
  steps: z.array(z.strictObject({ owner: OwnerKind, carriesOver: z.boolean(), text: Words })).min(1).max(8),
});

const LibraryFile = z
  .strictObject({ domain: NeedDomain, objectives: z.array(LibraryObjective).min(3).max(100) })
  .superRefine(({ domain, objectives }, context) => {
    const codes = new Set<string>();
    for (const [at, { code }] of objectives.entries()) {
      const fault = (message: string) => context.addIssue({ code: 'custom', path: ['objectives', at, 'code'], message });
      if (!code.startsWith(codePrefix[domain])) fault(`${code} is a code of another domain`);
      if (codes.has(code)) fault(`${code} stands twice`);
      codes.add(code);
    }
  });

export type LibraryEntry = z.infer<typeof LibraryObjective> & { readonly domain: NeedDomain };

/** A file that is no part of the library: names the file and every fault with its place. */
export class LibraryFileError extends Error {
  constructor(path: string, faults: readonly string[]) {
    super(`${path}: ${faults.join('; ')}`);
    this.name = 'LibraryFileError';
  }
}

/**
 * Reads every file once: one per domain.
 * @param files what stands in each, by its path
 * @throws LibraryFileError for a bad file, a domain with two files or with none
 */
export const loadLibrary = (files: Readonly<Record<string, unknown>>): readonly LibraryEntry[] => {
  const found = new Map<NeedDomain, readonly LibraryEntry[]>();
  for (const [path, content] of Object.entries(files)) {
    const parsed = LibraryFile.safeParse(content);
    if (!parsed.success) throw new LibraryFileError(path, parsed.error.issues.map(({ path: place, message }) => `${place.join('.')}: ${message}`));
    const { domain, objectives } = parsed.data;
    if (found.has(domain)) throw new LibraryFileError(path, [`domain: ${domain} has another file`]);
    found.set(domain, objectives.map((objective) => ({ ...objective, domain })));
  }
  return NeedDomain.options.flatMap((domain) => {
    const entries = found.get(domain);
    if (entries === undefined) throw new LibraryFileError('library', [`no file for ${domain}`]);
    return entries;
  });
};

/** Domains with a need that is open, the most pressing first. */
const needed = (round: Pick<Round, 'domains'> | undefined): readonly NeedDomain[] =>
  (round?.domains ?? []).filter(({ answer }) => answer === 'NEED').toSorted((a, b) => (b.level ?? 0) - (a.level ?? 0)).map(({ domain }) => domain);

export interface LibraryFinding extends LibraryEntry {
  /** a need of the person is open in its domain, and no goal speaks of it yet */
  readonly suggested: boolean;
}

/**
 * What the library has for a person: first what their open needs ask for and no goal speaks of yet, then the rest in its order.
 * @param typed words looked for, anywhere in title, measure and steps, without regard to case and diacritics
 */
export const libraryFor = (
  library: readonly LibraryEntry[],
  { round, covered, typed, lang, domain }: { readonly round: Pick<Round, 'domains'> | undefined; readonly covered: readonly NeedDomain[]; readonly typed: string; readonly lang: Language; readonly domain?: NeedDomain | undefined },
): readonly LibraryFinding[] => {
  const words = folded(typed).split(/\s+/).filter((word) => word !== '');
  const open = needed(round).filter((each) => !covered.includes(each));
  const rank = (entry: LibraryEntry): number => (open.includes(entry.domain) ? open.indexOf(entry.domain) : open.length);
  return library
    .filter((entry) => domain === undefined || entry.domain === domain)
    .filter(({ title, measure, steps }) => {
      const text = folded([title[lang], measure[lang], ...steps.map((step) => step.text[lang])].join(' '));
      return words.every((word) => text.includes(word));
    })
    .map((entry) => ({ ...entry, suggested: open.includes(entry.domain) }))
    .toSorted((a, b) => rank(a) - rank(b));
};
