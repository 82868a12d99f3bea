import { checklistItemMachine, MOST_ITEMS, MOST_MARKS, needsReason, stateOf, type Checklist, type ChecklistItem, type ChecklistItemCommand, type ChecklistItemState, type ChecklistKind } from './checklist.ts';
import { isFor, type CountryChecklist, type TemplateItem } from './checklist-template.ts';
import type { ConsentPurpose } from './consents.ts';
import { addDays, daysBetween, type CivilDate } from './dates.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { step } from './machine.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { Person } from './people.ts';
import { isInCustody } from './person-machine.ts';
import type { RoadDate } from './road-dates.ts';

const itemOf = ({ ownerRole, releaseTypes: _only, notFor: _not, emergency: _short, critical, onlyWith, ...item }: TemplateItem, kind: ChecklistKind): ChecklistItem => ({
  ...item,
  // within 48 hours there is no day before: everything is due at once
  dueOffsetDays: kind === 'EMERGENCY' ? Math.max(item.dueOffsetDays, 0) : item.dueOffsetDays,
  owner: ownerRole,
  ...(critical === undefined ? {} : { critical }),
  ...(onlyWith === undefined ? {} : { onlyWith }),
  marks: [],
});

/** A fresh list for this way of leaving. */
export const itemsFor = ({ items }: Pick<CountryChecklist, 'items'>, kind: ChecklistKind): ChecklistItem[] => items.filter((item) => isFor(item, kind)).map((item) => itemOf(item, kind));

/** Within this many days of release there is time for the short list only. */
const EMERGENCY_DAYS = 2;

/** The way of leaving that the dates speak of: what is offered first, never more. */
export const likelyKind = (day: RoadDate | undefined, { release }: Pick<Jurisdiction, 'release'>, today: CivilDate): ChecklistKind => {
  if (day !== undefined && daysBetween(today, day.date) <= EMERGENCY_DAYS) return 'EMERGENCY';
  const types = release.types.map(({ type }) => type);
  const ends = day === undefined || day.kind === 'END_OF_SENTENCE' || day.kind === 'END_WITH_DEDUCTIONS';
  const found = ends ? types.find((type) => type === 'END_OF_SENTENCE') : types.find((type) => type === 'CONDITIONAL' || type === 'ALTERNATIVE_MEASURE');
  return found ?? types[0] ?? 'EMERGENCY';
};

/** The list of a road that is not over. One person has one. */
export const listInForce = <L extends Pick<Checklist, 'endedOn'>>(lists: readonly L[]): L | undefined => lists.find(({ endedOn }) => endedOn === undefined);

/**
 * The list that is shown and printed of somebody: of the road they are on; once they have left, the one it ended with.
 * @param lists newest first
 */
export const listToRead = <L extends Pick<Checklist, 'endedOn'>>(lists: readonly L[], { status }: Pick<Person, 'status'>): L | undefined => listInForce(lists) ?? (isInCustody(status) ? undefined : lists[0]);

const mayChange = ({ endedOn }: Pick<Checklist, 'endedOn'>): Outcome<void> => (endedOn === undefined ? allowed(undefined) : refused('checklist.ended'));

const withItem = <L extends Checklist>(list: L, item: ChecklistItem): L => ({ ...list, items: list.items.map((old) => (old.code === item.code ? item : old)) });

/** Without the signature of the second person, who signed a list that stood otherwise. */
export const unsigned = <L extends Checklist>(list: L): L => {
  const { signOff: _gone, ...rest } = list;
  return rest as L;
};

export interface ItemStep {
  readonly code: string;
  readonly command: ChecklistItemCommand;
  readonly note?: string | undefined;
  readonly on: CivilDate;
  readonly by: string;
}

/** What leaves an item open again, or open for good, was not signed by anybody. */
const undoesSignature = (state: ChecklistItemState): boolean => state === 'OPEN' || state === 'NOT_POSSIBLE';

