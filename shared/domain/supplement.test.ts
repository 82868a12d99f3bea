import { describe, expect, it } from 'vitest';
import type { CaseFile } from './casefile.ts';
import { changedParts, maySupplement, supplemented, supplementOf } from './supplement.ts';

const ref = { envelopeId: '01900000-0000-7000-8000-00000000000e', tagManifestSha256: 'a'.repeat(64) };
const caseFile = (over: Record<string, unknown> = {}): CaseFile =>
  ({ format: 'varco-case', version: 1, dataAsOf: '2026-11-20', person: { id: 'p' }, recipient: { serviceId: 'r', name: 'R' }, dates: [], plan: { contentId: 'c' }, learning: [], choices: [], notIncluded: [], ...over }) as unknown as CaseFile;

describe('what changed since the case was sealed', () => {
  it.each([
    ['another day alone is no change', { dataAsOf: '2026-11-22', registrationNumber: 'P-2' }, []],
    ['the same in another order of its fields is no change', { recipient: { name: 'R', serviceId: 'r' } }, []],
    ['a date', { dates: [{ kind: 'END_OF_SENTENCE' }] }, ['dates']],
    ['something that was not there before', { goalStates: [] }, ['goalStates']],
  ] as const)('%s', (_what, over, parts) => expect(changedParts(caseFile(), caseFile(over))).toEqual(parts));

  it.each([
    ['nothing', {}, 'handover.nothingChanged'],
    ['a new version of the plan', { plan: { contentId: 'd' } }, 'handover.newPlan'],
    ['somebody else', { person: { id: 'q' } }, 'handover.notTheSameCase'],
    ['another service', { recipient: { serviceId: 's', name: 'S' } }, 'handover.notTheSameCase'],
  ] as const)('%s is no supplement', (_what, over, code) => expect(maySupplement(caseFile(), caseFile(over))).toMatchObject({ ok: false, refusal: { code } }));
});

it('leads exactly to the state that was read: added, changed and removed parts, and what the reader does not know stays', () => {
  const before = caseFile({ goalStates: [{ objectiveId: 'o' }], dates: [] });
  const now = caseFile({ dataAsOf: '2026-11-22', dates: [{ kind: 'END_OF_SENTENCE' }], planLines: [] });
  const supplement = supplementOf(before, now, ref, 'b'.repeat(64));
  expect(supplement.removed).toEqual(['goalStates']);
  expect(supplemented({ ...before, later: 1 }, supplement)).toEqual({ ...now, later: 1 });
});
