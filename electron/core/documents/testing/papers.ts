import type { Language } from '../../../../shared/domain/base.ts';
import { EDITION, type PaperFormKind } from '../../../../shared/domain/paper-form.ts';
import { needsForms } from '../../../../shared/forms/index.ts';
import { jurisdictions } from '../../../../shared/jurisdictions/index.ts';
import type { PaperFormView } from '../paper-form.ts';
import type { RequestAnswerView } from '../request-answer.ts';

/** Papers with words of a country's files, which only a built program or a unit test can read: stories take theirs from `case-file.ts`. */

/** The answer to a request, or to one of which next to nothing is known. */
export const answerOf = (bare: boolean, language: Language): RequestAnswerView => ({
  service: 'Penitenciarul Exemplu',
  person: bare ? { name: 'Necunoscut Ion', number: 'TM-2025-0001' } : { name: 'Țîrlea-Ștefănescu Constantin-Alexandru', number: 'TM-2025-1063', unit: 'Secția 6' },
  ...(bare ? {} : { registration: '412/2026' }),
  about: bare ? 'HEALTH_APPOINTMENT' : 'WORK',
  receivedOn: '2026-11-02',
  ...(bare ? {} : { asked: { text: 'Doresc să lucrez la spălătorie sau la bucătărie. Am mai lucrat doi ani ca spălător de vase și știu să folosesc mașinile.', lang: 'ro' as const } }),
  answer: bare
    ? { result: 'PASSED_ON', text: 'Programarea o face cabinetul.', lang: 'ro', passedTo: 'serviciul medical', on: '2026-11-20' }
    : { result: 'PARTLY', text: 'La spălătorie nu este acum niciun loc liber. La bucătărie puteți începe din ianuarie, după controlul medical obligatoriu.', lang: 'ro', on: '2026-11-20' },
  ...(bare ? {} : { complaint: { to: jurisdictions.of('RO').complaint?.to[language] ?? '', withinDays: 10, source: 'L. 254/2013, art. 56' } }),
});

/** A form on paper, for somebody with long names or blank. */
export const paperFormOf = (kind: PaperFormKind, blank: boolean): PaperFormView => {
  const short = needsForms.short('2026-11-22');
  const questions = kind === 'NEEDS_SHORT' ? short : kind === 'NEEDS_LONG' ? needsForms.long(short.version) : undefined;
  return {
    kind,
    edition: EDITION[kind],
    code: 'ZYXW456789ABCDEF',
    service: 'Penitenciarul Exemplu',
    ...(blank ? {} : { person: { name: 'Țîrlea-Ștefănescu Constantin-Alexandru', number: 'TM-2025-1063', unit: 'Secția 6' } }),
    ...(questions === undefined ? {} : { questions }),
    ...(kind !== 'PLAN_ANSWER' || blank ? {} : { plan: { version: 2, goals: ['Vreau să lucrez ca sudor și să-mi plătesc chiria', 'Să știu unde dorm în prima săptămână'] } }),
  };
};
