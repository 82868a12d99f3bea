import type { ChecklistLine, ChecklistView } from '../../../../shared/contract/release.ts';
import { checklists } from '../../../../shared/checklists/index.ts';
import { isWaiting, type Checklist, type ChecklistItemCommand, type ChecklistKind } from '../../../../shared/domain/checklist.ts';
import { dueOn, isAsked, itemMarked, itemsFor, itemUnmarked, likelyKind, listInForce, listToRead, switched, withOwnItem, type OwnItem } from '../../../../shared/domain/checklist-rules.ts';
import type { ConsentPurpose } from '../../../../shared/domain/consents.ts';
import { choicesInForce, decisionToday } from '../../../../shared/domain/consents-rules.ts';
import { isPreparing } from '../../../../shared/domain/missing-rules.ts';
import type { Outcome } from '../../../../shared/domain/outcome.ts';
import { isInCustody } from '../../../../shared/domain/person-machine.ts';
import { isResting, preparedDay, roadAhead } from '../../../../shared/domain/preparation.ts';
import { openGoals } from '../../../../shared/domain/sign-off-rules.ts';
import { readiness } from '../../../../shared/domain/readiness.ts';
import type { Stored } from '../../vault/types.ts';
import { consentsOf } from '../consents/consents.ts';
import { planInForce, plansOf } from '../plans/plans.ts';
import { find } from '../query.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import { changed, created, existing, orRefuse, RefusedError, save, type Work } from '../work.ts';

/** What the view of a list is made of. */
export const CHECKLIST_COLLECTIONS = ['people', 'release', 'consents', 'plans', 'office'] as const;

/** A person's lists, newest first; one of them is of a road that is not over. */
export const listsOf = (work: Work, personId: string): Promise<Stored<Checklist>[]> => find(work.vault, 'release', 'checklist', { selector: { personId }, sort: [{ id: 'desc' }] });

/** What the person said yes to, as it holds today. */
export const givenBy = async (work: Work, personId: string): Promise<ReadonlySet<ConsentPurpose>> =>
  new Set(choicesInForce(await consentsOf(work, personId)).flatMap((choice) => (decisionToday(choice, work.today) === 'GIVEN' ? [choice.purpose] : [])));

/** The list of the road somebody is on, with the days of its items. @throws RefusedError notFound */
export const checklistView = async (work: Work, personId: string): Promise<ChecklistView> => {
  const [person, lists, given, versions, jurisdiction] = await Promise.all([
    existing(work, 'people', personId, 'person'),
    listsOf(work, personId),
    givenBy(work, personId),
    plansOf(work, personId),
    jurisdictionOf(work),
  ]);
  const plan = planInForce(versions);
  const list = listToRead(lists, person);
  const ended = list?.endedOn !== undefined;
  const road = roadAhead(person);
  const preparing = isPreparing({ person, today: work.today, jurisdiction });
  const day = preparedDay(road, work.today);
  const resting = isResting(road, work.today, preparing);
  const lines = (list?.items ?? []).map((item): ChecklistLine => {
    const on = resting || ended ? undefined : dueOn(item, day?.date);
    const asked = isAsked(item, given);
    return { item, ...(on === undefined ? {} : { on }), late: on !== undefined && on < work.today && asked && isWaiting(item), asked };
  });
  const next = lines
    .flatMap(({ item, on, asked }) => (on === undefined || !asked || !isWaiting(item) ? [] : [{ names: item.names, on }]))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0];
  const { percent, ...counts } = readiness(list?.items ?? [], given);
  const template = checklists.of(jurisdiction.code);
  return {
    ...(list === undefined ? {} : { list }),
    lines,
    readiness: { ...counts, ...(percent === undefined ? {} : { percent }), ...(next === undefined ? {} : { next }) },
    ...(day === undefined ? {} : { day }),
    preparing,
    here: isInCustody(person.status),
    resting,
    kinds: [...jurisdiction.release.types.map(({ type, names }) => ({ kind: type, names })), { kind: 'EMERGENCY' }],
    likely: likelyKind(day, jurisdiction, work.today),
    newer: list !== undefined && !ended && list.template.code === template.code && list.template.version < template.version,
    goals: openGoals(plan).map(({ id, title }) => ({ id, title, lang: plan?.content.lang ?? 'en' })),
  };
};

