import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { i18n } from 'i18next';
import { UsageError } from './exit.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** What a command gets: its arguments, and how to answer. */
export interface Call {
  readonly values: Values;
  readonly positionals: readonly string[];
  readonly texts: i18n;
  /** a line for people, on standard error when `--json` asks for a clean output */
  readonly say: (line: string) => void;
  readonly version: string;
}

/** One command: `run` returns what `--json` prints, and the class it ends with when that is not `ok`. */
export interface Command {
  /** words that name it: `['card', 'show']` */
  readonly words: readonly string[];
  readonly options: Options;
  /** how many arguments follow; from–to where one may be left out */
  readonly positionals: number | readonly [number, number];
  readonly run: (call: Call) => Promise<Answer>;
}

export interface Answer {
  readonly result: Readonly<Record<string, unknown>>;
  readonly exit?: 'envelope' | 'vault' | 'audit';
}

/** Options every command knows. */
export const commonOptions = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Options;

/** Reads a command's arguments. @throws UsageError for unknown or missing ones */
export const readArguments = (command: Command, args: readonly string[]): { values: Values; positionals: readonly string[] } => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...commonOptions, ...command.options },
      allowPositionals: true,
      strict: true,
    });
    const [least, most] = typeof command.positionals === 'number' ? [command.positionals, command.positionals] : command.positionals;
    if (positionals.length < least || positionals.length > most) throw new UsageError(`${command.words.join(' ')}: ${least === most ? least : `${least}–${most}`} argument(s)`);
    return { values: values as Values, positionals };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** The value of an option that must be there. @throws UsageError */
export const required = (values: Values, name: string): string => {
  const value = values[name];
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name}`);
  return value;
};

export const optional = (values: Values, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
