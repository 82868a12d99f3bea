import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flipped, folderOfItsOwn, lastLine, run } from './tools.ts';

const root = join(import.meta.dirname, '../..');
const varco = join(root, 'out/core/varco.js');
const out = folderOfItsOwn();
const at = (...parts: string[]): string => join(out, ...parts);
/** Without any network at all; an ordinary user needs a user namespace for that. */
const offline = process.getuid?.() === 0 ? ['-n'] : ['-r', '-n'];

interface Summary {
  readonly handover: { readonly fileName: string };
  readonly receipt: { readonly file: string; readonly status: string };
  readonly registers: readonly { readonly file: string; readonly rows: number; readonly imported: number; readonly refused: readonly { row: number; reason: string }[] }[];
  readonly arrival: { readonly samePerson: boolean; readonly repeatChangesNothing: boolean };
  readonly audit: Readonly<Record<'prison' | 'office', { readonly intact: boolean }>>;
  readonly course: { readonly enrolled: number; readonly refused: readonly { row: number }[] };
}
let summary: Summary;
let envelope: string;
let spoken: string;

beforeAll(() => {
  const demo = run('unshare', [...offline, process.execPath, varco, 'demo', '--out', out, '--lang', 'ro']);
  if (demo.code !== 0) throw new Error(`the demo ended with ${demo.code}: ${demo.err}`);
  spoken = demo.out;
  summary = JSON.parse(readFileSync(at('summary.json'), 'utf8')) as Summary;
  envelope = at('media', summary.handover.fileName);
}, 300_000);

afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('the story without a network', () => {
  it('writes what it says it writes, and a short account', () => {
    expect(readdirSync(at('media')).toSorted()).toEqual(['README.txt', summary.handover.fileName]);
    expect(readdirSync(at('receipts')).toSorted()).toEqual(['README.txt', summary.receipt.file]);
    expect(readdirSync(at('pdf')).toSorted()).toEqual(['en', 'it', 'ro'].flatMap((l) => [`person-copy.${l}.pdf`, `plan.${l}.pdf`]).toSorted());
    expect(readdirSync(at('keys')).toSorted()).toEqual(['allowed_signers', 'recipient.agekey', 'sender-id.txt']);
    expect(spoken).toContain('ro-register-export.csv');
    expect(spoken).not.toMatch(/demo\.account|\{\{/);
  });

  it('names every refused row of the registers and why', () => {
    expect(summary.registers.map(({ file, rows, imported }) => [file, rows, imported])).toEqual([
      ['ro-register-export.csv', 60, 55],
      ['ro-register-export-week2.csv', 61, 5],
      ['it-register-export.csv', 40, 38],
    ]);
    expect(summary.registers[0]?.refused).toEqual([
      { row: 12, reason: 'NUMBER_TWICE' },
      { row: 13, reason: 'NUMBER_TWICE' },
      { row: 25, reason: 'BIRTH_DATE_INVALID' },
      { row: 54, reason: 'UNDER_18' },
    ]);
    expect(summary.registers[2]?.refused).toEqual([
      { row: 5, reason: 'FORMULA' },
      { row: 22, reason: 'BIRTH_DATE_INVALID' },
    ]);
  });

  it('enrols who is known and names the numbers that are not', () => {
    expect(summary.course).toMatchObject({ enrolled: 12, refused: [{ row: 4 }, { row: 15 }, { row: 17 }] });
  });

  it('ends with the receipt, one person, nothing imported twice, both trails intact', () => {
    expect(summary.receipt.status).toBe('ACCEPTED');
    expect(summary.arrival).toMatchObject({ samePerson: true, repeatChangesNothing: true });
    expect(summary.audit).toMatchObject({ prison: { intact: true }, office: { intact: true } });
  });

  it('puts no name of a person into a file name', () => {
    const files = readdirSync(out, { recursive: true }).map(String).join(' ').toLowerCase();
    for (const name of ['ciobanu', 'vasile', 'tm-2025', '1063']) expect(files).not.toContain(name);
  });
});

describe('the envelope, by standard tools alone', () => {
  const script = join(import.meta.dirname, 'open-with-standard-tools.sh');
  const senderId = (): string => readFileSync(at('keys', 'sender-id.txt'), 'utf8').trim();

  it('opens, verifies and holds the case', () => {
    const opened = run('sh', [script, envelope, at('keys/recipient.agekey'), at('keys/allowed_signers'), senderId()], { cwd: out });
    expect(opened).toMatchObject({ code: 0 });
    const folder = lastLine(opened.out);
    expect(readdirSync(join(folder, 'data')).toSorted()).toEqual(['case.json', 'plan-ro.pdf']);
    const text = readFileSync(join(folder, 'data/case.json'), 'utf8');
    expect(text).toContain('Vreau să lucrez ca sudor');
    // what a register says of origin, and what was never asked for, does not leave
    for (const kept of ['maghiară', 'Regim', 'semideschis', 'createdBy', 'setBy']) expect(text).not.toContain(kept);
    rmSync(join(folder, '..'), { recursive: true });
  });

  it('a damaged one does not', () => {
    const bytes = readFileSync(envelope);
    const damaged = at('damaged.age');
    writeFileSync(damaged, flipped(bytes, bytes.length - 40, 1));
    expect(run('sh', [script, damaged, at('keys/recipient.agekey'), at('keys/allowed_signers'), senderId()], { cwd: out }).code).toBe(3);
    rmSync(damaged);
  });
});

describe('the command line', () => {
  const keys = ['--key', at('keys/recipient.agekey'), '--signers', at('keys/allowed_signers')];
  const call = (...args: string[]) => run(process.execPath, [varco, ...args]);

  it('verifies an envelope and says so in JSON', () => {
    const done = call('verify', envelope, ...keys, '--json');
    expect(done.code).toBe(0);
    expect(JSON.parse(lastLine(done.out))).toMatchObject({ verified: true, kind: 'handover', demo: true });
  });

  it('writes the content in clear only where asked, and never over something', () => {
    const folder = at('opened');
    expect(call('open', envelope, ...keys, '--out', folder).code).toBe(0);
    expect(existsSync(join(folder, 'data/case.json'))).toBe(true);
    expect(call('open', envelope, ...keys, '--out', folder).code).toBe(6);
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['an unknown command', ['conquer'], 2],
    ['an unknown option', ['verify', 'x', '--force'], 2],
    ['a file that is not there', ['verify', '/nonexistent', ...keys], 6],
    ['a file that is no envelope', ['verify', join(root, 'package.json'), ...keys], 4],
    ['a folder that holds no vault', ['card', 'show', '--vault', '/nonexistent'], 5],
    ['no vault named', ['audit', 'verify'], 2],
  ])('%s ends with its own code and a sentence', (_name, args, code) => {
    const done = call(...args, '--lang', 'it');
    expect(done.code).toBe(code);
    expect(done.err + done.out).not.toMatch(/\bat .*\.js:\d+|\{\{/);
    expect((done.err + done.out).trim()).not.toBe('');
  });
});

describe.each(['plan', 'person-copy'])('every %s as PDF', (document) => {
  // letters that the texts of this very case hold; the documents' own tests draw the whole alphabets
  const exact: Readonly<Record<string, string>> = { ro: 'șțăîâ', it: document === 'plan' ? 'àèò' : 'èìò', en: 'ă' };

  it.each(['ro', 'it', 'en'])('%s', (language) => {
    const pdf = at('pdf', `${document}.${language}.pdf`);
    expect(run('qpdf', ['--check', pdf]).code).toBe(0);
    const fonts = run('pdffonts', [pdf]).out.trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/yes yes yes\s+\d+\s+\d+$/);
    const text = run('pdftotext', ['-layout', pdf, '-']).out;
    for (const letter of exact[language] ?? '') expect(text).toContain(letter);
    expect(text).not.toMatch(/[şţŞŢ]|\{\{|[a-z]+\.[a-z]+\.[a-z]+\.[a-z]+/);
    const attached = run('pdfdetach', ['-list', pdf]).out;
    if (document === 'plan') expect(attached).toMatch(/^1 embedded files[\s\S]*json/);
    else expect(attached).toMatch(/^0 embedded files/);
    expect(run('pdfinfo', [pdf]).out).not.toMatch(/Ciobanu|Vasile/);
  });
});
