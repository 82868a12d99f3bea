import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checklists } from '../checklists/index.ts';
import type { ChecklistKind } from '../domain/checklist.ts';
import { dueOn, itemsFor } from '../domain/checklist-rules.ts';
import { ChecklistTemplate, loadChecklists, TemplateItem } from '../domain/checklist-template.ts';
import type { DueContext, PersonFacts } from '../domain/due-facts.ts';
import { dueItems } from '../domain/due-rules.ts';
import { Jurisdiction, loadJurisdictions } from '../domain/jurisdiction.ts';
import { criticalMissing, isPreparing } from '../domain/missing-rules.ts';
import type { Person, ReleaseDateKind } from '../domain/people.ts';
import { nextDecisionSteps, withDecision } from '../domain/person-rules.ts';
import { noticesOf } from '../domain/person-notices.ts';
import { reviewWindow } from '../domain/plan-review.ts';
import type { PlanProgress } from '../domain/plan.ts';
import { legalNoticeBy } from '../domain/release-window.ts';
import { riskOf } from '../domain/release-risk.ts';
import { answerBy } from '../domain/request-rules.ts';
import { reportDueOn } from '../domain/sitting-effects.ts';
import { finishedColumn, stepsColumn } from '../domain/step-columns.ts';

type Content = Record<string, unknown>;
const shipped = import.meta.glob<Content>('./*.json', { eager: true, import: 'default' });
const added = import.meta.glob<Content>('../../tests/fixtures/jurisdictions/*.json', { eager: true, import: 'default' });
const [fixture] = Object.values(added);
const [text = '', listText = ''] = readFileSync(new URL('../../docs/jurisdictions.md', import.meta.url), 'utf8').split('\n## The checklist\n');

/** What the page says: the general file without `firstChoiceFor`, each part replaced by the one shown. */
const asDescribed = (): Content => {
  const { firstChoiceFor: _taken, ...general } = shipped['./general.json']!;
  const parts = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, part]) => JSON.parse(part!) as Content);
  return Object.assign(general, ...parts);
};

const { all, of } = loadJurisdictions({ ...shipped, './esempia.json': asDescribed() });
const esempia = of('ESEMPIA');

describe('a country more, by a file alone', () => {
  it('is made as the page says, and every part of the schema is on the page', () => {
    expect(asDescribed()).toEqual(fixture);
    for (const part of Object.keys(Jurisdiction.shape)) expect(text).toMatch(new RegExp(`["\`]${part}["\`.]`));
  });

  it('can be chosen beside the others, which stay as they were', () => {
    expect(all.map(({ code }) => code)).toEqual(['ESEMPIA', 'IT', 'RO', 'GENERAL']);
    expect(loadJurisdictions(shipped).all).toEqual(all.filter(({ code }) => code !== 'ESEMPIA'));
  });
});

const date = (kind: ReleaseDateKind, on: string) => ({ id: kind, kind, date: on, certainty: 'DECIDED' as const, source: 's', setOn: '2026-01-01', setBy: 'a' });
const person = (over: Partial<Person>): Person => ({ status: 'ACTIVE', releaseDates: [], decisions: [], ...over }) as unknown as Person;
const ends = (on: string) => person({ releaseDates: [date('END_OF_SENTENCE', on)] });
const plan = { status: 'ACTIVE', versionNo: 1, approvals: [{ by: 'b', on: '2026-06-01', signature: '' }], steps: {} } as unknown as PlanProgress;
const review = (who: Person, today = '2026-06-01', progress = plan): string => {
  const found = reviewWindow(who, progress, esempia.review, today);
  return found === undefined ? 'none' : `${found.rule} ${found.from} ${found.to}`;
};

