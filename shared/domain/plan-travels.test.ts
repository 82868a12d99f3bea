import { expect, it } from 'vitest';
import { buildCaseFile, type CaseSources } from './build-casefile.ts';
import { CaseFile } from './casefile.ts';
import { planFromCase } from './import-rules.ts';
import { frozenPart } from './plan-rules.ts';
import { readCaseFile } from './read-casefile.ts';
import { madeContent, madeGoal, madeProgress, madeStep } from './walks/made-plan.ts';
import { MADE_UP } from './walks/walk.ts';
import { profiles } from '../profiles/index.ts';

const second = { ...madeGoal, id: '01900000-0000-7000-8000-000000000060', line: 'SOCIAL' as const, steps: [{ ...madeStep, id: '01900000-0000-7000-8000-000000000061', owner: 'FAMILY' as const, ownerRef: { name: 'mama' } }] };
const content = { ...madeContent({ objectives: [madeGoal, second] }), contentHash: 'a'.repeat(64) };
const progress = madeProgress({
  status: 'ACTIVE',
  lines: { ...madeProgress().lines, PSYCHOLOGICAL: { rev: 0, notAvailable: { reason: 'PERSON_DECLINED', by: MADE_UP.me, on: MADE_UP.today } }, SOCIAL: { rev: 1, author: MADE_UP.other } },
  objectives: { [madeGoal.id]: { status: 'ACHIEVED', on: MADE_UP.today, by: MADE_UP.me, note: 'contract semnat' } },
});
const caseFile = buildCaseFile({
  today: MADE_UP.today,
  person: { id: content.personId, code: 'TM-1', familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01', releaseDates: [], decisions: [] } as unknown as CaseSources['person'],
  content,
  progress,
  courses: [],
  consents: [],
  sender: { serviceId: MADE_UP.me, name: 'Penitenciarul Exemplu' },
  recipient: { serviceId: MADE_UP.other, name: 'Serviciul Exemplu' },
  mandate: { kind: 'VOLUNTARY_AFTERCARE', act: 'cerere 1', date: MADE_UP.today },
}, profiles.of('probation')!);

it('a plan of several professions travels whole: what was hashed arrives as it was', () => {
  const read = readCaseFile(JSON.parse(JSON.stringify(caseFile)));
  expect(read?.unknown).toEqual([]);
  const { contentHash: _hash, ...sent } = content;
  expect(read && frozenPart(planFromCase(read.caseFile))).toEqual(frozenPart(sent));
});

it('says how goals go and which professions signed, and neither who nor why', () => {
  expect(caseFile.goalStates).toEqual([{ objectiveId: madeGoal.id, status: 'ACHIEVED', on: MADE_UP.today }]);
  expect(caseFile.planLines).toEqual([{ line: 'EDUCATION', signedOn: MADE_UP.today, available: true }, { line: 'PSYCHOLOGICAL', available: false }, { line: 'SOCIAL', available: true }]);
  const text = JSON.stringify(caseFile);
  for (const kept of ['contract semnat', 'PERSON_DECLINED', MADE_UP.thing]) expect(text).not.toContain(kept);
});

it('an earlier reader, which knows neither, reads a plan of one profession as before', () => {
  const old = { ...caseFile, plan: { ...caseFile.plan, objectives: caseFile.plan.objectives.slice(0, 1) } };
  expect(Object.keys(old.plan.objectives[0] ?? {}).toSorted()).toEqual(['domain', 'horizon', 'id', 'steps', 'title']);
  const earlier = CaseFile.omit({ goalStates: true, planLines: true });
  const { goalStates: _states, planLines: _lines, ...rest } = old;
  expect(earlier.safeParse(rest).success).toBe(true);
});
