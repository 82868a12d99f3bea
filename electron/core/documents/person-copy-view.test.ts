import { describe, expect, it } from 'vitest';
import { personCopyView } from './person-copy-view.ts';
import { bareCaseFile, richCaseFile } from './testing/case-file.ts';

const { recipient: _recipient, mandate: _mandate, ...withoutHandover } = richCaseFile;

describe('what is on the person’s own copy', () => {
  it('calls the person by the first name only', () => {
    expect(personCopyView(richCaseFile).firstName).toBe('Ștefan');
    expect(personCopyView(bareCaseFile).firstName).toBe('');
  });

  it('holds no surname, number, birth date, prison or staff, anywhere', () => {
    const text = JSON.stringify(personCopyView(richCaseFile));
    for (const hidden of ['Mureșan', 'TM-2021-1035', '1992-04-17', 'Penitenciar', richCaseFile.sender.serviceId, richCaseFile.person.id]) expect(text).not.toContain(hidden);
  });

  it('exists without a mandate, and then nobody outside gets the plan', () => {
    expect(personCopyView(withoutHandover).sharing).toBeUndefined();
    expect(personCopyView(richCaseFile).sharing).toEqual({ recipient: 'Serviciul de Probațiune Timiș', mandate: 'SUPERVISION' });
  });

  it('shows the first step still open, and keeps what is done', () => {
    const [work] = personCopyView(richCaseFile).goals;
    expect(work).toMatchObject({ firstStep: { text: 'Înscriere la AJOFM Timiș înainte de liberare', owner: 'EDUCATOR' }, later: 2, done: ['Curs de sudor, grupa 2 (360 de ore)'] });
  });

  it.each([
    ['staff by the role alone', 'EDUCATOR', undefined],
    ['a psychologist by the role alone', 'PSYCHOLOGIST', undefined],
    ['a service as a service: its name may say what somebody is treated for', 'PARTNER', undefined],
    ['the family by what they are to the person', 'FAMILY', 'sora'],
  ] as const)('names of those who help: %s', (_what, owner, relation) => {
    const [goal] = richCaseFile.plan.objectives;
    const named = goal!.steps.map((step) => ({ ...step, owner, ownerRef: { name: 'sora' }, status: 'NOT_STARTED' as const }));
    const view = personCopyView({ ...richCaseFile, plan: { ...richCaseFile.plan, objectives: [{ ...goal!, steps: named }] } });
    expect(view.goals[0]?.firstStep?.relation).toBe(relation);
    expect(JSON.stringify(view).includes('sora')).toBe(relation !== undefined);
  });

  it('asks nothing of the person for a goal that is reached, and is silent about one that was not', () => {
    const [goal] = richCaseFile.plan.objectives;
    const goals = (status: 'ACHIEVED' | 'NOT_ACHIEVED') => personCopyView({ ...richCaseFile, plan: { ...richCaseFile.plan, objectives: [goal!] }, goalStates: [{ objectiveId: goal!.id, status, on: '2026-11-22' }] }).goals;
    expect(goals('ACHIEVED')).toMatchObject([{ reached: true, later: 0 }]);
    expect(goals('ACHIEVED')[0]?.firstStep).toBeUndefined();
    expect(goals('NOT_ACHIEVED')).toEqual([]);
  });

  it('tells a commission from a day of release', () => {
    expect(personCopyView(richCaseFile).nextDate).toMatchObject({ kind: 'COMMISSION', isRelease: false });
    const decided = { ...richCaseFile, dates: [...richCaseFile.dates, { kind: 'DECISION_FINAL' as const, date: '2027-01-11', certainty: 'DECIDED' as const, source: 's', setOn: '2026-11-01' }] };
    expect(personCopyView(decided).nextDate).toMatchObject({ kind: 'DECISION_FINAL', date: '2027-01-11', isRelease: true });
  });

  it('never calls a day that has passed the next one', () => {
    expect(personCopyView({ ...richCaseFile, dataAsOf: '2027-03-01' }).nextDate).toMatchObject({ kind: 'END_OF_SENTENCE' });
    expect(personCopyView({ ...richCaseFile, dataAsOf: '2030-01-01' }).nextDate).toBeUndefined();
  });

  it('puts a yes and a no side by side, and leaves out what was never asked', () => {
    expect(personCopyView(richCaseFile).choices).toEqual([
      { purpose: 'FAMILY_CONTACT', yes: false },
      { purpose: 'MENTOR', yes: true },
      { purpose: 'FOLLOW_UP', yes: true },
      { purpose: 'EMPLOYER', yes: false },
    ]);
  });

  it('lists what was learned, not what was only registered', () => {
    expect(personCopyView(richCaseFile).learned.map((entry) => entry.title.ro)).toEqual(['Sudor, nivelul 2', 'Citire și scriere']);
  });
});
