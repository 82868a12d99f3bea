import { describe, expect, it } from 'vitest';
import { jurisdictions } from '../jurisdictions/index.ts';
import { checklists } from '../checklists/index.ts';
import type { ChecklistItemState } from './checklist.ts';
import { itemsFor } from './checklist-rules.ts';
import { addDays } from './dates.ts';
import { criticalMissing, isPreparing, type MissingFacts } from './missing-rules.ts';
import type { NeedAnswer, NeedDomain, Round } from './needs.ts';
import type { Decision, Person, ReleaseDate, ReleaseDateKind } from './people.ts';
import type { Objective, StepStatus } from './plan.ts';

const TODAY = '2026-11-22';
const date = (kind: ReleaseDateKind, days: number, certainty: ReleaseDate['certainty'] = 'DECIDED'): ReleaseDate => ({ id: kind, kind, date: addDays(TODAY, days), certainty, source: 'act 1', setOn: '2026-01-01', setBy: 'x' });
const somebody = (over: Partial<Person> = {}): MissingFacts['person'] => ({ status: 'ACTIVE', releaseDates: [date('END_OF_SENTENCE', 20)], decisions: [], ...over });
const round = (...answers: (readonly [NeedDomain, NeedAnswer])[]): Pick<Round, 'domains'> => ({ domains: answers.map(([domain, answer]) => ({ domain, answer, statements: [] })) });
const goal = (domain: NeedDomain, over: Partial<Objective> = {}, steps: Partial<Objective['steps'][number]>[] = [{}]): Objective => ({
  id: domain,
  domain,
  title: 'goal',
  horizon: 'IN_CUSTODY',
  steps: steps.map((step, at) => ({ id: `${domain}-${at}`, text: 'step', owner: 'EDUCATOR', carriesOver: false, ...step })),
  ...over,
});
const plan = (objectives: Objective[], done: Record<string, StepStatus> = {}): NonNullable<MissingFacts['plan']> => ({
  content: { objectives },
  progress: { steps: Object.fromEntries(Object.entries(done).map(([id, status]) => [id, { status, on: TODAY }])) },
});
const met = goal('COMMUNITY', { horizon: 'FIRST_72H' }, [{ owner: 'PROBATION', dueDate: addDays(TODAY, 21) }]);
const facts = (over: Partial<MissingFacts> = {}): MissingFacts => ({ person: somebody(), round: round(), plan: plan([met]), planBegun: false, list: undefined, obligationsKnown: true, today: TODAY, jurisdiction: jurisdictions.of('RO'), ...over });
const missing = (over: Partial<MissingFacts>) => criticalMissing(facts(over)).map(({ what, state }) => `${what} ${state}`);

describe('leaving is prepared', () => {
  const postponed: Decision = { id: 'd', state: 'POSTPONED', openedOn: TODAY, history: [{ state: 'POSTPONED', on: addDays(TODAY, -1), by: 'x', source: 'PV', newTerm: addDays(TODAY, 60) }] };
  it.each<[string, Partial<MissingFacts>, boolean]>([
    ['ninety days before the end of the sentence in Romania', { person: somebody({ releaseDates: [date('END_OF_SENTENCE', 90)] }) }, true],
    ['not ninety-one', { person: somebody({ releaseDates: [date('END_OF_SENTENCE', 91)] }) }, false],
    ['six months before in Italy', { jurisdiction: jurisdictions.of('IT'), person: somebody({ releaseDates: [date('END_OF_SENTENCE', 183)] }) }, true],
    ['before a commission', { person: somebody({ releaseDates: [date('COMMISSION', 30), date('END_OF_SENTENCE', 700)] }) }, true],
    ['not while the decision is postponed, even with the new term near', { person: somebody({ releaseDates: [date('END_OF_SENTENCE', 700)], decisions: [postponed] }) }, false],
    ['in spite of a postponement when the sentence ends anyway', { person: somebody({ releaseDates: [date('END_OF_SENTENCE', 20)], decisions: [postponed] }) }, true],
    ['not for a day that is only hoped for', { person: somebody({ releaseDates: [date('DECISION_FINAL', 10, 'HOPED')] }) }, false],
    ['not for a life sentence', { person: somebody({ releaseDates: [], endless: true }) }, false],
    ['whenever the decision is final', { person: somebody({ status: 'PRE_RELEASE', releaseDates: [] }) }, true],
    ['not after release', { person: somebody({ status: 'RELEASED_FOLLOW_UP' }) }, false],
  ])('%s', (_name, over, expected) => expect(isPreparing(facts(over))).toBe(expected));
});

