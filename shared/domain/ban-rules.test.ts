import { describe, expect, it } from 'vitest';
import { banQuestions, bansCompared, banTicked, banUnticked, type BanFacts } from './ban-rules.ts';
import type { ContactBan } from './custody.ts';
import type { Objective } from './plan.ts';
import type { Destination } from './road.ts';

const me = '01900000-0000-7000-8000-00000000000a';
const today = '2026-11-22';
const ban: ContactBan = { id: 'b1', kind: 'NO_CONTACT', act: '12/2026' };
const goal = (text: string, owner: Objective['steps'][number]['owner'] = 'FAMILY'): Objective => ({ id: 'g', domain: 'FAMILY', title: 'goal', horizon: 'LATER', steps: [{ id: 's1', text, owner, carriesOver: false }] });
const home: Destination = { addressState: 'CONFIRMED', address: 'Str. Lungă 5', municipality: 'Lugoj', host: 'sora' };
const facts = (over: { bans?: ContactBan[]; destination?: Destination; objectives?: Objective[]; checks?: NonNullable<BanFacts['road']>['banChecks']; today?: string } = {}): BanFacts => ({
  person: { contactBans: over.bans ?? [ban] },
  road: { destination: over.destination ?? home, banChecks: over.checks ?? [] },
  plan: { objectives: over.objectives ?? [goal('Sora aduce hainele')] },
  today: over.today ?? today,
});
const open = (of: BanFacts) => banQuestions(of).flatMap(({ subject, checked }) => (checked === undefined ? [subject] : []));
/** Everything ticked, one after another. */
const ticked = (of: BanFacts): BanFacts => {
  let done = of;
  for (const asked of banQuestions(of)) {
    const checks = banTicked(done, asked, me);
    if (!checks.ok) throw new Error(checks.refusal.code);
    done = Object.assign({}, of, { road: { destination: of.road?.destination, banChecks: checks.value } });
  }
  return done;
};

describe('what somebody compares with a prohibition of contact', () => {
  it.each<[string, BanFacts, string[]]>([
    ['the address, the host and the steps of the family', facts(), ['DESTINATION', 'HOST', 'STEP']],
    ['nothing without a prohibition', facts({ bans: [] }), []],
    ['nothing once it has ended', facts({ bans: [{ ...ban, until: '2026-11-21' }] }), []],
    ['still on its last day', facts({ bans: [{ ...ban, until: today }] }), ['DESTINATION', 'HOST', 'STEP']],
    ['no step of anybody else', facts({ objectives: [goal('Curs', 'EDUCATOR')] }), ['DESTINATION', 'HOST']],
    ['no address where there is none', facts({ destination: { addressState: 'NONE' } }), ['STEP']],
  ])('%s', (_name, of, expected) => expect(open(of)).toEqual(expected));

  it('is done once somebody ticked each of them, and says who and when', () => {
    const done = ticked(facts());
    expect(open(done)).toEqual([]);
    expect(banQuestions(done)[0]?.checked).toEqual({ on: today, by: me });
    expect([bansCompared(facts()), bansCompared(done)]).toEqual([{ ok: false, refusal: { code: 'bans.notCompared', params: { count: 3 } } }, { ok: true, value: undefined }]);
  });

  it('is needed again when the address, the step or a prohibition changes, and only of what changed', () => {
    const { road } = ticked(facts());
    const again = (over: Parameters<typeof facts>[0]) => open(facts({ ...over, checks: road!.banChecks }));
    expect(again({ destination: { ...home, address: 'Str. Lungă 7' } })).toEqual(['DESTINATION']);
    expect(again({ destination: { ...home, host: 'unchi' } })).toEqual(['HOST']);
    expect(again({ objectives: [goal('Sora vine la poartă')] })).toEqual(['STEP']);
    expect(again({ bans: [{ ...ban, act: '13/2026' }] })).toEqual(['DESTINATION', 'HOST', 'STEP']);
    expect(again({ bans: [ban, { ...ban, id: 'b2', kind: 'NO_PLACES' }] })).toEqual(['DESTINATION', 'HOST', 'STEP']);
    expect(again({})).toEqual([]);
  });

  it('is not needed again because one of two prohibitions ended', () => {
    const second: ContactBan = { ...ban, id: 'b2', until: '2026-11-30' };
    const { road } = ticked(facts({ bans: [ban, second] }));
    expect(open(facts({ bans: [ban, second], checks: road!.banChecks, today: '2026-12-01' }))).toEqual([]);
  });

  it('is refused for words that are no longer there, and a wrong tick is taken back', () => {
    expect(banTicked(facts(), { subject: 'DESTINATION', of: 'elsewhere' }, me)).toMatchObject({ refusal: { code: 'bans.changed' } });
    const { road } = ticked(facts());
    expect(open(facts({ checks: banUnticked(road!.banChecks, { subject: 'HOST' }) }))).toEqual(['HOST']);
  });
});
