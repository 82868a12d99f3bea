import { addDays } from '../../../shared/domain/dates.ts';
import type { StoryTexts } from './story-texts.ts';

/** The Italian twin of the story: other offices, another person, the words of the place. Everybody is invented. */
export const itStory: StoryTexts = {
  language: 'it',
  prison: {
    kind: 'prison',
    serviceName: 'Istituto Esempio',
    timeZone: 'Europe/Rome',
    address: 'Via dell’Esempio 1, Bologna',
    phone: '051 000 000',
    documentLanguage: 'it',
  },
  office: {
    kind: 'probation',
    serviceName: 'UEPE Esempio',
    timeZone: 'Europe/Rome',
    address: 'Via della Prova 2, Bologna',
    phone: '051 111 111',
    documentLanguage: 'it',
  },
  names: { educator: 'Anna Esempio', coordinator: 'Dario Esempio', officer: 'Ilaria Esempio', head: 'Marco Esempio' },
  others: { psychologist: 'Paola Esempio', socialWorker: 'Ivo Esempio', director: 'Sandro Esempio', administrator: 'Valerio Esempio', teacher: 'Irene Esempio', dutyOfficer: 'Renato Esempio', guest: 'Elena Esempio' },
  code: '20338',
  answers: [
    { domain: 'ACCOMMODATION', answer: 'NEED', level: 3, text: 'Non sa dove dormirà le prime notti. Lo zio non può più ospitarlo.' },
    { domain: 'IDENTITY_DOCS', answer: 'NEED', level: 2, text: 'La carta d’identità è scaduta; chiede aiuto per l’appuntamento.' },
    { domain: 'FINANCE', answer: 'NEED', level: 1, text: 'Vuole sapere quanto resta sul conto e che cosa gli spetta alla dimissione.' },
    { domain: 'EMPLOYMENT', answer: 'NEED', level: 2, text: 'Ha lavorato in cucina; vuole fare il panettiere.', strengths: 'Puntuale, impara in fretta, buon compagno di squadra.' },
    { domain: 'EDUCATION', answer: 'NONE' },
    { domain: 'FAMILY', answer: 'NEED', level: 1, text: 'Vuole vedere la figlia ogni mese.' },
    { domain: 'HEALTH', answer: 'REFUSED' },
    { domain: 'COMMUNITY', answer: 'NONE' },
  ],
  personStatement: 'Voglio stare lontano dai giri di prima e avere un mestiere mio.',
  objectives: (today) => [
    {
      domain: 'EMPLOYMENT',
      title: 'Voglio lavorare come panettiere e pagarmi l’affitto',
      measure: 'contratto di lavoro firmato',
      targetDate: addDays(today, 120),
      horizon: 'FIRST_90D',
      steps: [
        { text: 'Corso di panificazione, gruppo 2', owner: 'PERSON', dueDate: addDays(today, 30), carriesOver: false },
        { text: 'Iscrizione al Centro per l’impiego prima della dimissione', owner: 'EDUCATOR', dueDate: addDays(today, 45), carriesOver: false },
        { text: 'CV e colloquio con il datore di lavoro', owner: 'PROBATION', dueDate: addDays(today, 75), carriesOver: true },
      ],
    },
    {
      domain: 'FAMILY',
      title: 'Vedere mia figlia ogni mese',
      horizon: 'IN_CUSTODY',
      steps: [{ text: 'Colloquio in area verde', owner: 'SOCIAL_WORKER', dueDate: addDays(today, 50), carriesOver: true }],
    },
    {
      domain: 'ACCOMMODATION',
      title: 'Sapere dove dormo la prima settimana',
      measure: 'indirizzo confermato per iscritto',
      targetDate: addDays(today, 40),
      horizon: 'FIRST_72H',
      steps: [{ text: 'Domanda alla struttura di accoglienza', owner: 'SOCIAL_WORKER', dueDate: addDays(today, 14), carriesOver: true }],
    },
  ],
};
