import { Language } from '../../shared/domain/base.ts';
import { createTexts } from '../../shared/i18n/index.ts';
import { problemText } from '../../shared/i18n/messages.ts';
import { readArguments, type Call, type Command } from './command.ts';
import { backupCheck, backupMake, backupRestore } from './commands/backup.ts';
import { demo, demoOffice } from './commands/demo.ts';
import { open, verify } from './commands/envelope.ts';
import { auditKey, auditVerify } from './commands/audit.ts';
import { cardChange, cardCompare, cardExport, cardFingerprintOf, cardShow, cardVerify } from './commands/card.ts';
import { receipt, receiptWrite } from './commands/receipt.ts';
import { seal } from './commands/seal.ts';
import { exitCodes, failureOf, UsageError } from './exit.ts';

declare const __VARCO_VERSION__: string;

/** Every command. `demo-office` is the second process of `demo`. */
const commands: readonly Command[] = [demo, demoOffice, verify, open, seal, receiptWrite, receipt, cardShow, cardExport, cardVerify, cardFingerprintOf, cardCompare, cardChange, auditVerify, auditKey, backupMake, backupCheck, backupRestore];

const languageOf = (args: readonly string[]): Language => {
  const at = args.indexOf('--lang');
  const asked = at === -1 ? (process.env['LANG'] ?? '').slice(0, 2) : args[at + 1];
  const parsed = Language.safeParse(asked);
  return parsed.success ? parsed.data : 'en';
};

/**
 * Runs one command. Standard output carries the result: readable lines, or with `--json` one JSON object on the last
 * line; everything else goes to standard error.
 * @returns the exit code, see `exit.ts`
 */
const main = async (args: readonly string[]): Promise<number> => {
  const json = args.includes('--json');
  const texts = createTexts(languageOf(args));
  const say = (line: string): void => void (json ? process.stderr : process.stdout).write(`${line}\n`);
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    say(texts.t('cli:help'));
    return args.length === 0 ? exitCodes.usage : exitCodes.ok;
  }
  try {
    const command = commands.find(({ words }) => words.every((word, index) => args[index] === word));
    if (command === undefined) throw new UsageError(args.slice(0, 2).join(' '));
    const call: Call = { ...readArguments(command, args.slice(command.words.length)), texts, say, version: __VARCO_VERSION__ };
    const { result, exit } = await command.run(call);
    if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
    return exitCodes[exit ?? 'ok'];
  } catch (error) {
    const failure = failureOf(error);
    const { kind, code, params } = failure;
    const text = kind === 'cli' ? texts.t(`cli:${code}`, { ...params }) : problemText(texts, { kind, code, params });
    process.stderr.write(`${text ?? code}\n`);
    if (failure.exit === 'unexpected' && error instanceof Error) process.stderr.write(`${error.stack ?? error.name}\n`);
    if (json) process.stdout.write(`${JSON.stringify({ error: { class: failure.exit, code, params } })}\n`);
    return exitCodes[failure.exit];
  }
};

process.exitCode = await main(process.argv.slice(2));
