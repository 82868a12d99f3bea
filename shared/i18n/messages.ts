import type { i18n } from 'i18next';
import { isCivilDate } from '../domain/dates.ts';

/** A refusal of a rule, or a failure, as the contract answers it. */
export interface Problem {
  readonly kind: 'refused' | 'failed';
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Machines name states by their codes; people read the labels. */
const stateLabels: Readonly<Record<string, string>> = {
  'machine.plan': 'planStatus',
  'machine.objective': 'objectiveStatus',
  'machine.step': 'stepStatus',
  'machine.person': 'personStatus',
  'machine.appointment': 'appointmentStatus',
  'machine.application': 'applicationStatus',
  'machine.breach': 'breachStatus',
  'machine.checklistItem': 'checklistItemState',
  'machine.handover': 'handoverStatus',
  'machine.import': 'importStatus',
  'machine.sharedPack': 'sharedPackState',
  'machine.need': 'needStatus',
  'machine.decision': 'decisionState',
  'machine.sitting': 'sittingState',
  'machine.sittingReport': 'sittingReportState',
  'machine.request': 'requestState',
  'machine.enrolment': 'enrolmentStatus',
  'machine.consent': 'consentDecision',
};

/** Key of the text of a problem: refusals of a register file have their own catalogue. */
export const problemKey = ({ kind, code, params }: Problem): string => {
  if (kind === 'refused') return code.startsWith('REGISTER_') ? `registers:refusals.${code}` : `refusals:${code}`;
  return code === 'vault.WRONG_RECOVERY_CODE' && params?.['reason'] === 'MISTYPED' ? 'errors:vault.RECOVERY_CODE_MISTYPED' : `errors:${code}`;
};

/** Days among the values, as the language writes them. */
const datesInWords = ({ language }: i18n, params: Readonly<Record<string, string | number>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      typeof value === 'string' && isCivilDate(value) ? [[name, new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`))]] : [],
    ),
  );

/** Values that are codes, as words: states of machines, lines and parts of a plan, parts of the vault. */
const inWords = (texts: i18n, { code, params = {} }: Problem): Record<string, string | number> => {
  const labels = stateLabels[code];
  const { state, what, line, part: planPart, status, rule, first, second } = params;
  const part = `errors:vault.part.${what ?? 'other'}`;
  return {
    ...params,
    ...datesInWords(texts, params),
    ...(labels === undefined || state === undefined ? {} : { state: texts.t(`enums:${labels}.${state}`) }),
    ...(line === undefined ? {} : { line: texts.t(`enums:planLine.${line}`) }),
    ...(planPart === undefined ? {} : { part: texts.t(`enums:planPart.${planPart}`) }),
    ...(code === 'plan.linesFrozen' ? { status: texts.t(`enums:planStatus.${status}`) } : {}),
    ...(code.startsWith('dates.') ? { rule: texts.t(`enums:dateRule.${rule}`), first: texts.t(`enums:datedThing.${first}`), second: texts.t(`enums:datedThing.${second}`) } : {}),
    ...(code.startsWith('vault.') ? { what: texts.t(texts.exists(part) ? part : 'errors:vault.part.other') } : {}),
  };
};

/** The three things a message says, each in sentences of its own. Short refusals of a rule may say only the first. */
export interface ProblemParts {
  readonly what: string;
  /** what was not lost and not changed */
  readonly safe?: string;
  readonly do?: string;
}

/**
 * What happened, what is safe and what to do, in the language of `texts`; undefined when no text is known for the code.
 * A text of a catalogue is either the three parts or, for a plain refusal, one string.
 */
export const problemParts = (texts: i18n, problem: Problem): ProblemParts | undefined => {
  const key = problemKey(problem);
  if (!texts.exists(key)) return undefined;
  const words = inWords(texts, problem);
  if (!texts.exists(`${key}.what`)) return { what: texts.t(key, words) };
  return { what: texts.t(`${key}.what`, words), safe: texts.t(`${key}.safe`, words), do: texts.t(`${key}.do`, words) };
};

/** The parts as one text, for the command line and wherever there is only one line. */
export const problemText = (texts: i18n, problem: Problem): string | undefined => {
  const parts = problemParts(texts, problem);
  return parts === undefined ? undefined : [parts.what, parts.safe, parts.do].filter((part) => part !== undefined).join(' ');
};
