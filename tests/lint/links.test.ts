import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DIRECTIONS } from '../../scripts/lint/directions.mjs';
import { brokenIn, linksOf, markdownFiles, pathsOf } from './markdown.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const files = markdownFiles(root);
const manifest = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

/** `npm run check`, `npm test`: the names of npm scripts a text tells people to run. */
const scriptsIn = (text: string): string[] => [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(([, run, own]) => run ?? own ?? '');

describe('what the documents point to', () => {
  it('is there: every relative link with its heading, every file and folder named', () => {
    expect(files.flatMap((file) => brokenIn(root, file))).toEqual([]);
    // a check that found nothing to look at would always pass
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((file) => linksOf(read(file))).length).toBeGreaterThan(20);
    expect(files.flatMap((file) => pathsOf(read(file))).length).toBeGreaterThan(50);
  });

  it('is seen when it is not there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'varco-'));
    mkdirSync(join(folder, 'docs'));
    writeFileSync(join(folder, 'docs/other.md'), '# A heading, with `code`\n');
    writeFileSync(
      join(folder, 'docs/page.md'),
      [
        '# Page',
        '[good](other.md) [good](other.md#a-heading-with-code) [good](#page) [elsewhere](https://example.org/none)',
        '[gone](none.md) [no heading](other.md#none) [out](../../etc/passwd) ![picture](none.png) [broken\nover lines](lines.md)',
        '[defined]: gone.md',
        '`shared/none.ts` and `electron/<any>/x.ts`, `[not](a-link.md)`',
        '```\n[in a block](block.md)\n```',
      ].join('\n\n'),
    );
    expect(brokenIn(folder, 'docs/page.md').map(({ target, why }) => `${target} ${why}`)).toEqual([
      'none.md missing',
      'other.md#none heading',
      '../../etc/passwd outside',
      'none.png missing',
      'lines.md missing',
      'gone.md missing',
      'shared/none.ts missing',
    ]);
  });
});

describe('the commands people are told to run', () => {
  const told = files.flatMap((file) => scriptsIn(read(file)).map((name) => ({ file, name })));

  it('exist', () => {
    expect(told.filter(({ name }) => manifest.scripts[name] === undefined)).toEqual([]);
    expect(told.length).toBeGreaterThan(20);
  });

  it('are all in the main README', () => {
    const main = new Set(told.filter(({ file }) => file === 'README.md').map(({ name }) => name));
    expect(Object.keys(manifest.scripts).filter((name) => !main.has(name))).toEqual([]);
  });
});

describe('a README of a few lines', () => {
  const inside = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${folder}/${name}`);
  const subsystems = [...Object.keys(DIRECTIONS).filter((folder) => folder !== ''), ...inside('electron/core/services'), ...inside('renderer/features')];

  it.each(subsystems)('stands in %s', (folder) => {
    expect(existsSync(join(root, folder, 'README.md'))).toBe(true);
  });
});
