import type { DueLine, DueView, Whose } from '../../../../shared/contract/home.ts';
import { addDays, daysBetween } from '../../../../shared/domain/dates.ts';
import { DueGroup, isOwnWork, type DueItem } from '../../../../shared/domain/due.ts';
import { dueItems } from '../../../../shared/domain/due-rules.ts';
import { isInCustody } from '../../../../shared/domain/person-machine.ts';
import { may, type Permission } from '../../../../shared/domain/permissions.ts';
import { linesToSign } from '../../../../shared/domain/plan-line-rules.ts';
import { shortStep } from '../../../../shared/domain/step-columns.ts';
import { mondayOf } from '../../../../shared/domain/week.ts';
import { namesOf } from '../people/names.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import type { Work } from '../work.ts';
import type { Facts } from './facts.ts';
import { readFacts } from './kept-facts.ts';
import { rememberedDue } from './remembered-due.ts';

/** Everything due for the user, in the order of days. */
const itemsFor = async (work: Work, whose: Whose): Promise<{ items: readonly DueItem[]; facts: Facts; hasMine: boolean }> => {
  const { vault, today } = work;
  const facts = readFacts(work);
  const { id: userId, roles } = vault.user;
  const context = { today, userId, workplace: vault.info.kind, jurisdiction: await jurisdictionOf(work), may: (permission: Permission) => may(roles, permission), lines: linesToSign(roles) };
  const all = dueItems(context, facts, rememberedDue(vault, context));
  const mine = new Set(facts.people.filter((person) => person.mine).map(({ id }) => id));
  const items = whose === 'all' ? all : all.filter((item) => mine.has(item.personId) || isOwnWork(item));
  return { items, facts, hasMine: mine.size > 0 };
};

/** What is due, in three groups: names are read only of the lines shown. */
export const dueView = async (work: Work, { whose, limit }: { readonly whose: Whose; readonly limit: number }): Promise<DueView> => {
  const { items, hasMine } = await itemsFor(work, whose);
  const groups = DueGroup.options.map((group) => {
    const all = items.filter((item) => item.group === group);
    return { group, total: all.length, shown: all.slice(0, limit) };
  });
  const lines = groups.flatMap(({ shown }) => shown);
  const [names, steps, listed] = await Promise.all([namesOf(work, lines.map(({ personId }) => personId)), stepTexts(work, lines), itemNames(work, lines)]);
  return {
    today: work.today,
    hasMine,
    groups: groups.map(({ group, total, shown }) => ({ group, total, lines: shown.map((item) => lineOf(item, { names, steps, listed }, work.today)) })),
  };
};

/** Words that are read of the lines shown only. */
interface Words {
  readonly names: ReadonlyMap<string, DueLine['person']>;
  readonly steps: ReadonlyMap<string, DueLine['text']>;
  /** of the lists before release, by list */
  readonly listed: ReadonlyMap<string, DueLine['names']>;
}

const lineOf = ({ kind, id, personId, on, what, isRelease, place, count, step, item, sittingId }: DueItem, { names, steps, listed }: Words, today: string): DueLine => ({
  key: `${kind}-${personId}-${id}`,
  kind,
  person: names.get(personId) ?? { id: personId, name: '', code: '' },
  on,
  what,
  isRelease: isRelease === true,
  days: daysBetween(today, on),
  place,
  ...(sittingId === undefined ? {} : { sittingId }),
  ...(count === undefined || count < 2 ? {} : { count }),
  ...(step === undefined || !steps.has(step) ? {} : { text: steps.get(step) }),
  ...(item === undefined || !listed.has(id) ? {} : { names: listed.get(id) }),
});

/** The words of the steps that are shown. */
const stepTexts = async (work: Work, items: readonly DueItem[]): Promise<ReadonlyMap<string, DueLine['text']>> => {
  const wanted = new Set(items.flatMap(({ step }) => step ?? []));
  const plans = await Promise.all(items.flatMap(({ step, id }) => (step === undefined ? [] : [work.vault.get('plans', id)])));
  return new Map(
    plans.flatMap((plan) =>
      plan?.type !== 'content' ? [] : plan.objectives.flatMap(({ steps }) => steps.flatMap(({ id, text }) => (wanted.has(shortStep(id)) ? [[shortStep(id), { words: text, lang: plan.lang }] as const] : []))),
    ),
  );
};

/** The words of the items that are shown, by their list. */
const itemNames = async (work: Work, items: readonly DueItem[]): Promise<Words['listed']> => {
  const lists = await Promise.all(items.flatMap(({ item, id }) => (item === undefined ? [] : [work.vault.get('release', id).then((list) => [id, list?.type === 'checklist' ? list.items[item]?.names : undefined] as const)])));
  return new Map(lists.flatMap(([id, names]) => (names === undefined ? [] : [[id, names] as const])));
};

/** How many things are due now about each person, of what the user may act on. */
export const dueByPerson = async (work: Work): Promise<ReadonlyMap<string, number>> => {
  const { items } = await itemsFor(work, 'all');
  const found = new Map<string, number>();
  for (const { group, personId } of items) if (group === 'NOW') found.set(personId, (found.get(personId) ?? 0) + 1);
  return found;
};

/** The numbers beside the menu: what is due today or late, and who is released this week. */
export const dueCounts = async (work: Work, whose: Whose): Promise<{ due: number; releases: number }> => {
  const { items, facts } = await itemsFor(work, whose);
  const monday = mondayOf(work.today);
  const sunday = addDays(monday, 6);
  return {
    due: items.filter(({ group }) => group === 'NOW').length,
    releases: facts.people.filter((person) => isInCustody(person.status) && person.release !== undefined && person.release.date >= monday && person.release.date <= sunday).length,
  };
};
