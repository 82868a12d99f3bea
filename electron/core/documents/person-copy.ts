import type { Language } from '../../../shared/domain/base.ts';
import { card, keep, title, writeBoxes } from './blocks.ts';
import { frame } from './frame.ts';
import { domainIcon, icon } from './icons.ts';
import type { CopyGoal, PersonCopyView } from './person-copy-view.ts';
import { line, part, sizes, soft, withIcon, type Sheet } from './plain-sheet.ts';
import { colour, textWidth } from './theme.ts';
import type { Content, Definition, DocumentMeta } from './types.ts';
import { wordsOf } from './words.ts';

interface Copy extends Sheet {
  readonly view: PersonCopyView;
}

/** The next date in words and what that date is. Nothing here counts days: a sheet of paper gets old. */
const nextDay = ({ view, words, size }: Copy): Content => {
  const { t, longDate } = words;
  const { nextDate } = view;
  const told: Content =
    nextDate === undefined
      ? { stack: [line(t(view.endless ? 'person.date.endless' : 'person.date.none'))] }
      : {
          stack: [
            { text: longDate(nextDate.date), bold: true, fontSize: size.section + 2, color: colour.accent, margin: [0, 0, 0, 4] },
            line(t(`person.date.kind.${nextDate.kind}`)),
            line(t(`person.date.certainty.${nextDate.certainty}`), 0),
          ],
        };
  return {
    margin: [0, 16, 0, 0],
    stack: [card(withIcon('calendar', size.icon + 8, { stack: [{ text: t('person.date.title'), bold: true, margin: [0, 0, 0, 2] }, told] }), colour.accentSoft)],
  };
};

const firstStep = (goal: CopyGoal, { words, size }: Copy): Content => {
  const { t, longDate } = words;
  if (goal.firstStep === undefined) return withIcon(goal.done.length === 0 && goal.reached !== true ? 'arrow' : 'yes', size.text + 4, { text: t(goal.reached === true ? 'person.goal.reached' : goal.done.length === 0 ? 'person.goal.noStep' : 'person.goal.allDone') }, 8);
  const { text, owner, relation, dueDate } = goal.firstStep;
  return withIcon(
    'arrow',
    size.text + 4,
    {
      stack: [
        { text: [{ text: `${t('person.goal.first')} `, color: colour.soft }, { text, bold: true }], margin: [0, 0, 0, 2] },
        { text: owner === 'PERSON' ? t('person.goal.myself') : t('person.goal.helper', { helper: relation === undefined ? t(`person.helper.${owner}`) : `${t(`person.helper.${owner}`)} (${relation})` }), margin: [0, 0, 0, 2] },
        ...(dueDate === undefined ? [] : [{ text: t('person.goal.until', { date: longDate(dueDate) }), margin: [0, 0, 0, 2] as [number, number, number, number] }]),
        ...(goal.later === 0 ? [] : [{ text: t('person.goal.later', { count: goal.later }), color: colour.soft }]),
      ],
    },
    8,
  );
};

const goalCard = (goal: CopyGoal, copy: Copy): Content => {
  const { size, words } = copy;
  const done = goal.done.map((text): Content => ({ columns: [{ width: size.text + 4, stack: [icon('tick', size.text)] }, { width: '*', text, color: colour.soft }], columnGap: 8, margin: [0, 3, 0, 0] }));
  return {
    margin: [0, 0, 0, 10],
    stack: [
      card(
        withIcon(domainIcon[goal.domain], size.icon, {
          stack: [{ text: words.quote(goal.title), tag: 'H3', bold: true, fontSize: size.goal, margin: [0, 1, 0, 6] }, firstStep(goal, copy), ...(done.length === 0 ? [] : [{ margin: [0, 5, 0, 0] as [number, number, number, number], stack: [soft(words.t('person.goal.done')), ...done] }])],
        }),
      ),
    ],
  };
};

const goals = (copy: Copy): Content => {
  const { view, words } = copy;
  const [first, ...others] = view.goals.map((goal) => keep(goalCard(goal, copy)));
  const language = view.planLanguage === words.language ? [] : [soft(words.t('person.goal.language', { language: words.languageName(view.planLanguage) }))];
  const ownWords = view.ownWords === undefined ? [] : [{ margin: [0, 0, 0, 10] as [number, number, number, number], stack: [withIcon('speech', copy.size.icon, { stack: [soft(words.t('person.goal.ownWords')), { text: words.quote(view.ownWords) }] })] }];
  if (first === undefined) return part('flag', 'person.goal.title', copy, { stack: [...ownWords, line(words.t('person.goal.none'))] });
  return part('flag', 'person.goal.title', copy, { stack: [...language, first] }, ...others, ...ownWords, ...answer(copy));
};

const answer = ({ view, words }: Copy): Content[] => (view.answer === undefined ? [] : [line(words.t(`person.answer.${view.answer}`))]);

