import type { CaseFile } from '../../../shared/domain/casefile.ts';
import { countsToRelease } from '../../../shared/domain/release-dates.ts';
import { card, cardRow, grid, heading, keyValues, label, plainRows, remark, timeline, title, type Station } from './blocks.ts';
import { qrOf, shortHash } from './frame.ts';
import { nextDate } from './next-date.ts';
import { colour, textWidth } from './theme.ts';
import type { Content } from './types.ts';
import type { Words } from './words.ts';

/** Width of the labels in the two boxes, in points. */
const LABEL = 92;

const person = (caseFile: CaseFile, words: Words): Content => {
  const { t, date, label: name } = words;
  const { person: about } = caseFile;
  return {
    stack: [
      label(t('plan.cover.person')),
      { text: `${about.familyName} ${about.givenName}`.trim(), fontSize: 14, bold: true, margin: [0, 1, 0, 4] },
      keyValues([
        [t('plan.cover.code'), about.code],
        [t('plan.cover.birthDate'), date(about.birthDate)],
        [t('plan.cover.citizenships'), about.citizenships?.join(', ')],
        [t('plan.cover.municipality'), about.municipality],
        [t('plan.cover.education'), about.education],
        [t('plan.cover.interpreter'), about.interpreterLanguage],
        [t('plan.cover.reading'), about.readingSupport && name('readingSupport', about.readingSupport)],
        [t('plan.cover.copyLanguage'), about.copyLanguage && name('language', about.copyLanguage)],
        [t('plan.cover.admission'), about.admissionDate && date(about.admissionDate)],
      ], LABEL),
    ],
  };
};

const parties = (caseFile: CaseFile, { t, date, label: name }: Words, registrationIn: string | undefined): Content => ({
  stack: [
    label(t('plan.cover.recipient')),
    { text: caseFile.recipient.name, fontSize: 12, bold: true, margin: [0, 1, 0, 4] },
    keyValues([
      [t('plan.cover.mandate'), name('mandateKind', caseFile.mandate.kind)],
      [t('plan.cover.act'), t('plan.cover.actOf', { act: caseFile.mandate.act, date: date(caseFile.mandate.date) })],
      [t('plan.cover.registration'), caseFile.registrationNumber ?? t('plan.cover.registrationLater')],
      [t('plan.cover.registrationIn'), registrationIn],
      [t('plan.cover.sender'), caseFile.sender.name],
      [t('plan.cover.phone'), caseFile.sender.phone],
      [t('plan.cover.dataAsOf'), date(caseFile.dataAsOf)],
      [t('plan.cover.version'), t('plan.cover.versionOf', { version: caseFile.plan.versionNo, kind: name('planKind', caseFile.plan.kind) })],
    ], LABEL),
  ],
});

/** What the next date is, in words: only a final decision or the end of the sentence is a day of release. */
const next = (caseFile: CaseFile, { t, label: name, longDate }: Words): Content => {
  const coming = nextDate(caseFile.dates, caseFile.dataAsOf);
  if (coming === undefined) return { stack: [label(t('plan.cover.next')), remark(t(caseFile.person.endless === true ? 'plan.dates.endless' : 'plan.dates.none'))] };
  return {
    stack: [
      label(t('plan.cover.next')),
      { text: longDate(coming.date), fontSize: 14, bold: true, color: colour.accent, margin: [0, 1, 0, 1] },
      { text: [{ text: name('releaseDateKind', coming.kind), bold: true }, `, ${name('certainty', coming.certainty)}. `, t(coming.isRelease ? 'plan.dates.isRelease' : 'plan.dates.notRelease')] },
    ],
  };
};

/** Admission, the day of the data and every date in force, in their order. */
const stations = (caseFile: CaseFile, { t, date, label: name }: Words): readonly Station[] => {
  const today = caseFile.dataAsOf;
  const entries: { on: string; station: Station }[] = caseFile.dates.map((entry) => ({
    on: entry.date,
    station: {
      kind: entry.date < today ? 'past' : countsToRelease(entry.kind) ? 'release' : 'ahead',
      date: date(entry.date),
      text: name('releaseDateKind', entry.kind),
      small: name('certainty', entry.certainty),
    },
  }));
  if (caseFile.person.admissionDate !== undefined) {
    entries.push({ on: caseFile.person.admissionDate, station: { kind: 'past', date: date(caseFile.person.admissionDate), text: t('plan.dates.admission') } });
  }
  entries.push({ on: today, station: { kind: 'today', date: date(today), text: t('plan.dates.today') } });
  return entries.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).map((entry) => entry.station);
};

/** What is not in the document and why: said on the first page, so that silence is never read as "none". */
const notIncluded = (caseFile: CaseFile, { t, has, label: name }: Words): Content => {
  const what = (code: string): string => {
    if (has(`notIncluded.${code}`)) return t(`notIncluded.${code}`);
    const domain = name('needDomain', code);
    return domain === code ? name('consentPurpose', code) : domain;
  };
  return caseFile.notIncluded.length === 0
    ? remark(t('plan.notIncluded.none'))
    : plainRows(['*', 150], caseFile.notIncluded.map((entry) => [{ text: what(entry.what) }, { text: name('notIncludedReason', entry.why), color: colour.soft }]));
};

/** The first page: whom it is for, about whom, on what ground, which date comes next, and what is left out. */
export const cover = (caseFile: CaseFile, words: Words, registrationIn?: string): readonly Content[] => {
  const { t, label: name } = words;
  const { contentHash, versionNo, kind } = caseFile.plan;
  const head: Content = {
    stack: [
      title(t('plan.title')),
      { text: t('plan.subtitle', { version: versionNo, kind: name('planKind', kind) }), fontSize: 11, color: colour.soft, margin: [0, 3, 0, 8] },
      remark(t('plan.intro')),
    ],
  };
  const proof: Content = { stack: [qrOf(contentHash, 66, t('frame.code')), { text: [`${t('plan.cover.hash')}\n`, { text: shortHash(contentHash), bold: true }], fontSize: 7.4, color: colour.soft, margin: [0, 3, 0, 0] }] };
  const known = stations(caseFile, words);
  const line: Content[] = known.length < 2 ? [] : [{ margin: [0, 8, 0, 0], stack: [timeline(known, textWidth - 24)] }];
  return [
    contentHash === '' ? head : grid(['*', 84], [head, proof], 24),
    { margin: [0, 10, 0, 0], stack: [cardRow([person(caseFile, words), parties(caseFile, words, registrationIn)])] },
    { margin: [0, 12, 0, 0], stack: [card({ stack: [next(caseFile, words), ...line] }, colour.accentSoft)] },
    heading(t('plan.notIncluded.title')),
    notIncluded(caseFile, words),
  ];
};
