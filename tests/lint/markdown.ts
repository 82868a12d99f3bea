import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Made or fetched here, not written by people. */
const NOT_OURS = new Set(['node_modules', 'out', 'dist', 'test-results', '.git']);
/** Where a path in backquotes starts when it means a file or folder of the tree. */
const FROM_ROOT = /^(?:electron|renderer|shared|tests|scripts|docs)\/[\w./-]+$/;
const FENCE = /^(?:```|~~~)[^\n]*\n[\s\S]*?^(?:```|~~~)[ \t]*$/gm;
const CODE = /`([^`\n]+)`/g;
const LINK = /\[(?:[^\]\n]|\n(?!\n))*\]\(\s*<?([^)\s>]+)>?[^)]*\)/g;
const DEFINITION = /^\[[^\]\n]+\]:\s*<?([^\s>]+)/gm;

export interface Broken {
  /** from the root */
  readonly file: string;
  readonly target: string;
  readonly why: 'outside' | 'missing' | 'heading';
}

/** Every Markdown file below a folder, from the root. */
export const markdownFiles = (root: string, folder = ''): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : markdownFiles(root, path);
    return entry.name.endsWith('.md') ? [path] : [];
  });

/** A text without its fenced blocks. */
export const withoutBlocks = (text: string): string => text.replace(FENCE, '');
const captured = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** Where a text links to, addresses of other places left out. */
export const linksOf = (text: string): string[] => {
  const prose = withoutBlocks(text).replace(CODE, '');
  return [...captured(prose, LINK), ...captured(prose, DEFINITION)].filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target));
};

/** Files and folders of the tree that a text names in backquotes. */
export const pathsOf = (text: string): string[] => captured(withoutBlocks(text), CODE).filter((code) => FROM_ROOT.test(code));

/** Names under which headings can be linked to, as code forges make them. */
export const anchorsOf = (text: string): string[] =>
  [...withoutBlocks(text).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );

/** What the links and paths of one file lead to nowhere. */
export const brokenIn = (root: string, file: string): Broken[] => {
  const text = readFileSync(join(root, file), 'utf8');
  const links = linksOf(text).flatMap((target): Broken[] => {
    const [path = '', anchor] = decodeURIComponent(target).split('#');
    const full = path === '' ? join(root, file) : join(root, dirname(file), path);
    if (relative(root, full).split(sep)[0] === '..') return [{ file, target, why: 'outside' }];
    if (!existsSync(full)) return [{ file, target, why: 'missing' }];
    if (anchor === undefined) return [];
    const found = statSync(full).isFile() && anchorsOf(readFileSync(full, 'utf8')).includes(anchor);
    return found ? [] : [{ file, target, why: 'heading' }];
  });
  const paths = pathsOf(text).filter((path) => !existsSync(join(root, path))).map((target): Broken => ({ file, target, why: 'missing' }));
  return [...links, ...paths];
};
