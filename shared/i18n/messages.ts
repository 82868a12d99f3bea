import type { i18n } from 'i18next';

/** A refusal of a rule, or a failure, as the contract answers it. */
export interface Problem {
  readonly kind: 'refused' | 'failed';
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Machines name states by their codes; people read the labels. */
const stateLabels: Readonly<Record<string, string>> = {
  'machine.plan': 'planStatus',
  'machine.handover': 'handoverStatus',
  'machine.decision': 'decisionState',
};

/** Key of the text of a problem: refusals of a register file have their own catalogue. */
export const problemKey = ({ kind, code, params }: Problem): string => {
  if (kind === 'refused') return code.startsWith('REGISTER_') ? `registers:refusals.${code}` : `refusals:${code}`;
  return code === 'vault.WRONG_RECOVERY_CODE' && params?.['reason'] === 'MISTYPED' ? 'errors:vault.RECOVERY_CODE_MISTYPED' : `errors:${code}`;
};

/** Values that are codes, as words: states of machines, parts of the vault. */
const inWords = (texts: i18n, { code, params = {} }: Problem): Record<string, string | number> => {
  const labels = stateLabels[code];
  const { state, what } = params;
  const part = `errors:vault.part.${what ?? 'other'}`;
  return {
    ...params,
    ...(labels === undefined || state === undefined ? {} : { state: texts.t(`enums:${labels}.${state}`) }),
    ...(code.startsWith('vault.') ? { what: texts.t(texts.exists(part) ? part : 'errors:vault.part.other') } : {}),
  };
};

/** What happened, what is safe and what to do, in the language of `texts`; undefined when no text is known for the code. */
export const problemText = (texts: i18n, problem: Problem): string | undefined => {
  const key = problemKey(problem);
  return texts.exists(key) ? texts.t(key, inWords(texts, problem)) : undefined;
};
