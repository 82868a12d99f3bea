import { describe, expect, it } from 'vitest';
import type { CaseFile } from './casefile.ts';
import { readCaseFile } from './read-casefile.ts';

const id = '01900000-0000-7000-8000-000000000001';
/** Synthetic. */
const caseFile: CaseFile = {
  format: 'varco-case',
  version: 1,
  dataAsOf: '2026-11-22',
  sender: { serviceId: id, name: 'Penitenciarul Test' },
  recipient: { serviceId: id, name: 'Serviciul Test' },
  mandate: { kind: 'SUPERVISION', act: '1', date: '2026-11-01' },
  person: { id, code: 'TM-1', familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' },
  dates: [{ kind: 'END_OF_SENTENCE', date: '2027-01-01', certainty: 'DECIDED', source: 'act', setOn: '2026-11-01' }],
  plan: { contentId: id, schemaVersion: 1, versionNo: 1, kind: 'INITIAL', lang: 'ro', contentHash: 'x', objectives: [] },
  learning: [],
  choices: [{ purpose: 'FOLLOW_UP', decision: 'GIVEN', on: '2026-11-01' }],
  notIncluded: [],
};
const changed = (change: (copy: Record<string, never>) => void): unknown => {
  const copy = structuredClone(caseFile) as never as Record<string, never>;
  change(copy);
  return copy;
};

it('reads a case of this version whole', () => {
  expect(readCaseFile(caseFile)).toEqual({ caseFile, unknown: [] });
});

describe('what a later minor version added', () => {
  it('is left out of what is shown, named, and not touched in what came', () => {
    const raw = changed((copy) => Object.assign(copy, { mood: 'calm', person: { ...caseFile.person, pronouns: 'el' } }));
    const before = structuredClone(raw);
    expect(readCaseFile(raw)).toMatchObject({ caseFile: { person: { code: 'TM-1' } }, unknown: expect.arrayContaining(['mood = calm', 'person.pronouns = el']) });
    expect(raw).toEqual(before);
  });

  it('many entries of one list, before and behind those that are known, and fields within them', () => {
    const [known] = caseFile.choices;
    const choices = Array.from({ length: 90 }, (_, no) => (no % 3 === 0 ? { ...known, on: `2026-11-${String(10 + (no / 3) % 20).padStart(2, '0')}` } : no % 3 === 1 ? { ...known, purpose: `LATER_${no}` } : { ...known, [`more${no}`]: no, purpose: no % 2 === 0 ? 'LATER' : 'FOLLOW_UP' }));
    const read = readCaseFile({ ...caseFile, choices });
    expect(read?.caseFile.choices).toEqual(choices.filter(({ purpose }) => purpose === 'FOLLOW_UP').map(({ purpose, decision, on }) => ({ purpose, decision, on })));
    expect(read?.unknown).toEqual(expect.arrayContaining(['choices.1.purpose = LATER_1', 'choices.2.more2 = 2', 'choices.89.more89 = 89']));
  });

  it('an entry with a value unknown here is left out alone', () => {
    const raw = { ...caseFile, choices: [{ purpose: 'TELEPATHY', decision: 'GIVEN', on: '2026-11-01' }, ...caseFile.choices] };
    expect(readCaseFile(raw)).toEqual({ caseFile, unknown: ['choices.0.purpose = TELEPATHY'] });
  });

  it('an optional field with a value unknown here is left out', () => {
    const raw = { ...caseFile, person: { ...caseFile.person, readingSupport: 'HOLOGRAM' } };
    expect(readCaseFile(raw)).toEqual({ caseFile, unknown: ['person.readingSupport = HOLOGRAM'] });
  });
});

it.each([
  ['something else', { hello: 'world' }],
  ['nothing', null],
  ['a list', [caseFile]],
  ['another major version', { ...caseFile, version: 2 }],
  ['a date that is none', { ...caseFile, dataAsOf: '2026-02-31' }],
  ['a plan with a field we do not know: the person agreed to all of it', { ...caseFile, plan: { ...caseFile.plan, secret: 1 } }],
  ['a ground we do not know', { ...caseFile, mandate: { ...caseFile.mandate, kind: 'WHIM' } }],
  ['no person', { ...caseFile, person: undefined }],
  ['more unknown fields than any version has', { ...caseFile, ...Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`x${n}`, n])) }],
])('%s is no case file', (_name, raw) => {
  expect(readCaseFile(raw)).toBeUndefined();
});
