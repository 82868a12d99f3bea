import type { Organisation, OrganisationContent } from './directory.ts';
import type { GoalTemplate } from './goal-template.ts';
import type { Programme } from './learning.ts';
import { leaveOutFinder } from './leave-out.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import { editedHere } from './pack-origin.ts';
import { folded } from './people.ts';
import type { ReadLine } from './read-shared-pack.ts';
import { GoalLine, OrganisationLine, ProgrammeLine, type GoalContent, type LineWhat, type PackLine, type ProgrammeContent } from './shared-pack.ts';

/** What of ours a pack can bring or change. */
export type SharedDoc = Organisation | Programme | GoalTemplate;

/** How a line stands to what is here; GONE: it came from there, and their newest pack does not have it any more. */
export type Standing = 'NEW' | 'CHANGED' | 'SAME' | 'GONE' | 'UNKNOWN';

/** One thing of a line, as text: codes as they are stored. */
export interface LineField {
  readonly field: string;
  readonly here?: string;
  readonly there?: string;
}

export interface ReviewedLine {
  readonly lineId: string;
  readonly standing: Standing;
  /** what people know it by, in the language of the pack */
  readonly name: string;
  /** only what differs; of what is new, or gone, all of it */
  readonly fields: readonly LineField[];
  /** somebody here changed it since it was taken over, or took it out: it is decided by itself, never with all others */
  readonly edited?: true;
  /** something of ours, or of another office, looks like it */
  readonly alike?: string;
  /** of what is here */
  readonly docId?: string;
}

/** What people know a line by. */
const nameOf = (content: OrganisationContentLike | ProgrammeContent | GoalContent): string => ('name' in content ? content.name : typeof content.title === 'string' ? content.title : content.title.en);
type OrganisationContentLike = Omit<OrganisationContent, 'publishes'>;

type Fields = ReadonlyMap<string, string>;
const fieldsFrom = (entries: Readonly<Record<string, string | number | undefined>>): Fields => new Map(Object.entries(entries).flatMap(([field, value]) => (value === undefined || value === '' ? [] : [[field, String(value)]])));

/** Everything a line says, place by place. */
export const fieldsOf = (content: OrganisationContentLike | ProgrammeContent | GoalContent): Fields => {
  if ('helpsWith' in content) {
    const { name, kind, municipality, address, phone, email, opening, helpsWith, persons, checkedOn } = content;
    return fieldsFrom({ name, kind, municipality, address, phone, email, opening, helpsWith: helpsWith.join(', '), persons: persons.map((one) => [one.name, one.role, one.phone].filter((part) => part !== undefined).join(' · ')).join('; '), checkedOn });
  }
  if ('provider' in content) {
    const { code, title, area, provider, hours } = content;
    return fieldsFrom({ code, titleEn: title.en, titleIt: title.it, titleRo: title.ro, area, provider, hours });
  }
  const { domain, line, horizon, lang, title, measure, steps } = content;
  return fieldsFrom({ title, measure, domain, line, horizon, lang, steps: steps.map(({ owner, carriesOver, text }) => `${text} [${owner}${carriesOver ? ' →' : ''}]`).join('; ') });
};

const isOf = (doc: SharedDoc, serviceId: string): boolean => doc.from?.serviceId === serviceId;

/** A programme that was retired stays in the list of what was held, and is out of the catalogue. */
const isOut = (doc: SharedDoc): boolean => doc.type === 'programme' && !doc.active;

const likeness = (doc: SharedDoc | ReadLine): string => {
  const content = 'content' in doc ? doc.content : 'raw' in doc ? undefined : doc;
  if (content === undefined) return '';
  if ('helpsWith' in content) return `${folded(content.name)}|${folded(content.municipality ?? '')}`;
  return 'provider' in content ? folded(content.code) : folded(content.title);
};

/** What stands here, beside a pack. */
export interface Here {
  /** every document of the kind the pack speaks of */
  readonly docs: readonly SharedDoc[];
  readonly senderServiceId: string;
  /** lines that were taken over from them and not taken back */
  readonly takenBefore: ReadonlySet<string>;
}

