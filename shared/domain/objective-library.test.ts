import { describe, expect, it } from 'vitest';
import type { Round } from './needs.ts';
import { NeedDomain } from './needs.ts';
import { libraryFor, loadLibrary, LibraryFileError } from './objective-library.ts';

const words = (text: string) => ({ en: text, it: text, ro: text });
const entry = (code: string, title: string) => ({ code, line: 'SOCIAL', horizon: 'IN_CUSTODY', title: words(title), measure: words('se vede'), steps: [{ owner: 'PERSON', carriesOver: false, text: words('un pas') }] });
const prefixes: Readonly<Record<NeedDomain, string>> = { ACCOMMODATION: 'ACC', IDENTITY_DOCS: 'DOC', FINANCE: 'FIN', EMPLOYMENT: 'EMP', EDUCATION: 'EDU', HEALTH: 'HEA', SUBSTANCE_USE: 'SUB', FAMILY: 'FAM', ATTITUDES: 'ATT', COMMUNITY: 'COM', LEGAL: 'LEG', SPECIFIC: 'SPE' };
const file = (domain: NeedDomain) => ({ domain, objectives: ['ONE', 'TWO', 'THREE'].map((name) => entry(`${prefixes[domain]}_${name}`, `Țel ${name} ${domain}`)) });
const files = (): Record<string, unknown> => Object.fromEntries(NeedDomain.options.map((domain) => [`${domain}.json`, file(domain)]));
const round = { domains: [{ domain: 'FAMILY', answer: 'NEED', level: 1 }, { domain: 'LEGAL', answer: 'NEED', level: 3 }, { domain: 'HEALTH', answer: 'REFUSED' }] } as unknown as Round;

describe('what the library offers', () => {
  const library = loadLibrary(files());
  const look = (over: Partial<Parameters<typeof libraryFor>[1]> = {}) => libraryFor(library, { round, covered: [], typed: '', lang: 'ro', ...over });

  it('begins with the most pressing open need; one that was refused, or that a goal speaks of, is not suggested', () => {
    expect(look().filter(({ suggested }) => suggested).map(({ domain }) => domain)).toEqual([...Array<string>(3).fill('LEGAL'), ...Array<string>(3).fill('FAMILY')]);
    expect(look({ covered: ['LEGAL'] })[0]?.domain).toBe('FAMILY');
    expect(look()).toHaveLength(36);
  });

  it.each([
    ['tel two legal', ['LEG_TWO']],
    ['ȚEL TWO LEGAL', ['LEG_TWO']],
    ['pas', 36],
    ['nimic', []],
  ] as const)('finds “%s” without regard to diacritics', (typed, expected) => {
    const found = look({ typed });
    if (typeof expected === 'number') expect(found).toHaveLength(expected);
    else expect(found.map(({ code }) => code)).toEqual(expected);
  });

  it('shows one domain alone', () => expect(look({ domain: 'FINANCE' }).map(({ code }) => code)).toEqual(['FIN_ONE', 'FIN_TWO', 'FIN_THREE']));
});

describe('a file of the library', () => {
  const bad = (change: (all: Record<string, unknown>) => void): string => {
    const all = files();
    change(all);
    try {
      loadLibrary(all);
    } catch (error) {
      if (error instanceof LibraryFileError) return error.message;
    }
    return 'read';
  };
  it.each([
    ['without a domain’s file', (all: Record<string, unknown>) => void delete all['LEGAL.json'], 'no file for LEGAL'],
    ['with fewer than three goals', (all: Record<string, unknown>) => void (all['LEGAL.json'] = { ...file('LEGAL'), objectives: [] }), 'LEGAL.json: objectives'],
    ['with a code of another domain', (all: Record<string, unknown>) => void (all['LEGAL.json'] = { ...file('LEGAL'), objectives: file('FAMILY').objectives }), 'FAM_ONE is a code of another domain'],
    ['with a code twice', (all: Record<string, unknown>) => void (all['LEGAL.json'] = { ...file('LEGAL'), objectives: Array(3).fill(entry('LEG_ONE', 'x')) }), 'LEG_ONE stands twice'],
    ['without one language', (all: Record<string, unknown>) => void (all['LEGAL.json'] = { ...file('LEGAL'), objectives: file('LEGAL').objectives.map((each) => ({ ...each, title: { en: 'x', it: 'x' } })) }), 'objectives.0.title.ro'],
    ['for a domain that has one', (all: Record<string, unknown>) => void (all['second.json'] = file('LEGAL')), 'has another file'],
  ])('%s is named', (_name, change, fault) => expect(bad(change)).toContain(fault));
});
