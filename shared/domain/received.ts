import { z } from 'zod';
import { documentBase, Id, shortText } from './base.ts';
import type { CaseFile } from './casefile.ts';
import { CivilDate } from './dates.ts';
import { EnrolmentStatus, ProgrammeArea } from './learning.ts';

/**
 * A course as another service told it: what somebody did there. Its id is the enrolment of the sender, so that a newer
 * case says the same course anew and none stands here twice.
 */
export const ReceivedCourse = z.strictObject({
  ...documentBase,
  type: z.literal('receivedCourse'),
  personId: Id,
  /** the service that told it, and the day up to which it is true */
  from: z.strictObject({ serviceId: Id, name: shortText, dataAsOf: CivilDate, envelopeId: Id }),
  title: z.strictObject({ en: shortText, it: shortText, ro: shortText }),
  area: ProgrammeArea,
  provider: shortText,
  status: EnrolmentStatus,
  startsOn: CivilDate,
  endsOn: CivilDate.optional(),
  sessionsHeld: z.int(),
  sessionsPresent: z.int(),
  minutes: z.int(),
  percent: z.int().optional(),
});
export type ReceivedCourse = z.infer<typeof ReceivedCourse>;

type Told = Omit<ReceivedCourse, 'v' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy'>;

/** A course that was told here, as it is told on. */
export const courseTold = ({ id, title, area, provider, status, startsOn, endsOn, sessionsHeld, sessionsPresent, minutes, percent }: ReceivedCourse): CaseFile['learning'][number] => ({
  enrolmentId: id,
  title,
  area,
  provider,
  status,
  from: startsOn,
  ...(endsOn === undefined ? {} : { to: endsOn }),
  sessionsHeld,
  sessionsPresent,
  minutes,
  ...(percent === undefined ? {} : { percent }),
});

/** The courses a case file tells. @param personId whom it is about here */
export const coursesIn = (caseFile: Pick<CaseFile, 'learning' | 'sender' | 'dataAsOf'>, personId: string, envelopeId: string): readonly Told[] =>
  caseFile.learning.map(({ enrolmentId, from, to, percent, title, area, provider, status, sessionsHeld, sessionsPresent, minutes }) => ({
    id: enrolmentId,
    type: 'receivedCourse',
    personId,
    from: { serviceId: caseFile.sender.serviceId, name: caseFile.sender.name, dataAsOf: caseFile.dataAsOf, envelopeId },
    title,
    area,
    provider,
    status,
    startsOn: from,
    ...(to === undefined ? {} : { endsOn: to }),
    sessionsHeld,
    sessionsPresent,
    minutes,
    ...(percent === undefined ? {} : { percent }),
  }));
