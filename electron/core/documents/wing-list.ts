import type { Language } from '../../../shared/domain/base.ts';
import { addDays, type CivilDate } from '../../../shared/domain/dates.ts';
import type { WingPlace } from '../../../shared/domain/wing-list.ts';
import { heading, remark, table, title, together } from './blocks.ts';
import { frame } from './frame.ts';
import type { Content, Definition, DocumentMeta } from './types.ts';
import { wordsOf, type Words } from './words.ts';

/** Code of the form; the last digit is its edition. */
const CODE = 'VARCO-W1';

/** Who of one unit has to be where in one week: enough to open a door in time, nothing of why. */
export interface WingListView {
  readonly service: string;
  readonly unit: string;
  readonly monday: CivilDate;
  readonly days: readonly { readonly on: CivilDate; readonly rows: readonly { readonly time?: string; readonly name: string; readonly code: string; readonly place: WingPlace }[] }[];
}

const day = ({ on, rows }: WingListView['days'][number], words: Words): Content => {
  const { t, longDate, label } = words;
  const head = heading(longDate(on));
  if (rows.length === 0) return together(head, remark(t('wing.nobody')));
  return together(
    head,
    table(
      [
        { head: t('wing.time'), width: 46 },
        { head: t('wing.name'), width: '*' },
        { head: t('wing.number'), width: 96 },
        { head: t('wing.where'), width: 150 },
      ],
      rows.map(({ time, name, code, place }) => [{ text: time ?? '–' }, { text: name, bold: true }, { text: code }, { text: label('wingPlace', place) }]),
    ),
  );
};

/** The week's list for one unit. It holds names: it says who may have it and when it is destroyed. */
export const wingListDocument = (view: WingListView, language: Language, meta: DocumentMeta): Definition => {
  const words = wordsOf(language);
  const { t, date, label: name } = words;
  const sunday = addDays(view.monday, 6);
  const week = t('wing.week', { from: date(view.monday), to: date(sunday) });
  return frame({
    words,
    meta,
    title: t('wing.fileTitle', { from: date(view.monday) }),
    classification: t('wing.classification'),
    running: `${t('wing.title')} · ${view.unit}`,
    foot: [CODE, view.service, name('language', language), t('frame.printed', { date: date(meta.today) })],
    fontSize: 10.5,
    content: [
      title(`${t('wing.title')} · ${view.unit}`, 19),
      { text: week, fontSize: 12.5, margin: [0, 3, 0, 2] },
      remark(t('wing.intro', { date: date(addDays(sunday, 1)) })),
      ...view.days.map((one) => day(one, words)),
    ],
  });
};
