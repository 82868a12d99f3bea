import { describe, expect, it } from 'vitest';
import { NeedDomain, type Round } from './needs.ts';
import { closed, nothingAsked, withAnswer } from './round-rules.ts';

const round = (over: Partial<Round> = {}): Round => ({ domains: nothingAsked(), ...over }) as Round;
const statement = { id: crypto.randomUUID(), text: 'Nu știe unde va dormi.', lang: 'ro', basis: 'PERSON_SAYS', on: '2026-11-22', by: crypto.randomUUID() } as const;

it('starts with all twelve domains not asked', () => {
  expect(nothingAsked().map(({ domain, answer }) => [domain, answer])).toEqual(NeedDomain.options.map((domain) => [domain, 'NOT_ASKED']));
});

describe('recording a domain', () => {
  it.each([
    ['a need without a level', { domain: 'HEALTH', answer: 'NEED' }, 'round.levelNeeded'],
    ['asked and none, with a level', { domain: 'HEALTH', answer: 'NONE', level: 2 }, 'round.levelNotHere'],
    ['refused', { domain: 'HEALTH', answer: 'REFUSED' }, undefined],
    ['asked and none', { domain: 'HEALTH', answer: 'NONE' }, undefined],
  ] as const)('%s', (_name, answer, code) => {
    const next = withAnswer(round(), answer);
    expect(next.ok ? undefined : next.refusal.code).toBe(code);
  });

  it('keeps what was said before when more is said', () => {
    const first = withAnswer(round(), { domain: 'ACCOMMODATION', answer: 'NEED', level: 3, statement });
    const second = first.ok ? withAnswer(first.value, { domain: 'ACCOMMODATION', answer: 'NEED', level: 2, statement: { ...statement, text: 'Sora îl primește.' } }) : first;
    expect(second.ok && second.value.domains[0]).toMatchObject({ level: 2, statements: [{ text: statement.text }, { text: 'Sora îl primește.' }] });
  });

  it('does not touch a closed round', () => {
    expect(withAnswer(round({ closedOn: '2026-11-22' }), { domain: 'HEALTH', answer: 'NONE' })).toMatchObject({ ok: false, refusal: { code: 'round.closed' } });
  });
});

it('a round of which nothing was asked cannot be closed', () => {
  expect(closed(round(), '2026-11-22')).toMatchObject({ ok: false, refusal: { code: 'round.nothingAsked' } });
  const asked = withAnswer(round(), { domain: 'HEALTH', answer: 'REFUSED' });
  expect(asked.ok && closed(asked.value, '2026-11-22')).toMatchObject({ ok: true, value: { closedOn: '2026-11-22' } });
});
