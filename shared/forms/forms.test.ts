import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isOther } from '../domain/needs-catalogue.ts';
import { loadNeedsForms, needsIn, parseNeedsForm } from '../domain/needs-form.ts';
import { NeedDomain, type Round } from '../domain/needs.ts';
import { closed, domainOf, nothingAsked, withItem } from '../domain/round-rules.ts';
import { needsForms } from './index.ts';

type Tree = Record<string, unknown>;
const files = import.meta.glob<Tree>('./*.json', { eager: true, import: 'default' });
const short = files['./needs-short-1.json']!;
const long = files['./needs-long-1.json']!;

/** A form with one value in another's place; `undefined` takes it away. */
const changed = (form: Tree, path: string, value: unknown): Tree => {
  const copy = structuredClone(form);
  const keys = path.split('.');
  const last = keys.pop()!;
  const holder = keys.reduce<Tree>((tree, key) => tree[key] as Tree, copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
};

const PASSPORT = { code: 'DOC_PASSPORT', label: { en: 'Passport', it: 'Passaporto', ro: 'Pașaport' } };
/** A second version, as somebody would add it: another word for one need, one need less, one more. */
const long2 = ((): Tree => {
  const copy = structuredClone(long) as Tree & { domains: { items: { code: string; label: Tree }[] }[] };
  const papers = copy.domains[1]!;
  papers.items[0]!.label = { en: 'No valid identity card', it: 'Senza carta d’identità valida', ro: 'Fără carte de identitate valabilă' };
  papers.items = [...papers.items.filter(({ code }) => code !== 'DOC_TAX').slice(0, -1), PASSPORT, papers.items.at(-1)!];
  return { ...copy, version: 'needs-long-2', since: '2026-12-01' };
})();
const short2: Tree = { ...short, version: 'needs-short-2', since: '2026-12-01', deepens: 'needs-long-2' };
const two = loadNeedsForms({ ...files, 'long2.json': long2, 'short2.json': short2 });

describe('the forms', () => {
  it('are every file of the folder, called after its version', () => {
    const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));
    expect(needsForms.all.map(({ version }) => `${version}.json`).toSorted()).toEqual(names.toSorted());
  });

  it('ask twelve domains in three languages, the long one with what its catalogue does not name as the last', () => {
    for (const form of needsForms.all) expect(form.domains.map(({ domain }) => domain)).toEqual(NeedDomain.options);
    const form = needsForms.long('needs-short-1');
    for (const domain of NeedDomain.options) expect(needsIn(form, domain).filter(({ code }) => isOther(code))).toEqual([needsIn(form, domain).at(-1)]);
    expect(form.domains.flatMap(({ items = [] }) => items)).toHaveLength(73);
    expect(needsIn(needsForms.short('2026-11-22'), 'HEALTH')).toEqual([]);
  });

  it('write ș and ț with a comma below', () => expect(JSON.stringify(needsForms.all)).not.toMatch(/[şţŞŢ]/));
});

