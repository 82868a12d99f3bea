import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { Language } from '../../../shared/domain/base.ts';
import { heading, paragraph, remark, title, writeBoxes } from './blocks.ts';
import { frame } from './frame.ts';
import { colour } from './theme.ts';
import type { Definition, DocumentMeta } from './types.ts';
import { wordsOf } from './words.ts';

/** What is printed on the sheet that ends the trust in a service's key. */
export interface RevocationSheetView {
  readonly serviceName: string;
  /** `VARCO-REVOKE:1:…`, see docs/envelope.md */
  readonly statement: string;
  /** last day of the card, which tells sheets apart */
  readonly validTo: CivilDate;
}

/** Letters in a group, and the side of the code on paper: some 57 modules, so that any scanner reads it. */
const GROUP = 8;
const CODE = 170;

const groups = (text: string): string => text.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('  ') ?? '';

/** The sheet that revokes the signing key of a service: one page, signed by that key, to be kept in a safe. */
export const revocationSheetDocument = (view: RevocationSheetView, language: Language, meta: DocumentMeta): Definition => {
  const words = wordsOf(language);
  const { t } = words;
  return frame({
    words,
    meta,
    title: t('revocation.title'),
    classification: t('revocation.classification'),
    running: t('revocation.title'),
    foot: [t('frame.printed', { date: words.date(meta.today) })],
    fontSize: 10.5,
    content: [
      title(t('revocation.title')),
      { text: `${view.serviceName} · ${t('revocation.valid', { date: words.longDate(view.validTo) })}`, fontSize: 12.5, color: colour.soft, margin: [0, 4, 0, 12] },
      { qr: view.statement, alt: t('revocation.code'), fit: CODE, eccLevel: 'M', foreground: '#000000', alignment: 'center', margin: [0, 0, 0, 8] },
      { text: groups(view.statement), fontSize: 9.5, characterSpacing: 0.6, alignment: 'center' },
      remark(t('revocation.line')),
      heading(t('revocation.what')),
      paragraph(t('revocation.does')),
      paragraph(t('revocation.final')),
      heading(t('revocation.when')),
      paragraph(t('revocation.stolen')),
      paragraph(t('revocation.how')),
      heading(t('revocation.keep')),
      paragraph(t('revocation.where')),
      { text: '', margin: [0, 6, 0, 0] },
      writeBoxes([t('recovery.deposited'), t('recovery.date'), t('recovery.signature')], 30),
    ],
  });
};
