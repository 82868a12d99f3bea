import { expect, it } from 'vitest';
import { wingPlaceOf } from './wing-list.ts';

it.each([
  [{ kind: 'DECISION', what: 'HEARING' }, 'COURT'],
  [{ kind: 'DECISION', what: 'COMMISSION' }, 'COMMISSION'],
  [{ kind: 'DECISION', what: 'NEW_TERM' }, undefined],
  [{ kind: 'DECISION', what: 'HEARING', hoped: true }, undefined],
  [{ kind: 'RELEASE', what: 'END_OF_SENTENCE' }, 'LEAVES'],
  [{ kind: 'RETURN' }, 'BACK'],
  [{ kind: 'APPOINTMENT' }, 'APPOINTMENT'],
  [{ kind: 'SESSION' }, 'COURSE'],
  [{ kind: 'REVIEW' }, undefined],
  [{ kind: 'OTHER_DATE', what: 'CUSTODY_LIMIT' }, undefined],
] as const)('%j leads to %s', (item, place) => {
  expect(wingPlaceOf(item)).toBe(place);
});
