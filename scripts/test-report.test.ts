import { describe, expect, it } from 'vitest';
import { countPlaywright, countProgram, countVitest, settle, type Count, type Run } from './test-report.mjs';

const ended = (status: number, output = ''): Run => ({ status, output, timedOut: false });
const sums = ({ passed, failures }: Count): readonly [number, number] => [passed, failures.length];
const file = (status: string, ...statuses: readonly string[]): object => ({
  name: '/x.test.ts',
  status,
  message: 'SyntaxError',
  assertionResults: statuses.map((one, index) => ({ status: one, fullName: `test ${index}`, failureMessages: one === 'failed' ? ['expected 1'] : [] })),
});
const spec = (status: string, result: string): object => ({ title: 'story', tests: [{ status, results: [{ status: result, error: { message: 'no window' } }] }] });
const suites = (...specs: readonly object[]): object => ({ errors: [], suites: [{ file: 'a.spec.ts', specs: [], suites: [{ file: 'a.spec.ts', specs }] }] });

describe('only what ran and passed has passed', () => {
  it.each([
    ['all passed', [file('passed', 'passed', 'passed')], [2, 0]],
    ['one failed', [file('failed', 'passed', 'failed')], [1, 1]],
    ['skipped', [file('passed', 'passed', 'skipped')], [1, 1]],
    ['left to do', [file('passed', 'todo')], [0, 1]],
    ['pending', [file('passed', 'pending')], [0, 1]],
    ['a file that does not load', [file('failed')], [0, 1]],
    ['a file without tests', [file('passed')], [0, 1]],
    ['a hook that fails after passing tests', [file('failed', 'passed')], [1, 1]],
    ['nothing', [], [0, 0]],
  ])('vitest: %s', (_, testResults, expected) => {
    expect(sums(countVitest({ testResults }))).toEqual(expected);
  });

  it.each([
    ['passed', suites(spec('expected', 'passed'), spec('expected', 'passed')), [2, 0]],
    ['failed', suites(spec('unexpected', 'failed')), [0, 1]],
    ['skipped', suites(spec('skipped', 'skipped')), [0, 1]],
    ['marked as expected to fail', suites(spec('expected', 'failed')), [0, 1]],
    ['passed only when run again', suites(spec('flaky', 'passed')), [0, 1]],
    ['an error outside every story', { errors: [{ message: 'Cannot find module' }], suites: [] }, [0, 1]],
  ])('Playwright: %s', (_, report, expected) => {
    expect(sums(countPlaywright(report))).toEqual(expected);
  });

  it.each([
    ['a runner that leaves no report', ended(0, 'Killed'), null, [0, 1]],
    ['a stage without tests', ended(0), { passed: 0, failures: [] }, [0, 1]],
    ['a runner that fails although every test passed', ended(1), { passed: 3, failures: [] }, [3, 1]],
    ['a runner that hangs', { status: 1, output: '', timedOut: true }, { passed: 3, failures: [] }, [3, 1]],
    ['a sound run', ended(0), { passed: 3, failures: [] }, [3, 0]],
  ])('stage: %s', (_, run, count, expected) => {
    expect(sums(settle('stage', run, count))).toEqual(expected);
  });

  it.each([
    ['its own line counts', ended(0, 'x\n12 passed, 0 failed\n'), [12, 0]],
    ['its own failures count', ended(1, '10 passed, 2 failed\n'), [10, 2]],
    ['a good line with a bad ending', ended(3, '10 passed, 0 failed\n'), [10, 1]],
    ['a line with nothing in it', ended(0, '0 passed, 0 failed\n'), [0, 1]],
    ['the exit code alone, good', ended(0, '{}'), [1, 0]],
    ['the exit code alone, bad', ended(1, 'error TS2322'), [0, 1]],
  ])('program: %s', (_, run, expected) => {
    expect(sums(countProgram('program', run))).toEqual(expected);
  });

  it('tells the name and the message of what failed', () => {
    expect(countVitest({ testResults: [file('failed', 'failed')] }).failures).toEqual([{ name: '/x.test.ts › test 0', message: 'expected 1' }]);
    expect(countPlaywright(suites(spec('unexpected', 'failed'))).failures).toEqual([{ name: 'a.spec.ts › story', message: 'no window' }]);
  });
});
