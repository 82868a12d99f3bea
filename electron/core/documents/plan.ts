import type { Language } from '../../../shared/domain/base.ts';
import type { CaseFile } from '../../../shared/domain/casefile.ts';
import { canonicalBytes } from '../canonical.ts';
import { heading } from './blocks.ts';
import { frame, shortHash } from './frame.ts';
import { cover } from './plan-cover.ts';
import { feedback, receipt } from './plan-forms.ts';
import { domains, sources, summary } from './plan-needs.ts';
import { agreement, objectives } from './plan-objectives.ts';
import { choices, dates, learning } from './plan-record.ts';
import { road } from './plan-road.ts';
import type { Content, Definition, DocumentMeta } from './types.ts';
import { wordsOf } from './words.ts';

/** Code of the form, so that an office can name it; the last digit is its edition. */
const CODE = 'VARCO-P1';

/**
 * The officer's reintegration plan: everything of the case file and nothing else, in the order in which it is
 * read, with the case file itself attached as canonical JSON.
 * @param caseFile exactly what leaves
 * @param language language of headings and labels; texts of persons stay as they were written
 */
export const planDocument = (caseFile: CaseFile, language: Language, meta: DocumentMeta): Definition => {
  const words = wordsOf(language);
  const { t, date, label } = words;
  const { contentHash, versionNo } = caseFile.plan;
  let no = 0;
  const head = (key: string): Content => {
    no += 1;
    return heading(`${no}  ${t(key)}`);
  };
  return frame({
    words,
    meta,
    title: t('plan.fileTitle', { version: versionNo }),
    classification: t('plan.classification'),
    running: `${t('plan.title')} · ${caseFile.person.code}`,
    foot: [
      CODE,
      t('frame.version', { version: versionNo }),
      ...(contentHash === '' ? [t('frame.noHash')] : [t('frame.hash', { hash: shortHash(contentHash) })]),
      ...(caseFile.registrationNumber === undefined ? [] : [t('frame.registration', { number: caseFile.registrationNumber })]),
      ...(meta.registrationIn === undefined ? [] : [t('frame.registrationIn', { number: meta.registrationIn })]),
      label('language', language),
      t('frame.printed', { date: date(meta.today) }),
    ],
    ...(contentHash === '' ? {} : { contentHash }),
    fontSize: 9.4,
    content: [
      ...cover(caseFile, words, meta.registrationIn),
      summary(caseFile, words, head('plan.summary.title')),
      sources(caseFile, words, head('plan.sources.title')),
      dates(caseFile, words, head('plan.dates.title')),
      ...road(caseFile, words, () => head('plan.road.title')),
      domains(caseFile, words, head('plan.domains.title')),
      learning(caseFile, words, head('plan.learning.title')),
      objectives(caseFile, words, head('plan.objectives.title')),
      agreement(caseFile, words, head('plan.agreement.title')),
      choices(caseFile, words, head('plan.choices.title')),
      feedback(caseFile, words, head('plan.feedback.title')),
      receipt(caseFile, words),
    ],
    files: [{ name: 'case.json', type: 'application/json', description: t('plan.attachment'), bytes: canonicalBytes(caseFile) }],
  });
};
