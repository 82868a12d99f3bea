import { describe, expect, it } from 'vitest';
import { profiles } from '../profiles/index.ts';
import { buildTransfer, type TransferSources } from './build-transfer.ts';
import { pathsOf } from './case-paths.ts';
import { frozenPart } from './plan-rules.ts';
import { readTransfer, Transfer } from './transfer.ts';
import { madeContent, madeGoal, madeProgress } from './walks/made-plan.ts';
import { MADE_UP } from './walks/walk.ts';

const prison = profiles.of('prison')!;
const today = '2026-11-22';
let count = 0;
const id = (): string => `01900000-0000-7000-8000-${(count += 1).toString(16).padStart(12, '0')}`;
const stamp = () => ({ id: id(), v: 1, createdAt: MADE_UP.now, createdBy: MADE_UP.me, updatedAt: MADE_UP.now, updatedBy: MADE_UP.me });
const content = { ...madeContent(), createdAt: MADE_UP.now, createdBy: MADE_UP.me, updatedAt: MADE_UP.now, updatedBy: MADE_UP.me, contentHash: 'a'.repeat(64) };
const personId = content.personId;
const domains = (['ACCOMMODATION', 'IDENTITY_DOCS', 'FINANCE', 'EMPLOYMENT', 'EDUCATION', 'HEALTH', 'SUBSTANCE_USE', 'FAMILY', 'ATTITUDES', 'COMMUNITY', 'LEGAL', 'SPECIFIC'] as const).map((domain) => ({
  domain, answer: 'NEED' as const, level: 1, strengths: `tare ${domain}`, items: [{ code: domain === 'HEALTH' ? 'HEA_MENTAL' : 'FIN_DEBT', answer: 'NEED' as const }],
  statements: [{ id: id(), text: `vorbe ${domain}`, lang: 'ro' as const, basis: 'PERSON_SAYS' as const, on: today, by: MADE_UP.me, ...(domain === 'LEGAL' ? { restricted: { reason: 'motiv', on: today, by: MADE_UP.me } } : {}), ...(domain === 'FAMILY' ? { disputed: { text: 'nu e așa', on: today } } : {}) }],
}));

const sources = {
  today,
  sender: { serviceId: id(), name: 'Penitenciarul Exemplu' },
  recipient: { serviceId: id(), name: 'Penitenciarul Test' },
  order: { act: 'dispoziția 7/2026', date: today },
  person: {
    ...stamp(), id: personId, type: 'person', code: 'TM-1', familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01', unit: 'Secția 6', regime: 'Semideschis', caseManagerId: id(), status: 'ACTIVE', releaseDates: [], decisions: [],
    movements: [{ id: id(), kind: 'HOSPITAL', on: today, source: 'x', setBy: MADE_UP.me }, { id: id(), kind: 'COURT', on: today, source: 'citație', setBy: MADE_UP.me }], notSame: [{ id: id(), reason: 'altul', on: today, by: MADE_UP.me }],
  },
  rounds: [{ ...stamp(), type: 'round', personId, kind: 'REVIEW', conductedOn: today, conductedBy: MADE_UP.me, asker: 'Voluntar Exemplu', sources: ['INTERVIEW'], formVersion: 'needs-1', domains }],
  needs: (['HEALTH', 'FAMILY'] as const).map((domain) => ({ ...stamp(), type: 'need', personId, domain, detail: `amănunt ${domain}`, roundId: id(), formVersion: 'needs-1', openedOn: today, status: 'OPEN', updates: [{ id: id(), on: today, by: MADE_UP.me, side: 'PRISON', act: 'found', status: 'OPEN' }] })),
  plans: [{ content, progress: { ...madeProgress({ status: 'ACTIVE' }), ...stamp(), contentId: content.id, personId, steps: {}, objectives: { [madeGoal.id]: { status: 'ACTIVE', on: today, before: null } }, exemptions: [{ reason: 'HOSPITAL', until: today, on: today, by: MADE_UP.me }] } }],
  courses: [],
  received: [],
  road: { ...stamp(), type: 'road', personId, destination: { addressState: 'SAID', municipality: 'Lugoj', host: 'gazda' }, readAloud: [], banChecks: [{ subject: 'HOST', of: 'gazda', bans: ['1'], on: today, by: MADE_UP.me }] },
  obligations: [],
  appointments: (['HEALTH', 'LEGAL'] as const).map((domain) => ({ ...stamp(), type: 'appointment', personId, organisation: `birou ${domain}`, purpose: 'x', domain, at: { when: 'TO_BE_FIXED' }, bring: [], mandatory: false, lang: 'ro', status: 'TO_BE_FIXED', history: [] })),
  applications: [],
  lists: [],
  departure: { ...stamp(), type: 'departure', personId, lang: 'ro', things: { BED: { state: 'ARRANGED', words: 'la gazdă', on: today, by: MADE_UP.me }, MONEY: { state: 'ARRANGED', words: 'cont', on: today, by: MADE_UP.me } } },
  consents: [{ ...stamp(), type: 'consent', personId, purpose: 'STORY', decision: 'REFUSED', on: today, lang: 'ro', formVersion: 'choices-1', explainedBy: MADE_UP.me, fromPaper: id() }],
  others: [{ ...stamp(), type: 'thirdPerson', personId, kind: 'RELATIVE', name: 'Rudă Exemplu', answers: [] }],
} as unknown as TransferSources;

