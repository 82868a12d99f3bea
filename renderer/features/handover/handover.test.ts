import { describe, expect, it } from 'vitest';
import { HandoverStatus } from '../../../shared/domain/handover.ts';
import { fieldsOf, groundAnswers, GroundForm, noGround, practiceFields, type GroundFields } from './ground-form.ts';
import { actsDone, nextAct, shortHash } from './handover-view.ts';
import { historyOf } from './history.ts';
import { dayOfInstant } from './instant.ts';
import { chosenOf, sizeText, targetsOf } from './target.ts';

const outside = { id: '', sequence: 1, tagManifestSha256: '', fileName: '', fileSha256: '', sealedAt: '' };
const right: GroundFields = { kind: 'VOLUNTARY_AFTERCARE', act: ' cerere 17/2026 ', date: '2026-11-20', recipient: 'service', profile: 'probation', number: 'later', numberText: '', language: 'ro' };
const wrongIn = (fields: GroundFields) => GroundForm.safeParse(fields).error?.issues.map((issue) => issue.path.join('.')) ?? [];

describe('before the preview', () => {
  it.each([
    ['everything that is missing is named in the order of the form', noGround, ['kind', 'act', 'date', 'recipient', 'number', 'language']],
    ['“none of these” is no ground', { ...right, kind: 'NONE' }, ['kind']],
    ['a day that does not exist', { ...right, date: '2026-02-30' }, ['date']],
    ['a number promised and not given', { ...right, number: 'now', numberText: '  ' }, ['numberText']],
    ['a number that comes later', right, []],
  ])('%s', (_case, fields, wrong) => expect(wrongIn(fields)).toEqual(wrong));

  it('a number given later is left out of what is sent, whatever was typed before', () => {
    expect(GroundForm.parse({ ...right, numberText: 'P-1' })).toEqual({
      mandate: { kind: 'VOLUNTARY_AFTERCARE', act: 'cerere 17/2026', date: '2026-11-20' },
      recipientServiceId: 'service',
      profile: 'probation',
      documentLanguage: 'ro',
    });
  });

  it('what was prepared once is filled in again', () => {
    const numbered = { ...right, act: 'cerere 17/2026', number: 'now', numberText: 'P-1' };
    expect(fieldsOf(GroundForm.parse(numbered))).toEqual(numbered);
    expect(fieldsOf(GroundForm.parse(right))).toMatchObject({ number: 'later', numberText: '' });
  });
});

describe('what happens next', () => {
  it.each([
    ['CHECKED', 'ana', true, 'wait'],
    ['CHECKED', 'dan', true, 'authorise'],
    ['CHECKED', 'dan', false, 'wait'],
    ['DRAFT', 'ana', true, 'prepare-again'],
    ['AUTHORISED', 'ana', false, 'write'],
    ['EXPIRED', 'ana', false, 'hand-over'],
    ['ACCEPTED', 'ana', false, 'accepted'],
    ['REJECTED', 'ana', false, 'rejected'],
    ['REVOKED', 'ana', true, 'none'],
  ] as const)('%s, prepared by ana, at the screen %s who may authorise: %s → %s', (status, user, may, next) => {
    expect(nextAct({ status, preparedBy: 'ana' }, user, may)).toBe(next);
  });

  it('no state lets the one who prepared it authorise', () => {
    for (const status of HandoverStatus.options) expect(nextAct({ status, preparedBy: 'ana' }, 'ana', true)).not.toBe('authorise');
  });

  it.each([
    ['DRAFT', 0],
    ['CHECKED', 1],
    ['AUTHORISED', 2],
    ['SEALED', 3],
    ['LOST', 3],
    ['ACCEPTED', 4],
  ] as const)('%s has %i acts behind it', (status, done) => expect(actsDone({ status, authorisation: undefined, envelope: outside, receipt: undefined })).toBe(done));

  it('what was given up before it was written has not been written, and what was answered before it was revoked has', () => {
    expect(actsDone({ status: 'CLOSED', authorisation: undefined, envelope: undefined, receipt: undefined })).toBe(1);
    expect(actsDone({ status: 'REVOKED', authorisation: undefined, envelope: outside, receipt: { decision: 'ACCEPTED', at: '', importedAt: '' } })).toBe(4);
  });
});

it('a checksum is shown in groups', () => expect(shortHash('0123456789abcdef0123')).toBe('0123 4567 89ab cdef'));

it('an instant is told on the day it was at the service', () => {
  expect(dayOfInstant('en-GB', 'Europe/Bucharest', '2026-11-22T23:30:00Z')).toBe('23 Nov 2026');
  expect(dayOfInstant('en-GB', 'UTC', '2026-11-22T23:30:00Z')).toBe('22 Nov 2026');
});

describe('where to write', () => {
  const stick = { place: 's', name: 'STICK', free: 3_700_000_000, readOnly: false, envelopes: [] };
  const card = { ...stick, place: 'c', name: 'CARD', readOnly: true };
  it.each<[string, Parameters<typeof targetsOf>, string[]]>([
    ['nothing is put in: the dialog alone', [undefined, []], ['other']],
    ['a stick comes first, a protected card is not offered', [undefined, [card, stick]], ['s', 'other']],
    ['back to where the envelope came from', [{ place: 'f', name: 'Desktop' }, [stick]], ['f', 's', 'other']],
    ['which is a stick: named once', [{ place: 's', name: 'STICK' }, [stick]], ['s', 'other']],
    ['which is write-protected: not offered', [{ place: 'c', name: 'CARD' }, [card, stick]], ['s', 'other']],
  ])('%s', (_case, input, ids) => expect(targetsOf(...input).map(({ id }) => id)).toEqual(ids));

  it('a stick that was pulled out is no longer chosen', () => {
    const targets = targetsOf(undefined, [stick]);
    expect(chosenOf(targets, 's')).toBe('s');
    expect(chosenOf(targets, 'gone')).toBe('s');
    expect(chosenOf(targetsOf(undefined, []), 's')).toBe('other');
  });

  it('tells sizes as sticks are known by', () => {
    expect([3_700_000_000, 65_000_000, 12_300].map((bytes) => sizeText(bytes, String))).toEqual(['3.7 GB', '65 MB', '12 kB']);
  });
});

it('a receipt stands in the history where it was taken in, with its numbers', () => {
  const at = (n: number) => `2026-11-2${String(n)}T10:00:00Z`;
  const receipt = (decision: 'RECEIVED' | 'ACCEPTED', n: number) => ({ envelopeId: 'e', decision, at: at(0), importedAt: at(n), numberIn: `P-${String(n)}` });
  const history = (['SEALED', 'RECEIVED', 'ACCEPTED'] as const).map((status, n) => ({ status, at: at(n), by: 'ana' }));
  expect(historyOf({ history, earlierReceipts: [receipt('RECEIVED', 1)], receipt: receipt('ACCEPTED', 2) }).map((line) => line.receipt?.numberIn)).toEqual([undefined, 'P-1', 'P-2']);
});

it('an exercise asks for nothing but its language, and ends with writing', () => {
  const fields = practiceFields({ ...noGround, kind: 'PRACTICE', language: 'it' }, 'service', '2026-11-22');
  expect(GroundForm.parse(fields)).toEqual({ mandate: { kind: 'PRACTICE', act: 'EXERCISE', date: '2026-11-22' }, recipientServiceId: 'service', profile: 'probation', documentLanguage: 'it' });
  expect(groundAnswers).not.toContain('PRACTICE');
  expect(nextAct({ status: 'SEALED', preparedBy: 'ana', practice: true }, 'ana', false)).toBe('practised');
});