const learned = (copy: Copy): Content => {
  const { view, words, size } = copy;
  if (view.learned.length === 0) return part('book', 'person.learned.title', copy, line(words.t('person.learned.none')));
  const rows = view.learned.map((entry): Content => ({
    margin: [0, 0, 0, 5],
    ...(withIcon(entry.completed ? 'yes' : 'arrow', size.text + 5, { text: [{ text: entry.title[words.language], bold: true }, ` – ${words.t(entry.completed ? 'person.learned.completed' : 'person.learned.going', { hours: words.hours(entry.minutes) })}`] }, 8) as object),
  } as Content));
  const [first, ...others] = rows;
  return part('book', 'person.learned.title', copy, first ?? line(''), ...others);
};

/** Who got what and why, and what the person said yes or no to. A no looks like a yes: both are choices. */
const information = (copy: Copy): Content => {
  const { view, words, size } = copy;
  const { t } = words;
  const sharing =
    view.sharing === undefined
      ? { stack: [line(t('person.info.nobody')), line(t('person.info.onlyMine'))] }
      : { stack: [line(t('person.info.gets', { recipient: view.sharing.recipient })), line(t(`person.info.why.${view.sharing.mandate}`))] };
  const choice = view.choices.map(
    ({ purpose, yes }): Content => ({ margin: [0, 0, 0, 3], ...(withIcon(yes ? 'yes' : 'no', size.text + 5, { text: t(yes ? 'person.info.yes' : 'person.info.no', { purpose: t(`person.purpose.${purpose}`) }) }, 8, yes ? colour.accent : colour.soft) as object) } as Content),
  );
  const rights: Content = { margin: [0, 5, 0, 0], stack: [line(t('person.info.change')), line(t('person.info.see'))] };
  return part('envelope', 'person.info.title', copy, sharing, ...choice, keep(rights));
};

const troubles = [
  ['appointment', 'calendar'],
  ['paper', 'card'],
  ['bed', 'house'],
  ['unwell', 'heart'],
  ['danger', 'phone'],
] as const;

const trouble = (copy: Copy): Content => {
  const { view, words, size } = copy;
  const small = size.text - 2;
  const { t } = words;
  const rows = troubles.map(
    ([name, picture]): Content => ({
      unbreakable: true,
      margin: [0, 0, 0, 6],
      columns: [{ width: size.text + 7, stack: [icon(picture, size.text + 5)] }, { width: '*', stack: [{ text: t(`person.trouble.${name}.what`), bold: true }, { text: t(`person.trouble.${name}.do`) }] }],
      columnGap: 8,
    }),
  );
  const [first, ...others] = rows;
  return part(
    'life',
    'person.trouble.title',
    copy,
    first ?? line(''),
    ...others,
    ...(view.phone === undefined ? [] : [{ margin: [0, 2, 0, 8] as [number, number, number, number], stack: [withIcon('phone', size.text + 5, { text: [t('person.trouble.office'), ' ', { text: view.phone, bold: true }] }, 8)] }]),
    { unbreakable: true, stack: [line(t('person.trouble.mine'), 0), writeBoxes([t('person.trouble.who'), t('person.trouble.number')], size.text * 1.6, textWidth, small), writeBoxes([t('person.trouble.who'), t('person.trouble.number')], size.text * 1.6, textWidth, small)] },
  );
};

const signature = (copy: Copy): Content => {
  const { t } = copy.words;
  const height = copy.size.text * 2.2;
  const small = copy.size.text - 2;
  return {
    unbreakable: true,
    stack: [
      part('pen', 'person.sign.title', copy, {
        stack: [
          card({ stack: [line(t('person.sign.mine')), writeBoxes([t('person.sign.me'), t('person.sign.date')], height, textWidth - 24, small), line(t('person.sign.aloud'), 0), writeBoxes([t('person.sign.reader'), t('person.sign.date')], height, textWidth - 24, small)] }),
        ],
      }),
    ],
  };
};

/**
 * The person's own copy in plain language: big, active, short sentences, pictograms.
 * It needs no mandate and no hand-over.
 * @param language the one the person reads best; own words stay as they were written
 */
export const personCopyDocument = (view: PersonCopyView, language: Language, meta: DocumentMeta): Definition => {
  const words = wordsOf(language);
  const { t } = words;
  const copy: Copy = { view, words, size: sizes(view.largePrint) };
  return frame({
    words,
    meta,
    title: t('person.fileTitle'),
    classification: t('person.classification'),
    running: t('person.title'),
    foot: [
      t('person.version', { version: view.versionNo }),
      ...(view.registration === undefined ? [] : [t('frame.registration', { number: view.registration })]),
      ...(meta.registrationIn === undefined ? [] : [t('frame.registrationIn', { number: meta.registrationIn })]),
      words.longDate(meta.today),
    ],
    ...(view.contentHash === '' ? {} : { contentHash: view.contentHash }),
    fontSize: copy.size.text,
    smallSize: 9,
    content: [
      title(t('person.title'), copy.size.title),
      ...(view.firstName === '' ? [] : [{ text: view.firstName, fontSize: copy.size.title * 0.6, color: colour.soft }]),
      nextDay(copy),
      goals(copy),
      learned(copy),
      information(copy),
      trouble(copy),
      signature(copy),
    ],
  });
};
