import { CaseFile } from '../../../../shared/domain/casefile.ts';
import type { NeedDomain } from '../../../../shared/domain/needs.ts';
import { WingPlace } from '../../../../shared/domain/wing-list.ts';
import type { WingListView } from '../wing-list.ts';
import type { CoveringLetterView } from '../covering-letter.ts';
import type { RevocationNoticeView } from '../revocation-notice.ts';
import type { CustodySlipView } from '../custody-slip.ts';
import type { DocumentMeta } from '../types.ts';

/** Synthetic: no such person, service or plan exists. */
const id = (no: number): string => `018f5a10-0000-7000-8000-${String(no).padStart(12, '0')}`;

type Need = NonNullable<CaseFile['needs']>['domains'][number];

const statement = (no: number, text: string, basis: Need['statements'][number]['basis'], disputed?: string): Need['statements'][number] => ({
  id: id(no),
  text,
  lang: 'ro',
  basis,
  on: '2026-10-12',
  ...(disputed === undefined ? {} : { disputed: { text: disputed, on: '2026-10-14' } }),
});

const domains: { readonly [D in NeedDomain]: Omit<Need, 'domain'> } = {
  ACCOMMODATION: { answer: 'NEED', level: 3, statements: [statement(101, 'Nu are unde locui după liberare; sora din Lugoj îl poate primi două săptămâni.', 'PERSON_SAYS'), statement(102, 'Contractul de închiriere a încetat în martie 2022.', 'DOCUMENT')], strengths: 'Păstrează legătura cu sora.' },
  IDENTITY_DOCS: { answer: 'NEED', level: 3, statements: [statement(103, 'Cartea de identitate a expirat la 4 mai 2026.', 'DOCUMENT')] },
  FINANCE: { answer: 'NEED', level: 2, statements: [statement(104, 'Are obligații civile neachitate din hotărâre.', 'DOCUMENT', 'Am plătit deja jumătate, am chitanțele la sora mea.')] },
  EMPLOYMENT: { answer: 'NEED', level: 2, statements: [statement(105, 'A lucrat șase ani ca lăcătuș și vrea să lucreze ca sudor.', 'PERSON_SAYS')], strengths: 'Punctual, învață repede meserii practice.' },
  EDUCATION: { answer: 'NEED', level: 1, statements: [statement(106, 'Citește cu dificultate texte lungi; înțelege bine ce i se explică.', 'OBSERVED')] },
  HEALTH: { answer: 'NONE', statements: [] },
  SUBSTANCE_USE: { answer: 'REFUSED', statements: [] },
  FAMILY: { answer: 'NEED', level: 2, statements: [statement(107, 'Își dorește să-și vadă fetița în fiecare lună.', 'PERSON_SAYS'), statement(108, 'Mama fetiței este de acord cu vizitele.', 'THIRD_PARTY')] },
  ATTITUDES: { answer: 'NEED', level: 1, statements: [statement(109, 'Își pierde răbdarea când nu primește răspuns la cereri; s-a calmat în ultimele luni.', 'PROFESSIONAL_JUDGEMENT', 'Nu sunt de acord: am avut dreptate să întreb.')] },
  COMMUNITY: { answer: 'NONE', statements: [] },
  LEGAL: { answer: 'NOT_ASKED', statements: [] },
  SPECIFIC: { answer: 'NONE', statements: [] },
};

type Objective = CaseFile['plan']['objectives'][number];
const objective = (no: number, entry: Omit<Objective, 'id' | 'steps'>, steps: readonly Omit<Objective['steps'][number], 'id'>[]): Objective => ({ id: id(200 + no), ...entry, steps: steps.map((step, m) => ({ id: id(200 + no * 10 + m + 300), ...step })) });

