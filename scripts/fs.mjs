// node:fs with the one thing Node 20 lacks: a glob for `**`, `*` and `{a,b}`.
import { readdirSync } from 'node:fs';

export * from 'node:fs';

/** Files below `root` whose path relative to it matches `pattern`, sorted; node_modules and out are left out. */
export const globSync = (pattern, root) => {
  const source = pattern
    .replace(/[.+^$()|]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, list) => `(?:${list.split(',').join('|')})`)
    .replace(/\*\*\/?|\*/g, (stars) => (stars.startsWith('**') ? '(?:.*/)?' : '[^/]*'));
  const regex = new RegExp(`^${source.replace(/\(\?:\.\*\/\)\?$/, '.*')}$`);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(root.length + 1))
    .filter((path) => !/^(node_modules|out|dist|\.git)\//.test(path) && regex.test(path))
    .toSorted();
};