describe('what is critical and missing', () => {
  it.each<[string, Partial<MissingFacts>, string[]]>([
    ['nothing, when everything was asked and settled', {}, []],
    ['a bed nobody looks for', { round: round(['ACCOMMODATION', 'NEED']) }, ['BED OPEN']],
    ['a bed that a step of the plan looks for', { round: round(['ACCOMMODATION', 'NEED']), plan: plan([met, goal('ACCOMMODATION')]) }, ['BED IN_PLAN']],
    ['no bed any more once every step is done', { round: round(['ACCOMMODATION', 'NEED']), plan: plan([met, goal('ACCOMMODATION')], { 'ACCOMMODATION-0': 'DONE' }) }, []],
    ['still a bed while one of two steps is open', { round: round(['ACCOMMODATION', 'NEED']), plan: plan([met, goal('ACCOMMODATION', {}, [{}, {}])], { 'ACCOMMODATION-0': 'DONE' }) }, ['BED IN_PLAN']],
    ['never what the person preferred not to answer', { round: round(['ACCOMMODATION', 'REFUSED'], ['IDENTITY_DOCS', 'REFUSED'], ['HEALTH', 'REFUSED']) }, []],
    ['not what was asked and is no need', { round: round(['ACCOMMODATION', 'NONE'], ['IDENTITY_DOCS', 'NOT_ASKED']) }, []],
    ['care as a need, without a word of what it is', { round: round(['HEALTH', 'NEED']) }, ['CARE OPEN']],
    ['a first appointment nobody set', { plan: plan([goal('EMPLOYMENT')]) }, ['FIRST_APPOINTMENT TO_SET']],
    ['no appointment where no service waits', { person: somebody({ afterRelease: 'UNSUPERVISED' }), plan: plan([goal('EMPLOYMENT')]) }, []],
    ['needs and plan, when there is neither', { round: undefined, plan: undefined }, ['NEEDS OPEN', 'PLAN OPEN']],
    ['no plan where one is being made, or was declined', { plan: undefined, planBegun: true }, []],
    ['papers at any time, a bed only near release', { person: somebody({ releaseDates: [date('END_OF_SENTENCE', 700)] }), round: round(['IDENTITY_DOCS', 'NEED'], ['ACCOMMODATION', 'NEED']) }, ['IDENTITY_PAPER OPEN']],
    ['a permit that ends before release', { person: somebody({ releaseDates: [date('END_OF_SENTENCE', 300)], permitUntil: addDays(TODAY, 200) }) }, ['PERMIT OPEN']],
    ['a permit that a step of the plan is about', { person: somebody({ permitUntil: addDays(TODAY, 10) }), plan: plan([met, goal('SPECIFIC')]) }, ['PERMIT IN_PLAN']],
    ['no permit that outlasts release and is far off', { person: somebody({ permitUntil: addDays(TODAY, 400) }) }, []],
  ])('%s', (_name, over, expected) => expect(missing(over)).toEqual(expected));
});

describe('once there is a list before release, it says what is missing', () => {
  const marked = (states: Record<string, ChecklistItemState>): NonNullable<MissingFacts['list']> => ({
    items: itemsFor(checklists.of('RO'), 'END_OF_SENTENCE').map((item) => {
      const state = states[item.code];
      return state === undefined ? item : { ...item, marks: [{ state, on: TODAY, by: 'x' }] };
    }),
  });
  const all = { BED: 'DONE', IDENTITY_PAPER: 'DONE', MEDICINES: 'DONE', FIRST_APPOINTMENT: 'DONE' } as const;
  const bare = plan([goal('EMPLOYMENT')]);
  it.each<[string, Partial<MissingFacts>, string[]]>([
    ['everything critical that nobody did', { list: marked({}), plan: bare }, ['IDENTITY_PAPER OPEN', 'BED OPEN', 'MEDICINES OPEN', 'FIRST_APPOINTMENT TO_SET']],
    ['nothing that is done', { list: marked(all) }, []],
    ['not what the person refused, nor what does not apply', { list: marked({ ...all, BED: 'REFUSED', MEDICINES: 'NOT_APPLICABLE' }) }, []],
    ['what was asked for, as asked for', { list: marked({ ...all, IDENTITY_PAPER: 'REQUESTED' }) }, ['IDENTITY_PAPER REQUESTED']],
    ['what cannot be had, as missing', { list: marked({ ...all, BED: 'NOT_POSSIBLE' }) }, ['BED NOT_POSSIBLE']],
    ['a bed the list has, whatever the needs said', { list: marked(all), round: round(['ACCOMMODATION', 'NEED']) }, []],
    ['a bed a step of the plan looks for', { list: marked({ ...all, BED: 'OPEN' }), round: round(['ACCOMMODATION', 'NEED']), plan: plan([met, goal('ACCOMMODATION')]) }, ['BED IN_PLAN']],
    ['never what the person preferred not to answer', { list: marked({ ...all, BED: 'OPEN' }), round: round(['ACCOMMODATION', 'REFUSED']) }, []],
    ['no appointment where no service waits', { list: marked({ ...all, FIRST_APPOINTMENT: 'OPEN' }), plan: bare, person: somebody({ afterRelease: 'UNSUPERVISED' }) }, []],
    ['nothing of it while release is far, but a paper that is needed', { list: marked({}), round: round(['IDENTITY_DOCS', 'NEED']), person: somebody({ releaseDates: [date('END_OF_SENTENCE', 700)] }) }, ['IDENTITY_PAPER OPEN']],
  ])('%s', (_name, over, expected) => expect(missing(over)).toEqual(expected));

  it('with the day on which it was due', () => {
    expect(criticalMissing(facts({ list: marked({ ...all, BED: 'REQUESTED' }) }))).toEqual([{ what: 'BED', state: 'REQUESTED', on: addDays(TODAY, 20 - 75) }]);
  });
});

it('obligations are critical as long as nobody looked, and only once leaving is prepared', () => {
  expect(missing({ obligationsKnown: false })).toEqual(['OBLIGATIONS UNKNOWN']);
  expect(missing({ obligationsKnown: false, person: somebody({ releaseDates: [date('END_OF_SENTENCE', 700)] }) })).toEqual([]);
});
