import { beforeAll, describe, expect, it } from 'vitest';
import { definitionOf } from './definition.ts';
import { printable } from './printable.ts';
import { renderPages } from './render.ts';
import { everyDocument } from './testing/every-document.ts';
import { drawn, everyElement, figuresOf, structureOf, type SeenElement } from './testing/structure.ts';

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** The texts of a definition in the order they were written, each printed as one. */
const textsOf = (node: unknown): readonly string[] => {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (node === null || typeof node !== 'object') return [];
  const parts: { readonly [key: string]: unknown } = { ...node };
  if (parts['tag'] === 'Artifact') return [];
  const { text } = parts;
  if (text !== undefined) return [textsOf(text).join('')];
  const { body } = (parts['table'] ?? {}) as { readonly body?: unknown };
  return [parts['stack'], parts['columns'], parts['ul'], parts['ol'], body].flatMap(textsOf);
};

const levelsOf = (tree: SeenElement): readonly number[] => everyElement(tree).flatMap(({ type }) => (/^H\d$/.test(type) ? [Number(type[1])] : []));

// one language says what all do: the texts are other ones, the parts are the same
describe.each([...everyDocument('rich', 'ro'), ...everyDocument('bare', 'it').map(([name, request]) => [`${name} with next to nothing`, request] as const)])('%s, read aloud', (_name, request) => {
  let pdf: Uint8Array;
  let tree: SeenElement;
  beforeAll(async () => {
    ({ pdf } = await renderPages(request));
    tree = structureOf(pdf);
  }, 120_000);

  it('says everything that is written on it', () => {
    const told = squeezed(everyElement(tree).map(({ text }) => text).join(''));
    const texts = textsOf(definitionOf(request).pdf.content).map((text) => squeezed(printable(text))).filter((text) => text !== '');
    expect(texts.length).toBeGreaterThan(4);
    for (const text of texts) expect(told).toContain(text);
  });

  it('begins with its one title, and no heading is two levels below the one before', () => {
    const levels = levelsOf(tree);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, at) => expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1));
  });

  it('has tables whose rows are as long as each other, with heads, and lists of items', () => {
    for (const table of everyElement(tree).filter(({ type }) => type === 'Table')) {
      const lengths = table.children.map(({ children }) => children.reduce((sum, { colSpan = 1 }) => sum + colSpan, 0));
      expect(new Set(lengths).size, drawn(table)).toBe(1);
      const heads = everyElement(table).filter(({ type }) => type === 'TH');
      expect(heads.length).toBeGreaterThan(0);
      for (const head of heads) expect(['Row', 'Column']).toContain(head.scope);
    }
    for (const list of everyElement(tree).filter(({ type }) => type === 'L')) for (const item of list.children) expect(item.type).toBe('LI');
  });

  it('says of every figure what it is and where', () => {
    for (const { alt, box } of figuresOf(pdf)) {
      expect(alt?.length ?? 0).toBeGreaterThan(4);
      expect(box).toHaveLength(4);
    }
  });
});