describe('somebody in that country', () => {
  it('is prepared for release from its own window on', () => {
    const today = '2026-06-01';
    expect([45, 46].map((days) => isPreparing({ person: ends(days === 45 ? '2026-07-16' : '2026-07-17'), today, jurisdiction: esempia }))).toEqual([true, false]);
    expect(legalNoticeBy('2026-07-16', esempia)).toBe('2026-06-16');
  });

  it.each<[string, Person, string, string?]>([
    ['two years and more left', ends('2028-06-02'), 'BAND 2026-12-01 2027-02-01'],
    ['two years left', ends('2028-06-01'), 'BAND 2026-07-01 2026-08-01'],
    ['in the last days', ends('2026-07-16'), 'PRE_RELEASE 2026-06-01 2026-07-13'],
    ['with no date', person({}), 'NO_DATE 2026-12-01 2027-03-01'],
    ['on remand', person({ legalPosition: 'ON_REMAND' }), 'REMAND 2026-07-01 2026-07-01'],
    ['come from another prison', person({ admissionDate: '2026-06-10' }), 'ARRIVAL 2026-06-10 2026-06-13', '2026-06-11'],
    ['before a hearing, for life', person({ endless: true, releaseDates: [date('HEARING', '2026-09-01')] }), 'BEFORE_DECISION 2026-08-12 2026-08-30'],
  ])('is reviewed: %s', (_name, who, expected, today) => expect(review(who, today)).toBe(expected));

  it('finds services closed on its holidays, and open on those of others', () => {
    expect(['2027-03-03', '2027-03-02', '2026-04-10', '2026-12-01'].map((on) => riskOf(on, esempia.holidays))).toEqual(['HOLIDAY', 'BEFORE_HOLIDAY', 'HOLIDAY', undefined]);
    expect(noticesOf(ends('2027-03-03'), '2027-02-01', esempia.holidays)).toEqual([{ type: 'RELEASE_DAY', date: '2027-03-03', risk: 'HOLIDAY' }]);
  });

  it('has a plan approved by its bodies, and leaves by its own ways', () => {
    expect(esempia.plan.approvedBy.map(({ code, names }) => `${code} ${names.it}`)).toEqual(['COUNCIL Consiglio della casa', 'GUARDIAN Giudice tutore']);
    expect([esempia.release.proposedBy, esempia.release.decidedBy].map((bodies) => bodies.map(({ names }) => names.en))).toEqual([['Release board'], ['Court']]);
    expect(esempia.breach.authority).toBe('Garante di Esempia');
  });

  it('lets a grant be appealed against as its file says, offered and allowed alike; without the entry neither', () => {
    const granted = [{ id: 'd', state: 'GRANTED_NOT_FINAL' as const, openedOn: '2026-06-01', history: [{ state: 'GRANTED_NOT_FINAL' as const, on: '2026-06-01', by: 'a', source: 's' }] }];
    const step = (command: 'appeal' | 'becomeFinal', on: string, release: Jurisdiction['release']): string => {
      const done = withDecision(granted, { command, on, by: 'a', source: 's', newId: 'n' }, { today: '2026-07-01', appealDays: release.appeal?.days });
      return done.ok ? (done.value.at(-1)?.state ?? '') : done.refusal.code;
    };
    const { appeal: _none, ...rest } = esempia.release;
    const without: Jurisdiction['release'] = rest;
    for (const [release, offered, appealed, final] of [
      [esempia.release, true, 'APPEALED', 'decision.notFinalYet'],
      [without, false, 'decision.noAppeal', 'FINAL'],
      [of('IT').release, false, 'decision.noAppeal', 'FINAL'],
    ] as const) {
      expect(nextDecisionSteps(granted, release).includes('appeal')).toBe(offered);
      expect([step('appeal', '2026-06-11', release), step('becomeFinal', '2026-06-11', release), step('becomeFinal', '2026-06-12', release)]).toEqual([appealed, final, 'FINAL']);
    }
  });

  it('has a report written for its sittings, and requests answered, within its own days', () => {
    expect([reportDueOn('2026-08-20', esempia), answerBy('2026-08-20', esempia)]).toEqual(['2026-08-15', '2026-08-30']);
    expect(answerBy('2026-08-20', of('IT'))).toBeUndefined();
  });

  it('stands on the due list by all of it', () => {
    const today = '2026-07-20';
    const context: DueContext = { today, userId: 'me', workplace: 'prison', jurisdiction: esempia, may: () => true, lines: { all: [], calledIn: [] } };
    const release = { kind: 'END_OF_SENTENCE', date: '2026-08-20' } as const;
    const facts = (over: Partial<PersonFacts>): PersonFacts => ({ id: 'p', status: 'ACTIVE', onRemand: false, endless: false, postponed: false, nearest: release, release, decision: undefined, fraction: undefined, arrivedOn: undefined, mine: true, plans: [], round: undefined, ...over });
    const steps = { steps: stepsColumn({ objectives: [] }), finished: finishedColumn({ steps: {} }) };
    const inForce = { contentId: 'c', status: 'ACTIVE', author: 'o', writers: ['o'], answer: 'AGREES', answeredOn: '2026-06-01', changedOn: '2026-06-01', lookedOn: '2026-06-01', reviewedOn: undefined, exemptions: [], unsigned: [], steps } as const;
    const due = (who: PersonFacts) =>
      dueItems(context, { people: [who], handovers: [{ id: 'h', personId: 'p', status: 'AUTHORISED', preparedBy: 'o', since: today }], imports: [] }).map(({ kind, on }) => `${kind} ${on}`);
    expect(due(facts({ plans: [inForce] }))).toEqual(expect.arrayContaining(['REVIEW 2026-08-17', 'HANDOVER_WRITE 2026-08-14']));
    expect(due(facts({}))).toContain('PLAN_MISSING 2026-08-20');
    expect(due(facts({ nearest: { ...release, date: '2026-09-04' }, release: { ...release, date: '2026-09-04' } }))).not.toContain('PLAN_MISSING 2026-09-04');
  });
});

