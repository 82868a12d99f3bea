// The lint rule `varco/imports`: imports go one way (table in directions.mjs). It looks at every form an import can
// take: static, for its effect, type-only, re-export, dynamic, import types, import-equals and require. A path is
// resolved before it is judged, so no spelling of it gets around the table.
import { builtinModules } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BESIDE_SOURCE, DIRECTIONS, FORBIDDEN_WITH_STAR } from './directions.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const FOLDERS = Object.keys(DIRECTIONS).toSorted((a, b) => b.length - a.length);
const BUILT_IN = new Set(builtinModules);

const isBelow = (path, folder) => folder === '' || path === folder || path.startsWith(`${folder}/`);
const isTest = (path) => /\.test\.(ts|tsx|mjs)$/.test(path);

/** The folder of the table that holds a file; undefined where nobody has decided yet. */
const folderOf = (path) => FOLDERS.find((folder) => (folder === '' ? !path.includes('/') : isBelow(path, folder)));

const packageOf = (specifier) => specifier.split('?')[0].split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

const mayUsePackage = (name, packages) => {
  if (packages.includes(name)) return true;
  const scope = name.startsWith('@') ? `${name.split('/')[0]}/*` : null;
  if (scope && packages.includes(scope)) return true;
  return packages.includes('*') && !FORBIDDEN_WITH_STAR.some((item) => item === name || item === scope);
};

/**
 * Why a file may not import something; null when it may.
 * @param path      the importing file, from the root, with forward slashes
 * @param specifier what stands in the import
 */
export const refusal = (path, specifier) => {
  const folder = folderOf(path);
  if (folder === undefined) return `no import directions for ${dirname(path)}: decide what it may import`;
  const own = DIRECTIONS[folder];
  const extra = isTest(path) ? BESIDE_SOURCE : { folders: [], packages: [] };
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(path), specifier.split('?')[0]);
    // its own folder means exactly that: a folder inside it with a line of its own counts as another
    const allowed = folderOf(target) === folder || [...own.folders, ...extra.folders].some((name) => isBelow(target, name));
    return allowed ? null : `${folder || 'the root'} may not import ${target}`;
  }
  // a name of package.json's `imports` leads into our own built files: only where the table has it
  if (specifier.startsWith('#') && own.packages.includes(specifier)) return null;
  if (/^[/#]|^[a-z]+:(?!\w+$)/i.test(specifier) && !specifier.startsWith('node:')) return `${specifier} is neither a package nor a relative path`;
  const name = packageOf(specifier);
  const builtIn = specifier.startsWith('node:') || BUILT_IN.has(specifier) || BUILT_IN.has(name);
  const packages = [...own.packages, ...extra.packages];
  return (builtIn ? packages.includes('node') : packages.includes(specifier) || mayUsePackage(name, packages)) ? null : `${folder || 'the root'} may not import ${builtIn ? specifier : name}`;
};

/** The text of a literal or of a template without holes; null when the name is computed. */
const textOf = (node) => {
  if (node?.type === 'TSLiteralType') return textOf(node.literal);
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node?.type === 'TemplateLiteral' && node.expressions.length === 0 ? node.quasis[0].value.cooked : null;
};

const imports = {
  meta: { type: 'problem', docs: { description: 'imports go one way' } },
  create(context) {
    const path = relative(root, context.filename).split(sep).join('/');
    const judge = (node, source) => {
      if (!source) return;
      const specifier = textOf(source);
      const message = specifier === null ? (isBelow(path, 'tests') || isBelow(path, 'scripts') ? null : 'what is imported must be written out, so that it can be checked') : refusal(path, specifier);
      if (message) context.report({ node, message: `${message} (scripts/lint/directions.mjs)` });
    };
    return {
      ImportDeclaration: (node) => judge(node, node.source),
      ExportNamedDeclaration: (node) => judge(node, node.source),
      ExportAllDeclaration: (node) => judge(node, node.source),
      ImportExpression: (node) => judge(node, node.source),
      TSImportType: (node) => judge(node, node.source ?? node.argument),
      TSExternalModuleReference: (node) => judge(node, node.expression),
      CallExpression: (node) => {
        const { callee } = node;
        const name = callee.type === 'MemberExpression' ? callee.object : callee;
        if (name.type === 'Identifier' && name.name === 'require') judge(node, node.arguments[0]);
      },
    };
  },
};

const plugin = { meta: { name: 'varco' }, rules: { imports } };
// oxlint reads a plugin from the default export
// oxlint-disable-next-line import/no-default-export
export default plugin;
