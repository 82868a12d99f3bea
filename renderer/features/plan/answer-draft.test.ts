import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { keptForms } from '../../app/drafts/forms.ts';

const formOf = (file: string): string | undefined => /<AnswerFields[^>]*?\bform="([^"]+)"/s.exec(readFileSync(new URL(file, import.meta.url), 'utf8'))?.[1];

it('what was typed alone about an answer does not stand there when the plan is read together', () => {
  const [office, together] = [formOf('record-answer.tsx'), formOf('reading-answer.tsx')];
  expect(Object.keys(keptForms)).toEqual(expect.arrayContaining([office, together]));
  expect(together).not.toBe(office);
});
