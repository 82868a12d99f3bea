import type { Language } from './base.ts';
import type { CaseFile } from './casefile.ts';
import type { CivilDate } from './dates.ts';

/** How a place writes: the language of the screen, or of the paper. `t` knows `documents:plan.road.…`. */
export interface CaseSpeech {
  readonly t: (key: string, params?: Readonly<Record<string, string | number>>) => string;
  readonly name: (list: string, code: string) => string;
  readonly date: (on: CivilDate) => string;
  readonly language: Language;
}

/** One line of a section: what it says, in whose language, what belongs to it, and its day. */
export interface CaseLine {
  readonly id: string;
  readonly main: string;
  readonly lang?: Language;
  readonly soft: string;
  readonly right: string;
}

export interface CaseSection {
  readonly key: 'obligations' | 'contactBans' | 'destination' | 'otherPeople' | 'appointments' | 'applications' | 'checklist' | 'departure' | 'firstDays';
  readonly title: string;
  readonly note?: string;
  readonly lines: readonly CaseLine[];
}

type Entry<K extends keyof CaseFile> = NonNullable<CaseFile[K]> extends readonly (infer E)[] ? E : never;

const joined = (parts: readonly (string | undefined | false)[]): string => parts.filter((part): part is string => typeof part === 'string' && part !== '').join(' · ');

const obligations = ({ obligations: told }: CaseFile, { t, name, date }: CaseSpeech): CaseSection | undefined => {
  if (told === undefined) return undefined;
  const none = told.none === undefined ? {} : { note: t('obligationsNone', { date: date(told.none.on), source: told.none.source }) };
  const lines = told.lines.map(({ id, kind, text, lang, act, from, until, protectsSomebody, readAloudOn }) => ({
    id,
    main: text,
    lang,
    soft: joined([name('obligationKind', kind), t('act', { act }), protectsSomebody && t('protects'), readAloudOn !== undefined && t('readAloud', { date: date(readAloudOn) })]),
    right: until === undefined ? t('since', { from: date(from) }) : t('fromTo', { from: date(from), until: date(until) }),
  }));
  return { key: 'obligations', title: t('obligations'), note: t('actPrevails'), ...none, lines };
};

const bans = ({ contactBans }: CaseFile, { t, name, date }: CaseSpeech): CaseSection | undefined =>
  contactBans && {
    key: 'contactBans',
    title: t('contactBans'),
    note: t('bansNote'),
    lines: contactBans.map(({ kind, act, until }, at) => ({ id: String(at), main: name('contactBanKind', kind), soft: t('act', { act }), right: until === undefined ? t('noEnd') : t('until', { date: date(until) }) })),
  };

const destination = ({ destination: to }: CaseFile, { t, name }: CaseSpeech): CaseSection | undefined =>
  to && {
    key: 'destination',
    title: t('destination'),
    lines: [{ id: 'to', main: joined([to.address, to.municipality, to.county, to.country]) || name('addressState', to.addressState), soft: joined([to.host !== undefined && t('host', { host: to.host })]), right: name('addressState', to.addressState) }],
  };

const people = ({ otherPeople }: CaseFile, { t, name, date }: CaseSpeech): CaseSection | undefined =>
  otherPeople && {
    key: 'otherPeople',
    title: t('otherPeople'),
    note: t('otherPeopleNote'),
    lines: otherPeople.map((one, at) => ({
      id: String(at),
      main: joined([one.name, one.phone]),
      soft: joined([name('thirdPersonKind', one.kind), one.relation]),
      right: joined([t('agreed', { date: date(one.agreedOn) }), one.until !== undefined && t('until', { date: date(one.until) })]),
    })),
  };

const appointmentDay = ({ at, on }: Entry<'appointments'>, { t, name, date }: CaseSpeech): string => {
  const time = 'time' in at ? at.time : undefined;
  const day = on === undefined ? name('appointmentWhen', at.when) : date(on);
  return time === undefined ? day : t('dayTime', { day, time });
};

