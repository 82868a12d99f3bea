import type { Language } from '../../../../shared/domain/base.ts';
import { displayName } from '../../../../shared/domain/people.ts';
import type { RequestAnswerView } from '../../documents/request-answer.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import { existing, RefusedError, type Work } from '../work.ts';

/**
 * What the answer slip of one request says. It goes to the person: nobody of the staff is named on it.
 * @param requestId a request of this person
 * @throws RefusedError notFound for another person's request, request.notAnswered while nobody answered
 */
export const answerView = async (work: Work, personId: string, requestId: string | undefined, language: Language): Promise<RequestAnswerView> => {
  const request = requestId === undefined ? undefined : await existing(work, 'assessments', requestId, 'request');
  if (request === undefined || request.personId !== personId) throw new RefusedError({ code: 'notFound', params: { type: 'request' } });
  if (request.answer === undefined) throw new RefusedError({ code: 'request.notAnswered' });
  const [person, { complaint }] = await Promise.all([existing(work, 'people', personId, 'person'), jurisdictionOf(work)]);
  const { by: _staff, passedTo, ...answer } = request.answer;
  return {
    service: work.vault.info.serviceName,
    person: { name: displayName(person), number: person.code, ...(person.unit === undefined ? {} : { unit: person.unit }) },
    ...(request.number === undefined ? {} : { registration: request.number }),
    about: request.about,
    receivedOn: request.receivedOn,
    ...(request.text === undefined ? {} : { asked: { text: request.text, lang: request.lang } }),
    answer: { ...answer, ...(passedTo === undefined ? {} : { passedTo }) },
    ...(complaint === undefined ? {} : { complaint: { to: complaint.to[language], source: complaint.source, ...(complaint.withinDays === undefined ? {} : { withinDays: complaint.withinDays }) } }),
  };
};