/** A rich synthetic case file: every section of every document has something to say, diacritics included. */
export const richCaseFile: CaseFile = CaseFile.parse({
  format: 'varco-case',
  version: 1,
  dataAsOf: '2026-11-22',
  sender: { serviceId: id(1), name: 'Penitenciarul de probă Timișoara', phone: '+40 256 000 001' },
  recipient: { serviceId: id(2), name: 'Serviciul de Probațiune Timiș' },
  mandate: { kind: 'SUPERVISION', act: 'Sentința penală nr. 000/2026', date: '2026-09-30' },
  registrationNumber: '1204/PT/2026',
  person: {
    id: id(3),
    code: 'TM-2021-1035',
    familyName: 'Mureșan-Țîrlea',
    givenName: 'Ștefan Ionuț',
    birthDate: '1992-04-17',
    citizenships: ['România'],
    copyLanguage: 'ro',
    readingSupport: 'EASY_READ',
    education: 'Școală profesională, 10 clase',
    municipality: 'Lugoj',
    admissionDate: '2021-03-09',
    legalPosition: 'SENTENCED',
    languages: [{ language: 'italiană', reads: false }],
    custody: { status: 'WORK_OUTSIDE', since: '2026-06-01', returnsBy: '20:00', act: 'dispoziția 11/2026' },
    afterRelease: 'SUPERVISED',
  },
  obligations: {
    lines: [
      { id: id(61), kind: 'REPORT', text: 'Se prezintă la serviciul de probațiune în trei zile.', lang: 'ro', act: '17/2026', from: '2027-02-04', until: '2028-08-19', protectsSomebody: false, readAloudOn: '2026-11-10' },
      { id: id(62), kind: 'NO_CONTACT', text: 'Nu se apropie de persoana numită în hotărâre.', lang: 'ro', act: '17/2026', from: '2027-02-04', protectsSomebody: true },
    ],
  },
  contactBans: [{ kind: 'NO_APPROACH', act: '17/2026', until: '2029-01-01' }],
  destination: { addressState: 'CONFIRMED', address: 'Str. Probei nr. 2', municipality: 'Lugoj', county: 'Timiș', host: 'sora' },
  otherPeople: [{ kind: 'HOST', name: 'Exemplu Maria', relation: 'soră', phone: '0700 000 000', agreedOn: '2026-11-01', until: '2027-06-30' }],
  appointments: [
    { id: id(63), organisation: 'Serviciul de Probațiune Timiș', purpose: 'Prima prezentare', at: { when: 'NEXT_WORKING_DAY', time: '09:00' }, on: '2027-02-05', place: 'Str. Încercării nr. 5', lang: 'ro', mandatory: true, status: 'FIXED' },
    { id: id(64), health: true, at: { when: 'EXACT', date: '2027-02-08' }, on: '2027-02-08', mandatory: false, status: 'FIXED' },
  ],
  applications: [{ id: id(65), kind: 'ID_CARD', to: 'SPCLEP Lugoj', reference: '4411', status: 'SUBMITTED', submittedOn: '2026-11-01', expectedBy: '2026-12-05' }],
  checklist: { kind: 'CONDITIONAL', open: [{ code: 'BED', domain: 'HOUSING', names: { en: 'A bed for the first night', it: 'Un letto per la prima notte', ro: 'Un pat pentru prima noapte' }, required: true, critical: 'BED', state: 'REQUESTED', dueOn: '2027-01-20', owner: 'SOCIAL_WORKER' }] },
  departure: [{ thing: 'TRAVEL', state: 'ARRANGED', words: 'Tren R 2613 spre Lugoj' }, { thing: 'MEDICINES', state: 'ARRANGED', days: 7 }],
  firstDays: [
    { span: 'FIRST_72H', kind: 'LEAVE', on: '2027-02-04', time: '10:00' },
    { span: 'FIRST_72H', kind: 'APPOINTMENT', on: '2027-02-05', time: '09:00', words: 'Serviciul de Probațiune Timiș: Prima prezentare' },
    { span: 'FIRST_30D', kind: 'STEP', owner: 'PERSON', words: 'Înscriere la AJOFM Timiș', on: '2027-02-10' },
  ],
  dates: [
    { kind: 'FRACTION_SERVED', date: '2027-02-04', certainty: 'CALCULATED', source: 'Serviciul evidență, fișa din 1 oct. 2026', setOn: '2026-10-01' },
    { kind: 'COMMISSION', date: '2027-02-04', certainty: 'CALCULATED', source: 'Calendarul comisiei', setOn: '2026-10-20' },
    { kind: 'END_OF_SENTENCE', date: '2028-08-19', certainty: 'DECIDED', source: 'Mandatul de executare', setOn: '2021-03-10' },
  ],
  needs: {
    conductedOn: '2026-10-12',
    sources: ['INTERVIEW', 'FILE', 'DOCUMENT'],
    limitations: 'Familia nu a putut fi contactată: persoana nu dorește.',
    helps: 'Întrebări scurte, una câte una.',
    domains: Object.entries(domains).map(([domain, entry]) => ({ domain, ...entry })),
  },
  plan: {
    contentId: id(4),
    schemaVersion: 1,
    versionNo: 2,
    kind: 'PRE_RELEASE',
    lang: 'ro',
    contentHash: '4f2a9c1e7b3d5086aa17c4e2905fd36b8e1207943cb6f5d8120e9a7b64c3f018',
    personStatement: 'Vreau să muncesc, să-mi plătesc chiria și să fiu un tată bun. Îmi e greu cu hârtiile, dar știu să întreb.',
    answer: { answer: 'AGREES', on: '2026-10-28' },
    approvedOn: '2026-11-03',
    objectives: [
      objective(1, { domain: 'EMPLOYMENT', title: 'Vreau să lucrez ca sudor și să-mi plătesc chiria', measure: 'contract semnat', targetDate: '2027-03-15', horizon: 'FIRST_30D' }, [
        { text: 'Curs de sudor, grupa 2 (360 de ore)', owner: 'PERSON', dueDate: '2026-10-28', carriesOver: false, status: 'DONE' },
        { text: 'Înscriere la AJOFM Timiș înainte de liberare', owner: 'EDUCATOR', dueDate: '2026-12-15', carriesOver: false, status: 'IN_PROGRESS' },
        { text: 'CV și discuție cu angajatorul', owner: 'SOCIAL_WORKER', dueDate: '2027-01-18', carriesOver: true, status: 'NOT_STARTED' },
        { text: 'Prima întâlnire cu consilierul de ocupare', owner: 'PROBATION', carriesOver: true, status: 'HANDED_OVER' },
      ]),
      objective(2, { domain: 'IDENTITY_DOCS', title: 'Să ies cu o carte de identitate valabilă', targetDate: '2027-01-20', horizon: 'RELEASE_DAY' }, [
        { text: 'Fotografie pentru carte de identitate', owner: 'EDUCATOR', dueDate: '2026-11-10', carriesOver: false, status: 'DONE' },
        { text: 'Cerere la SPCLEP Lugoj, echipa mobilă', owner: 'SOCIAL_WORKER', dueDate: '2026-12-05', carriesOver: false, status: 'IN_PROGRESS' },
      ]),
      objective(3, { domain: 'ACCOMMODATION', title: 'Să știu unde dorm în primele 30 de nopți', measure: 'adresă confirmată în scris', horizon: 'FIRST_72H' }, [
        { text: 'Loc rezervat la locuința protejată din Lugoj', owner: 'PARTNER', dueDate: '2027-01-25', carriesOver: true, status: 'NOT_STARTED' },
        { text: 'Vorbesc cu sora despre primele două săptămâni', owner: 'PERSON', carriesOver: false, status: 'BLOCKED' },
      ]),
      objective(4, { domain: 'FAMILY', title: 'Să-mi văd fetița în fiecare lună', horizon: 'FIRST_90D' }, [
        { text: 'Vizită fără dispozitiv de separare, cu sprijinul DGASPC Timiș', owner: 'SOCIAL_WORKER', dueDate: '2027-01-10', carriesOver: true, status: 'NOT_STARTED' },
        { text: 'Cursul «Bunul părinte»', owner: 'PERSON', carriesOver: false, status: 'NOT_NEEDED' },
      ]),
      objective(5, { domain: 'FINANCE', title: 'Să știu cât datorez și să am un plan', horizon: 'LATER' }, []),
    ],
  },
  agreedIn: { on: '2026-11-02', reference: '118/2026', present: ['EDUCATOR', 'PSYCHOLOGIST', 'SOCIAL_WORKER', 'SECURITY'] },
  learning: [
    { enrolmentId: id(31), title: { en: 'Welder, level 2', it: 'Saldatore, livello 2', ro: 'Sudor, nivelul 2' }, area: 'VOCATIONAL', provider: 'Centrul de formare profesională Lugoj', status: 'COMPLETED', from: '2026-03-02', to: '2026-10-28', sessionsHeld: 60, sessionsPresent: 55, minutes: 19800, percent: 92 },
    { enrolmentId: id(32), title: { en: 'Reading and writing', it: 'Lettura e scrittura', ro: 'Citire și scriere' }, area: 'EDUCATION', provider: 'Școala Gimnazială nr. 24', status: 'ON_PROGRAMME', from: '2026-09-14', sessionsHeld: 12, sessionsPresent: 8, minutes: 960, percent: 80 },
    { enrolmentId: id(33), title: { en: 'Preparation for release', it: 'Preparazione alla dimissione', ro: 'Pregătire pentru liberare' }, area: 'PRE_RELEASE', provider: 'Sector reintegrare socială', status: 'ENROLLED', from: '2026-12-01', sessionsHeld: 0, sessionsPresent: 0, minutes: 0 },
  ],
  choices: [
    { purpose: 'FAMILY_CONTACT', decision: 'REFUSED', on: '2026-10-12' },
    { purpose: 'MENTOR', decision: 'GIVEN', on: '2026-10-12' },
    { purpose: 'FOLLOW_UP', decision: 'GIVEN', on: '2026-11-03' },
    { purpose: 'EMPLOYER', decision: 'WITHDRAWN', on: '2026-11-10' },
    { purpose: 'RESEARCH', decision: 'NOT_ASKED', on: '2026-11-10' },
  ],
  notIncluded: [
    { what: 'HEALTH_RECORDS', why: 'WITHHELD_BY_RULE' },
    { what: 'OFFENCE', why: 'WITHHELD_BY_RULE' },
    { what: 'NOTES', why: 'WITHHELD_BY_RULE' },
    { what: 'SUBSTANCE_USE', why: 'REFUSED' },
    { what: 'LEGAL', why: 'NOT_ASKED' },
  ],
});

