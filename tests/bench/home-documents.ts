/** What lies in the file of everybody in an invented prison, as far as the screens of the day look at it. */
import { checklists } from '../../shared/checklists/index.ts';
import { itemsFor } from '../../shared/domain/checklist-rules.ts';
import type { CollectionName, DocumentOf } from '../../shared/domain/collections.ts';
import { addDays, type CivilDate } from '../../shared/domain/dates.ts';
import { nothingAsked } from '../../shared/domain/round-rules.ts';
import { base, enrolment, PER_PERSON, person, personId, uuid } from './documents.ts';

export const BENCH_DAY = '2026-11-22';
export const HEAD = '0192a000-0000-7000-8000-000000000001';
export const AUTHOR = '0192a000-0000-7000-8000-000000000002';
/** Notes of one person. */
const NOTES = 6;
/** Days on which a commission or a court sits, one a week; every fifth person is on a list. */
const SITTINGS = 60;
const LISTED = 5;
const PROGRAMMES = 20;
/** Courses held at the same time. */
const RUNS = 40;

interface Filed {
  readonly collection: CollectionName;
  readonly doc: object;
}

/** Everybody with a plan in force and a round; the rest of the documents is what the home screen does not look at. */
export const personFile = (at: number, runs: number): readonly Filed[] => {
  const who = personId(at);
  const content: DocumentOf<'plans'> = {
    ...base(uuid(10, at)),
    type: 'content',
    personId: who,
    versionNo: 1,
    kind: 'INITIAL',
    lang: 'ro',
    objectives: Array.from({ length: 3 }, (_, no) => ({
      id: uuid(11, at * 10 + no),
      domain: no === 0 ? ('IDENTITY_DOCS' as const) : ('EMPLOYMENT' as const),
      title: 'Vreau să lucrez ca sudor',
      horizon: 'IN_CUSTODY' as const,
      steps: Array.from({ length: 3 }, (__, step) => ({ id: uuid(12, at * 100 + no * 10 + step), text: 'Înscriere la AJOFM', owner: 'EDUCATOR' as const, carriesOver: step === 2, dueDate: addDays(BENCH_DAY, ((at * 7 + no * 31 + step * 13) % 400) - 20) })),
    })),
  };
  const progress: DocumentOf<'plans'> = {
    ...base(uuid(13, at)),
    type: 'progress',
    personId: who,
    contentId: content.id,
    versionNo: 1,
    status: at % 50 === 0 ? 'AGREED' : 'ACTIVE',
    author: AUTHOR,
    approvals: [{ by: HEAD, on: addDays(BENCH_DAY, -(at % 300)), signature: 'x' }],
    steps: { [uuid(12, at * 100)]: { status: 'DONE', on: BENCH_DAY } },
  };
  const round: DocumentOf<'assessments'> = {
    ...base(uuid(14, at)),
    type: 'round',
    personId: who,
    kind: 'REVIEW',
    conductedOn: addDays(BENCH_DAY, -(at % 200)),
    conductedBy: AUTHOR,
    sources: ['INTERVIEW'],
    formVersion: 'needs-short-1',
    domains: nothingAsked(),
    ...(at % 40 === 0 ? {} : { closedOn: BENCH_DAY }),
  };
  const notes = Array.from({ length: NOTES }, (_, no): DocumentOf<'assessments'> => ({
    ...base(uuid(15, at * 10 + no)),
    type: 'note',
    personId: who,
    kind: 'CONVERSATION',
    basis: 'OBSERVED',
    on: BENCH_DAY,
    text: 'A venit la timp.',
    lang: 'ro',
    earlier: [],
    disputes: [],
  }));
  const ends = { ...person(at), ...(at % 100 === 0 ? { caseManagerId: AUTHOR } : {}), releaseDates: person(at).releaseDates.map((date) => ({ ...date, date: addDays(BENCH_DAY, (at * 37) % 2400) })) };
  const list: DocumentOf<'release'> = {
    ...base(uuid(16, at)),
    type: 'checklist',
    personId: who,
    kind: 'END_OF_SENTENCE',
    template: { code: 'RO', version: checklists.of('RO').version },
    startedOn: BENCH_DAY,
    startedBy: AUTHOR,
    items: itemsFor(checklists.of('RO'), 'END_OF_SENTENCE').map((item, no) => (no % 3 === at % 3 ? { ...item, marks: [{ state: 'DONE', on: BENCH_DAY, by: AUTHOR }] } : item)),
  };
  const obligation: DocumentOf<'release'> = { ...base(uuid(17, at)), type: 'obligation', personId: who, kind: 'REPORT', text: 'Mă prezint la serviciu.', lang: 'ro', act: '88/2026', from: BENCH_DAY, protectsSomebody: false };
  const first: readonly Filed[] = [
    { collection: 'people', doc: ends },
    { collection: 'plans', doc: content },
    { collection: 'plans', doc: progress },
    { collection: 'assessments', doc: round },
    { collection: 'release', doc: list },
    { collection: 'release', doc: obligation },
    ...roadOf(at, who),
    ...notes.map((doc) => ({ collection: 'assessments' as const, doc })),
  ];
  const rest = PER_PERSON - first.length;
  return [...first, ...Array.from({ length: rest }, (_, no) => ({ collection: 'learning' as const, doc: enrolment(at * PER_PERSON + no, at, runs) }))];
};

