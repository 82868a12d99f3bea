import { describe, expect, it } from 'vitest';
import { bareFacts, richFacts } from '../../documents/testing/first-days.ts';
import { addDays } from '../../../../shared/domain/dates.ts';
import { departureStands, packMissing, type FirstDaysFacts } from '../../../../shared/domain/first-days.ts';
import { itineraryOf, ItineraryGap } from '../../../../shared/domain/itinerary.ts';
import { itineraryView } from '../../../../shared/domain/itinerary-lines.ts';

const told = (facts: FirstDaysFacts): string[] =>
  itineraryView(facts).parts.flatMap(({ span, days, anyDay }) => [
    ...days.flatMap(({ on, lines }) => lines.map(({ kind, time }) => `${span} ${on} ${kind}${time === undefined ? '' : ` ${time}`}`)),
    ...anyDay.map(({ kind }) => `${span} any ${kind}`),
  ]);

describe('the itinerary', () => {
  it('puts together day by day what is known: leaving first, the bed last, the rest by the hour', () => {
    expect(told(richFacts).slice(0, 9)).toEqual([
      'FIRST_72H 2026-11-27 LEAVE 10:30',
      'FIRST_72H 2026-11-27 TRAVEL',
      'FIRST_72H 2026-11-27 BED',
      'FIRST_72H any APPOINTMENT',
      'FIRST_72H any STEP',
      'FIRST_30D 2026-12-02 APPOINTMENT 09:00',
      'FIRST_30D 2026-12-03 APPOINTMENT 11:15',
      'FIRST_30D any PICK_UP',
      'FIRST_30D any STEP',
    ]);
  });

  it('follows the day of release: a week later everything that hangs on it lies a week later', () => {
    const later = { ...richFacts, release: { date: addDays('2026-11-27', 7), time: '10:30' } };
    expect(told(later)).toContain('FIRST_72H 2026-12-04 LEAVE 10:30');
    expect(told(later)).toContain('FIRST_72H 2026-12-07 APPOINTMENT 09:00');
    // an exact day stays where it is, and is no day after release any more
    expect(told(later).some((line) => line.includes('2026-12-03'))).toBe(false);
  });

  it('without a day of release has no days, only what belongs to each stretch, and says so', () => {
    const open = { ...richFacts, release: undefined };
    expect(told(open).filter((line) => line.startsWith('FIRST_72H'))).toContain('FIRST_72H any APPOINTMENT');
    expect(itineraryOf(open).gaps).toContain('RELEASE_DAY');
    expect(itineraryOf(open).parts.map(({ from, to }) => [from, to])).toEqual([[undefined, undefined], [undefined, undefined], [undefined, undefined]]);
  });

  it('the three stretches follow one another without a hole, and everything dated stands in exactly one', () => {
    const { parts } = itineraryOf(richFacts);
    expect(parts.map(({ from, to }) => `${from} ${to}`)).toEqual(['2026-11-27 2026-11-30', '2026-12-01 2026-12-27', '2026-12-28 2027-02-25']);
    for (const { from = '', to = '', days } of parts) for (const { on } of days) expect(on >= from && on <= to).toBe(true);
  });

  it('shows no cancelled appointment, no step that is over, and none that only the prison could do', () => {
    const [first, ...others] = richFacts.appointments;
    const facts = { ...richFacts, appointments: [{ ...first!, status: 'CANCELLED' as const }, ...others] };
    expect(told(facts).some((line) => line.includes('2026-12-02'))).toBe(false);
    const texts = JSON.stringify(itineraryView(richFacts));
    expect(texts).not.toContain('Înscriere la AJOFM Timiș înainte de liberare');
    expect(texts).toContain('CV și discuție cu angajatorul');
    const done = Object.fromEntries(richFacts.plan!.content.objectives.flatMap(({ steps }) => steps.map(({ id }) => [id, { status: 'DONE' as const, on: '2026-11-20' }])));
    expect(told({ ...richFacts, plan: { ...richFacts.plan!, progress: { steps: done } } }).some((line) => line.endsWith('STEP'))).toBe(false);
  });

  it('of health says that it is health, never with whom or what for', () => {
    const texts = JSON.stringify(itineraryView(richFacts));
    for (const word of ['CPECA', 'substituție']) expect(texts).not.toContain(word);
    expect(texts).toContain('Str. Corbului');
  });

  it('says every gap where nothing is known, and none where all is', () => {
    expect(itineraryOf(bareFacts).gaps).toEqual(ItineraryGap.options);
    expect(itineraryOf(richFacts).gaps).toEqual([]);
  });
});

