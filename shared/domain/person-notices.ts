import { z } from 'zod';
import { ContactBanKind, MovementKind, Time } from './custody.ts';
import { addDays, CivilDate } from './dates.ts';
import type { ImportRecord } from './import-record.ts';
import type { Holidays } from './jurisdiction.ts';
import { whereAway } from './movement-rules.ts';
import { type Person, ReleaseDateKind } from './people.ts';
import { isStopped } from './person-machine.ts';
import { turnOf } from './turn-rules.ts';
import { currentDates } from './release-dates.ts';
import { ReleaseRisk, riskOf } from './release-risk.ts';
import { decisionDay, releaseDay } from './road-dates.ts';
import { copyEnded } from './transfer-rules.ts';

/** How long before its end something that expires is spoken of, in days. */
export const EXPIRES_SOON_DAYS = 90;

/** How long after coming back from a transfer the page still says so, in days. */
export const RETURNED_SHOWN_DAYS = 30;

/** From this hour on a release finds every service closed. */
export const EVENING: Time = '16:00';

/** What a colleague who opens the page has to know at once; said calmly, and only while it holds. */
export const PersonNotice = z.discriminatedUnion('type', [
  z.object({ type: z.literal('DECEASED'), on: CivilDate }),
  z.object({ type: z.literal('ESCAPED'), on: CivilDate }),
  z.object({ type: z.literal('CASE_REVOKED'), sender: z.string(), reference: z.string(), on: CivilDate }),
  z.object({ type: z.literal('TRANSFERRED'), name: z.string(), on: CivilDate, until: CivilDate, source: z.string(), ended: z.boolean() }),
  z.object({ type: z.literal('OUTCOME_NOT_ENTERED'), kind: ReleaseDateKind, date: CivilDate }),
  z.object({ type: z.literal('POSTPONED'), newTerm: CivilDate }),
  z.object({ type: z.literal('RELEASE_DAY'), date: CivilDate, time: Time.optional(), risk: ReleaseRisk.optional() }),
  z.object({ type: z.literal('CONTACT_BAN'), kinds: z.array(ContactBanKind), act: z.string(), until: CivilDate.optional() }),
  z.object({ type: z.literal('PERMIT'), until: CivilDate, passed: z.boolean() }),
  z.object({ type: z.literal('AWAY'), kind: MovementKind, on: CivilDate, place: z.string().optional(), expectedReturn: CivilDate.optional(), late: z.boolean() }),
  z.object({ type: z.literal('RETURNED'), on: CivilDate, place: z.string().optional() }),
  z.object({ type: z.literal('UNSUPERVISED') }),
]);
export type PersonNotice = z.infer<typeof PersonNotice>;

type Told = Pick<Person, 'status' | 'releaseDates' | 'decisions' | 'endless' | 'contactBans' | 'permitUntil' | 'afterRelease' | 'movements' | 'turns' | 'copy'>;

/** Nothing is prepared any more: said alone, everything else can wait. */
const stoppedNotices = (person: Told, today: CivilDate): PersonNotice[] =>
  isStopped(person.status) ? [{ type: person.status, on: turnOf(person, person.status === 'DECEASED' ? 'DEATH' : 'ESCAPE')?.on ?? today }] : [];

/** Another prison goes on with the case: what is kept here is a copy, and until when. */
const copyNotices = (copy: NonNullable<Person['copy']>, today: CivilDate): PersonNotice[] => [
  { type: 'TRANSFERRED', name: copy.name, on: copy.on, until: copy.keepUntil, source: copy.source, ended: copyEnded({ copy }, today) },
];

const decisionNotices = (person: Told, today: CivilDate): PersonNotice[] => {
  if (!['ACTIVE', 'PRE_RELEASE', 'AWAY'].includes(person.status)) return [];
  const decision = person.decisions.at(-1);
  const newTerm = decision?.history.at(-1)?.newTerm;
  const paused = decision?.state === 'POSTPONED' || decision?.state === 'REFUSED';
  const day = decisionDay(person);
  return [
    ...(day !== undefined && day.date < today ? [{ type: 'OUTCOME_NOT_ENTERED' as const, kind: day.kind, date: day.date }] : []),
    ...(paused && newTerm !== undefined && newTerm >= today ? [{ type: 'POSTPONED' as const, newTerm }] : []),
  ];
};

