// What the reports of the test runners say, counted the strict way: only what ran and passed has passed. A skipped
// test, a file that does not load, a runner that breaks off and a stage without tests all count as failed.

import { stripVTControlCharacters } from 'node:util';

/** @typedef {{ name: string, message: string }} Failure */
/** @typedef {{ passed: number, failures: Failure[] }} Count */

const tailOf = (output) => stripVTControlCharacters(output).trimEnd().split('\n').slice(-60).join('\n');
const short = (text) => stripVTControlCharacters(text ?? '').split('\n').slice(0, 12).join('\n');

/** Counts vitest's JSON report. @returns {Count} */
export const countVitest = (report) => {
  const count = { passed: 0, failures: [] };
  for (const file of report.testResults ?? []) {
    for (const { status, fullName, failureMessages } of file.assertionResults) {
      if (status === 'passed') count.passed += 1;
      else count.failures.push({ name: `${file.name} › ${fullName}`, message: short(failureMessages?.join('\n')) || `not run (${status})` });
    }
    const explained = file.assertionResults.some(({ status }) => status !== 'passed');
    if (file.assertionResults.length === 0 || (file.status !== 'passed' && !explained)) {
      count.failures.push({ name: file.name, message: short(file.message) || 'the file has no test' });
    }
  }
  return count;
};

const specsOf = (suite) => [...(suite.specs ?? []).map((spec) => ({ file: suite.file, spec })), ...(suite.suites ?? []).flatMap(specsOf)];

/** Counts Playwright's JSON report. @returns {Count} */
export const countPlaywright = (report) => {
  const count = { passed: 0, failures: (report.errors ?? []).map(({ message }) => ({ name: 'Playwright', message: short(message) })) };
  for (const { file, spec } of (report.suites ?? []).flatMap(specsOf)) {
    for (const test of spec.tests) {
      const last = test.results.at(-1);
      if (test.status === 'expected' && last?.status === 'passed') count.passed += 1;
      else count.failures.push({ name: `${file} › ${spec.title}`, message: short(last?.error?.message) || `not run (${last?.status ?? test.status})` });
    }
  }
  return count;
};

/**
 * The count of one stage: the report's, or one failure when there is no report or it hides that the runner failed.
 * @param {{ status: number, output: string, timedOut: boolean }} run how the runner ended
 * @param {Count | null} count from its report; null when it left none
 * @returns {Count}
 */
export const settle = (name, { status, output, timedOut }, count) => {
  const tail = tailOf(output);
  if (timedOut) return { passed: count?.passed ?? 0, failures: [...(count?.failures ?? []), { name, message: `did not end in time\n${tail}` }] };
  if (count === null) return { passed: 0, failures: [{ name, message: `left no report (exit code ${status})\n${tail}` }] };
  if (count.passed + count.failures.length === 0) return { passed: 0, failures: [{ name, message: `found no test\n${tail}` }] };
  if (status !== 0 && count.failures.length === 0) return { ...count, failures: [{ name, message: `exit code ${status}\n${tail}` }] };
  return count;
};

/** A program whose last `N passed, N failed` line, or else its exit code alone, is the result. @returns {Count} */
export const countProgram = (name, run) => {
  const lines = [...run.output.matchAll(/^(\d+) passed, (\d+) failed$/gm)];
  const last = lines.at(-1);
  if (!last) return settle(name, run, { passed: run.status === 0 ? 1 : 0, failures: run.status === 0 ? [] : [{ name, message: `exit code ${run.status}\n${tailOf(run.output)}` }] });
  const failures = Array.from({ length: Number(last[2]) }, (_, index) => ({ name, message: index === 0 ? tailOf(run.output) : 'see above' }));
  return settle(name, run, { passed: Number(last[1]), failures });
};
