import { expect, it } from 'vitest';
import { jurisdictions } from '../jurisdictions/index.ts';
import { itemsFor } from './checklist-rules.ts';
import { indexRow } from './collections.ts';
import { checklists } from '../checklists/index.ts';
import type { MovementKind } from './custody.ts';
import { addDays } from './dates.ts';
import type { DueItem } from './due.ts';
import type { PersonFacts } from './due-facts.ts';
import { dueItems } from './due-rules.ts';
import { withMovement } from './movement-rules.ts';
import type { Person } from './people.ts';
import { consequencesOf, type PersonEvent } from './person-consequences.ts';
import type { EndingMatter } from './person-endings.ts';
import { isInCustody } from './person-machine.ts';
import type { TurnKind } from './person-turns.ts';
import { withTurn } from './turn-rules.ts';
import { list, oneOf, tried } from './walks/random.ts';

const FIRST = '2026-11-01';
const made = { createdAt: 'x', createdBy: 'x', updatedAt: 'x', updatedBy: 'x', v: 1, personId: 'p', lang: 'ro' } as const;
const jurisdiction = jurisdictions.of('RO');

/** One of everything that is open about somebody, made at a time. */
const mattersMade = (at: number): EndingMatter[] =>
  [
    { ...made, id: `list${at}`, type: 'checklist', kind: 'END_OF_SENTENCE', template: { code: 'RO', version: 1 }, startedOn: FIRST, startedBy: 'x', items: itemsFor(checklists.of('RO'), 'END_OF_SENTENCE') },
    { ...made, id: `obligation${at}`, type: 'obligation', kind: 'REPORT', text: 'x', act: '1', from: FIRST, protectsSomebody: false },
    { ...made, id: `road${at}`, type: 'road', readAloud: [], banChecks: [] },
    { ...made, id: `appointment${at}`, type: 'appointment', status: 'TO_BE_FIXED', at: { when: 'TO_BE_FIXED' }, history: [] },
    { ...made, id: `departure${at}`, type: 'departure', things: {} },
    { ...made, id: `open${at}`, type: 'request', receivedOn: FIRST, about: 'WORK', takenBy: 'x', state: 'RECEIVED', reopened: [] },
    { ...made, id: `answered${at}`, type: 'request', receivedOn: FIRST, about: 'WORK', takenBy: 'x', state: 'ANSWERED', answer: { result: 'GRANTED', text: 'x', lang: 'ro', by: 'x', on: FIRST }, reopened: [] },
    { ...made, id: `case${at}`, type: 'sittingCase', sittingId: 's', kind: 'COMMISSION', on: '2026-12-20', state: 'LISTED', report: { state: 'TO_WRITE' } },
  ] as unknown as EndingMatter[];

interface Held {
  readonly person: Person;
  readonly matters: readonly EndingMatter[];
}

const begun: Held = {
  person: {
    id: 'p', type: 'person', status: 'ACTIVE', code: 'x', familyName: 'X', givenName: 'X', birthDate: '1990-01-01', decisions: [], movements: [], turns: [],
    releaseDates: [{ id: 'd', kind: 'END_OF_SENTENCE', date: '2026-12-20', certainty: 'DECIDED', source: 'x', setOn: FIRST, setBy: 'x' }],
  } as unknown as Person,
  matters: mattersMade(0),
};

type Step = { readonly turn: TurnKind } | { readonly move: MovementKind };
const steps: readonly Step[] = [...(['RELEASE', 'CLOSE', 'NEW_ROUND', 'ESCAPE', 'RECAPTURE', 'DEATH', 'DEATH_MISTAKEN'] as const).map((turn) => ({ turn })), ...(['COURT', 'TEMPORARY_TRANSFER', 'RETURN'] as const).map((move) => ({ move }))];
const events: Readonly<Record<string, PersonEvent>> = { RELEASE: 'RELEASE', DEATH: 'DEATH', ESCAPE: 'ESCAPE', NEW_ROUND: 'NEW_ROUND', TRANSFER: 'TRANSFER', TEMPORARY_TRANSFER: 'TEMPORARY_TRANSFER', RETURN: 'RETURN' };

/** One step by the rules the services call, with what follows; as it was where the rule refuses it. */
const after = ({ person, matters }: Held, step: Step, on: string): Held => {
  const next = 'turn' in step
    ? withTurn(person, { id: on, kind: step.turn, on, source: 'act 1', setBy: 'x', ...(step.turn === 'RELEASE' ? { releaseType: 'END_OF_SENTENCE' as const } : {}) }, on)
    : withMovement(person, { id: on, kind: step.move, on, source: 'act 1', setBy: 'x' }, on);
  if (!next.ok) return { person, matters };
  const event = events['turn' in step ? step.turn : step.move];
  const changed = event === undefined ? [] : consequencesOf(event, { plans: [], handovers: [], enrolments: [], rounds: [], others: matters }, { on, today: on, at: `${on}T10:00:00Z`, by: 'x' }).others;
  return { person: { ...person, ...next.value }, matters: matters.map((doc) => changed.find(({ id }) => id === doc.id) ?? doc) };
};

