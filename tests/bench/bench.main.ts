/**
 * bench AREA [--docs N] [--json]: measures an area and prints it as text, or as JSON on the last line.
 * Progress goes to stderr. To add an area: a module with the measurement and its text, and a line in `areas`.
 */
import { parseArgs } from 'node:util';
import { auditText, benchAudit } from './audit.ts';
import { benchEnvelope, envelopeText, runEnvelopeStep } from './envelope.ts';
import { benchHome, homeText } from './home.ts';
import { benchVault, runStep, vaultText } from './vault.ts';

interface Area {
  readonly docs: number;
  run(docs: number, say: (line: string) => void): Promise<{ readonly json: object; readonly text: string }>;
}

const areas: { readonly [name: string]: Area } = {
  vault: {
    docs: 200_000,
    run: async (docs, say) => {
      const result = await benchVault(docs, say);
      return { json: result, text: vaultText(result) };
    },
  },
  audit: {
    docs: 200_000,
    run: async (docs, say) => {
      const result = await benchAudit(docs, say);
      return { json: result, text: auditText(result) };
    },
  },
  envelope: {
    docs: 1,
    run: async (_, say) => {
      const result = await benchEnvelope(say);
      return { json: result, text: envelopeText(result) };
    },
  },
  home: {
    docs: 200_000,
    run: async (docs, say) => {
      const result = await benchHome(docs, say);
      return { json: result, text: homeText(result) };
    },
  },
};

const main = async (): Promise<void> => {
  if (process.argv[2] === 'step' && process.argv[3] === 'envelope') {
    process.stdout.write(`${JSON.stringify(await runEnvelopeStep(process.argv[4] ?? '', Number(process.argv[5])))}\n`);
    return;
  }
  if (process.argv[2] === 'step') {
    process.stdout.write(`${JSON.stringify(await runStep(process.argv.slice(3)))}\n`);
    return;
  }
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { docs: { type: 'string' }, json: { type: 'boolean', default: false } } });
  const area = areas[positionals[0] ?? ''];
  if (area === undefined) throw new Error(`bench AREA [--docs N] [--json]; areas: ${Object.keys(areas).join(', ')}`);
  const docs = values.docs === undefined ? area.docs : Number(values.docs);
  if (!Number.isSafeInteger(docs) || docs < 1) throw new Error('--docs takes a whole number');
  const { json, text } = await area.run(docs, (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${values.json ? JSON.stringify(json) : text}\n`);
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
