import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadJurisdictions, parseJurisdiction } from '../domain/jurisdiction.ts';
import { legalNoticeBy } from '../domain/release-window.ts';
import { jurisdictions } from './index.ts';

const files = import.meta.glob<Record<string, unknown>>('./*.json', { eager: true, import: 'default' });
const romania = files['./ro.json']!;
type Tree = Record<string, unknown>;
/** The file of Romania with one value put in another's place; `undefined` takes it away. */
const changed = (path: string, value: unknown): unknown => {
  const copy = structuredClone(romania);
  const keys = path.split('.');
  const last = keys.pop()!;
  const holder = keys.reduce<Tree>((tree, key) => tree[key] as Tree, copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
};
const { review, release } = jurisdictions.of('RO');

describe('the files', () => {
  it('are every file of the folder, the general one last', () => {
    const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));
    expect(jurisdictions.all.map(({ code }) => `${code.toLowerCase()}.json`).toSorted()).toEqual(names.toSorted());
    expect(jurisdictions.all.at(-1)?.code).toBe('GENERAL');
  });

  it('say what the law of the two countries says', () => {
    const italy = jurisdictions.of('IT');
    expect([italy.releaseWindow, jurisdictions.of('RO').releaseWindow]).toEqual([{ days: 183, source: 'art. 88 DPR 230/2000' }, { days: 90, source: 'H.G. 389/2015' }]);
    expect([legalNoticeBy('2027-06-30', italy), legalNoticeBy('2027-06-30', jurisdictions.of('RO'))]).toEqual(['2027-04-01', undefined]);
    expect(italy.release.types.slice(0, 2).map(({ type }) => type)).toEqual(['ALTERNATIVE_MEASURE', 'END_OF_SENTENCE']);
    expect(jurisdictions.of('RO').release.types.some(({ type }) => type === 'ALTERNATIVE_MEASURE')).toBe(false);
  });

  it('begin a workplace by its language', () => expect(['ro', 'it', 'en', 'xx'].map((language) => jurisdictions.firstChoiceFor(language).code)).toEqual(['RO', 'IT', 'GENERAL', 'GENERAL']));

  it('leave general rules for a code that no file has, and for none', () => expect([jurisdictions.of('NOWHERE').code, jurisdictions.of(undefined).code]).toEqual(['GENERAL', 'GENERAL']));

  it('write ș and ț with a comma below', () => expect(JSON.stringify(jurisdictions.all)).not.toMatch(/[şţŞŢ]/));
});

describe('a bad file is refused by its path, place and fault', () => {
  it.each<[string, string, unknown, string]>([
    ['an unknown key', 'window', 90, 'ro.json: Unrecognized key: "window"'],
    ['an unknown key inside', 'review.bands.1.note', '', 'ro.json: review.bands.1: Unrecognized key: "note"'],
    ['no names in Italian', 'names.it', undefined, 'ro.json: names.it: '],
    ['a name that is empty', 'names.ro', ' ', 'ro.json: names.ro: '],
    ['a code in small letters', 'code', 'ro', 'ro.json: code: not a code of two to twenty capital letters'],
    ['a window of no days', 'releaseWindow.days', 0, 'ro.json: releaseWindow.days: '],
    ['a window without its source', 'releaseWindow.source', undefined, 'ro.json: releaseWindow.source: '],
    ['half a day', 'handover.checked', 1.5, 'ro.json: handover.checked: '],
    ['a holiday that no month has', 'holidays.fixed.0', '02-30', 'ro.json: holidays.fixed.0: not a day of every year (MM-DD)'],
    ['a holiday on 29 February', 'holidays.fixed.0', '02-29', 'ro.json: holidays.fixed.0: not a day of every year (MM-DD)'],
    ['a holiday twice', 'holidays.fixed.0', '12-25', 'ro.json: holidays.fixed: the same day twice'],
    ['an Easter nobody keeps', 'holidays.easter.calendar', 'LUNAR', 'ro.json: holidays.easter.calendar: '],
    ['bands out of order', 'review.bands', review.bands.toReversed(), 'ro.json: review.bands: the bands go down, none twice'],
    ['an interval that ends before it begins', 'review.noDate.toMonths', 1, 'ro.json: review.noDate: fromMonths comes first, and toMonths is not 0'],
    ['a reason for putting off that is missing', 'review.exemptions', review.exemptions.slice(1), 'ro.json: review.exemptions: each reason once: '],
    ['a reason twice', 'review.exemptions.0.reason', 'OTHER', 'ro.json: review.exemptions: each reason once: '],
    ['a review before release that ends before it opens', 'review.beforeRelease.withinDays', 5, 'ro.json: review.beforeRelease: it opens before it ends'],
    ['an extra review that ends before it opens', 'review.beforeDecision.opensDaysBefore', 7, 'ro.json: review.beforeDecision: it opens before it ends'],
    ['nobody who approves', 'plan.approvedBy', [], 'ro.json: plan.approvedBy: '],
    ['a body twice', 'release.decidedBy', [release.decidedBy[0], release.decidedBy[0]], 'ro.json: release.decidedBy: the same code twice'],
    ['a transfer as a release', 'release.types.0.type', 'TRANSFER_PRISON', 'ro.json: release.types.0.type: '],
    ['a receipt seen before the bundle is sent', 'handover.receiptSeen', 11, 'ro.json: handover: checked, authorised, dispatched and seen come in this order'],
    ['no law of breaches', 'breach.laws', [], 'ro.json: breach.laws: '],
  ])('%s', (_name, path, value, fault) => expect(() => parseJurisdiction('ro.json', changed(path, value))).toThrow(fault));

  it.each([['nothing', null], ['a text', 'RO'], ['a list', []]])('%s', (_name, content) => expect(() => parseJurisdiction('x.json', content)).toThrow('x.json: '));

  it('with every fault at once', () => {
    const { breach: _gone, ...bad } = changed('releaseWindow.days', 0) as Tree;
    expect(() => parseJurisdiction('ro.json', bad)).toThrow(/releaseWindow\.days: .*; breach: /);
  });
});

describe('files that do not fit together are refused', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['two of one code', { ...files, './ro2.json': romania }, './ro2.json: code: RO is the code of another file'],
    ['two for one language', { ...files, './xx.json': changed('code', 'XX') }, './xx.json: firstChoiceFor: ro is the language of another file'],
    ['none with general rules', { './ro.json': romania }, 'general.json: no file has the code GENERAL'],
  ])('%s', (_name, all, fault) => expect(() => loadJurisdictions(all)).toThrow(fault));
});