/** Synthetic, and as empty as a case file may be: every section must still say so plainly. */
export const bareCaseFile: CaseFile = CaseFile.parse({
  ...richCaseFile,
  registrationNumber: undefined,
  sender: { serviceId: id(1), name: richCaseFile.sender.name },
  person: { id: id(3), code: 'X-1', familyName: 'Necunoscut', givenName: '', birthDate: '1980-01-01' },
  dates: [],
  obligations: undefined,
  contactBans: undefined,
  destination: undefined,
  otherPeople: undefined,
  appointments: undefined,
  applications: undefined,
  checklist: undefined,
  departure: undefined,
  firstDays: undefined,
  needs: undefined,
  plan: { contentId: id(4), schemaVersion: 1, versionNo: 1, kind: 'INITIAL', lang: 'en', contentHash: '', objectives: [] },
  learning: [],
  choices: [],
  notIncluded: [],
});

/** A fixed print. */
export const printMeta: DocumentMeta = { createdAt: '2026-11-22T14:30:00.000Z', today: '2026-11-22' };

/** The slip of a medium, with long names. */
export const slipOf = (caseFile: CaseFile): CustodySlipView => ({
  sender: { name: caseFile.sender.name, ...(caseFile.sender.phone === undefined ? {} : { phone: caseFile.sender.phone }) },
  recipient: caseFile.recipient,
  reference: '2026-0002-000017',
  envelopeId: id(77),
  fileName: 'VARCO-handover-2026-0002-000017.zip.age',
  sha256: '9b1f0c77e2a94d5386cfae10b4d2735f61c8820e5a7394bd0f1e62c83b7d9a40',
  sealedOn: '2026-11-22',
  sealedTime: '15:42',
  ...(caseFile.registrationNumber === undefined ? {} : { registrationOut: caseFile.registrationNumber }),
});

