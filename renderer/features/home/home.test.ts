import { describe, expect, it } from 'vitest';
import { DueKind, DuePlace } from '../../../shared/domain/due.ts';
import { Language } from '../../../shared/domain/base.ts';
import { createTexts } from '../../../shared/i18n/index.ts';
import { isLate, pathOfLine, wordsOfLine } from './line-words.ts';

const person = { id: 'p', name: 'Mureșan Ștefan', code: 'TM-1' };

describe('a line of due work', () => {
  it.each(Language.options)('has words for every kind, ahead and passed, in %s', (language) => {
    const { t, exists } = createTexts(language);
    for (const kind of DueKind.options) {
      for (const days of [3, -3]) {
        const { key, ...values } = wordsOfLine({ kind, days });
        expect([kind, exists(key, values)]).toEqual([kind, true]);
        expect(t(key, values)).not.toContain('{{');
      }
    }
  });

  it('counts the steps of a plan', () => {
    const { t } = createTexts('ro');
    const { key, ...values } = wordsOfLine({ kind: 'STEP', days: 0, count: 20 });
    expect(t(key, values)).toBe('20 de pași ai planului sunt scadenți');
  });

  it('leads to the part of the person it is about', () => {
    expect(Object.fromEntries(DuePlace.options.map((place) => [place, pathOfLine({ place, person })]))).toEqual({
      needs: '/people/p/needs',
      sitting: '/sittings',
      requests: '/people/p/requests',
      plan: '/people/p/plan',
      release: '/people/p/release',
      dates: '/people/p/dates',
      handover: '/people/p/handover',
      arrivals: '/arrivals',
      followUp: '/people/p/followUp',
    });
  });

  it.each([
    ['a step whose day has passed', 'BY', -1, true],
    ['a step of today', 'BY', 0, false],
    ['a plan that waits since last week', 'SINCE', -7, false],
    ['a hand-over sent last month', 'SENT_ON', -30, false],
    ['a hearing that has passed', 'HEARING', -1, true],
    ['a release ahead', 'END_OF_SENTENCE', 2, false],
  ] as const)('is late or not: %s', (_name, what, days, late) => expect(isLate({ what, days })).toBe(late));
});