const releaseNotices = (person: Told, today: CivilDate, holidays: Holidays): PersonNotice[] => {
  const day = releaseDay(person);
  if (day === undefined || day.date < today) return [];
  const time = currentDates(person).find((entry) => entry.kind === day.kind && entry.date === day.date)?.time;
  const risk = riskOf(day.date, holidays);
  const soon = day.date <= addDays(today, EXPIRES_SOON_DAYS);
  return soon && (risk !== undefined || (time !== undefined && time >= EVENING))
    ? [{ type: 'RELEASE_DAY', date: day.date, ...(time === undefined ? {} : { time }), ...(risk === undefined ? {} : { risk }) }]
    : [];
};

const movementNotices = (person: Told, today: CivilDate): PersonNotice[] => {
  const away = whereAway(person);
  const place = (movement: { readonly place?: string | undefined } | undefined) => (movement?.place === undefined ? {} : { place: movement.place });
  if (away !== undefined) {
    const expected = away.expectedReturn;
    return [{ type: 'AWAY', kind: away.kind, on: away.on, ...place(away), ...(expected === undefined ? {} : { expectedReturn: expected }), late: expected !== undefined && expected < today }];
  }
  const [left, back] = (person.movements ?? []).slice(-2);
  const transferred = left?.kind === 'TRANSFER' || left?.kind === 'TEMPORARY_TRANSFER';
  return transferred && back?.kind === 'RETURN' && back.on >= addDays(today, -RETURNED_SHOWN_DAYS) ? [{ type: 'RETURNED', on: back.on, ...place(left) }] : [];
};

/** What one act forbids until one day is one notice. */
const banNotices = (person: Told, today: CivilDate): PersonNotice[] => {
  const held = (person.contactBans ?? []).filter(({ until }) => until === undefined || until >= today);
  const acts = [...new Map(held.map(({ act, until }) => [`${act} ${until ?? ''}`, { act, until }])).values()];
  return acts.map(({ act, until }) => ({
    type: 'CONTACT_BAN',
    kinds: held.filter((ban) => ban.act === act && ban.until === until).map(({ kind }) => kind),
    act,
    ...(until === undefined ? {} : { until }),
  }));
};

/** What came about a person and must not be used any more; once it is deleted nobody can act on it. */
export const revokedNotices = (cases: readonly Pick<ImportRecord, 'senderName' | 'reference' | 'revoked' | 'caseFile'>[]): readonly PersonNotice[] =>
  cases.flatMap(({ senderName, reference, revoked, caseFile }) => (revoked === undefined || caseFile === undefined ? [] : [{ type: 'CASE_REVOKED' as const, sender: senderName, reference, on: revoked.on }]));

/** The notices that hold today, what touches the safety of others first. */
export const noticesOf = (person: Told, today: CivilDate, holidays: Holidays): readonly PersonNotice[] => {
  if (isStopped(person.status)) return [...stoppedNotices(person, today), ...banNotices(person, today)];
  if (person.copy !== undefined) return [...copyNotices(person.copy, today), ...banNotices(person, today)];
  const permit = person.permitUntil;
  return [
    ...banNotices(person, today),
    ...movementNotices(person, today),
    ...decisionNotices(person, today),
    ...releaseNotices(person, today, holidays),
    ...(permit !== undefined && permit <= addDays(today, EXPIRES_SOON_DAYS) ? [{ type: 'PERMIT' as const, until: permit, passed: permit < today }] : []),
    ...(person.afterRelease === 'UNSUPERVISED' ? [{ type: 'UNSUPERVISED' as const }] : []),
  ];
};
