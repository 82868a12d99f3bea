import { describe, expect, it } from 'vitest';
import { addPersonForm, newPersonOf } from './add-form.ts';
import { filterFrom, isNarrowed, keptPart, queryOf, withParam, withSort } from './list-query.ts';
import { placeOf, windowsAt } from './windows.ts';

describe('the filter in the address', () => {
  it('comes back as it was written', () => {
    const params = withSort(withParam(withParam(withParam(new URLSearchParams(), 'q', 'Ștefan'), 'unit', 'Secția 4'), 'undated', '1'), 'nearest');
    expect(filterFrom(new URLSearchParams(params.toString()))).toEqual({ search: 'Ștefan', unit: 'Secția 4', withoutDate: true, sort: 'nearest' });
  });

  it('keeps what narrows the list when it is sorted, and sorts backwards at the second press', () => {
    const narrowed = new URLSearchParams('q=ion&status=ACTIVE');
    const once = withSort(narrowed, 'unit');
    const twice = withSort(once, 'unit');
    expect(filterFrom(twice)).toEqual({ search: 'ion', status: 'ACTIVE', sort: 'unit', descending: true });
    expect(filterFrom(withSort(twice, 'unit')).descending).toBeUndefined();
    expect(filterFrom(withSort(twice, 'code')).descending).toBeUndefined();
  });

  it.each(['sort=<script>', 'status=HANGED', 'q=%20%20', 'undated=yes', `unit=${'x'.repeat(300)}`, 'desc=true'])('leaves out what makes no sense: %s', (address) => {
    const filter = filterFrom(new URLSearchParams(address));
    expect(filter).toEqual({ sort: 'name' });
    expect(isNarrowed(filter)).toBe(false);
  });
});

describe('what is kept of the list until the next unlock', () => {
  it.each([
    ['', ''],
    ['sort=name', ''],
    ['q=ion', ''],
    ['q=ion&status=ACTIVE&sort=nearest&desc=1', 'status=ACTIVE&sort=nearest&desc=1'],
    ['desc=1', 'sort=name&desc=1'],
    ['manager=mine&kind=COMMISSION&undated=1', 'kind=COMMISSION&manager=mine&undated=1'],
    ['status=<b>&manager=all&kind=RELEASE', ''],
  ])('“%s” is kept as “%s”', (address, kept) => {
    expect(keptPart(new URLSearchParams(address))).toBe(kept);
    expect(keptPart(new URLSearchParams(kept))).toBe(kept);
  });
});

describe('people without a known date', () => {
  it.each([
    ['sort=nearest', true],
    ['sort=nearest&desc=1&status=ACTIVE', true],
    ['sort=nearest&undated=1', undefined],
    ['sort=name', undefined],
  ])('in a list by “%s” stand apart: %s', (address, apart) => expect(queryOf(filterFrom(new URLSearchParams(address))).withDate).toBe(apart));
});

describe('windows of rows', () => {
  it.each([
    [0, { even: 0, odd: 1 }],
    [99, { even: 0, odd: 1 }],
    [100, { even: 2, odd: 1 }],
    [250, { even: 2, odd: 3 }],
    [-5, { even: 0, odd: 1 }],
  ])('at row %i are %o', (row, windows) => expect(windowsAt(row)).toEqual(windows));

  it('always hold the row in sight and a hundred rows after it', () => {
    for (let row = 0; row < 5000; row += 7) {
      const { even, odd } = windowsAt(row);
      expect([even, odd]).toContain(placeOf(row).window);
      expect([even, odd]).toContain(placeOf(row + 100).window);
    }
  });
});

describe('a new person', () => {
  const form = addPersonForm('2026-11-22');
  const person = { code: ' TM-2026-0001 ', familyName: 'Țîrlea', givenName: '', birthDate: '1990-03-12', unit: '', endOfSentence: '' };
  const wrong = (change: Partial<typeof person>) => (form.safeParse({ ...person, ...change }).error?.issues ?? []).map((issue) => issue.message);

  it('is complete with number, family name and date of birth', () => {
    const parsed = form.parse(person);
    expect(newPersonOf(parsed)).toEqual({ code: 'TM-2026-0001', familyName: 'Țîrlea', givenName: '', birthDate: '1990-03-12' });
  });

  it.each([
    ['born today eighteen years ago', { birthDate: '2008-11-22' }, []],
    ['one day too young', { birthDate: '2008-11-23' }, ['refusals:person.underAge?age=17']],
    ['not born yet', { birthDate: '2027-01-01' }, ['refusals:person.bornInFuture']],
    ['half a date', { birthDate: '' }, ['people:add.birthDateMissing']],
    ['no number', { code: '  ' }, ['people:add.codeMissing']],
    ['no name', { familyName: '' }, ['people:add.familyNameMissing']],
    ['a name like a book', { givenName: 'x'.repeat(201) }, ['common:form.tooLong']],
  ])('%s: %j', (_case, change, messages) => expect(wrong(change)).toEqual(messages));
});
