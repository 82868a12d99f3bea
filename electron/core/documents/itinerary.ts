import type { Language } from '../../../shared/domain/base.ts';
import type { ItineraryView } from '../../../shared/domain/itinerary-lines.ts';
import type { ItinerarySpan } from '../../../shared/domain/itinerary.ts';
import { card, keep, title, together } from './blocks.ts';
import { asOf, help, lineRow, obligations, type FirstDaysSheet } from './first-days-parts.ts';
import type { FirstDaysPaper } from './first-days-view.ts';
import { frame } from './frame.ts';
import { icon, type IconName } from './icons.ts';
import { line, part, sizes, soft } from './plain-sheet.ts';
import { colour } from './theme.ts';
import type { Content, Definition, DocumentMeta } from './types.ts';
import { wordsOf } from './words.ts';

const icons = { FIRST_72H: 'sun', FIRST_30D: 'calendar', FIRST_90D: 'flag' } as const satisfies Record<ItinerarySpan, IconName>;

const dayHead = (text: string, { size }: FirstDaysSheet): Content => ({ text, tag: 'H3', bold: true, fontSize: size.goal, margin: [0, 6, 0, 5] });

/** One stretch: its days one after another, then what has no day. */
const stretch = ({ span, days, anyDay }: ItineraryView['parts'][number], sheet: FirstDaysSheet): Content => {
  const { t, longDate } = sheet.words;
  const blocks = [
    ...days.map(({ on, lines }) => {
      const [first, ...others] = lines.map((entry) => lineRow(entry, sheet));
      return together(dayHead(longDate(on), sheet), first ?? line(''), ...others);
    }),
    ...(anyDay.length === 0 ? [] : [{ stack: [...(days.length === 0 ? [] : [dayHead(t('firstDays.anyDay'), sheet)]), ...anyDay.map((entry) => lineRow(entry, sheet))] }]),
  ];
  const [first, ...others] = blocks;
  return part(icons[span], `firstDays.span.${span}`, sheet, first ?? soft(t('firstDays.nothing')), ...others);
};

/** What nobody has arranged, said plainly: what is not there is asked for, never hidden. */
const open = (sheet: FirstDaysSheet): Content[] => {
  const { view, words, size } = sheet;
  const gaps = view.itinerary.gaps.map((gap) => words.t(`firstDays.gap.${gap}`));
  if (gaps.length === 0) return [];
  const rows = gaps.map((text): Content => ({ columns: [{ width: size.text + 4, stack: [icon('speech', size.text + 2, colour.soft)] }, { width: '*', text }], columnGap: 8, margin: [0, 0, 0, 4] }));
  return [{ margin: [0, 12, 0, 0], stack: [card({ stack: [{ text: words.t('firstDays.open'), bold: true, margin: [0, 0, 0, 5] }, ...rows] }, colour.accentSoft)] }];
};

/** The first three days, the first month and the first three months after release, day by day, in plain language. */
export const itineraryDocument = (view: FirstDaysPaper, language: Language, meta: DocumentMeta): Definition => {
  const words = wordsOf(language);
  const { t } = words;
  const sheet: FirstDaysSheet = { view, words, size: sizes(view.largePrint) };
  return frame({
    words,
    meta,
    title: t('firstDays.fileTitle'),
    classification: t('person.classification'),
    running: t('firstDays.title'),
    foot: [t('firstDays.asOf', { date: words.longDate(view.asOf) })],
    fontSize: sheet.size.text,
    smallSize: 9,
    content: [
      title(t('firstDays.title'), sheet.size.title * 0.85),
      ...(view.firstName === '' ? [] : [{ text: view.firstName, fontSize: sheet.size.title * 0.5, color: colour.soft }]),
      asOf(sheet),
      ...open(sheet),
      ...view.itinerary.parts.map((each) => stretch(each, sheet)),
      keep({ stack: [obligations(sheet), help(sheet)] }),
    ],
  });
};
