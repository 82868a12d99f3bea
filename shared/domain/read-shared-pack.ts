import type { OrganisationContent } from './directory.ts';
import { GoalTemplateContent } from './goal-template.ts';
import { GoalLine, LineWhat, OrganisationLine, ProgrammeContent, ProgrammeLine, SharedPackPayload, whatOf, type AnyLine, type GoalContent, type SharedPackKind } from './shared-pack.ts';

/** What a line brings: what it would be here, or, where it speaks in codes that this version does not know, only its words. */
export type ReadLine =
  | { readonly lineId: string; readonly raw: AnyLine; readonly what: 'organisation'; readonly content: Omit<OrganisationContent, 'publishes'> }
  | { readonly lineId: string; readonly raw: AnyLine; readonly what: 'programme'; readonly content: ProgrammeContent }
  | { readonly lineId: string; readonly raw: AnyLine; readonly what: 'goal'; readonly content: GoalContent }
  | { readonly lineId: string; readonly raw: AnyLine; readonly what: 'unknown'; readonly unknown: readonly string[] };

export interface ReadPack {
  readonly payload: SharedPackPayload;
  readonly lines: readonly ReadLine[];
}

const organisationIn = (raw: AnyLine): ReadLine | undefined => {
  const read = OrganisationLine.safeParse(raw);
  if (!read.success) return undefined;
  const { name, kind, municipality, address, phone, email, opening, helpsWith, checkedOn, persons = [] } = read.data;
  const optional = Object.fromEntries(Object.entries({ municipality, address, phone, email, opening, checkedOn }).filter(([, value]) => value !== undefined));
  return {
    lineId: raw.id,
    raw,
    what: 'organisation',
    content: { name, kind, ...optional, helpsWith, persons: persons.map((one) => ({ name: one.name, ...(one.role === undefined ? {} : { role: one.role }), ...(one.phone === undefined ? {} : { phone: one.phone }), publishes: false })) },
  };
};

/** Codes in places whose list is closed here: such a line cannot be taken over yet. */
const unknownCodes = (issues: readonly { readonly path: readonly PropertyKey[] }[], line: object): readonly string[] =>
  issues.map(({ path }) => `${path.join('.')} = ${String(path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], line))}`);

const programmeIn = (raw: AnyLine): ReadLine | undefined => {
  const read = ProgrammeLine.safeParse(raw);
  if (!read.success) return undefined;
  const { code, title, area, provider, hours } = read.data;
  const fields = { code, title: { en: title.en, it: title.it, ro: title.ro }, area, provider, hours };
  const content = ProgrammeContent.safeParse(fields);
  return content.success ? { lineId: raw.id, raw, what: 'programme', content: content.data } : { lineId: raw.id, raw, what: 'unknown', unknown: unknownCodes(content.error.issues, fields) };
};

const goalIn = (raw: AnyLine): ReadLine | undefined => {
  const read = GoalLine.safeParse(raw);
  if (!read.success) return undefined;
  const { domain, line, horizon, lang, title, measure, steps } = read.data;
  const fields = { domain, line, horizon, lang, title, measure, steps: steps.map(({ owner, carriesOver, text }) => ({ owner, carriesOver, text })) };
  const content = GoalTemplateContent.safeParse(fields);
  return content.success ? { lineId: raw.id, raw, what: 'goal', content: content.data } : { lineId: raw.id, raw, what: 'unknown', unknown: unknownCodes(content.error.issues, fields) };
};

const readers = { organisation: organisationIn, programme: programmeIn, goal: goalIn } as const;

const lineIn = (raw: AnyLine, kind: SharedPackKind): ReadLine | undefined => {
  const what = LineWhat.safeParse(raw.what);
  // a later version may put more into a pack; it is kept, and nothing here understands it
  if (!what.success) return { lineId: raw.id, raw, what: 'unknown', unknown: [`what = ${raw.what}`] };
  return what.data === whatOf[kind] ? readers[what.data](raw) : undefined;
};

/**
 * Reads a pack of this major version.
 * @param json parsed JSON
 * @param kind of the signed header, which the payload must repeat
 * @returns undefined when it is no pack of that kind, a line is not what it says, or two lines have one id
 */
export const readSharedPack = (json: unknown, kind: SharedPackKind): ReadPack | undefined => {
  const read = SharedPackPayload.safeParse(json);
  if (!read.success || read.data.kind !== kind) return undefined;
  const payload = read.data;
  if (new Set(payload.lines.map(({ id }) => id)).size !== payload.lines.length) return undefined;
  const lines = payload.lines.flatMap((raw) => lineIn(raw, kind) ?? []);
  return lines.length === payload.lines.length ? { payload, lines } : undefined;
};
