import { expect, it } from 'vitest';
import { linesWithWords, noLine, unsaidIn, withLine } from './typed-lines.ts';

it('a line keeps the basis that was chosen before its words, and only words are worth keeping', () => {
  const chosen = withLine({}, 'FAMILY', (now) => ({ ...now, basis: 'OBSERVED' }));
  expect(linesWithWords(chosen)).toEqual({});
  const typed = withLine(chosen, 'FAMILY', (now) => ({ ...now, text: 'mama vine lunar' }));
  expect(linesWithWords(typed)).toEqual({ FAMILY: { text: 'mama vine lunar', basis: 'OBSERVED' } });
  expect(withLine(typed, 'FAMILY', () => noLine)['FAMILY']).toEqual(noLine);
});

it('finds everything typed and not saved, by what it is, and nothing that is empty or stands nowhere', () => {
  const line = (text: string) => ({ text, basis: 'PERSON_SAYS' as const });
  expect(unsaidIn({ ACCOMMODATION: line(' nu are unde '), 'strengths.FAMILY': line('o soră'), 'other.FINANCE': line('o datorie'), HEALTH: line('  '), 'strange.HEALTH': line('x'), NOWHERE: line('x') })).toEqual([
    { place: 'ACCOMMODATION', what: 'line', domain: 'ACCOMMODATION', ...line('nu are unde') },
    { place: 'strengths.FAMILY', what: 'strengths', domain: 'FAMILY', ...line('o soră') },
    { place: 'other.FINANCE', what: 'other', domain: 'FINANCE', ...line('o datorie') },
  ]);
});