const appointments = ({ appointments: told }: CaseFile, say: CaseSpeech): CaseSection | undefined =>
  told && {
    key: 'appointments',
    title: say.t('appointments'),
    lines: told.map((one) => ({
      id: one.id,
      main: one.health === true ? say.t('health') : joined([one.organisation, one.purpose]),
      ...(one.lang === undefined ? {} : { lang: one.lang }),
      soft: joined([say.name('appointmentStatus', one.status), one.mandatory && say.t('mandatory'), one.place, one.phone]),
      right: appointmentDay(one, say),
    })),
  };

const applications = ({ applications: told }: CaseFile, { t, name, date }: CaseSpeech): CaseSection | undefined =>
  told && {
    key: 'applications',
    title: t('applications'),
    lines: told.map((one) => ({
      id: one.id,
      main: joined([name('applicationKind', one.kind), one.what]),
      soft: joined([
        one.to,
        one.reference !== undefined && t('reference', { reference: one.reference }),
        one.submittedOn !== undefined && t('submitted', { date: date(one.submittedOn) }),
        one.receivedOn !== undefined && t('received', { date: date(one.receivedOn) }),
        one.storedWith !== undefined && name('storedWith', one.storedWith),
        one.expectedBy !== undefined && t('expected', { date: date(one.expectedBy) }),
      ]),
      right: name('applicationStatus', one.status),
    })),
  };

const checklist = ({ checklist: told }: CaseFile, { t, name, date, language }: CaseSpeech): CaseSection | undefined =>
  told && {
    key: 'checklist',
    title: t('checklist'),
    ...(told.open.length === 0 ? { note: t('checklistDone') } : {}),
    lines: told.open.map((item) => ({
      id: item.code,
      main: item.names[language],
      soft: joined([name('checklistItemState', item.state), name('checklistOwner', item.owner), item.critical !== undefined && t('critical')]),
      right: item.dueOn === undefined ? '' : t('by', { date: date(item.dueOn) }),
    })),
  };

const departure = ({ departure: told }: CaseFile, { t, name }: CaseSpeech): CaseSection | undefined =>
  told && {
    key: 'departure',
    title: t('departure'),
    lines: told.map(({ thing, state, words, phone, days }) => ({ id: thing, main: name('departureThing', thing), soft: joined([words, phone, days !== undefined && t('days', { count: days })]), right: name('departureState', state) })),
  };

const firstDays = ({ firstDays: told }: CaseFile, { t, name, date }: CaseSpeech): CaseSection | undefined =>
  told && {
    key: 'firstDays',
    title: t('firstDays'),
    lines: told.map((one, at) => ({
      id: String(at),
      main: one.health === true ? t('healthThing') : (one.words ?? name('itineraryKind', one.kind)),
      soft: joined([one.words !== undefined && one.health !== true && name('itineraryKind', one.kind), one.owner !== undefined && name('ownerKind', one.owner)]),
      right: one.on === undefined ? name('itinerarySpan', one.span) : one.time === undefined ? date(one.on) : t('dayTime', { day: date(one.on), time: one.time }),
    })),
  };

/**
 * What a case file says of the road to release, line by line: the same for the preview, for who gets it, and for the officer's
 * paper. What is not in the file has no section; that it is missing is said among what is not included.
 */
export const caseSections = (caseFile: CaseFile, say: CaseSpeech): readonly CaseSection[] =>
  [obligations, bans, destination, people, departure, appointments, firstDays, applications, checklist].flatMap((section) => section(caseFile, say) ?? []);

/** What the first case files did not tell of the person, by label and value. */
export const caseDetailRows = ({ person }: CaseFile, { t, name, date }: CaseSpeech): readonly (readonly [string, string])[] => {
  const { legalPosition, custody, afterRelease, permitUntil, languages } = person;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t('legalPosition'), legalPosition && name('legalPosition', legalPosition)],
    [t('custody'), custody && joined([name('custodyStatus', custody.status), t('since', { from: date(custody.since) }), custody.returnsBy, custody.act !== undefined && t('act', { act: custody.act })])],
    [t('afterRelease'), afterRelease && name('afterRelease', afterRelease)],
    [t('permit'), permitUntil && t('until', { date: date(permitUntil) })],
    [t('languages'), languages?.map(({ language, reads }) => (reads ? language : t('speaksOnly', { language }))).join(', ')],
  ];
  return rows.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [[label, value] as const]));
};