const compared = (here: Fields, there: Fields): readonly LineField[] =>
  [...new Set([...here.keys(), ...there.keys()])].flatMap((field) => {
    const [old, next] = [here.get(field), there.get(field)];
    return old === next ? [] : [{ field, ...(old === undefined ? {} : { here: old }), ...(next === undefined ? {} : { there: next }) }];
  });

const all = (fields: Fields, side: 'here' | 'there'): readonly LineField[] => [...fields].map(([field, value]) => ({ field, [side]: value }));

const reviewedLine = (line: ReadLine, { docs, senderServiceId, takenBefore }: Here): ReviewedLine => {
  const { lineId } = line;
  if (line.what === 'unknown') return { lineId, standing: 'UNKNOWN', name: '', fields: line.unknown.map((text) => ({ field: 'unknown', there: text })) };
  const name = nameOf(line.content);
  const there = fieldsOf(line.content);
  const doc = docs.find((one) => isOf(one, senderServiceId) && one.from?.lineId === lineId);
  if (doc === undefined) {
    const alike = docs.find((one) => !isOut(one) && likeness(one) === likeness(line));
    return { lineId, standing: 'NEW', name, fields: all(there, 'there'), ...(takenBefore.has(lineId) ? { edited: true as const } : {}), ...(alike === undefined ? {} : { alike: alike.from?.name ?? '' }) };
  }
  const fields = compared(fieldsOf(doc), there);
  const out = isOut(doc);
  return { lineId, standing: fields.length === 0 && !out ? 'SAME' : 'CHANGED', name, fields, docId: doc.id, ...(editedHere(doc) || out ? { edited: true as const } : {}) };
};

/**
 * Every line of a pack as it stands to what is here, and what of theirs is here and not in it any more. Nothing is changed by it.
 * What this office wrote itself, and what came from a third one, is never among what would be changed.
 */
export const reviewSharedPack = (lines: readonly ReadLine[], here: Here): readonly ReviewedLine[] => {
  const ids = new Set(lines.map(({ lineId }) => lineId));
  const gone = here.docs.filter((doc) => isOf(doc, here.senderServiceId) && !isOut(doc) && doc.from !== undefined && !ids.has(doc.from.lineId));
  return [
    ...lines.map((line) => reviewedLine(line, here)),
    ...gone.map((doc): ReviewedLine => ({ lineId: doc.from?.lineId ?? doc.id, standing: 'GONE', name: nameOf(doc), fields: all(fieldsOf(doc), 'here'), docId: doc.id, ...(editedHere(doc) ? { edited: true as const } : {}) })),
  ];
};

/** What is taken over: every line that is new and like nothing here, or the lines named. */
export type TakeLines = 'ALL_NEW' | readonly string[];

/** Lines that "all that is new" takes. */
export const allNew = (lines: readonly ReviewedLine[]): readonly ReviewedLine[] => lines.filter(({ standing, edited, alike }) => standing === 'NEW' && edited === undefined && alike === undefined);

const takeable: ReadonlySet<Standing> = new Set(['NEW', 'CHANGED', 'GONE']);

/** The lines that somebody accepted. Refused: `sharedPack.nothingTaken`, `sharedPack.notTakeable` */
export const linesTaken = (lines: readonly ReviewedLine[], take: TakeLines): Outcome<readonly ReviewedLine[]> => {
  const taken = take === 'ALL_NEW' ? allNew(lines) : lines.filter(({ lineId }) => take.includes(lineId));
  if (take !== 'ALL_NEW' && (taken.length !== new Set(take).size || taken.some(({ standing }) => !takeable.has(standing)))) return refused('sharedPack.notTakeable');
  return taken.length === 0 ? refused('sharedPack.nothingTaken') : allowed(taken);
};

