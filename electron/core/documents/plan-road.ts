import { caseDetailRows, caseSections, type CaseSpeech } from '../../../shared/domain/case-sections.ts';
import type { CaseFile } from '../../../shared/domain/casefile.ts';
import { plainRows, remark, together } from './blocks.ts';
import { colour } from './theme.ts';
import type { Content } from './types.ts';
import type { EnumName, Words } from './words.ts';

const speech = ({ t, label, date, language }: Words): CaseSpeech => ({ t: (key, params) => t(`plan.road.${key}`, params), name: (list, code) => label(list as EnumName, code), date, language });

/** What is known of the person beyond name and birth, for the box on the first page. */
export const details = (caseFile: CaseFile, words: Words): readonly (readonly [string, string])[] => caseDetailRows(caseFile, speech(words));

/** The road to release, section by section, as the preview shows it. */
export const road = (caseFile: CaseFile, words: Words, head: (key: string) => Content): readonly Content[] =>
  caseSections(caseFile, speech(words)).map(({ key, note, lines }) => {
    const rows = lines.map((line): Content[] => [
      { stack: [{ text: line.main }, ...(line.soft === '' ? [] : [{ text: line.soft, fontSize: 8.2, color: colour.soft }])] },
      { text: line.right, alignment: 'right', fontSize: 8.6 },
    ]);
    const [first, ...others] = rows;
    return together(
      head(`plan.road.${key}`),
      note === undefined ? { text: '' } : remark(note),
      ...(first === undefined ? [] : [plainRows(['*', 150], [first])]),
      ...(others.length === 0 ? [] : [plainRows(['*', 150], others)]),
    );
  });
