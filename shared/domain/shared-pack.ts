import { z } from 'zod';
import { documentBase, Id, Language, shortText } from './base.ts';
import { CivilDate, Instant } from './dates.ts';
import { MOST_PERSONS, organisationFields, OrganisationPerson } from './directory.ts';
import { MOST_TEMPLATE_STEPS, type GoalTemplateContent } from './goal-template.ts';
import { ProgrammeArea } from './learning.ts';
import { NeedDomain } from './needs.ts';
import { Horizon, OwnerKind } from './plan.ts';
import { PlanLine } from './plan-lines.ts';
import { codeText, plainLine } from './plain-text.ts';

export const SHARED_PACK_VERSION = 1;

/** What offices share with each other; each is the kind of its envelope. None of it is about anybody in care. */
export const SharedPackKind = z.enum(['directory', 'catalogue', 'templates']);
export type SharedPackKind = z.infer<typeof SharedPackKind>;

/** The kind of an envelope, where it is a pack. */
export const sharedKindOf = (kind: string | undefined): SharedPackKind | undefined => SharedPackKind.safeParse(kind).data;

/** Lines of one pack: more is no directory of services somebody looks through. */
export const MOST_LINES = 1000;

/** What a line is; one that this version does not know is kept. */
export const LineWhat = z.enum(['organisation', 'programme', 'goal']);
export type LineWhat = z.infer<typeof LineWhat>;

/** What a pack of each kind holds. */
export const whatOf = { directory: 'organisation', catalogue: 'programme', templates: 'goal' } as const satisfies { readonly [K in SharedPackKind]: LineWhat };

const { publishes: _own, ...person } = OrganisationPerson.shape;
const words = z.looseObject({ en: plainLine(), it: plainLine(), ro: plainLine() });
const open = <T extends z.ZodType>(list: T) => z.union([list, codeText]);

/** A service, with the people there who said yes to being passed on. */
export const OrganisationLine = z.looseObject({ id: Id, what: z.literal('organisation'), ...organisationFields, persons: z.array(z.looseObject(person)).max(MOST_PERSONS).optional() });
export type OrganisationLine = z.infer<typeof OrganisationLine>;

export const ProgrammeLine = z.looseObject({
  id: Id,
  what: z.literal('programme'),
  code: plainLine(),
  title: words,
  area: open(ProgrammeArea),
  provider: plainLine(),
  hours: z.number().min(0).max(5000),
});
export type ProgrammeLine = z.infer<typeof ProgrammeLine>;

export const GoalLine = z.looseObject({
  id: Id,
  what: z.literal('goal'),
  domain: open(NeedDomain),
  line: open(PlanLine),
  horizon: open(Horizon),
  lang: z.union([Language, z.string().regex(/^[a-z]{2,3}$/)]),
  title: plainLine(),
  measure: plainLine(),
  steps: z.array(z.looseObject({ owner: open(OwnerKind), carriesOver: z.boolean(), text: plainLine() })).min(1).max(MOST_TEMPLATE_STEPS),
});
export type GoalLine = z.infer<typeof GoalLine>;

/** A line as it stands in the payload. */
export type PackLine = OrganisationLine | ProgrammeLine | GoalLine;

/** Any line, before it is known what it is. */
export const AnyLine = z.looseObject({ id: Id, what: z.string().regex(/^[a-z][a-zA-Z]{0,39}$/) });
export type AnyLine = z.infer<typeof AnyLine>;

/** Payload `data/pack.json` of a directory, a catalogue or templates: the whole of what an office shares, never a part to be added. */
export const SharedPackPayload = z.looseObject({
  format: z.literal('varco-pack'),
  version: z.literal(SHARED_PACK_VERSION),
  kind: SharedPackKind,
  dataAsOf: CivilDate,
  lines: z.array(AnyLine).max(MOST_LINES),
});
export type SharedPackPayload = z.infer<typeof SharedPackPayload>;

/** What is kept of a programme of a pack. */
export const ProgrammeContent = z.strictObject({ code: shortText, title: z.strictObject({ en: shortText, it: shortText, ro: shortText }), area: ProgrammeArea, provider: shortText, hours: z.number().min(0).max(5000) });
export type ProgrammeContent = z.infer<typeof ProgrammeContent>;
export type GoalContent = GoalTemplateContent;

/** Where a pack stands; see `shared-pack-machine.ts`. */
export const SharedPackState = z.enum(['ARRIVED', 'REVIEWED', 'APPLIED', 'UNDONE', 'REFUSED']);
export type SharedPackState = z.infer<typeof SharedPackState>;

/** What was done with one line, and what stood there before, so that it can be taken back. */
export const AppliedLine = z.strictObject({ lineId: Id, docId: Id, act: z.enum(['ADDED', 'CHANGED', 'ENDED']), before: z.unknown().optional() });
export type AppliedLine = z.infer<typeof AppliedLine>;

/** A pack that was decided here. Its lines are kept as they came, also what this version does not know. */
export const SharedPack = z.strictObject({
  ...documentBase,
  type: z.literal('sharedPack'),
  kind: SharedPackKind,
  state: SharedPackState,
  envelopeId: Id,
  tagManifestSha256: z.string(),
  fileSha256: z.string(),
  senderServiceId: Id,
  senderInstallationId: Id,
  senderName: shortText,
  reference: shortText,
  sequence: z.int().min(1),
  dataAsOf: CivilDate,
  lines: z.array(z.unknown()).max(MOST_LINES),
  applied: z.array(AppliedLine).max(2 * MOST_LINES),
  decidedAt: Instant,
});
export type SharedPack = z.infer<typeof SharedPack>;