/** What the taking of a line left behind, as it stands now. */
export interface Undoable {
  readonly act: 'ADDED' | 'CHANGED' | 'ENDED';
  /** undefined: it is not there any more */
  readonly doc: SharedDoc | undefined;
  /** courses were held by it, or somebody is on one */
  readonly used: boolean;
}

/**
 * Whether what a pack brought may be taken back.
 * @param newer a later pack of the same kind from the same office was taken over since
 */
export const mayUndoPack = (lines: readonly Undoable[], decidedAt: string, newer: boolean): Outcome<true> => {
  if (newer) return refused('sharedPack.newerCame');
  const used = lines.find((line) => line.act === 'ADDED' && line.used);
  if (used?.doc !== undefined) return refused('sharedPack.inUse', { name: nameOf(used.doc) });
  // what was ended and removed is not there, and nothing can have changed it
  const edited = lines.find(({ act, doc }) => (doc === undefined ? act !== 'ENDED' : doc.updatedAt !== decidedAt));
  if (edited === undefined) return allowed(true);
  return edited.doc === undefined ? refused('sharedPack.removedSince') : refused('sharedPack.editedSince', { name: nameOf(edited.doc) });
};

/** What of a service leaves: nothing it does not say, and of people there only who said yes. */
const organisationLine = ({ id, publishes, persons, name, kind, municipality, address, phone, email, opening, helpsWith, checkedOn }: Organisation): OrganisationLine | undefined => {
  if (publishes === 'NOTHING') return undefined;
  const optional = Object.fromEntries(Object.entries({ municipality, address, phone, email, opening, checkedOn }).filter(([, value]) => value !== undefined));
  const named = publishes === 'PERSONS' ? persons.filter((one) => one.publishes) : [];
  return { id, what: 'organisation', name, kind, ...optional, helpsWith, ...(named.length === 0 ? {} : { persons: named.map(({ publishes: _yes, ...one }) => one) }) };
};

const programmeLine = ({ id, active, code, title, area, provider, hours }: Programme): ProgrammeLine | undefined => (active ? { id, what: 'programme', code, title: { ...title }, area, provider, hours } : undefined);

const goalLine = ({ id, domain, line, horizon, lang, title, measure, steps }: GoalTemplate): GoalLine => ({ id, what: 'goal', domain, line, horizon, lang, title, measure, steps: steps.map((step) => ({ ...step })) });

/** What this office passes on of its own. What it was given by others stays: whoever wants it asks them. */
export const sharedLines = (docs: readonly SharedDoc[]): readonly PackLine[] =>
  docs.flatMap((doc): PackLine[] => {
    if (doc.from !== undefined) return [];
    const line = doc.type === 'organisation' ? organisationLine(doc) : doc.type === 'programme' ? programmeLine(doc) : goalLine(doc);
    return line === undefined ? [] : [line];
  });

const nameOfLine = (line: PackLine): string => (line.what === 'organisation' ? line.name : line.what === 'goal' ? line.title : line.title.en);

const numbersIn = leaveOutFinder([]);
const textsIn = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []);
const schemas = { organisation: OrganisationLine, programme: ProgrammeLine, goal: GoalLine } as const satisfies { readonly [W in LineWhat]: unknown };

/** What a line says, as it is shown before it leaves; a service without people named there names none. */
export const saidBy = (line: PackLine): { readonly name: string; readonly fields: Fields } => ({
  name: nameOfLine(line),
  fields: fieldsOf((line.what === 'organisation' ? { ...line, persons: line.persons ?? [] } : line) as Parameters<typeof fieldsOf>[0]),
});

/** Whether a line may leave: it reads as a line of a pack, and holds no number of a person, a paper or an account. */
export const mayLeave = (line: PackLine): Outcome<PackLine> => {
  const name = nameOfLine(line);
  if (!schemas[line.what].safeParse(line).success) return refused('sharedPack.lineInvalid', { name });
  const { id: _id, ...said } = line;
  return textsIn(said).some((text) => numbersIn(text).some(({ kind }) => kind === 'ID_NUMBER')) ? refused('sharedPack.personalData', { name }) : allowed(line);
};
