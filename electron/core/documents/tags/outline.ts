import type { Tag } from './tag.ts';

/** A node of a definition as far as its place in the structure goes, after pdfmake prepared it. */
export interface TaggedNode {
  readonly tag?: Tag;
  readonly alt?: string;
  readonly text?: unknown;
  readonly stack?: readonly TaggedNode[];
  readonly columns?: readonly TaggedNode[];
  readonly ul?: readonly TaggedNode[];
  readonly ol?: readonly TaggedNode[];
  readonly table?: { readonly body: readonly (readonly TaggedNode[])[]; readonly headerRows?: number };
  readonly svg?: unknown;
  readonly image?: unknown;
  readonly qr?: unknown;
  readonly canvas?: unknown;
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

/** An element of the structure tree; `node` is the one whose marked content it holds. */
export interface Element {
  readonly type: string;
  readonly node?: TaggedNode;
  /** the node's list marker instead of its text */
  readonly marker?: true;
  readonly alt?: string;
  readonly scope?: 'Row' | 'Column';
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly children: readonly Element[];
}

/** Whether a cell is only the place that the cell before or above it covers. */
const isCovered = (cell: TaggedNode): boolean => (cell as { readonly [key: string]: unknown })['_span'] === true;

const isFigure = (node: TaggedNode): boolean => node.svg !== undefined || node.image !== undefined || node.qr !== undefined || node.canvas !== undefined;

/** Whether a text says anything: an empty one only holds its place. */
const hasWords = (text: unknown): boolean => {
  if (typeof text === 'string') return text.trim() !== '';
  if (Array.isArray(text)) return text.some(hasWords);
  return text !== null && typeof text === 'object' ? 'text' in text && hasWords(text.text) : text !== undefined;
};

/** Whether what is drawn of a node belongs to the structure; everything else is an artifact. */
export const isContent = (node: TaggedNode): boolean => node.tag !== 'Artifact' && (hasWords(node.text) || (isFigure(node) && node.alt !== undefined));

const list = (items: readonly (readonly Element[])[], labelled: (at: number) => readonly Element[] = () => []): readonly Element[] => [
  { type: 'L', children: items.map((item, at): Element => ({ type: 'LI', children: [...labelled(at), { type: 'LBody', children: item }] })) },
];

/** The first text of a node: the list marker is drawn beside it. */
const firstText = (node: TaggedNode): TaggedNode | undefined => {
  if (node.text !== undefined) return node;
  for (const inner of [...(node.stack ?? []), ...(node.columns ?? []), ...(node.ul ?? []), ...(node.ol ?? []), ...(node.table?.body.flat() ?? [])]) {
    const found = firstText(inner);
    if (found !== undefined) return found;
  }
  return undefined;
};

const labels = (items: readonly TaggedNode[]) => (at: number): readonly Element[] => {
  const item = items[at];
  const leaf = item === undefined ? undefined : firstText(item);
  return leaf === undefined ? [] : [{ type: 'Lbl', node: leaf, marker: true, children: [] }];
};

/** A cell holds its text itself; anything more stands in it as elements. */
const cellOf = (cell: TaggedNode, head: boolean): Element => {
  const rowHead = cell.tag === 'TH';
  const plain = cell.text !== undefined && (cell.tag === undefined || rowHead);
  return {
    type: head || rowHead ? 'TH' : 'TD',
    ...(head ? { scope: 'Column' as const } : rowHead ? { scope: 'Row' as const } : {}),
    ...(cell.colSpan !== undefined && cell.colSpan > 1 ? { colSpan: cell.colSpan } : {}),
    ...(cell.rowSpan !== undefined && cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    ...(plain ? { node: cell, children: [] } : { children: elementsOf(cell) }),
  };
};

const tableOf = (node: TaggedNode): readonly Element[] => {
  const { body, headerRows = 0 } = node.table ?? { body: [] };
  if (node.tag === 'L') return list(body.map((row) => row.flatMap(elementsOf)));
  if (node.tag !== 'Table' && headerRows === 0) return body.flat().flatMap(elementsOf);
  return [{ type: 'Table', children: body.map((row, at): Element => ({ type: 'TR', children: row.filter((cell) => !isCovered(cell)).map((cell) => cellOf(cell, at < headerRows)) })) }];
};

/**
 * The elements a node is for somebody who does not see the page, in reading order. What holds nothing is left out by
 * whoever writes the tree.
 * Source: ISO 32000-1 §14.8.4 (standard structure types), ISO 14289-1 §7 (figures, tables, lists, headings).
 */
const elementsOf = (node: TaggedNode): readonly Element[] => {
  if (node.tag === 'Artifact' || isCovered(node)) return [];
  if (node.table !== undefined) return tableOf(node);
  if (node.ul !== undefined) return list(node.ul.map(elementsOf));
  if (node.ol !== undefined) return list(node.ol.map(elementsOf), labels(node.ol));
  if (node.text !== undefined) return [{ type: node.tag === undefined || node.tag === 'TH' ? 'P' : node.tag, node, children: [] }];
  if (isFigure(node)) return node.alt === undefined ? [] : [{ type: 'Figure', node, alt: node.alt, children: [] }];
  return [...(node.stack ?? []), ...(node.columns ?? [])].flatMap(elementsOf);
};

const levelOf = ({ type }: Element): number | undefined => (/^H[1-6]$/.test(type) ? Number(type[1]) : undefined);

/**
 * Headings without a level left out: what says nothing of its own level 2 has level 3 come directly under level 1.
 * Source: ISO 14289-1 §7.4.2.
 */
const levelled = (elements: readonly Element[]): readonly Element[] => {
  const used = new Set<number>();
  const collect = (element: Element): void => {
    const level = levelOf(element);
    if (level !== undefined) used.add(level);
    element.children.forEach(collect);
  };
  elements.forEach(collect);
  const ranks = [...used].toSorted((a, b) => a - b);
  let before = 0;
  const put = (element: Element): Element => {
    const level = levelOf(element);
    if (level === undefined) return { ...element, children: element.children.map(put) };
    before = Math.min(ranks.indexOf(level) + 1, before + 1);
    return { ...element, type: `H${before}` };
  };
  return elements.map(put);
};

/** What a whole document is for somebody who does not see its pages: its elements in reading order. */
export const outlineOf = (root: TaggedNode): readonly Element[] => levelled(elementsOf(root));