describe('a second version, added by files alone', () => {
  const round = (over: Partial<Round>): Round => ({ domains: nothingAsked(), ...over }) as Round;

  it.each([
    ['2026-11-30', 'needs-short-1'],
    ['2026-12-01', 'needs-short-2'],
    ['2030-01-01', 'needs-short-2'],
    ['2020-01-01', 'needs-short-1'],
  ])('a round begun on %s asks with %s', (today, version) => expect(two.short(today).version).toBe(version));

  it('changes no old round: it keeps its version, its needs and their words', () => {
    const old = round({ formVersion: 'needs-short-1' });
    const before = withItem(old, needsForms.long(old.formVersion), 'IDENTITY_DOCS', 'DOC_TAX', { answer: 'NEED', level: 2 });
    const after = withItem(old, two.long(old.formVersion), 'IDENTITY_DOCS', 'DOC_TAX', { answer: 'NEED', level: 2 });
    expect(after).toEqual(before);
    expect(after).toMatchObject({ ok: true, value: { formVersion: 'needs-long-1' } });
    expect(two.label('DOC_ID', 'needs-long-1')).toEqual(needsForms.label('DOC_ID', 'needs-long-1'));
    expect(two.label('DOC_ID', 'needs-long-1')?.en).toBe('Identity card missing or expiring');
    // an old round is closed as it was begun
    expect(after.ok && closed(after.value, '2027-01-10')).toMatchObject({ ok: true, value: { formVersion: 'needs-long-1' } });
  });

  it('asks what it added and not what it left out; words of what it left out are still known', () => {
    const begun = round({ formVersion: 'needs-short-2' });
    const form = two.long(begun.formVersion);
    const asked = withItem(begun, form, 'IDENTITY_DOCS', 'DOC_PASSPORT', { answer: 'NEED', level: 1 });
    expect(asked.ok && domainOf(asked.value, 'IDENTITY_DOCS').items).toEqual([{ code: 'DOC_PASSPORT', answer: 'NEED', level: 1 }]);
    expect(asked).toMatchObject({ ok: true, value: { formVersion: 'needs-long-2' } });
    expect(withItem(begun, form, 'IDENTITY_DOCS', 'DOC_TAX', { answer: 'NONE' })).toMatchObject({ ok: false, refusal: { code: 'round.otherDomain' } });
    expect([two.label('DOC_ID')?.en, two.label('DOC_ID', 'needs-short-2')?.en, two.label('DOC_TAX')?.en]).toEqual(['No valid identity card', 'No valid identity card', 'Tax code or personal number']);
    expect(two.label('DOC_NEVER')).toBeUndefined();
  });

  it('a round of a version that is not here is read with the newest words', () => {
    expect(two.of('needs-long-9')).toBeUndefined();
    expect(two.long('needs-long-9').version).toBe('needs-long-2');
  });
});

describe('a bad file is refused by its path, place and fault', () => {
  it.each<[string, Tree, string]>([
    ['an unknown key', changed(short, 'note', 1), 'f.json: Unrecognized key: "note"'],
    ['no kind', changed(short, 'kind', undefined), 'f.json: kind: '],
    ['a day that no month has', changed(short, 'since', '2026-02-30'), 'f.json: since: '],
    ['a version with a path in it', changed(short, 'version', '../x'), 'f.json: version: small letters, digits and hyphens'],
    ['a question without Romanian', changed(short, 'domains.0.question.ro', undefined), 'f.json: domains.0.question.ro: '],
    ['a domain left out', changed(short, 'domains', (short['domains'] as unknown[]).slice(1)), 'f.json: domains: all twelve domains, each once, in their order'],
    ['needs in a short form', changed(short, 'domains.1.items', [PASSPORT]), 'f.json: domains.1.items: needs are listed in a long form, and only there'],
    ['a short form without its long one', changed(short, 'deepens', undefined), 'f.json: deepens: a short form names its long one, a long form names none'],
    ['a code in small letters', changed(long, 'domains.1.items.0.code', 'doc_id'), 'f.json: domains.1.items.0.code: not a code such as DOC_ID'],
    ['a code of another domain', changed(long, 'domains.1.items.0.code', 'FIN_ID'), 'f.json: domains.1.items.0.code: FIN_ID is a code of another domain'],
    ['a code twice', changed(long, 'domains.1.items.1.code', 'DOC_ID'), 'f.json: domains.1.items.1.code: DOC_ID stands twice'],
    ['nothing for other needs', changed(long, 'domains.1.items', [PASSPORT]), 'f.json: domains.1.items: the last one, and only that, is what the catalogue does not name (…_OTHER)'],
    ['an empty label', changed(long, 'domains.0.items.0.label.it', '  '), 'f.json: domains.0.items.0.label.it: '],
  ])('%s', (_name, form, fault) => expect(() => parseNeedsForm('f.json', form)).toThrow(fault));

  it.each<[string, Record<string, Tree>, string]>([
    ['one version twice', { ...files, 'z.json': short }, 'z.json: version: needs-short-1 is the version of another file'],
    ['a long form that is not there', { 'a.json': changed(short, 'deepens', 'needs-long-7'), 'b.json': long }, 'needs-short-1: deepens: there is no long form needs-long-7'],
    ['none at all', {}, 'forms: there is no short form with its long one'],
  ])('%s', (_name, all, fault) => expect(() => loadNeedsForms(all)).toThrow(fault));
});
