import { expect, it } from 'vitest';
import { paperCode } from './paper-form.ts';
import { matchScan, missingPages, type KnownForm } from './scan.ts';

const form = (over: Partial<KnownForm> = {}): KnownForm => ({ id: 'F', kind: 'CONSENTS', edition: 1, pages: 2, personId: 'P', ...over });
const CODE = 'ZYXW456789ABCDEF';
const on = (page: number, edition = 1, code = CODE) => paperCode({ kind: 'CONSENTS', edition, page, code });

it.each<[string, readonly string[], { known?: KnownForm; kept?: boolean; read?: boolean; opened?: string }, string]>([
  ['its page', [on(1)], {}, 'MATCHED'],
  ['its page, opened from that person', [on(2)], { opened: 'P' }, 'MATCHED'],
  ['beside the code of a parcel', ['https://example.org', on(1)], {}, 'MATCHED'],
  ['opened from another person', [on(1)], { opened: 'Q' }, 'OTHER_PERSON'],
  ['here already', [on(1)], { kept: true }, 'PAGE_HERE'],
  ['read twice', [on(1)], { read: true }, 'TWICE'],
  ['a blank form', [on(1)], { known: form({ personId: undefined }) }, 'BLANK_FORM'],
  ['made elsewhere', [on(1, 1, '0000000000000000')], {}, 'UNKNOWN_FORM'],
  ['a page the form never had', [on(3)], {}, 'UNKNOWN_FORM'],
  ['another form under that id', [on(1)], { known: form({ kind: 'REQUEST' }) }, 'UNKNOWN_FORM'],
  ['an edition this program does not know', [on(1, 7)], { known: form({ edition: 7 }) }, 'UNKNOWN_EDITION'],
  ['two papers in one picture', [on(1), on(2)], {}, 'SEVERAL'],
  ['a code of somebody else', ['https://example.org'], {}, 'NOT_OURS'],
  ['a code with one letter wrong', [on(1).replace('Z', 'Y')], {}, 'NOT_OURS'],
  ['no code', [], {}, 'NO_CODE'],
])('%s', (_, texts, { known = form(), kept = false, read = false, opened }, state) => {
  const match = matchScan(texts, { formOf: (code) => (code === CODE ? known : undefined), isKept: () => kept, isRead: () => read, opened });
  expect(match.state).toBe(state);
});

it('pages that are missing are named', () => {
  expect(missingPages(4, [3, 1])).toEqual([2, 4]);
  expect(missingPages(1, [1])).toEqual([]);
});
