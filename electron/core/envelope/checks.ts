import { CheckName, type CheckState } from '../../../shared/domain/envelope.ts';
import { EnvelopeError } from './error.ts';
import { isAboutPlace } from './medium-errors.ts';

/** One check: it returns when passed and throws an `EnvelopeError` when not. */
export interface Check<C> {
  readonly name: CheckName;
  readonly run: (context: C) => void | Promise<void>;
}

/** What the screen shows of one check. */
export interface CheckResult {
  readonly name: CheckName;
  readonly state: CheckState;
  /** of the failed one */
  readonly error?: EnvelopeError;
}

/**
 * Runs checks in their order on one context. After the first failure nothing later runs.
 * @returns one result for each of the twelve checks; those without an entry in `checks` are `not-run`.
 *   Thrown are faults of the medium or of this computer, and errors other than `EnvelopeError`: faults of the program.
 */
export const runChecks = async <C>(checks: readonly Check<C>[], context: C): Promise<readonly CheckResult[]> => {
  const results = new Map<CheckName, CheckResult>();
  for (const check of checks) {
    try {
      await check.run(context);
      results.set(check.name, { name: check.name, state: 'passed' });
    } catch (error) {
      if (!(error instanceof EnvelopeError) || isAboutPlace(error)) throw error;
      results.set(check.name, { name: check.name, state: 'failed', error });
      break;
    }
  }
  return CheckName.options.map((name) => results.get(name) ?? { name, state: 'not-run' });
};

/** The error that ended a run, if one did. */
export const failureOf = (results: readonly CheckResult[]): EnvelopeError | undefined =>
  results.find((result) => result.state === 'failed')?.error;
