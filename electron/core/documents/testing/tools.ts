import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PDF on disk as the standard tools see it: qpdf and poppler-utils. A missing tool throws, and so fails the test. */
export interface SeenPdf {
  /** text of all pages in the order it was written, white space as single spaces */
  readonly text: string;
  /** the same, page by page */
  readonly pages: readonly string[];
  /** output of `qpdf --check`; throws when it finds a fault */
  readonly check: () => string;
  readonly fonts: () => readonly { readonly name: string; readonly embedded: boolean; readonly subset: boolean; readonly unicode: boolean }[];
  readonly info: () => Readonly<Record<string, string>>;
  /** names of the files inside */
  readonly attached: () => readonly string[];
  readonly detach: (no: number) => Buffer;
}

const run = (tool: string, args: readonly string[]): string => execFileSync(tool, [...args], { encoding: 'utf8', maxBuffer: 1 << 26 });

/** Writes the bytes into a folder of their own and reads them with the standard tools. */
export const seen = (pdf: Uint8Array): SeenPdf => {
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const file = join(folder, 'document.pdf');
  writeFileSync(file, pdf);
  // -raw: the order of the content, so that the columns of a table do not mix
  const pages = run('pdftotext', ['-raw', file, '-']).split('\f').slice(0, -1);
  return {
    text: pages.join(' ').replace(/\s+/g, ' '),
    pages,
    check: () => run('qpdf', ['--check', file]),
    fonts: () =>
      run('pdffonts', [file])
        .split('\n')
        .slice(2)
        .filter((row) => row.trim() !== '')
        .map((row) => {
          const [, name = '', embedded, subset, unicode] = /^(\S+).*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(row) ?? [];
          return { name, embedded: embedded === 'yes', subset: subset === 'yes', unicode: unicode === 'yes' };
        }),
    info: () => Object.fromEntries(run('pdfinfo', [file]).split('\n').flatMap((row) => (row.includes(':') ? [[row.slice(0, row.indexOf(':')).trim(), row.slice(row.indexOf(':') + 1).trim()]] : []))),
    attached: () => [...run('pdfdetach', ['-list', file]).matchAll(/^\d+: (.*)$/gm)].map((match) => match[1] ?? ''),
    detach: (no) => {
      const to = join(folder, 'attached');
      run('pdfdetach', ['-save', String(no), '-o', to, file]);
      return readFileSync(to);
    },
  };
};
