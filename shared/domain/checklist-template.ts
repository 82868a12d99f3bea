import { z } from 'zod';
import { shortText } from './base.ts';
import { ChecklistCritical, ChecklistDomain, ChecklistEvidence, ChecklistOwner, DueOffset, ItemCode, MOST_ITEMS, ownersAfterRelease, type ChecklistKind } from './checklist.ts';
import { ConsentPurpose } from './consents.ts';
import { GENERAL, JurisdictionCode, Names, ReleaseType, type Jurisdictions } from './jurisdiction.ts';

const after: readonly string[] = ownersAfterRelease;
const types = z
  .array(ReleaseType)
  .min(1)
  .refine((all) => new Set(all).size === all.length, { error: 'the same type twice' });

/** One thing to be done before somebody leaves, as a template has it. */
export const TemplateItem = z
  .strictObject({
    code: ItemCode.refine((code) => !code.startsWith('OWN_'), { error: 'OWN_ is for items added by hand' }),
    domain: ChecklistDomain,
    names: Names,
    required: z.boolean(),
    critical: ChecklistCritical.optional(),
    /** days before (−) or after release; on a list for an emergency everything before is due at once */
    dueOffsetDays: DueOffset,
    ownerRole: ChecklistOwner,
    evidence: ChecklistEvidence,
    /** only for these ways of leaving */
    releaseTypes: types.optional(),
    /** for every way of leaving but these */
    notFor: types.optional(),
    /** also on the short list for somebody who leaves within 48 hours */
    emergency: z.literal(true).optional(),
    /** counts only where the person said yes to this */
    onlyWith: ConsentPurpose.optional(),
  })
  .refine(({ dueOffsetDays, ownerRole }) => dueOffsetDays <= 0 || after.includes(ownerRole), { path: ['ownerRole'], error: 'after release the owner is PROBATION or PARTNER, never the prison' })
  .refine(({ critical, required }) => critical === undefined || required, { path: ['required'], error: 'what is critical is required' })
  .refine(({ releaseTypes, notFor }) => releaseTypes === undefined || notFor === undefined, { path: ['notFor'], error: 'either releaseTypes or notFor' });
export type TemplateItem = z.infer<typeof TemplateItem>;

/** The checklist of one country: one file of `shared/checklists`. Described in docs/jurisdictions.md. */
export const ChecklistTemplate = z.strictObject({
  /** of the jurisdiction it is for */
  code: JurisdictionCode,
  /** grows by one whenever an item changes: lists begun before keep what they said */
  version: z.int().min(1),
  source: shortText,
  /** items of the general list that this country does not have; all others are taken over */
  without: z.array(ItemCode).max(MOST_ITEMS).optional(),
  /** more items, and those that stand in the place of a general one with the same code */
  items: z
    .array(TemplateItem)
    .max(MOST_ITEMS)
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, { error: 'the same code twice' }),
});
export type ChecklistTemplate = z.infer<typeof ChecklistTemplate>;

/** A file that is no template: names the file and every fault with its place. */
export class ChecklistFileError extends Error {
  constructor(path: string, faults: readonly string[]) {
    super(`${path}: ${faults.join('; ')}`);
    this.name = 'ChecklistFileError';
  }
}

/** The template in one file. @throws ChecklistFileError */
export const parseTemplate = (path: string, content: unknown): ChecklistTemplate => {
  const parsed = ChecklistTemplate.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new ChecklistFileError(path, parsed.error.issues.map((issue) => (issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`)));
};

export interface CountryChecklist {
  /** the jurisdiction whose file it is; GENERAL where the country has none */
  readonly code: JurisdictionCode;
  readonly version: number;
  readonly source: string;
  /** items of this country, those of the general list first */
  readonly items: readonly TemplateItem[];
}

export interface Checklists {
  /** The list of this country, the general one where it has none. */
  readonly of: (code: JurisdictionCode | undefined) => CountryChecklist;
}

/** Whether an item stands on the list for this way of leaving. */
export const isFor = ({ releaseTypes, notFor, emergency }: TemplateItem, kind: ChecklistKind): boolean => {
  if (kind === 'EMERGENCY') return emergency === true;
  return releaseTypes === undefined ? notFor?.includes(kind) !== true : releaseTypes.includes(kind);
};

/** What every list for an emergency must have: nothing of it can wait. */
const missingInEmergency = (items: readonly TemplateItem[]): readonly string[] => {
  const there = new Set(items.filter((item) => isFor(item, 'EMERGENCY')).map(({ critical }) => critical));
  return ChecklistCritical.options.filter((critical) => !there.has(critical));
};

const orders = (a: TemplateItem, b: TemplateItem): number => a.dueOffsetDays - b.dueOffsetDays || ChecklistDomain.options.indexOf(a.domain) - ChecklistDomain.options.indexOf(b.domain);

/**
 * Reads every file once.
 * @param files what stands in each, by its path
 * @throws ChecklistFileError for a bad file, two of one code, none with the general list, a code of no country, an item taken out
 *   that the general list has not, or a way of leaving without any item
 */
export const loadChecklists = (files: Readonly<Record<string, unknown>>, jurisdictions: Pick<Jurisdictions, 'all'>): Checklists => {
  const read = new Map<JurisdictionCode, { readonly path: string; readonly template: ChecklistTemplate }>();
  for (const [path, content] of Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const template = parseTemplate(path, content);
    if (read.has(template.code)) throw new ChecklistFileError(path, [`code: ${template.code} is the code of another file`]);
    if (!jurisdictions.all.some(({ code }) => code === template.code)) throw new ChecklistFileError(path, [`code: no jurisdiction has the code ${template.code}`]);
    read.set(template.code, { path, template });
  }
  const general = read.get(GENERAL);
  if (general === undefined) throw new ChecklistFileError('general.json', ['no file has the code GENERAL']);
  const base = general.template.items;
  const lists = new Map<JurisdictionCode, CountryChecklist>();
  for (const [code, { path, template }] of read) {
    const strange = (template.without ?? []).filter((gone) => !base.some((item) => item.code === gone));
    if (strange.length > 0) throw new ChecklistFileError(path, [`without: the general list has no ${strange.join(', ')}`]);
    const left = code === GENERAL ? [] : base.filter((item) => template.without?.includes(item.code) !== true && !template.items.some((own) => own.code === item.code));
    const items = [...left, ...template.items].toSorted(orders);
    const lacking = missingInEmergency(items);
    if (lacking.length > 0) throw new ChecklistFileError(path, [`items: the list for an emergency has no ${lacking.join(', ')}`]);
    const ways = jurisdictions.all.find((jurisdiction) => jurisdiction.code === code)?.release.types ?? [];
    const bare = ways.filter(({ type }) => !items.some((item) => isFor(item, type)));
    if (bare.length > 0) throw new ChecklistFileError(path, [`items: nothing for ${bare.map(({ type }) => type).join(', ')}`]);
    lists.set(code, { code, version: template.version, source: template.source, items });
  }
  const fallback = lists.get(GENERAL) as CountryChecklist;
  return { of: (code) => (code === undefined ? fallback : (lists.get(code) ?? fallback)) };
};
