import type { Language } from '../../../shared/domain/base.ts';
import type { DepartureThing } from '../../../shared/domain/departure.ts';
import { card, keep, title, writeBoxes } from './blocks.ts';
import { appointmentRow, asOf, help, obligations, type FirstDaysSheet } from './first-days-parts.ts';
import { firstAppointments, type FirstDaysPaper } from './first-days-view.ts';
import { frame } from './frame.ts';
import type { IconName } from './icons.ts';
import { line, part, sizes, withIcon } from './plain-sheet.ts';
import { colour, textWidth } from './theme.ts';
import type { Content, Definition, DocumentMeta } from './types.ts';
import { wordsOf } from './words.ts';

const icons = { BED: 'house', TRAVEL: 'arrow', ID_PAPER: 'card', MEDICINES: 'heart', MONEY: 'coins' } as const satisfies Record<DepartureThing, IconName>;

/** How one thing stands, in one or two sentences; what nobody arranged says whom to ask. */
const thing = (which: DepartureThing, { view, words: { t } }: FirstDaysSheet): Content[] => {
  const entry = view.things.find((candidate) => candidate.thing === which);
  if (entry === undefined) return [line(t(`firstDays.thing.${which}.${view.missing.includes(which) ? 'missing' : 'DECLINED'}`), 0)];
  const { state, words, phone, days } = entry;
  return [
    line(words ?? t(`firstDays.thing.${which}.${state}`), 0),
    ...(days === undefined ? [] : [line(t('firstDays.thing.MEDICINES.days', { count: days }), 0)]),
    ...(phone === undefined ? [] : [line(t('firstDays.phone', { phone }), 0)]),
  ];
};

const titled = (which: DepartureThing, sheet: FirstDaysSheet): Content => ({
  unbreakable: true,
  margin: [0, 0, 0, 7],
  stack: [withIcon(icons[which], sheet.size.text + 9, { stack: [{ text: sheet.words.t(`firstDays.thing.${which}.title`), bold: true }, ...thing(which, sheet)] }, 8)],
});

/** The first evening: when one leaves, how one travels, where one sleeps. */
const tonight = (sheet: FirstDaysSheet): Content => {
  const { view, words, size } = sheet;
  const { t, longDate } = words;
  const { release } = view;
  const day = release === undefined ? t('firstDays.release.none') : release.time === undefined ? longDate(release.date) : t('firstDays.atTime', { day: longDate(release.date), time: release.time });
  const when: Content = { text: [{ text: `${t('firstDays.release.title')} `, bold: true }, day], margin: [0, 0, 0, 7], fontSize: size.goal };
  return { margin: [0, 12, 0, 0], stack: [card({ stack: [when, titled('BED', sheet), titled('TRAVEL', sheet)] }, colour.accentSoft)] };
};

const going = (sheet: FirstDaysSheet): Content => {
  const [first, ...others] = firstAppointments(sheet.view).map((entry) => appointmentRow(entry, sheet, true));
  return part('calendar', 'firstDays.appointment.title', sheet, first ?? line(sheet.words.t('firstDays.appointment.none')), ...others);
};

const carrying = (sheet: FirstDaysSheet): Content => part('card', 'firstDays.carry', sheet, titled('ID_PAPER', sheet), titled('MEDICINES', sheet), titled('MONEY', sheet));

/**
 * The emergency pack: two sheets in plain language with which somebody gets through the first night and finds the first door,
 * also when nothing was prepared. It needs no plan, no mandate and no second person.
 */
export const emergencyPackDocument = (view: FirstDaysPaper, language: Language, meta: DocumentMeta): Definition => {
  const words = wordsOf(language);
  const { t } = words;
  const sheet: FirstDaysSheet = { view, words, size: sizes(view.largePrint) };
  const small = sheet.size.text - 2;
  return frame({
    words,
    meta,
    title: t('firstDays.packFileTitle'),
    classification: t('person.classification'),
    running: t('firstDays.packTitle'),
    foot: [t('firstDays.asOf', { date: words.longDate(view.asOf) })],
    fontSize: sheet.size.text,
    smallSize: 9,
    content: [
      title(t('firstDays.packTitle'), sheet.size.title * 0.85),
      ...(view.firstName === '' ? [] : [{ text: view.firstName, fontSize: sheet.size.title * 0.5, color: colour.soft }]),
      asOf(sheet),
      tonight(sheet),
      going(sheet),
      carrying(sheet),
      obligations(sheet),
      keep({ stack: [help(sheet), line(t('person.trouble.mine'), 0), writeBoxes([t('person.trouble.who'), t('person.trouble.number')], sheet.size.text * 1.6, textWidth, small)] }),
    ],
  });
};
