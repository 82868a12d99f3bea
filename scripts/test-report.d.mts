export interface Failure {
  readonly name: string;
  readonly message: string;
}
export interface Count {
  readonly passed: number;
  readonly failures: readonly Failure[];
}
export interface Run {
  readonly status: number;
  readonly output: string;
  readonly timedOut: boolean;
}
export function countVitest(report: unknown): Count;
export function countPlaywright(report: unknown): Count;
export function settle(name: string, run: Run, count: Count | null): Count;
export function countProgram(name: string, run: Run): Count;
