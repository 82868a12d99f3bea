/** `bench envelope`: sealing and opening by size, beside the `age` command on the same bytes in the same run. */
import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decryptInWorker } from '../../electron/core/envelope/decrypt-in-worker.ts';
import { sealInWorker } from '../../electron/core/envelope/seal.ts';
import { writeToMedium } from '../../electron/core/envelope/write-medium.ts';
import { headerParts, openAs, party } from '../conformance/parties.ts';
import { anonymousMb, rounded, timed } from './measure.ts';

const run = promisify(execFile);
const SIZES_MB = [1, 20, 200];
/** Payload files have at most this size, as scans do. */
const FILE_MB = 100;
const MB = 1024 * 1024;
const BATCH = 100;

export interface EnvelopeRow {
  readonly mb: number;
  readonly sealMs: number;
  readonly openMs: number;
  /** the most memory of its own that the process took on top of what it began with, in MB */
  readonly sealMemoryMb: number;
  readonly openMemoryMb: number;
}
export interface EnvelopeBench {
  readonly area: 'envelope';
  readonly sizes: readonly (EnvelopeRow & { readonly ageEncryptMs: number; readonly ageDecryptMs: number; readonly sealPerAge: number; readonly openPerAge: number })[];
  /** as many small envelopes, each sealed in a worker of its own, written and opened */
  readonly batch: { readonly envelopes: number; readonly sealMs: number; readonly openMs: number; readonly sealPerEnvelopeMs: number; readonly openPerEnvelopeMs: number };
}

/** Looks at the memory of this process while work goes on. */
const withPeak = async <T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly peakMb: number; readonly result: T }> => {
  const before = anonymousMb();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, anonymousMb());
  }, 20);
  try {
    const { ms, result } = await timed(work);
    return { ms: Math.round(ms), peakMb: Math.max(most, anonymousMb()) - before, result };
  } finally {
    clearInterval(watch);
  }
};

const filled = (file: string, mb: number): void => {
  const handle = openSync(file, 'wx');
  for (let at = 0; at < mb; at += 1) writeSync(handle, randomBytes(MB));
  closeSync(handle);
};

/** One size in this process, which is a fresh one. */
export const runEnvelopeStep = async (dir: string, mb: number): Promise<EnvelopeRow> => {
  const [prison, probation] = await Promise.all([party('Prison'), party('Probation')]);
  const payload = Array.from({ length: Math.ceil(mb / FILE_MB) }, (_, at) => {
    const file = join(dir, `scan-${at}`);
    filled(file, Math.min(FILE_MB, mb - at * FILE_MB));
    return { path: `scan-${at}.bin`, bytes: { file, size: statSync(file).size } };
  });
  const sealed = await withPeak(async () => {
    const one = await sealInWorker({ header: headerParts(prison, probation), payload, signingKey: prison.keys.signingKey });
    await writeToMedium({ folder: dir, fileName: one.fileName, bytes: one.bytes });
    one.bytes.close();
    return join(dir, one.fileName);
  });
  const opened = await withPeak(async () => {
    const report = await openAs(probation, { file: sealed.result, size: statSync(sealed.result).size }, [prison], { decrypt: decryptInWorker });
    if (report.envelope === undefined) throw report.error ?? new Error('not opened');
    report.close();
  });
  return { mb, sealMs: sealed.ms, openMs: opened.ms, sealMemoryMb: sealed.peakMb, openMemoryMb: opened.peakMb };
};

const age = (args: readonly string[]): void => {
  const done = spawnSync('age', args, { encoding: 'utf8' });
  if (done.error !== undefined || done.status !== 0) throw new Error(`age: ${done.error?.message ?? done.stderr}`);
};

const besideAge = async (dir: string, mb: number): Promise<{ readonly encryptMs: number; readonly decryptMs: number }> => {
  const { keys } = await party('Age');
  writeFileSync(join(dir, 'key'), `${keys.ageIdentity}\n`, { mode: 0o600 });
  filled(join(dir, 'plain'), mb);
  const encrypt = await timed(() => age(['-r', keys.ageRecipient, '-o', join(dir, 'age'), join(dir, 'plain')]));
  const decrypt = await timed(() => age(['-d', '-i', join(dir, 'key'), '-o', join(dir, 'out'), join(dir, 'age')]));
  return { encryptMs: Math.round(encrypt.ms), decryptMs: Math.round(decrypt.ms) };
};