/** Appointments, applications and requests of everybody, and every fifth person on the list of a sitting. */
const roadOf = (at: number, who: string): readonly Filed[] => {
  const appointment: DocumentOf<'release'> = {
    ...base(uuid(18, at)),
    type: 'appointment',
    personId: who,
    organisation: 'Serviciul de probațiune',
    purpose: 'Prima întâlnire',
    domain: 'ACCOMMODATION',
    at: { when: 'EXACT', date: dayOf(at, 11, 400), time: '09:30' },
    bring: [],
    mandatory: true,
    lang: 'ro',
    status: 'FIXED',
    history: [],
  };
  const application: DocumentOf<'release'> = { ...base(uuid(19, at)), type: 'application', personId: who, kind: 'ID_CARD', expectedBy: dayOf(at, 17, 300), lang: 'ro', status: at % 3 === 0 ? 'WAITING' : 'RECEIVED', log: [] };
  const request: DocumentOf<'assessments'> = {
    ...base(uuid(20, at)),
    type: 'request',
    personId: who,
    receivedOn: dayOf(at, 1, 60, -60),
    about: 'WORK',
    text: 'Rog să fiu repartizat la atelier.',
    lang: 'ro',
    takenBy: AUTHOR,
    state: at % 20 === 0 ? 'RECEIVED' : 'DELIVERED',
    reopened: [],
  };
  const sitting = (at / LISTED) % SITTINGS;
  const listed: DocumentOf<'release'> = {
    ...base(uuid(21, at)),
    type: 'sittingCase',
    personId: who,
    sittingId: uuid(22, sitting),
    kind: kindOf(sitting),
    on: sittingDay(sitting),
    state: sittingDay(sitting) < BENCH_DAY ? 'PROPOSED' : 'LISTED',
    report: { state: at % 3 === 0 ? 'TO_WRITE' : 'DONE' },
  };
  return [
    { collection: 'release', doc: appointment },
    { collection: 'release', doc: application },
    { collection: 'assessments', doc: request },
    ...(at % LISTED === 0 ? [{ collection: 'release' as const, doc: listed }] : []),
  ];
};

/** A day spread over a span from the day of the bench, and as many days before or after it. */
const dayOf = (at: number, step: number, span: number, from = -20): CivilDate => addDays(BENCH_DAY, ((at * step) % span) + from);
const sittingDay = (sitting: number): CivilDate => addDays(BENCH_DAY, (sitting - 20) * 7);
const kindOf = (sitting: number): 'COMMISSION' | 'HEARING' => (sitting % 2 === 0 ? 'COMMISSION' : 'HEARING');

/** What belongs to nobody: the days of the sittings, the courses and their days. */
export const officeOf = (runs: number): readonly Filed[] => [
  ...Array.from({ length: SITTINGS }, (_, at): Filed => {
    const doc: DocumentOf<'release'> = { ...base(uuid(22, at)), type: 'sitting', kind: kindOf(at), on: sittingDay(at) };
    return { collection: 'release', doc };
  }),
  ...Array.from({ length: PROGRAMMES }, (_, at): Filed => {
    const title = `Curs ${at}`;
    const doc: DocumentOf<'programmes'> = { ...base(uuid(6, at)), type: 'programme', code: `C-${at}`, title: { en: title, it: title, ro: title }, area: 'VOCATIONAL', provider: 'Centrul de formare', hours: 120, active: true };
    return { collection: 'programmes', doc };
  }),
  ...Array.from({ length: Math.min(runs, RUNS) }, (_, at): Filed => {
    const sessions = Array.from({ length: 40 }, (__, no) => ({ id: uuid(7, at * 5 + no), no: no + 1, on: addDays(BENCH_DAY, (at % 7) + (no - 10) * 7), minutes: 90 }));
    const doc: DocumentOf<'programmes'> = { ...base(uuid(2, at)), type: 'run', programmeId: uuid(6, at % PROGRAMMES), label: `Grupa ${at}`, startsOn: sessions[0]?.on ?? BENCH_DAY, leaders: at % 4 === 0 ? [AUTHOR] : [], sessions };
    return { collection: 'programmes', doc };
  }),
];