/** The list somebody's dates speak of today. @throws RefusedError notFound */
export const likelyFor = async (work: Work, personId: string): Promise<ChecklistKind> => {
  const [person, jurisdiction] = await Promise.all([existing(work, 'people', personId, 'person'), jurisdictionOf(work)]);
  return likelyKind(preparedDay(roadAhead(person), work.today), jurisdiction, work.today);
};

/** Starts the preparation. @throws RefusedError `checklist.begun` where there is a list already, notFound */
export const startPreparation = async (work: Work, { personId, kind }: { readonly personId: string; readonly kind: ChecklistKind }): Promise<{ checklistId: string }> => {
  const person = await existing(work, 'people', personId, 'person');
  if (!isInCustody(person.status)) throw new RefusedError({ code: 'checklist.notHere' });
  if (listInForce(await listsOf(work, personId)) !== undefined) throw new RefusedError({ code: 'checklist.begun' });
  const { code } = await jurisdictionOf(work);
  const template = checklists.of(code);
  const items = itemsFor(template, kind);
  if (items.length === 0) throw new RefusedError({ code: 'checklist.kindNotHere' });
  const list: Checklist = {
    ...created(work),
    type: 'checklist',
    personId,
    kind,
    template: { code: template.code, version: template.version },
    startedOn: work.today,
    startedBy: work.vault.user.id,
    items,
  };
  await save(work, [{ op: 'put', collection: 'release', doc: list }], { action: 'release.start', personId, details: { kind } });
  return { checklistId: list.id };
};

/** Applies a rule to a list and saves it. @throws RefusedError what the rule refuses, and notFound */
const listTo = async (work: Work, checklistId: string, action: string, rule: (list: Stored<Checklist>) => Outcome<Stored<Checklist>> | Promise<Outcome<Stored<Checklist>>>, details: Readonly<Record<string, string>> = {}): Promise<void> => {
  const found = await existing(work, 'release', checklistId, 'checklist');
  const next = orRefuse(await rule(found));
  await save(work, [{ op: 'put', collection: 'release', doc: changed(work, next) }], { action, personId: found.personId, details });
};

/** Another way of leaving, or the newer template; see `switched`. */
export const switchKind = (work: Work, { checklistId, kind }: { readonly checklistId: string; readonly kind: ChecklistKind }): Promise<void> =>
  listTo(
    work,
    checklistId,
    'release.switchKind',
    async (list) => {
      const template = checklists.of((await jurisdictionOf(work)).code);
      if (itemsFor(template, kind).length === 0) throw new RefusedError({ code: 'checklist.kindNotHere' });
      return switched(list, kind, template);
    },
    { kind },
  );

interface ItemAct {
  readonly checklistId: string;
  readonly code: string;
}

/** One step of one item. The trail is told the step, never which item: that can speak of health. */
export const markItem = (work: Work, { checklistId, code, command, note }: ItemAct & { readonly command: ChecklistItemCommand; readonly note?: string | undefined }): Promise<void> =>
  listTo(work, checklistId, 'release.mark', (list) => itemMarked(list, { code, command, note, on: work.today, by: work.vault.user.id }), { command });

/** Takes one's own last mark of today back. */
export const unmarkItem = (work: Work, { checklistId, code }: ItemAct): Promise<void> =>
  listTo(work, checklistId, 'release.unmark', (list) => itemUnmarked(list, { code, on: work.today, by: work.vault.user.id }));

/** An item added by hand; its words stand for every language. */
export const addItem = (work: Work, { checklistId, text, ...item }: Omit<OwnItem, 'names'> & { readonly checklistId: string; readonly text: string }): Promise<void> =>
  listTo(work, checklistId, 'release.addItem', (list) => withOwnItem(list, { ...item, names: { en: text, it: text, ro: text } }));