describe('the list before release in that country', () => {
  const shippedLists = import.meta.glob<Content>('../checklists/*.json', { eager: true, import: 'default' });
  const [listFixture] = Object.values(import.meta.glob<Content>('../../tests/fixtures/checklists/*.json', { eager: true, import: 'default' }));
  const described = JSON.parse(/```json\n(.*?)```/s.exec(listText)?.[1] ?? '') as Content;
  const known = loadJurisdictions({ ...shipped, './esempia.json': asDescribed() });
  const lists = loadChecklists({ ...shippedLists, './esempia.json': described }, known);
  const list = (kind: ChecklistKind) => itemsFor(lists.of('ESEMPIA'), kind);

  it('is made as the page says, and every part of an item is on the page', () => {
    expect(described).toEqual(listFixture);
    for (const part of [...Object.keys(ChecklistTemplate.shape), ...Object.keys(TemplateItem.shape)]) expect(listText).toMatch(new RegExp(`["\`]${part}["\`.]`));
  });

  it('has its own items, those of the general list it did not take out, and nothing of another country', () => {
    const codes = new Set(list('CONDITIONAL').map(({ code }) => code));
    expect([codes.has('GUARDIAN_TOLD'), codes.has('HEALTH_CARD'), codes.has('MEDICINES'), codes.has('RELEASE_SLIP')]).toEqual([true, false, true, false]);
    expect(list('END_OF_SENTENCE').some(({ code }) => code === 'GUARDIAN_TOLD')).toBe(false);
    expect(list('EMERGENCY').find(({ code }) => code === 'BED')).toMatchObject({ names: { it: 'Stanza nella casa del consiglio' }, dueOffsetDays: 0 });
    expect(lists.of('RO')).toEqual(checklists.of('RO'));
  });

  it('counts its days from the day of release, and says what is missing', () => {
    const items = list('END_OF_SENTENCE');
    expect(dueOn(items.find(({ code }) => code === 'BED')!, '2026-07-16')).toBe('2026-06-16');
    const facts = { person: ends('2026-07-16'), round: { domains: [] }, plan: undefined, planBegun: true, list: { items }, obligationsKnown: true, today: '2026-06-01', jurisdiction: esempia };
    expect(criticalMissing(facts).map(({ what }) => what)).toEqual(['IDENTITY_PAPER', 'BED', 'MEDICINES', 'FIRST_APPOINTMENT']);
  });
});