const batch = async (dir: string): Promise<EnvelopeBench['batch']> => {
  const [prison, probation] = await Promise.all([party('Prison'), party('Probation')]);
  const files: string[] = [];
  const payload = [{ path: 'case.json', bytes: randomBytes(20_000) }, { path: 'plan-ro.pdf', bytes: randomBytes(60_000) }];
  const seal = await timed(async () => {
    for (let at = 0; at < BATCH; at += 1) {
      const one = await sealInWorker({ header: headerParts(prison, probation, { reference: `B-${at}`, sequence: at + 1 }), payload, signingKey: prison.keys.signingKey });
      await writeToMedium({ folder: dir, fileName: one.fileName, bytes: one.bytes });
      one.bytes.close();
      files.push(join(dir, one.fileName));
    }
  });
  const open = await timed(async () => {
    for (const file of files) {
      const report = await openAs(probation, { file, size: statSync(file).size }, [prison], { decrypt: decryptInWorker });
      if (report.envelope === undefined) throw report.error ?? new Error('not opened');
      report.close();
    }
  });
  return { envelopes: BATCH, sealMs: Math.round(seal.ms), openMs: Math.round(open.ms), sealPerEnvelopeMs: rounded(seal.ms / BATCH), openPerEnvelopeMs: rounded(open.ms / BATCH) };
};

export const benchEnvelope = async (say: (line: string) => void): Promise<EnvelopeBench> => {
  const dir = await mkdtemp(join(tmpdir(), 'varco-bench-'));
  const own = (name: string): string => {
    const folder = join(dir, name);
    mkdirSync(folder);
    return folder;
  };
  try {
    const sizes = [];
    for (const mb of SIZES_MB) {
      say(`envelope: ${mb} MB`);
      const { stdout } = await run(process.execPath, [process.argv[1] ?? '', 'step', 'envelope', own(`ours-${mb}`), String(mb)], { maxBuffer: 1 << 20 });
      const row = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as EnvelopeRow;
      const { encryptMs, decryptMs } = await besideAge(own(`age-${mb}`), mb);
      sizes.push({ ...row, ageEncryptMs: encryptMs, ageDecryptMs: decryptMs, sealPerAge: rounded(row.sealMs / encryptMs), openPerAge: rounded(row.openMs / decryptMs) });
    }
    say(`envelope: ${BATCH} small ones`);
    return { area: 'envelope', sizes, batch: await batch(own('batch')) };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};

export const envelopeText = ({ sizes, batch: { envelopes, sealMs, openMs, sealPerEnvelopeMs, openPerEnvelopeMs } }: EnvelopeBench): string =>
  [
    `${''.padEnd(8)}${'seal'.padStart(10)}${'age'.padStart(10)}${'ratio'.padStart(8)}${'memory'.padStart(10)}${'open'.padStart(10)}${'age'.padStart(10)}${'ratio'.padStart(8)}${'memory'.padStart(10)}`,
    ...sizes.map((row) =>
      [
        `${row.mb} MB`.padEnd(8),
        ...[`${row.sealMs} ms`, `${row.ageEncryptMs} ms`].map((cell) => cell.padStart(10)),
        String(row.sealPerAge).padStart(8),
        ...[`+${row.sealMemoryMb} MB`, `${row.openMs} ms`, `${row.ageDecryptMs} ms`].map((cell) => cell.padStart(10)),
        String(row.openPerAge).padStart(8),
        `+${row.openMemoryMb} MB`.padStart(10),
      ].join(''),
    ),
    `${envelopes} small ones, a worker each: sealed and written in ${sealMs} ms, opened in ${openMs} ms; of each ${sealPerEnvelopeMs} and ${openPerEnvelopeMs} ms`,
  ].join('\n');
