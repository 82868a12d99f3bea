import type { ItineraryLine } from '../../../shared/domain/itinerary-lines.ts';
import type { FirstDaysPaper } from './first-days-view.ts';
import { domainIcon, icon, type IconName } from './icons.ts';
import { line, part, soft, withIcon, type Sheet } from './plain-sheet.ts';
import { colour } from './theme.ts';
import type { Content } from './types.ts';

/** What both sheets of the first days are drawn with. */
export interface FirstDaysSheet extends Sheet {
  readonly view: FirstDaysPaper;
}

const nothing: Content[] = [];
const row = (content: Content): Content => ({ unbreakable: true, margin: [0, 0, 0, 7], stack: [content] });

/** A line under a title, left out where there is nothing to say. */
const told = (text: string | undefined): Content[] => (text === undefined || text === '' ? nothing : [line(text, 2)]);

/** With whom and what for; of an appointment about health only that it is one. */
export const appointmentTitle = ({ health, organisation, words }: ItineraryLine, { words: { t } }: Sheet): string =>
  health === true ? t('firstDays.appointment.health') : [words, organisation].filter((text) => text !== undefined).join(' – ');

/** Day and hour of an appointment in words, or what its day follows. */
export const appointmentTime = ({ on, time, when }: ItineraryLine, { words: { t, longDate } }: Sheet): string => {
  const day = on !== undefined ? longDate(on) : when === undefined ? '' : t(`firstDays.when.${when}`);
  return time === undefined ? day : t('firstDays.atTime', { day, time });
};

/** One appointment: when in bold, with whom, where, how, with what, and whether one must go. */
export const appointmentRow = (entry: ItineraryLine, sheet: FirstDaysSheet, withDay: boolean): Content => {
  const { words, size } = sheet;
  const { t } = words;
  const { place, way, bring, phone, mandatory, time } = entry;
  const head = withDay ? appointmentTime(entry, sheet) : time;
  return row(
    withIcon(
      'calendar',
      size.text + 7,
      {
        stack: [
          ...(head === undefined ? nothing : [{ text: head, bold: true, color: colour.accent, margin: [0, 0, 0, 2] as [number, number, number, number] }]),
          { text: [{ text: appointmentTitle(entry, sheet), bold: true }, ...(mandatory === true ? [`  ${t('firstDays.appointment.must')}`] : [])], margin: [0, 0, 0, 2] },
          ...told(place),
          ...told(way === undefined ? undefined : t('firstDays.appointment.way', { way })),
          ...told(bring === undefined ? undefined : t('firstDays.appointment.bring', { things: bring.join(', ') })),
          ...told(phone === undefined ? undefined : t('firstDays.phone', { phone })),
        ],
      },
      8,
    ),
  );
};

const stepText = ({ health, words }: ItineraryLine, { words: { t } }: Sheet): string => (health === true ? t('firstDays.line.healthStep') : (words ?? ''));

const small = (name: IconName, { size }: Sheet, content: Content): Content => row(withIcon(name, size.text + 7, content, 8));

/** One line of a day. */
export const lineRow = (entry: ItineraryLine, sheet: FirstDaysSheet): Content => {
  const { t, label } = sheet.words;
  const { kind, words = '', phone, owner, application, organisation, time } = entry;
  switch (kind) {
    case 'APPOINTMENT':
      return appointmentRow(entry, sheet, entry.on === undefined);
    case 'LEAVE':
      return small('flag', sheet, { text: time === undefined ? t('firstDays.line.leave') : t('firstDays.line.leaveAt', { time }), bold: true });
    case 'TRAVEL':
      return small('arrow', sheet, { stack: [{ text: [{ text: `${t('firstDays.thing.TRAVEL.title')}: `, color: colour.soft }, words] }, ...told(phone === undefined ? undefined : t('firstDays.phone', { phone }))] });
    case 'BED':
      return small('house', sheet, { stack: [{ text: [{ text: `${t('firstDays.thing.BED.title')}: `, color: colour.soft }, words] }, ...told(phone === undefined ? undefined : t('firstDays.phone', { phone }))] });
    case 'STEP':
      return small(entry.health === true ? 'heart' : 'arrow', sheet, {
        stack: [{ text: stepText(entry, sheet), bold: true }, ...(owner === undefined ? nothing : [soft(owner === 'PERSON' ? t('person.goal.myself') : t('person.goal.helper', { helper: t(`person.helper.${owner}`) }))])],
      });
    case 'OBLIGATION':
      return small('sheet', sheet, { stack: [{ text: t('firstDays.line.ends'), bold: true }, line(words, 0)] });
    case 'PICK_UP':
      return small('card', sheet, { stack: [{ text: t('firstDays.line.pickUp', { what: words === '' ? label('applicationKind', application ?? 'OTHER') : words }), bold: true }, ...told(organisation)] });
  }
};

/** What one must keep to, one sentence each; that nobody has said so yet is told as that. */
export const obligations = (sheet: FirstDaysSheet): Content => {
  const { view, words, size } = sheet;
  const { t, longDate } = words;
  const all = view.itinerary.obligations;
  if (all === undefined || all.length === 0) return part('sheet', 'firstDays.obligation.title', sheet, line(t(all === undefined ? 'firstDays.obligation.unknown' : 'firstDays.obligation.none')));
  const [first, ...others] = all.map(({ sentence, until }) =>
    row(withIcon('arrow', size.text + 4, { stack: [{ text: sentence, bold: true }, ...(until === undefined ? nothing : [soft(t('firstDays.obligation.until', { date: longDate(until) }))])] }, 8)),
  );
  return part('sheet', 'firstDays.obligation.title', sheet, first ?? line(''), ...others);
};

/** Whom to call, day and night; then services that can be gone to. */
export const help = (sheet: FirstDaysSheet): Content => {
  const { view, words, size } = sheet;
  const { t, language } = words;
  const call = (number: string, text: string): Content => ({ unbreakable: true, margin: [0, 0, 0, 5], columns: [{ width: size.text + 7, stack: [icon('phone', size.text + 5)] }, { width: '*', text: [{ text: number, bold: true }, `  ${text}`] }], columnGap: 8 });
  const [first, ...others] = view.numbers.map(({ number, names }) => call(number, names[language]));
  const services = view.services.map(({ name, address, phone }) => row(withIcon(domainIcon.ACCOMMODATION, size.text + 7, { stack: [{ text: name, bold: true }, ...told(address), ...told(phone === undefined ? undefined : t('firstDays.phone', { phone }))] }, 8)));
  return part('life', 'firstDays.help.title', sheet, first ?? line(''), ...others, ...(view.phone === undefined ? nothing : [call(view.phone, t('firstDays.help.office'))]), ...services);
};

/** When all of this was known so, and in which language words stay. */
export const asOf = ({ view, words: { t, longDate, language, languageName } }: FirstDaysSheet): Content => ({
  stack: [soft(t('firstDays.asOf', { date: longDate(view.asOf) })), ...(view.writtenIn === undefined || view.writtenIn === language ? nothing : [soft(t('firstDays.writtenIn', { language: languageName(view.writtenIn) }))])],
  margin: [0, 6, 0, 0],
});
