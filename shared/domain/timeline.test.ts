import { expect, it } from 'vitest';
import { timelineOf, type CaseDocuments } from './timeline.ts';

const docs = (over: object): CaseDocuments =>
  ({ person: { decisions: [], releaseDates: [] }, rounds: [], notes: [], plans: [], enrolments: [], consents: [], requests: [], sittings: [], appointments: [], applications: [], obligations: [], handovers: [], issued: [], dayOf: (at: string) => at.slice(0, 10), ...over }) as unknown as CaseDocuments;
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

it('tells of requests, sittings, appointments, applications and obligations, without their words', () => {
  const over = {
    requests: [{ id: 'q', about: 'WORK', text: 'secret words', receivedOn: '2026-01-01', reopened: [{ on: '2026-01-06', answer: { on: '2026-01-04', text: 'secret' }, delivered: { on: '2026-01-05' } }], withdrawnOn: '2026-01-07' }],
    sittings: [
      { id: 's', kind: 'COMMISSION', on: '2026-02-02', state: 'POSTPONED' },
      { id: 'u', kind: 'HEARING', on: '2026-09-09', state: 'TAKEN_OFF', takenOff: { on: '2026-02-03', reason: 'secret' } },
    ],
    appointments: [{ id: 'a', organisation: 'secret', purpose: 'secret', history: [{ status: 'TO_BE_FIXED', at: '2026-03-01T08:00:00Z' }, { status: 'FIXED', at: '2026-03-02T08:00:00Z', reason: 'secret' }] }],
    applications: [{ id: 'p', kind: 'ID_CARD', log: [{ status: 'SUBMITTED', on: '2026-03-03', note: 'secret' }] }],
    obligations: [{ id: 'b', kind: 'NO_CONTACT', text: 'secret', createdAt: '2026-03-04T08:00:00Z', ended: { on: '2026-03-05', reason: 'secret' } }],
  };
  expect(told(over)).toEqual([
    '2026-03-05 OBLIGATION ENDED NO_CONTACT',
    '2026-03-04 OBLIGATION ENTERED NO_CONTACT',
    '2026-03-03 APPLICATION SUBMITTED ID_CARD',
    '2026-03-02 APPOINTMENT FIXED',
    '2026-03-01 APPOINTMENT TO_BE_FIXED',
    '2026-02-03 SITTING TAKEN_OFF HEARING',
    '2026-02-02 SITTING POSTPONED COMMISSION',
    '2026-01-07 REQUEST WITHDRAWN WORK',
    '2026-01-06 REQUEST REOPENED WORK',
    '2026-01-05 REQUEST DELIVERED WORK',
    '2026-01-04 REQUEST ANSWERED WORK',
    '2026-01-01 REQUEST RECEIVED WORK',
  ]);
  expect(JSON.stringify(timelineOf(docs(over)))).not.toContain('secret');
  const entries = timelineOf(docs(over));
  expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
});
