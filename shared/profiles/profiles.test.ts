import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildCaseFile, outsideProfile, widest, type CaseSources } from '../domain/build-casefile.ts';
import { onlyPlaces, pathsOf, placesIn } from '../domain/case-paths.ts';
import { CaseFile } from '../domain/casefile.ts';
import { caseProfile, casesFor, groundOpens, loadProfiles, maySignFor, profileId } from '../domain/profile.ts';
import { profiles } from './index.ts';

const files = import.meta.glob<Record<string, unknown>>('./*.json', { eager: true, import: 'default' });
const places = pathsOf(CaseFile);
const ofCases = profiles.newest.filter(({ payload }) => payload === 'case');

/** A schema that takes nothing a reader needs away: what a recipient cannot read is not a case. */
const needed = pathsOf(CaseFile.pick({ format: true, version: true, dataAsOf: true, sender: true, recipient: true, mandate: true, plan: true, notIncluded: true }));

it('every file is a profile, named as what it holds', () => {
  const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));
  expect(profiles.all.map((profile) => `${profileId(profile)}.json`).toSorted()).toEqual(names.toSorted());
});

describe.each(ofCases.map((profile) => [profileId(profile), profile] as const))('%s', (_id, profile) => {
  it('says of every place of a case whether it leaves: a new place has to be decided', () => {
    expect([...profile.fields, ...profile.stays].toSorted()).toEqual([...places].toSorted());
  });

  it('lets through what a case cannot be read without', () => expect(needed.filter((place) => !profile.fields.includes(place))).toEqual([]));

  it('opens nothing that no profile may open', () => {
    expect(profile.areas.filter((area) => !widest.areas.includes(area))).toEqual([]);
    expect(profile.domainsInWords.filter((domain) => !widest.domainsInWords.includes(domain))).toEqual([]);
    expect(profile.choices.filter((purpose) => !widest.choices.includes(purpose))).toEqual([]);
  });
});

describe('a place that no profile names never leaves', () => {
  const probation = profiles.of('probation')!;
  const tree = { person: { id: 'x', secret: 'y', languages: [{ language: 'romani', reads: true, taste: 'z' }] }, newSection: { a: 1 }, dates: [{ kind: 'ACTUAL', by: 'w' }], goalStates: [] };

  it('is left out of what is built, at every depth', () => {
    expect(onlyPlaces(tree, new Set(probation.fields))).toEqual({ person: { id: 'x', languages: [{ language: 'romani', reads: true }] }, dates: [{ kind: 'ACTUAL' }], goalStates: [] });
  });

  it('is found in what was built elsewhere', () => {
    expect(outsideProfile(tree as unknown as CaseFile, probation)).toEqual(['person.secret', 'person.languages[].taste', 'newSection.a', 'dates[].by']);
  });

  it('a new place of the schema has no profile yet', () => {
    const later = CaseFile.extend({ shoeSize: z.int(), person: CaseFile.shape.person.extend({ nickname: z.string() }) });
    expect(pathsOf(later).filter((place) => ![...probation.fields, ...probation.stays].includes(place))).toEqual(['person.nickname', 'shoeSize']);
  });

  it('whatever a file says, words about health and belief stay', () => {
    const open = { ...probation, areas: ['SPIRITUAL' as const, 'RESTORATIVE' as const], domainsInWords: ['HEALTH' as const], choices: ['STORY' as const] };
    const from = {
      today: '2026-11-22',
      person: { releaseDates: [], decisions: [] },
      round: { conductedOn: '2026-11-22', sources: [], domains: [{ domain: 'HEALTH', answer: 'NEED', level: 2, strengths: 'doarme bine', statements: [{ id: '1', text: 'cuvinte', lang: 'ro', basis: 'OBSERVED', on: '2026-11-22', by: 'x' }] }] },
      content: { objectives: [] },
      progress: { approvals: [], steps: {} },
      courses: [{ enrolment: { id: '1', status: 'COMPLETED', marks: {} }, run: { startsOn: '2026-01-01', sessions: [] }, programme: { title: { en: 'Choir', it: 'Coro', ro: 'Cor' }, area: 'SPIRITUAL', provider: 'x' } }],
      consents: [{ id: '1', purpose: 'STORY', decision: 'GIVEN', on: '2026-01-01' }],
    } as unknown as CaseSources;
    const built = buildCaseFile(from, open);
    expect(JSON.stringify(built)).not.toMatch(/doarme|cuvinte|Choir|STORY/);
    expect(built.needs?.domains[0]).toEqual({ domain: 'HEALTH', answer: 'NEED', level: 2, statements: [] });
  });
});

