import type { Language } from '../../../shared/domain/base.ts';
import type { CaseFile } from '../../../shared/domain/casefile.ts';
import { NeedAnswer, NeedDomain } from '../../../shared/domain/needs.ts';
import { card, cardRow, heading, keyValues, label, plainRows, remark, together } from './blocks.ts';
import { levelBar } from './drawings.ts';
import { domainIcon, icon } from './icons.ts';
import { colour } from './theme.ts';
import type { Content } from './types.ts';
import { goalsPursued, isOpen, mostUrgent, type Urgent } from './urgent.ts';
import type { Words } from './words.ts';

type Needs = NonNullable<CaseFile['needs']>;
type Domain = Needs['domains'][number];

const answerOf = (domain: Domain | undefined, { label: name }: Words): string =>
  domain?.answer === 'NEED' ? name('needLevel', domain.level ?? 1) : name('needAnswer', domain?.answer ?? 'NOT_ASKED');

const needRow = (code: NeedDomain, caseFile: CaseFile, words: Words): Content[] => {
  const domain = caseFile.needs?.domains.find((entry) => entry.domain === code);
  const need = domain?.answer === 'NEED';
  return [
    icon(domainIcon[code], 13, need ? colour.accent : colour.strongLine),
    { text: words.label('needDomain', code), ...(need ? { bold: true } : { color: colour.soft }), fontSize: 9 },
    need ? { ...(levelBar(domain.level ?? 1) as object), margin: [0, 2, 0, 0] } as Content : { text: '' },
    { text: answerOf(domain, words), color: need ? colour.ink : colour.soft, fontSize: 8.6 },
  ];
};

const urgentCard = ({ objective, step }: Urgent, n: number, { t, label: name, date }: Words): Content => ({
    stack: [
      { columns: [{ width: 18, text: String(n + 1), bold: true, fontSize: 13, color: colour.accent }, { width: '*', text: step.text, bold: true }], columnGap: 0 },
      { margin: [18, 4, 0, 0], fontSize: 8.6, color: colour.soft, stack: [name('needDomain', objective.domain), name('horizon', objective.horizon), t('plan.summary.by', { owner: name('ownerKind', step.owner) }), step.dueDate === undefined ? t('plan.noDueDate') : t('plan.summary.due', { date: date(step.dueDate) })] },
    ],
  });

/** One page: every domain with its level or the answer given, three things that come first, goals in numbers. */
export const summary = (caseFile: CaseFile, words: Words, head: Content): Content => {
  const { t } = words;
  const urgent = mostUrgent(caseFile);
  const open = goalsPursued(caseFile).flatMap((objective) => objective.steps).filter(isOpen).length;
  return {
    pageBreak: 'before',
    stack: [
      head,
      heading(t('plan.summary.needs'), 2),
      caseFile.needs === undefined
        ? remark(t('plan.needs.none'))
        : plainRows(['auto', '*', 56, 130], NeedDomain.options.map((code) => needRow(code, caseFile, words))),
      heading(t('plan.summary.urgent'), 2),
      urgent.length === 0 ? remark(t('plan.summary.urgentNone')) : cardRow(urgent.map((entry, n) => urgentCard(entry, n, words))),
      { text: `${t('plan.summary.goals', { count: caseFile.plan.objectives.length })}, ${t('plan.summary.openSteps', { count: open })}.`, margin: [0, 8, 0, 0], color: colour.soft },
    ],
  };
};

/** Where the statements come from and what was not possible: practice of the synthesis report. */
export const sources = (caseFile: CaseFile, { t, label: name, date }: Words, head: Content): Content => {
  if (caseFile.needs === undefined) return together(head, remark(t('plan.needs.none')));
  const { needs } = caseFile;
  return together(
    head,
    keyValues([
      [t('plan.sources.conductedOn'), date(needs.conductedOn)],
      [t('plan.sources.sources'), needs.sources.length === 0 ? t('plan.nothing') : needs.sources.map((code) => name('source', code)).join(', ')],
      [t('plan.sources.limits'), needs.limitations ?? t('plan.sources.noLimits')],
      [t('plan.road.helps'), needs.helps],
    ], BASIS + 4),
  );
};

