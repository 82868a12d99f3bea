import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ChecklistCritical, type ChecklistKind } from '../domain/checklist.ts';
import { isFor, loadChecklists, parseTemplate } from '../domain/checklist-template.ts';
import { jurisdictions } from '../jurisdictions/index.ts';
import { checklists } from './index.ts';

type Tree = Record<string, unknown>;
const files = import.meta.glob<Tree>('./*.json', { eager: true, import: 'default' });
const general = files['./general.json']!;
const romania = files['./ro.json']!;
/** The general list with one value put in another's place; `undefined` takes it away. */
const changed = (path: string, value: unknown, of: Tree = general): Tree => {
  const copy = structuredClone(of);
  const keys = path.split('.');
  const last = keys.pop()!;
  const holder = keys.reduce<Tree>((tree, key) => tree[key] as Tree, copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
};
const all = jurisdictions.all.map(({ code }) => ({ ...checklists.of(code), code }));

describe('the lists', () => {
  it('are every file of the folder', () => expect(readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json')).toSorted()).toEqual(['general.json', 'it.json', 'ro.json']));

  it.each(all)('$code: every way of leaving has the four critical things, but who leaves the country needs no bed here', ({ code, items }) => {
    const ways = [...jurisdictions.of(code).release.types.map(({ type }) => type), 'EMERGENCY'] as const satisfies readonly ChecklistKind[];
    for (const way of ways) {
      const there = ChecklistCritical.options.filter((critical) => items.some((item) => item.critical === critical && isFor(item, way)));
      expect([way, there]).toEqual([way, way === 'EXPULSION' || way === 'SENTENCE_TRANSFER' ? ['IDENTITY_PAPER', 'MEDICINES'] : ChecklistCritical.options]);
    }
  });

  it.each(all)('$code: a hand-over is checked by −21, authorised by −14, dispatched by −10, its receipt seen by −3', ({ items }) =>
    expect(['BUNDLE_CHECKED', 'BUNDLE_AUTHORISED', 'BUNDLE_DISPATCHED', 'RECEIPT_SEEN'].map((code) => items.find((item) => item.code === code)?.dueOffsetDays)).toEqual([-21, -14, -10, -3]),
  );

  it.each(all)('$code: after release the owner is never the prison, and to try a contact needs the person’s yes', ({ items }) => {
    const after = items.filter(({ dueOffsetDays }) => dueOffsetDays > 0);
    expect(after.length).toBeGreaterThan(3);
    expect([...new Set(after.map(({ ownerRole }) => ownerRole))].toSorted()).toEqual(['PARTNER', 'PROBATION']);
    expect(items.find(({ code }) => code === 'CONTACT_ATTEMPT')?.onlyWith).toBe('FOLLOW_UP');
  });

  it('say what each country adds', () => {
    const own = (code: string) => checklists.of(code).items.map((item) => item.code).filter((each) => !checklists.of('GENERAL').items.some((item) => item.code === each)).toSorted();
    expect(own('IT')).toEqual(['DEBT_REMISSION', 'END_OF_CUSTODY', 'HOST_DECLARATION', 'LEGAL_NOTICE', 'NASPI', 'RESIDENCE', 'RESIDENCE_PERMIT']);
    expect(own('RO')).toEqual(['CIVIL_OBLIGATIONS', 'RELEASE_SLIP', 'SPCLEP_VISIT', 'WORK_CERTIFICATE']);
    expect(checklists.of('RO').items.find(({ code }) => code === 'IDENTITY_PAPER')?.names.ro).toMatch(/provizorie/);
    expect(checklists.of('NOWHERE')).toEqual(checklists.of('GENERAL'));
  });

  it('write ș and ț with a comma below, and name no illness', () => {
    expect(JSON.stringify(files)).not.toMatch(/[şţŞŢ]/);
    expect(JSON.stringify(files)).not.toMatch(/HIV|SerD|CPECA|CSM|diagno/i);
  });
});

describe('a bad file is refused by its path, place and fault', () => {
  const bed = (general['items'] as Tree[]).findIndex(({ code }) => code === 'BED');
  it.each<[string, string, unknown, string]>([
    ['an unknown key', 'title', 'x', 'x.json: Unrecognized key: "title"'],
    ['no version', 'version', undefined, 'x.json: version: '],
    ['a code in small letters', `items.${bed}.code`, 'bed', `x.json: items.${bed}.code: not a code in capital letters`],
    ['a code kept for items added by hand', `items.${bed}.code`, 'OWN_1', `x.json: items.${bed}.code: OWN_ is for items added by hand`],
    ['no Romanian words', `items.${bed}.names.ro`, undefined, `x.json: items.${bed}.names.ro: `],
    ['half a day', `items.${bed}.dueOffsetDays`, 0.5, `x.json: items.${bed}.dueOffsetDays: `],
    ['an owner in the prison after release', `items.${bed}.dueOffsetDays`, 1, `x.json: items.${bed}.ownerRole: after release the owner is PROBATION or PARTNER, never the prison`],
    ['something critical that is not required', `items.${bed}.required`, false, `x.json: items.${bed}.required: what is critical is required`],
    ['both kinds of limits', `items.${bed}.releaseTypes`, ['CONDITIONAL'], `x.json: items.${bed}.notFor: either releaseTypes or notFor`],
    ['a way of leaving that is none', `items.${bed}.notFor`, ['TRANSFER_PRISON'], `x.json: items.${bed}.notFor.0: `],
    ['a code twice', `items.${bed}.code`, 'MEDICINES', 'x.json: items: the same code twice'],
  ])('%s', (_name, path, value, fault) => expect(() => parseTemplate('x.json', changed(path, value))).toThrow(fault));

  it.each([['nothing', null], ['a text', 'RO'], ['a list', []]])('%s', (_name, content) => expect(() => parseTemplate('x.json', content)).toThrow('x.json: '));
});

describe('files that do not fit together are refused', () => {
  const bed = (general['items'] as Tree[]).findIndex(({ code }) => code === 'BED');
  it.each<[string, Record<string, unknown>, string]>([
    ['two of one code', { ...files, './ro2.json': romania }, './ro2.json: code: RO is the code of another file'],
    ['one of a country that is not there', { ...files, './xx.json': changed('code', 'XX', romania) }, './xx.json: code: no jurisdiction has the code XX'],
    ['none with the general list', { './ro.json': romania }, 'general.json: no file has the code GENERAL'],
    ['an item taken out that is not there', { './general.json': general, './ro.json': changed('without', ['BEDS'], romania) }, './ro.json: without: the general list has no BEDS'],
    ['an emergency without a bed', { './general.json': changed(`items.${bed}.emergency`, undefined) }, './general.json: items: the list for an emergency has no BED'],
  ])('%s', (_name, content, fault) => expect(() => loadChecklists(content, jurisdictions)).toThrow(fault));

  it('a way of leaving without any item', () => {
    const only = (general['items'] as Tree[]).filter(({ emergency }) => emergency === true).map(({ notFor: _not, ...item }) => ({ ...item, releaseTypes: ['CONDITIONAL'] }));
    expect(() => loadChecklists({ './general.json': { ...general, items: only } }, jurisdictions)).toThrow(/items: nothing for .*END_OF_SENTENCE/);
  });
});
