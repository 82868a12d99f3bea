// node:fs with the one thing Node 20 lacks: a glob for `**`, `*` and `{a,b}`.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export * from 'node:fs';

const LEFT_OUT = new Set(['node_modules', 'out', 'dist', '.git']);

/** Paths of all files below root/base, relative to root. */
const walk = (root, base) =>
  readdirSync(join(root, base), { withFileTypes: true }).flatMap((entry) => {
    const path = base === '' ? entry.name : `${base}/${entry.name}`;
    if (entry.isDirectory()) return base === '' && LEFT_OUT.has(entry.name) ? [] : walk(root, path);
    return entry.isFile() ? [path] : [];
  });

/**
 * Files below `root` whose path relative to it matches `pattern`, sorted; node_modules, out and dist of the root are
 * left out. Only the folder that the pattern names before its first wildcard is read.
 */
export const globSync = (pattern, root) => {
  const source = pattern
    .replace(/[.+^$()|]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, list) => `(?:${list.split(',').join('|')})`)
    .replace(/\*\*\/?|\*/g, (stars) => (stars.startsWith('**') ? '(?:.*/)?' : '[^/]*'));
  const regex = new RegExp(`^${source.replace(/\(\?:\.\*\/\)\?$/, '.*')}$`);
  const base = pattern.slice(0, pattern.search(/[*{]|$/)).replace(/\/?[^/]*$/, '');
  if (!existsSync(join(root, base))) return [];
  return walk(root, base).filter((path) => regex.test(path)).toSorted();
};
