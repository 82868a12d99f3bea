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
export const problemKey = ({ kind, code }: Problem): string =>
  kind === 'failed' ? `errors:${code}` : code.startsWith('REGISTER_') ? `registers:refusals.${code}` : `refusals:${code}`;

/** What happened, what is safe and what to do, in the language of `texts`; undefined when no text is known for the code. */
export const problemText = (texts: i18n, problem: Problem): string | undefined => {
  const key = problemKey(problem);
  if (!texts.exists(key)) return undefined;
  const labels = stateLabels[problem.code];
  const { state } = problem.params ?? {};
  const params = labels === undefined || state === undefined ? problem.params : { ...problem.params, state: texts.t(`enums:${labels}.${state}`) };
  return texts.t(key, { ...params });
};