describe('what an emergency pack would leave open', () => {
  const round = (domain: string, answer: string) => ({ domains: [{ domain, answer, statements: [] }] }) as unknown as FirstDaysFacts['round'];
  const line = (state: 'NOT_NEEDED' | 'DECLINED' | 'ARRANGED') => ({ state, on: '2026-11-20', by: 'x' });
  it.each<[string, Partial<FirstDaysFacts>, readonly string[]]>([
    ['nothing is known', {}, ['BED', 'TRAVEL', 'ID_PAPER', 'MEDICINES', 'MONEY', 'FIRST_APPOINTMENT', 'OBLIGATIONS']],
    ['a service of the address book can be gone to', { services: 1 }, ['BED', 'TRAVEL', 'ID_PAPER', 'MEDICINES', 'MONEY', 'OBLIGATIONS']],
    ['somebody said there are no obligations', { services: 1, obligations: [] }, ['BED', 'TRAVEL', 'ID_PAPER', 'MEDICINES', 'MONEY']],
    ['the identity card has come', { applications: richFacts.applications }, ['BED', 'TRAVEL', 'MEDICINES', 'MONEY', 'FIRST_APPOINTMENT', 'OBLIGATIONS']],
    ['the person sees to the bed themselves', { departure: { things: { BED: line('DECLINED'), MEDICINES: line('NOT_NEEDED') } } }, ['TRAVEL', 'ID_PAPER', 'MONEY', 'FIRST_APPOINTMENT', 'OBLIGATIONS']],
    ['preferred not to answer about housing: a choice, never missing', { round: round('ACCOMMODATION', 'REFUSED') }, ['TRAVEL', 'ID_PAPER', 'MEDICINES', 'MONEY', 'FIRST_APPOINTMENT', 'OBLIGATIONS']],
    ['an appointment without a day is none', { appointments: [richFacts.appointments[3]!] }, ['BED', 'TRAVEL', 'ID_PAPER', 'MEDICINES', 'MONEY', 'FIRST_APPOINTMENT', 'OBLIGATIONS']],
    ['straight from the gate, the day not known yet', { appointments: [{ ...richFacts.appointments[0]!, at: { when: 'IMMEDIATE_ON_RELEASE' } }] }, ['BED', 'TRAVEL', 'ID_PAPER', 'MEDICINES', 'MONEY', 'OBLIGATIONS']],
    ['an appointment two months after release is no first one', { release: { date: '2026-11-27' }, appointments: [{ ...richFacts.appointments[0]!, at: { when: 'EXACT', date: '2027-01-27' } }] }, ['BED', 'TRAVEL', 'ID_PAPER', 'MEDICINES', 'MONEY', 'FIRST_APPOINTMENT', 'OBLIGATIONS']],
  ])('%s', (_what, over, expected) => expect(packMissing({ ...bareFacts, ...over })).toEqual(expected));

  it.each([
    ['BED', { state: 'ARRANGED' }, 'departure.wordsNeeded'],
    ['BED', { state: 'ARRANGED', words: 'la sora mea' }, undefined],
    ['BED', { state: 'DECLINED' }, undefined],
    ['MEDICINES', { state: 'ARRANGED', days: 7 }, undefined],
    ['MEDICINES', { state: 'ARRANGED', words: 'metadonă' }, 'departure.noMedicineWords'],
    ['MONEY', { state: 'ARRANGED', days: 7 }, 'departure.noMedicineWords'],
  ] as const)('%s %o', (thing, entry, code) => {
    const outcome = departureStands(thing, entry);
    expect(outcome.ok ? undefined : outcome.refusal.code).toBe(code);
  });
});