describe('who gets what', () => {
  it('an office is offered the widest profile first, and may be given less', () => {
    expect(casesFor(profiles, 'probation').map(({ id }) => id)).toEqual(['probation', 'minimum', 'abroad']);
    expect(caseProfile(profiles, 'probation')).toMatchObject({ ok: true, value: { id: 'probation', version: 2 } });
    expect(caseProfile(profiles, 'probation', 'minimum-1')).toMatchObject({ ok: true, value: { id: 'minimum' } });
  });

  it.each(['partner', 'health', 'prison'] as const)('nothing of a case is sealed to: %s', (kind) => {
    for (const asked of [undefined, 'probation', 'health']) expect(caseProfile(profiles, kind, asked)).toMatchObject({ ok: false, refusal: { code: 'handover.notToThem' } });
  });

  it.each(['partner', 'health', 'prison', 'nobody', 'probation-1-2'])('an office is not given the profile of: %s', (asked) => {
    expect(caseProfile(profiles, 'probation', asked)).toMatchObject({ ok: false });
  });

  it('what was prepared by an older version is built anew by the newest', () => expect(profiles.of('probation-1')?.version).toBe(2));

  it('abroad: never on a general notice, and only with the signature of the director', () => {
    const abroad = profiles.of('abroad')!;
    expect(groundOpens(abroad, 'LEGAL_NOTICE')).toMatchObject({ ok: false, refusal: { code: 'handover.groundNotForThem' } });
    expect(groundOpens(abroad, 'VOLUNTARY_AFTERCARE').ok).toBe(true);
    expect(maySignFor(abroad, ['COORDINATOR'])).toMatchObject({ ok: false, refusal: { code: 'handover.directorNeeded' } });
    expect(maySignFor(abroad, ['DIRECTOR']).ok).toBe(true);
    expect(maySignFor(profiles.of('probation')!, ['COORDINATOR']).ok).toBe(true);
  });

  it('less means less: no profile of an office lets through what the whole case does not', () => {
    for (const { fields } of ofCases) expect(fields.filter((place) => !profiles.of('probation')!.fields.includes(place))).toEqual([]);
  });
});

it.each<[string, (file: Record<string, unknown>) => Record<string, unknown>, string]>([
  ['an unknown key', (file) => ({ ...file, all: true }), 'x.json: Unrecognized key: "all"'],
  ['a wildcard', (file) => ({ ...file, fields: ['person.*'] }), 'x.json: fields.0: not the name of a place'],
  ['a place named twice', (file) => ({ ...file, fields: ['person.id', 'person.id'] }), 'x.json: fields: the same place twice'],
  ['a recipient of no kind', (file) => ({ ...file, recipients: ['press'] }), 'x.json: recipients.0: '],
  ['somebody else’s signature', (file) => ({ ...file, signedBy: 'EDUCATOR' }), 'x.json: signedBy: '],
])('a bad file is refused by its path and fault: %s', (_name, change, fault) => {
  expect(() => loadProfiles({ 'x.json': change(files['./health-1.json']!) })).toThrow(fault);
});

it('two files of one version are refused', () => expect(() => loadProfiles({ 'a.json': files['./health-1.json'], 'b.json': files['./health-1.json'] })).toThrow('b.json: health-1 is in another file'));

it('a list of plain values is one place, of objects each of theirs', () => {
  expect(placesIn({ a: ['x', 'y'], b: [{ c: 1 }, { c: 2, d: [] }], e: undefined })).toEqual(['a', 'b[].c']);
});