/** The notice that the envelope of that slip must not be used, and which takes its place. */
export const noticeOf = (caseFile: CaseFile): RevocationNoticeView => {
  const { sender, recipient, reference, fileName, sealedOn, registrationOut } = slipOf(caseFile);
  return { sender, recipient, reference, fileName, sealedOn, reason: 'WRONG_CONTENT', instead: '2026-0002-000018', ...(registrationOut === undefined ? {} : { registrationOut }) };
};

/** Letter and slip of several envelopes to one service. */
export const letterOf = (caseFile: CaseFile, count: number): CoveringLetterView => {
  const { sender, recipient, fileName, sha256, sealedOn, registrationOut } = slipOf(caseFile);
  return {
    sender: { ...sender, address: 'str. Exemplu 1, Timișoara' },
    recipient,
    way: count === 1 ? 'PEC' : 'STICK',
    items: Array.from({ length: count }, (_, nth) => ({ reference: `2026-0002-00001${nth + 7}`, fileName, sha256, sealedOn, ...(registrationOut === undefined ? {} : { registrationOut }) })),
  };
};

/** The week's list of a unit: with somebody on most days, or with nobody at all. */
export const wingOf = (empty: boolean): WingListView => ({
  service: 'Penitenciarul Exemplu',
  unit: 'Secția 6',
  monday: '2026-11-23',
  days: ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'].map((on, at) => ({
    on,
    rows: empty || at > 4 ? [] : WingPlace.options.slice(0, at + 2).map((place, n) => ({ ...(n === 0 ? { time: '09:30' } : {}), name: `Țîrlea-Ștefănescu Constantin ${n}`, code: `TM-2025-10${at}${n}`, place })),
  })),
});
