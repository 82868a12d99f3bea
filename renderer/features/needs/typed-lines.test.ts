import { expect, it } from 'vitest';
import { linesWithWords, noLine, withLine } from './typed-lines.ts';

it('a line keeps the basis that was chosen before its words, and only words are worth keeping', () => {
  const chosen = withLine({}, 'FAMILY', (now) => ({ ...now, basis: 'OBSERVED' }));
  expect(linesWithWords(chosen)).toEqual({});
  const typed = withLine(chosen, 'FAMILY', (now) => ({ ...now, text: 'mama vine lunar' }));
  expect(linesWithWords(typed)).toEqual({ FAMILY: { text: 'mama vine lunar', basis: 'OBSERVED' } });
  expect(withLine(typed, 'FAMILY', () => noLine)['FAMILY']).toEqual(noLine);
});
