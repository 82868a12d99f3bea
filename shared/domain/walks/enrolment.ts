import type { Enrolment, EnrolmentCommand, EnrolmentStatus } from '../learning.ts';
import { enrolmentAfter } from '../learning-machine.ts';
import { MADE_UP, reached, type Walk } from './walk.ts';

export const walkEnrolment: Walk<EnrolmentStatus, EnrolmentCommand> = (status, command) =>
  reached(enrolmentAfter({ status } as Enrolment, 'VOCATIONAL', { command, on: MADE_UP.today, by: MADE_UP.me, reason: 'PERSONAL' }, MADE_UP.today), (enrolment) => enrolment.status);