const statement = (entry: Domain['statements'][number], words: Words, known: Language): Content[] => {
  const { t, label: name, date } = words;
  const other = entry.lang === known ? [] : [{ text: `  ${t('plan.inLanguage', { language: words.languageName(entry.lang) })}`, fontSize: 7.8, color: colour.faint }];
  const disputed: Content[] =
    entry.disputed === undefined
      ? []
      : [{ margin: [0, 4, 0, 0], stack: [card({ stack: [label(t('plan.domains.disputed', { date: date(entry.disputed.on) })), { text: words.quote(entry.disputed.text) }] })] }];
  return [
    { text: `${name('basis', entry.basis)}, ${date(entry.on)}`, fontSize: 8.2, color: colour.soft, margin: [0, 1, 0, 0] },
    { stack: [{ text: [entry.text, ...other] }, ...disputed] },
  ];
};

/** Width of the column that says where a statement comes from, in points. */
const BASIS = 140;

const domainBlock = (domain: Domain, caseFile: CaseFile, words: Words, known: Language): Content => {
  const { t, label: name } = words;
  const goals = caseFile.plan.objectives.flatMap((objective, n) => (objective.domain === domain.domain ? [n + 1] : []));
  const head: Content = {
    columns: [
      { width: 18, stack: [icon(domainIcon[domain.domain], 14)] },
      { width: '*', text: name('needDomain', domain.domain), tag: 'H3', bold: true, fontSize: 10.5 },
      ...(domain.answer === 'NEED' ? [{ width: 56, stack: [levelBar(domain.level ?? 1)], margin: [0, 3, 0, 0] as [number, number, number, number] }] : []),
      { width: 'auto', text: answerOf(domain, words), color: colour.soft },
    ],
    columnGap: 4,
    margin: [0, 10, 0, 3],
  };
  const [first, ...others] = domain.statements.map((entry) => statement(entry, words, known));
  const rows = (list: readonly Content[][]): Content => plainRows([BASIS, '*'], list, false);
  return together(
    head,
    first === undefined ? remark(t('plan.domains.noStatement')) : rows([first]),
    ...(others.length === 0 ? [] : [rows(others)]),
    keyValues(
      [
        [t('plan.domains.strengths'), domain.strengths && (domain.strengthsBasis === undefined ? domain.strengths : `${domain.strengths} (${name('basis', domain.strengthsBasis)})`)],
        [t('plan.domains.goals'), goals.length === 0 ? undefined : goals.join(', ')],
      ],
      BASIS + 4,
    ),
  );
};

/** Each domain that holds something, statement by statement with basis and date; the others in one line per answer. */
export const domains = (caseFile: CaseFile, words: Words, head: Content): Content => {
  const { t, label: name } = words;
  if (caseFile.needs === undefined) return together(head, remark(t('plan.needs.none')));
  const told = caseFile.needs.domains.filter((entry) => entry.answer === 'NEED' || entry.statements.length > 0 || entry.strengths !== undefined);
  // one language for all of them is said once; else each says its own
  const languages = new Set(told.flatMap((entry) => entry.statements.map((one) => one.lang)));
  const [only] = languages;
  const known = languages.size === 1 && only !== undefined ? only : words.language;
  const intro = known === words.language ? t('plan.domains.intro') : `${t('plan.domains.intro')} ${t('plan.domains.asWritten', { language: words.languageName(known) })}`;
  const [first, ...following] = told;
  const others = caseFile.needs.domains.filter((entry) => !told.includes(entry));
  return {
    stack: [
      together({ stack: [head, remark(intro)] }, first === undefined ? { text: '' } : domainBlock(first, caseFile, words, known)),
      ...following.map((entry) => domainBlock(entry, caseFile, words, known)),
      {
        margin: [0, 8, 0, 0],
        stack: [
          keyValues(
            NeedAnswer.options.map((answer) => [
              name('needAnswer', answer),
              others.filter((entry) => entry.answer === answer).map((entry) => name('needDomain', entry.domain)).join(' · ') || undefined,
            ]),
            BASIS + 4,
          ),
        ],
      },
    ],
  };
};
