import { z } from 'zod';
import { Id, Language, LONG_TEXT } from '../../../shared/domain/base.ts';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { DeliveryWay, RequestAbout, RequestResult } from '../../../shared/domain/request.ts';
import { formMessage } from '../../design/form/message.ts';

const past = (today: CivilDate) => z.string().refine(isCivilDate, 'common:form.dateMissing').refine((day) => day <= today, 'requests:field.inFuture');
const words = z.string().trim().max(LONG_TEXT, formMessage('notes:form.textTooLong', { max: LONG_TEXT }));
const short = z.string().trim().max(200, 'common:form.tooLong');

/** A request as it is taken in. */
export const newRequestForm = (today: CivilDate) =>
  z.object({ receivedOn: past(today), number: short, about: RequestAbout, text: words, lang: Language }).superRefine(({ about, text }, check) => {
    const wrong = (message: string) => check.addIssue({ code: 'custom', path: ['text'], message });
    if (about === 'HEALTH_APPOINTMENT' && text !== '') wrong('requests:field.healthWords');
    if (about !== 'HEALTH_APPOINTMENT' && text === '') wrong('requests:field.textMissing');
  });

export const assignForm = z.object({ userId: Id.or(z.literal('')).refine((id) => id !== '', 'requests:field.userMissing') });

export const answerForm = (today: CivilDate) =>
  z.object({ result: RequestResult, text: words.min(1, 'requests:field.answerMissing'), lang: Language, passedTo: short, on: past(today) }).superRefine(({ result, passedTo }, check) => {
    const wrong = (message: string) => check.addIssue({ code: 'custom', path: ['passedTo'], message });
    if (result === 'PASSED_ON' && passedTo === '') wrong('requests:field.passedMissing');
    if (result !== 'PASSED_ON' && passedTo !== '') wrong('requests:field.passedNotHere');
  });

export const deliverForm = (today: CivilDate) => z.object({ way: DeliveryWay, on: past(today) });
export const withdrawForm = (today: CivilDate) => z.object({ on: past(today) });
export const reopenForm = z.object({ reason: short.min(1, 'requests:field.reasonMissing') });
