import { expect, it } from 'vitest';
import type { ForgottenColumn } from './collections.ts';

it('keeps every column that is worked out for the index', () => {
  // a column that no collection declares does not compile here
  const nothingForgotten: [ForgottenColumn] extends [never] ? true : ForgottenColumn = true;
  expect(nothingForgotten).toBe(true);
});
