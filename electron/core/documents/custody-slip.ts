import type { Language } from '../../../shared/domain/base.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { card, cardRow, grid, heading, keyValues, label, paragraph, remark, title, writeBoxes } from './blocks.ts';
import { frame, qrOf } from './frame.ts';
import { checkBox } from './icons.ts';
import { colour, textWidth } from './theme.ts';
import type { Content, Definition, DocumentMeta } from './types.ts';
import { wordsOf, type Words } from './words.ts';

/** Code of the form; the last digit is its edition. */
const CODE = 'VARCO-S1';

/**
 * What accompanies a medium: which sealed file is on it and how to know it again. It goes with the medium through
 * many hands, so it names no person, no register number and no act.
 */
export interface CustodySlipView {
  readonly sender: { readonly name: string; readonly phone?: string };
  readonly recipient: { readonly name: string };
  /** number of the envelope, without personal data */
  readonly reference: string;
  readonly envelopeId: string;
  readonly fileName: string;
  /** of the whole file, hex */
  readonly sha256: string;
  /** day and time at the sender's site */
  readonly sealedOn: CivilDate;
  readonly sealedTime: string;
  readonly registrationOut?: string;
}

/** Eight groups of eight digits, four in a line: so that two people can compare them aloud. */
const digestGroups = (sha256: string): Content => {
  const groups = sha256.match(/.{1,8}/g) ?? [];
  const row = (from: number): Content => grid(['*', '*', '*', '*'], groups.slice(from, from + 4).map((group): Content => ({ text: group, fontSize: 11.5, bold: true, characterSpacing: 0.6, noWrap: true, margin: [0, 2, 0, 2] })), 8);
  return { stack: [row(0), row(4)] };
};

const tick = (text: string): Content => ({ columns: [{ width: 14, stack: [checkBox(false, 11)] }, { width: '*', text }], columnGap: 4 });

const envelope = (view: CustodySlipView, words: Words): Content => {
  const { t, date } = words;
  return card(
    {
      stack: [
        label(t('slip.reference')),
        { text: view.reference, fontSize: 17, bold: true, margin: [0, 1, 0, 4] },
        grid(
          ['*', '*'],
          [
            keyValues([[t('slip.from'), view.sender.name], [t('slip.to'), view.recipient.name]], 42),
            keyValues([[t('slip.registrationOut'), view.registrationOut ?? t('plan.cover.registrationLater')], [t('slip.sealed'), t('slip.sealedAt', { date: date(view.sealedOn), time: view.sealedTime })]], 118),
          ],
        ),
        keyValues([[t('slip.file'), view.fileName], [t('slip.envelope'), view.envelopeId]], 42),
      ],
    },
    colour.accentSoft,
  );
};

/** What whoever took the medium found when comparing. */
export const digestTicks = ({ t }: Words): Content => grid(['*', '*', '*'], [tick(t('slip.same')), tick(t('slip.different')), tick(t('slip.notCompared'))]);

const digest = (view: CustodySlipView, words: Words): Content => ({
  unbreakable: true,
  stack: [
    heading(words.t('slip.digest')),
    grid(['*', 74], [
      {
        stack: [
          digestGroups(view.sha256),
          { ...paragraph(`${words.t('slip.compare')}\nWindows: certutil -hashfile ${view.fileName} SHA256\nLinux: sha256sum ${view.fileName}`), fontSize: 8.4, margin: [0, 3, 0, 5] },
          digestTicks(words),
        ],
      },
      qrOf(view.sha256, 72, words.t('frame.code')),
    ]),
  ],
});

/** What carries the file, filled in by hand. */
export const mediumOf = ({ t }: Words): Content => ({
  unbreakable: true,
  stack: [
    heading(t('slip.medium')),
    grid(['*', '*', '*', '*'], ['stick', 'disc', 'memoryCard', 'other'].map((kind) => tick(t(`slip.${kind}`)))),
    writeBoxes([t('slip.label'), t('slip.pouch')], 20),
  ],
});

/** One hand to the next: who gives and who takes, each with lines to fill in. */
export const handsOf = (view: { readonly sender: { readonly name: string }; readonly recipient: { readonly name: string } }, { t }: Words): Content => {
  const half = (textWidth - 12) / 2 - 22;
  const side = (key: 'gives' | 'takes', service: string): Content => ({
    stack: [
      { text: t(`slip.${key}`), bold: true, fontSize: 10.5 },
      { text: service, color: colour.soft, margin: [0, 1, 0, 0] },
      writeBoxes([t('slip.nameAndFunction')], 17, half),
      writeBoxes([t('slip.dateAndTime'), t('slip.number')], 17, half),
      writeBoxes([t('slip.signature')], 22, half),
    ],
  });
  return {
    unbreakable: true,
    stack: [
      heading(t('slip.hands')),
      cardRow([side('gives', view.sender.name), side('takes', view.recipient.name)]),
      { margin: [0, 6, 0, 0], stack: [writeBoxes([t('slip.courier'), t('slip.dateAndTime'), t('slip.signature')], 16)] },
    ],
  };
};

/** The custody slip of a medium: one page, filled in by hand, one copy for each service. */
export const custodySlipDocument = (view: CustodySlipView, language: Language, meta: DocumentMeta): Definition => {
  const words = wordsOf(language);
  const { t, date, label: name } = words;
  return frame({
    words,
    meta,
    title: t('slip.fileTitle', { reference: view.reference }),
    classification: t('slip.classification'),
    running: `${t('slip.title')} · ${view.reference}`,
    foot: [
      CODE,
      ...(meta.registrationIn === undefined ? [] : [t('frame.registrationIn', { number: meta.registrationIn })]),
      name('language', language),
      t('frame.printed', { date: date(meta.today) }),
    ],
    fontSize: 9.6,
    content: [
      title(t('slip.title'), 21),
      { ...remark(t('slip.intro')), margin: [0, 3, 0, 6] },
      envelope(view, words),
      digest(view, words),
      mediumOf(words),
      handsOf(view, words),
      { ...remark(view.sender.phone === undefined ? t('slip.wrong') : t('slip.wrongPhone', { phone: view.sender.phone })), fontSize: 8.6 },
    ],
  });
};