/** What is due, read off the index columns as the first screen reads them. */
const dueOf = ({ person, matters }: Held, today: string): readonly DueItem[] => {
  const rows = matters.map((doc) => ({ id: doc.id, type: doc.type, ix: indexRow(doc) as Readonly<Record<string, unknown>> }));
  const first = (type: string, fits: (ix: Readonly<Record<string, unknown>>) => boolean) => rows.find((row) => row.type === type && fits(row.ix));
  const own = indexRow(person) as Readonly<Record<string, string | null>>;
  const checklist = first('checklist', ({ ended }) => ended !== true);
  const listed = first('sittingCase', ({ status }) => status === 'LISTED');
  const [open, answered] = [first('request', ({ status }) => status === 'RECEIVED'), first('request', ({ status }) => status === 'ANSWERED')];
  const facts: PersonFacts = {
    id: 'p', status: person.status, onRemand: false, endless: false, postponed: false, fraction: undefined, arrivedOn: undefined, mine: true, round: undefined, plans: [], decision: undefined, nearest: undefined,
    release: own['release'] === null ? undefined : { kind: 'END_OF_SENTENCE', date: own['release']! },
    outside: { toFix: rows.filter(({ type, ix }) => type === 'appointment' && ix['status'] === 'TO_BE_FIXED').length, expected: [] },
    ...(checklist === undefined ? {} : { checklist: { id: checklist.id, items: String(checklist.ix['items']) } }),
    ...(listed === undefined ? {} : { listed: { caseId: listed.id, sittingId: 's', on: '2026-12-20', reported: false } }),
    requests: { ...(open === undefined ? {} : { open: { id: open.id, on: FIRST, count: 1 } }), ...(answered === undefined ? {} : { answered: { id: answered.id, on: FIRST, count: 1 } }) },
  };
  return dueItems({ today, userId: 'x', workplace: 'prison', jurisdiction, may: () => true, lines: { all: [], calledIn: [] } }, { people: [facts], handovers: [], imports: [] });
};

const walk = list(oneOf(...steps), 1, 12);

it('whatever happens to somebody, nothing is due of who died, escaped or left, and nothing of an earlier stay', () => {
  let ended = 0;
  tried(walk, (taken) => {
    let held = begun;
    taken.forEach((step, at) => {
      const on = addDays(FIRST, at);
      const before = held;
      held = after(held, step, on);
      const due = dueOf(held, on);
      if (!isInCustody(held.person.status)) {
        ended += 1;
        expect(due).toEqual([]);
      }
      if ('turn' in step && step.turn === 'NEW_ROUND' && held.person !== before.person) {
        expect(due.filter(({ id }) => before.matters.some((doc) => doc.id === id))).toEqual([]);
        expect(held.matters.filter((doc) => doc.type === 'checklist' ? doc.endedOn === undefined : 'past' in doc ? doc.past !== true : doc.type === 'obligation' || doc.type === 'road')).toEqual([]);
        // the new stay has its own
        held = { ...held, matters: [...held.matters, ...mattersMade(at + 1)] };
      }
    });
  });
  expect(ended).toBeGreaterThan(0);
});

it.each<[string, readonly [Step, Step]]>([
  ['an escape, and the recapture', [{ turn: 'ESCAPE' }, { turn: 'RECAPTURE' }]],
  ['a day at the court, and the return', [{ move: 'COURT' }, { move: 'RETURN' }]],
  ['another prison for a while, and the return', [{ move: 'TEMPORARY_TRANSFER' }, { move: 'RETURN' }]],
])('%s: everything stands as it stood, and the same is due', (_name, [away, back]) => {
  const paused = after(begun, away, '2026-11-20');
  const resumed = after(paused, back, '2026-11-21');
  expect(paused.person.status).not.toBe('ACTIVE');
  expect(resumed.person.status).toBe('ACTIVE');
  expect(resumed.matters).toEqual(begun.matters);
  expect(dueOf(resumed, '2026-11-21')).toEqual(dueOf(begun, '2026-11-21'));
  expect(dueOf(begun, '2026-11-21').map(({ kind }) => kind)).toEqual(expect.arrayContaining(['CHECKLIST', 'REQUEST', 'REQUEST_DELIVER', 'REPORT', 'APPOINTMENT_TO_FIX']));
});

it('a death that was recorded of the wrong person leaves ended what it ended, and nothing of it is due', () => {
  const back = after(after(begun, { turn: 'DEATH' }, '2026-11-20'), { turn: 'DEATH_MISTAKEN' }, '2026-11-21');
  expect(dueOf(back, '2026-11-21').filter(({ id }) => begun.matters.some((doc) => doc.id === id))).toEqual([]);
});

it('at release an answer that was given can still be delivered, and obligations, appointments and destination go on', () => {
  const left = after(begun, { turn: 'RELEASE' }, '2026-11-20').matters;
  const changed = left.filter((doc, at) => doc !== begun.matters[at]).map(({ id }) => id);
  expect(changed).toEqual(['list0', 'open0', 'case0']);
  expect(left.find(({ id }) => id === 'list0')).toMatchObject({ endedOn: '2026-11-20' });
  expect(left.find(({ id }) => id === 'case0')).toMatchObject({ state: 'TAKEN_OFF', takenOff: { event: 'RELEASE' } });
});
