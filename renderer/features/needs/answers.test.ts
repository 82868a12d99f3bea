import { describe, expect, it } from 'vitest';
import { nothingAsked, withAnswer } from '../../../shared/domain/round-rules.ts';
import type { Round } from '../../../shared/domain/needs.ts';
import { answerChoices, choiceOf, choiceOfKey, meaningOf, takesLine } from './answers.ts';

describe('answering a domain with one key', () => {
  it.each([
    ['0', 'NONE'],
    ['1', 'NEED_1'],
    ['2', 'NEED_2'],
    ['3', 'NEED_3'],
    ['4', 'REFUSED'],
    ['Delete', 'NOT_ASKED'],
    ['Backspace', 'NOT_ASKED'],
    ['5', undefined],
    ['Enter', undefined],
    ['toString', undefined],
  ] as const)('%s answers %s', (key, choice) => {
    expect(choiceOfKey(key)).toBe(choice);
  });

  it.each(answerChoices)('%s is something the rule takes, and reads back as the same', (choice) => {
    const next = withAnswer({ domains: nothingAsked() } as unknown as Round, { domain: 'HEALTH', ...meaningOf(choice) });
    const health = next.ok ? next.value.domains.find((domain) => domain.domain === 'HEALTH') : undefined;
    expect(health && choiceOf(health)).toBe(choice);
  });

  it('asks no reason of somebody who preferred not to answer', () => {
    expect(answerChoices.filter(takesLine)).toEqual(['NEED_1', 'NEED_2', 'NEED_3']);
    expect(takesLine(undefined)).toBe(false);
  });
});
