import type { ObjectiveInput } from '../../../shared/contract/casework.ts';
import type { CreateWorkplace } from '../../../shared/contract/session.ts';
import type { Language } from '../../../shared/domain/base.ts';
import { addDays, type CivilDate } from '../../../shared/domain/dates.ts';
import type { NeedAnswer, NeedDomain } from '../../../shared/domain/needs.ts';

/** What somebody answered about one domain; the text is in the language of the place. */
export interface ToldAnswer {
  readonly domain: NeedDomain;
  readonly answer: NeedAnswer;
  readonly level?: number;
  readonly text?: string;
  readonly strengths?: string;
}

export type Place = Omit<CreateWorkplace, 'users'>;

/** One country's story: its two offices, who works there, and what the person of the sample register says. */
export interface StoryTexts {
  readonly language: Language;
  readonly prison: Place;
  readonly office: Place;
  readonly names: { readonly educator: string; readonly coordinator: string; readonly officer: string; readonly head: string };
  /** who else logs in at the prison */
  readonly others: { readonly psychologist: string; readonly socialWorker: string; readonly director: string; readonly administrator: string; readonly teacher: string; readonly dutyOfficer: string; readonly guest: string };
  /** number of the person of the sample register whose story is told */
  readonly code: string;
  readonly answers: readonly ToldAnswer[];
  readonly personStatement: string;
  readonly objectives: (today: CivilDate) => ObjectiveInput[];
}

/** What one synthetic person answered and wants; invented for demonstrations. */
export const answers: readonly ToldAnswer[] = [
  { domain: 'ACCOMMODATION', answer: 'NEED', level: 3, text: 'Nu știe unde va dormi în primele nopți. Mama nu mai are loc în casă.' },
  { domain: 'IDENTITY_DOCS', answer: 'NEED', level: 2, text: 'Cartea de identitate a expirat; cere ajutor pentru programare.' },
  { domain: 'FINANCE', answer: 'NEED', level: 1, text: 'Are o datorie la întreținere și vrea să afle cât este.' },
  { domain: 'EMPLOYMENT', answer: 'NEED', level: 2, text: 'A lucrat pe șantier; vrea să fie sudor.', strengths: 'Punctual, învață repede, bun coleg de echipă.' },
  { domain: 'EDUCATION', answer: 'NONE' },
  { domain: 'FAMILY', answer: 'NEED', level: 1, text: 'Vrea să-și vadă fetița în fiecare lună.' },
  { domain: 'HEALTH', answer: 'REFUSED' },
  { domain: 'COMMUNITY', answer: 'NONE' },
];

export const personStatement = 'Vreau să stau departe de anturajul vechi și să am o meserie a mea.';

/** Two goals in the person's own words, with dates that follow from today. */
export const objectives = (today: CivilDate): ObjectiveInput[] => [
  {
    domain: 'EMPLOYMENT',
    title: 'Vreau să lucrez ca sudor și să-mi plătesc chiria',
    measure: 'contract de muncă semnat',
    targetDate: addDays(today, 120),
    horizon: 'FIRST_90D',
    steps: [
      { text: 'Curs de sudor, grupa 2', owner: 'PERSON', dueDate: addDays(today, 30), carriesOver: false },
      { text: 'Înscriere la AJOFM înainte de liberare', owner: 'EDUCATOR', dueDate: addDays(today, 45), carriesOver: false },
      { text: 'CV și discuție cu angajatorul', owner: 'PROBATION', dueDate: addDays(today, 75), carriesOver: true },
    ],
  },
  {
    domain: 'FAMILY',
    title: 'Să-mi văd fetița în fiecare lună',
    horizon: 'IN_CUSTODY',
    steps: [{ text: 'Vizită fără dispozitiv de separare', owner: 'SOCIAL_WORKER', dueDate: addDays(today, 50), carriesOver: true }],
  },
  {
    domain: 'ACCOMMODATION',
    title: 'Să știu unde dorm în prima săptămână',
    measure: 'adresă confirmată în scris',
    targetDate: addDays(today, 40),
    horizon: 'FIRST_72H',
    steps: [{ text: 'Cerere la locuința protejată', owner: 'SOCIAL_WORKER', dueDate: addDays(today, 14), carriesOver: true }],
  },
];

export const programme = {
  code: 'PPL',
  title: { en: 'Preparing for release', it: 'Preparazione alla dimissione', ro: 'Pregătirea pentru liberare' },
  area: 'PRE_RELEASE',
  provider: 'Serviciul reintegrare socială',
  hours: 24,
} as const;

export const prison = {
  kind: 'prison',
  serviceName: 'Penitenciarul Exemplu',
  timeZone: 'Europe/Bucharest',
  address: 'Str. Exemplului nr. 1, Timișoara',
  phone: '0256 000 000',
  documentLanguage: 'ro',
} as const;

export const office = {
  kind: 'probation',
  serviceName: 'Serviciul de Probațiune Exemplu',
  timeZone: 'Europe/Bucharest',
  address: 'Str. Probei nr. 2, Timișoara',
  phone: '0256 111 111',
  documentLanguage: 'ro',
} as const;

/** Names of the users of a demonstration. */
export const names = { educator: 'Ana Exemplu', coordinator: 'Dan Exemplu', officer: 'Ioana Exemplu', head: 'Mihai Exemplu' } as const;

/** Who else logs in at the prison of a demonstration. */
export const others = { psychologist: 'Petra Exemplu', socialWorker: 'Ilie Exemplu', director: 'Silviu Exemplu', administrator: 'Vlad Exemplu', teacher: 'Irina Exemplu', dutyOfficer: 'Radu Exemplu', guest: 'Elena Exemplu' } as const;

/** The person of the sample register whose story the demonstrations tell. */
export const STORY_CODE = 'TM-2025-1063';

export const roStory: StoryTexts = { language: 'ro', prison, office, names, others, code: STORY_CODE, answers, personStatement, objectives };
