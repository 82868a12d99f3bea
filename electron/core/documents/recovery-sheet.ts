import { card, grid, heading, paragraph, remark, title, writeBoxes } from './blocks.ts';
import { frame } from './frame.ts';
import { colour } from './theme.ts';
import type { Content, Definition, DocumentMeta } from './types.ts';
import type { Language } from '../../../shared/domain/base.ts';
import { wordsOf } from './words.ts';

/** What is printed on the recovery sheet: the code of one workplace, and which workplace that is. */
export interface RecoverySheetView {
  readonly serviceName: string;
  /** groups set apart by hyphens */
  readonly code: string;
}

const PER_LINE = 3;

/** The code in large groups, three in a line, so that it can be copied by hand without a slip. */
const groups = (code: string): Content => {
  const all = code.split('-');
  const lines = Array.from({ length: Math.ceil(all.length / PER_LINE) }, (_line, n) => all.slice(n * PER_LINE, (n + 1) * PER_LINE));
  return { stack: lines.map((line) => grid(line.map(() => '*' as const), line.map((group): Content => ({ text: group, fontSize: 22, bold: true, characterSpacing: 3, alignment: 'center', margin: [0, 7, 0, 7] })))) };
};

/** The sheet with the printed recovery code: one page, to be kept in a safe and nowhere else. */
export const recoverySheetDocument = (view: RecoverySheetView, language: Language, meta: DocumentMeta): Definition => {
  const words = wordsOf(language);
  const { t } = words;
  return frame({
    words,
    meta,
    title: t('recovery.title'),
    classification: t('recovery.classification'),
    running: t('recovery.title'),
    foot: [t('frame.printed', { date: words.date(meta.today) })],
    fontSize: 11.5,
    content: [
      title(t('recovery.title')),
      { text: view.serviceName, fontSize: 14, color: colour.soft, margin: [0, 4, 0, 18] },
      card(groups(view.code), colour.accentSoft),
      { text: '', margin: [0, 10, 0, 0] },
      heading(t('recovery.what')),
      paragraph(t('recovery.opens')),
      paragraph(t('recovery.lost')),
      heading(t('recovery.keep')),
      paragraph(t('recovery.where')),
      paragraph(t('recovery.who')),
      remark(t('recovery.letters')),
      { text: '', margin: [0, 14, 0, 0] },
      writeBoxes([t('recovery.deposited'), t('recovery.date'), t('recovery.signature')], 34),
    ],
  });
};