const built = buildTransfer(sources, prison);
const text = JSON.stringify(built);

it('the profile says of every place of a transfer whether it leaves: a new place has to be decided', () => {
  expect([...prison.fields, ...prison.stays].toSorted()).toEqual([...pathsOf(Transfer)].toSorted());
});

describe('the whole case with its history', () => {
  it('is read again as it was sent, by its schema', () => {
    const read = readTransfer(JSON.parse(text));
    expect(read?.unknown).toEqual([]);
    expect(read?.transfer).toEqual(built);
  });

  it('a plan keeps what was hashed, and how it goes', () => {
    expect(frozenPart(built.contents[0]!)).toEqual(frozenPart(content));
    expect(built.progress[0]).toMatchObject({ status: 'ACTIVE', steps: {}, objectives: { [madeGoal.id]: { status: 'ACTIVE', before: null } } });
  });

  it('a disputed statement takes its dispute along', () => {
    expect(built.rounds[0]?.domains.find(({ domain }) => domain === 'FAMILY')?.statements[0]).toMatchObject({ text: 'vorbe FAMILY', disputed: { text: 'nu e așa' } });
  });

  it.each(['vorbe FAMILY', 'tare FAMILY', 'amănunt FAMILY', 'birou LEGAL', 'Semideschis', 'citație', 'STORY', 'cont'])('tells: %s', (told) => expect(text).toContain(told));
});

it.each([
  'vorbe HEALTH', 'tare HEALTH', 'vorbe SUBSTANCE_USE', 'HEA_MENTAL', 'amănunt HEALTH', 'birou HEALTH', 'HOSPITAL', 'vorbe LEGAL', 'motiv', 'Secția 6', 'altul', 'Voluntar Exemplu', 'gazda', 'la gazdă', 'Rudă Exemplu', 'fromPaper', 'caseManagerId',
])('stays: %s', (kept) => expect(text).not.toContain(kept));

it('says what stays, alike for everybody', () => {
  expect(built.notIncluded).toEqual(expect.arrayContaining(['NOTES', 'RISK', 'HEALTH_APPOINTMENTS', 'OTHER_PEOPLE', 'REQUESTS'].map((what) => ({ what, why: 'WITHHELD_BY_RULE' }))));
});

describe('what arrives', () => {
  const raw = (change: (transfer: Record<string, unknown>) => void): unknown => {
    const copy = JSON.parse(text) as Record<string, unknown>;
    change(copy);
    return copy;
  };

  it('of a later minor version is read with what it adds left out and named', () => {
    const later = raw((transfer) => {
      transfer['smallThings'] = ['x'];
      (transfer['person'] as Record<string, unknown>)['nickname'] = 'y';
    });
    expect(readTransfer(later)?.unknown).toHaveLength(2);
  });

  it.each<[string, (transfer: Record<string, unknown>) => void]>([
    ['of a later major version', (transfer) => void (transfer['version'] = 2)],
    ['of another format', (transfer) => void (transfer['format'] = 'varco-case')],
    ['about two people', (transfer) => void ((transfer['needs'] as Record<string, unknown>[])[0]!['personId'] = id())],
    ['with one document twice', (transfer) => void (transfer['needs'] as unknown[]).push((transfer['needs'] as unknown[])[0])],
    ['with a plan that is not in it', (transfer) => void (transfer['contents'] = [])],
    ['with a word more in a plan', (transfer) => void ((transfer['contents'] as Record<string, unknown>[])[0]!['extra'] = 1)],
    ['without the person', (transfer) => void delete transfer['person']],
  ])('is refused whole: %s', (_name, change) => expect(readTransfer(raw(change))).toBeUndefined());

  it.each([null, 0, '', [], {}, 'varco-transfer'])('is no transfer: %j', (value) => expect(readTransfer(value)).toBeUndefined());
});
