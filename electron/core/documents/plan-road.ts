import { caseDetailRows, caseSections, type CaseSpeech } from '../../../shared/domain/case-sections.ts';
import type { CaseFile } from '../../../shared/domain/casefile.ts';
import { heading, keyValues, plainRows, together } from './blocks.ts';
import { colour } from './theme.ts';
import type { Content } from './types.ts';
import type { EnumName, Words } from './words.ts';

const speech = ({ t, label, date, language }: Words): CaseSpeech => ({ t: (key, params) => t(`plan.road.${key}`, params), name: (list, code) => label(list as EnumName, code), date, language });

/** The road to release under one heading, section by section, as the preview shows it: the words of many acts, set small. */
export const road = (caseFile: CaseFile, words: Words, head: () => Content): readonly Content[] => {
  const details = caseDetailRows(caseFile, speech(words));
  const sections = caseSections(caseFile, speech(words)).map(({ key, note, lines }): Content => {
    const rows = lines.map((line): Content[] => [
      { text: [line.main, { text: line.soft === '' ? '' : `  ${line.soft}`, color: colour.soft, fontSize: 7.8 }], fontSize: 8.8 },
      { text: line.right, alignment: 'right', fontSize: 8.2, color: colour.soft },
    ]);
    const title = heading(words.t(`plan.road.${key}`), 2);
    const [first, ...others] = rows;
    return together(
      note === undefined ? title : { stack: [title, { text: note, color: colour.soft, fontSize: 8.2 }] },
      first === undefined ? { text: '' } : plainRows(['*', 138], [first]),
      ...(others.length === 0 ? [] : [plainRows(['*', 138], others)]),
    );
  });
  // the first page is full: what is known of the person beyond name and birth stands here
  const [first, ...others] = [...(details.length === 0 ? [] : [keyValues(details)]), ...sections];
  return first === undefined ? [] : [{ stack: [head(), first] }, ...others];
};
