import { expect, it } from 'vitest';
import { timelineOf, type CaseDocuments } from './timeline.ts';

const docs = (over: object): CaseDocuments =>
  ({ person: { decisions: [], releaseDates: [] }, rounds: [], notes: [], plans: [], enrolments: [], consents: [], handovers: [], issued: [], dayOf: (at: string) => at.slice(0, 10), ...over }) as unknown as CaseDocuments;
const told = (over: object) => timelineOf(docs(over)).map(({ on, kind, what, second, no, day }) => [on, kind, what, second ?? no ?? day].filter((part) => part !== undefined).join(' '));

it('tells everything dated, newest first', () => {
  expect(
    told({
      person: {
        decisions: [{ id: 'd', history: [{ state: 'PROPOSED', on: '2026-02-01' }, { state: 'POSTPONED', on: '2026-03-01' }] }],
        releaseDates: [{ id: 'r', kind: 'COMMISSION', setOn: '2026-01-10', date: '2026-03-01' }],
        movements: [{ id: 'm', kind: 'COURT', on: '2026-04-01' }],
        turns: [{ id: 't', kind: 'NEW_ROUND', on: '2025-12-01' }],
      },
      rounds: [{ id: 'o', conductedOn: '2026-01-05', kind: 'RECEPTION' }],
      plans: [{ content: { id: 'c', versionNo: 2, createdAt: '2026-01-20T08:00:00Z' }, progress: { approvals: [{ on: '2026-01-25' }], answer: { answer: 'AGREES', on: '2026-01-22' }, reviews: [{ on: '2026-04-02', outcome: 'CONTINUE' }], exemptions: [{ on: '2026-03-20' }] } }],
      issued: [{ id: 'i', createdAt: '2026-05-01T10:00:00Z', document: 'person-copy', act: 'PRINTED', result: 'DONE' }, { id: 'j', createdAt: '2026-05-02T10:00:00Z', document: 'person-copy', act: 'PRINTED', result: 'CANCELLED' }],
    }),
  ).toEqual([
    '2026-05-01 PAPER person-copy PRINTED',
    '2026-04-02 REVIEW CONTINUE 2',
    '2026-04-01 MOVEMENT COURT',
    '2026-03-20 REVIEW PUT_OFF 2',
    '2026-03-01 DECISION POSTPONED',
    '2026-02-01 DECISION PROPOSED',
    '2026-01-25 PLAN APPROVED 2',
    '2026-01-22 PLAN ANSWERED AGREES',
    '2026-01-20 PLAN WRITTEN 2',
    '2026-01-10 DATE COMMISSION 2026-03-01',
    '2026-01-05 ROUND RECEPTION',
    '2025-12-01 TURN NEW_ROUND',
  ]);
});

it('tells neither the words of a note, nor why something was put off, nor of an exercise', () => {
  const entries = timelineOf(docs({
    notes: [{ id: 'n', on: '2026-01-01', kind: 'CONVERSATION', text: 'secret words' }],
    plans: [{ content: { id: 'c', versionNo: 1, createdAt: '2026-01-01T08:00:00Z' }, progress: { approvals: [], exemptions: [{ on: '2026-01-02', reason: 'HEALTH_TEMPORARY' }] } }],
    handovers: [{ id: 'h', practice: true, history: [{ status: 'SEALED', at: '2026-01-03T08:00:00Z' }] }],
  }));
  expect(entries.map(({ kind }) => kind)).toEqual(['REVIEW', 'NOTE', 'PLAN']);
  expect(JSON.stringify(entries)).not.toMatch(/secret|HEALTH/);
});