/** One step of one item, with its evidence or reason. */
export const itemMarked = <L extends Checklist>(list: L, { code, command, note, on, by }: ItemStep): Outcome<L> => {
  const open = mayChange(list);
  if (!open.ok) return open;
  const item = list.items.find((candidate) => candidate.code === code);
  if (item === undefined) return refused('notFound', { type: 'checklistItem' });
  const from = stateOf(item);
  const next = step('checklistItem', checklistItemMachine, from, command);
  if (!next.ok) return next;
  if (needsReason(from, command) && note === undefined) return refused('checklist.reasonNeeded');
  const marks = [...item.marks, { state: next.value, on, by, ...(note === undefined ? {} : { note }) }].slice(-MOST_MARKS);
  const marked = withItem(list, { ...item, marks });
  return allowed(undoesSignature(next.value) ? unsigned(marked) : marked);
};

/**
 * Takes the last mark of an item back: a wrong tick, by whoever made it, on the same day. What others saw since is reopened
 * instead, with a reason.
 */
export const itemUnmarked = <L extends Checklist>(list: L, { code, on, by }: Pick<ItemStep, 'code' | 'on' | 'by'>): Outcome<L> => {
  const open = mayChange(list);
  if (!open.ok) return open;
  const item = list.items.find((candidate) => candidate.code === code);
  const last = item?.marks.at(-1);
  if (item === undefined || last === undefined || last.by !== by || last.on !== on) return refused('checklist.nothingToUndo');
  const unmarked = withItem(list, { ...item, marks: item.marks.slice(0, -1) });
  return allowed(unsigned(unmarked));
};

export type OwnItem = Pick<ChecklistItem, 'domain' | 'names' | 'required' | 'dueOffsetDays' | 'owner'>;

/** An item added by hand. */
export const withOwnItem = <L extends Checklist>(list: L, item: OwnItem): Outcome<L> => {
  const open = mayChange(list);
  if (!open.ok) return open;
  if (list.items.length >= MOST_ITEMS) return refused('checklist.full', { most: MOST_ITEMS });
  if (item.dueOffsetDays > 0 && item.owner !== 'PROBATION' && item.owner !== 'PARTNER') return refused('checklist.afterRelease');
  const number = list.items.filter(({ own }) => own === true).length + 1;
  const added: ChecklistItem = { ...item, code: `OWN_${number}`, evidence: 'WORD', own: true, marks: [] };
  return allowed(unsigned({ ...list, items: [...list.items, added] }));
};

/**
 * The list for another way of leaving, or by a newer template. Items are matched by code and keep their marks; what was begun
 * and is not asked for any more stays readable; what was added by hand stays.
 */
export const switched = <L extends Checklist>(list: L, kind: ChecklistKind, template: CountryChecklist): Outcome<L> => {
  const open = mayChange(list);
  if (!open.ok) return open;
  if (list.kind === kind && list.template.code === template.code && list.template.version === template.version) return refused('checklist.sameKind');
  const fresh = itemsFor(template, kind).map((item) => ({ ...item, marks: list.items.find(({ code }) => code === item.code)?.marks ?? [] }));
  const others = list.items.filter(({ code }) => !fresh.some((item) => item.code === code));
  const kept = others.flatMap((item): ChecklistItem[] => (item.own === true ? [item] : item.marks.length > 0 ? [{ ...item, left: true }] : []));
  const items = [...fresh, ...kept];
  return items.length > MOST_ITEMS ? refused('checklist.full', { most: MOST_ITEMS }) : allowed(unsigned({ ...list, kind, template: { code: template.code, version: template.version }, items }));
};

/** The day an item is due, counted from the day that is prepared for; undefined while that is not known. */
export const dueOn = ({ dueOffsetDays }: Pick<ChecklistItem, 'dueOffsetDays'>, day: CivilDate | undefined): CivilDate | undefined => (day === undefined ? undefined : addDays(day, dueOffsetDays));

/** Whether an item is asked for: of this way of leaving, and with the consent it needs. */
export const isAsked = ({ left, onlyWith }: Pick<ChecklistItem, 'left' | 'onlyWith'>, given: ReadonlySet<ConsentPurpose>): boolean => left !== true && (onlyWith === undefined || given.has(onlyWith));
