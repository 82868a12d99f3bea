import type { Person } from '../people.ts';
import type { SittingCase, SittingCommand, SittingReportCommand, SittingReportState, SittingState } from '../sitting.ts';
import { putBack, takenOff, withOutcome, withReport } from '../sitting-rules.ts';
import { MADE_UP, reached, type Walk } from './walk.ts';

/** A court hears an appeal, so that every outcome of the table is one that may be recorded of this person. */
const person = (command: SittingCommand): Person =>
  ({
    id: MADE_UP.other,
    status: 'ACTIVE',
    releaseDates: [],
    decisions: command === 'grant' || command === 'refuse' ? [{ id: MADE_UP.other, state: 'PROPOSED', openedOn: '2026-01-01', history: [] }] : [],
  }) as unknown as Person;

export const walkSitting: Walk<SittingState, SittingCommand> = (state, command) => {
  const row = { id: MADE_UP.thing, state, kind: command === 'propose' ? 'COMMISSION' : 'HEARING', on: MADE_UP.today } as unknown as SittingCase;
  if (command === 'takeOff') return reached(takenOff(row, { reason: 'act 1', by: MADE_UP.me, on: MADE_UP.today }), (next) => next.state);
  if (command === 'putBack') return reached(putBack(row), (next) => next.state);
  const heard = { command, ...(command === 'postpone' || command === 'refuse' ? { newTerm: '2027-05-01' } : {}), ...(command === 'move' ? { movedTo: '2026-12-01' } : {}) };
  const outcome = withOutcome(row, person(command), heard, { kind: row.kind, on: row.on, source: 'act 1', by: MADE_UP.me, today: MADE_UP.today, newId: () => MADE_UP.other });
  return reached(outcome, (next) => next.row.state);
};

export const walkSittingReport: Walk<SittingReportState, SittingReportCommand> = (state, command) =>
  reached(withReport({ state }, command, { by: MADE_UP.me, today: MADE_UP.today, ...(command === 'write' ? { text: 'facts', lang: 'ro' as const } : {}) }), (next) => next.state);
