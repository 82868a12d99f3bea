/** What a program that was run to its end left. */
export interface Ended {
  /** exit code; 1 or more when it failed in any way */
  readonly status: number;
  /** with `capture`: standard output and error, as they came */
  readonly output: string;
  readonly timedOut: boolean;
}

/** The command with a virtual display around it where this machine has none. */
export function underDisplay(command: string, args: readonly string[]): readonly [command: string, args: readonly string[]];

/**
 * Runs a program to its end.
 * @param options.capture collect what it prints instead of passing it on
 * @param options.group give it a process group of its own, so that nothing it started survives it
 * @param options.limit milliseconds after which the program and its children are ended
 */
export function runProgram(
  command: string,
  args: readonly string[],
  options?: { readonly capture?: boolean; readonly group?: boolean; readonly limit?: number; readonly env?: NodeJS.ProcessEnv; readonly cwd?: string },
): Promise<Ended>;
