import { UNIVERSAL_ACCESS } from './claims.ts';
import { outlineOf, type Element, type TaggedNode } from './outline.ts';

interface StructElement {
  readonly dictionary: { readonly data: Record<string, unknown> };
  readonly add: (child: object) => StructElement;
}

/** The part of a pdfkit document its types leave out. */
export interface TaggableDocument {
  readonly page: { readonly height: number };
  readonly markContent: (tag: 'Artifact', options: { readonly type: 'Layout' | 'Pagination' }) => void;
  readonly markStructureContent: (tag: string) => object;
  readonly endMarkedContent: () => void;
  readonly struct: (type: string, options?: { readonly alt?: string }) => StructElement;
  readonly addStructure: (element: StructElement) => void;
  readonly appendXML: (xml: string) => void;
}

/** What was marked for one node: pieces of content in the order they were drawn, and where a figure stands. */
interface Marked {
  readonly text: object[];
  readonly marker: object[];
  /** left, top, right, bottom on its page, in points from the top left corner, and the height of that page */
  box?: readonly [number, number, number, number, number];
}

interface Placed {
  readonly x?: number;
  readonly y?: number;
  readonly w?: number;
  readonly h?: number;
  readonly ['_width']?: number;
  readonly ['_height']?: number;
}

const isPlaced = (drawn: object): drawn is Placed & { readonly x: number; readonly y: number } => typeof (drawn as Placed).x === 'number' && typeof (drawn as Placed).y === 'number';

/** Marks what is drawn of one document, and writes the structure tree at its end. */
export class TagWriter {
  readonly #document: TaggableDocument;
  readonly #root: TaggedNode;
  readonly #marked = new Map<TaggedNode, Marked>();
  /** things whose mark stays open for the next one */
  readonly #joined = new Map<object, object>();
  #open = false;

  /** @param root the node everything else lies in */
  constructor(document: TaggableDocument, root: TaggedNode) {
    this.#document = document;
    this.#root = root;
  }

  /** Says before anything is drawn what one mark holds together: `next` follows `drawn` directly and belongs to the same node. */
  plan(drawn: object, type: string, next: object | undefined): void {
    if (next !== undefined && (type === 'line' || type === 'vector')) this.#joined.set(drawn, next);
  }

  /** Before something is drawn. Without an owner it is an artifact. */
  begin(drawn: object, owner: TaggedNode | undefined, marker: boolean): void {
    if (owner !== undefined && owner.text === undefined && isPlaced(drawn)) this.#enclose(owner, drawn);
    if (this.#open) return;
    this.#open = true;
    if (owner === undefined) {
      this.#document.markContent('Artifact', { type: 'Layout' });
      return;
    }
    const content = this.#document.markStructureContent(marker ? 'Lbl' : owner.text === undefined ? 'Figure' : 'P');
    const marked = this.#of(owner);
    (marker ? marked.marker : marked.text).push(content);
  }

  /** After it was drawn. */
  end(drawn: object): void {
    if (this.#joined.has(drawn)) return;
    this.#document.endMarkedContent();
    this.#open = false;
  }

  /** Writes the tree of everything that was marked. */
  finish(): void {
    const document = this.#document.struct('Document');
    for (const element of outlineOf(this.#root)) this.#write(document, element);
    this.#document.addStructure(document);
    this.#document.appendXML(UNIVERSAL_ACCESS);
  }

  #of(node: TaggedNode): Marked {
    const known = this.#marked.get(node);
    if (known !== undefined) return known;
    const marked: Marked = { text: [], marker: [] };
    this.#marked.set(node, marked);
    return marked;
  }

  /** The box around all parts of a figure. */
  #enclose(owner: TaggedNode, drawn: Placed & { readonly x: number; readonly y: number }): void {
    const marked = this.#of(owner);
    const { x, y } = drawn;
    const [left, top, right, bottom] = marked.box ?? [x, y, x, y];
    marked.box = [Math.min(left, x), Math.min(top, y), Math.max(right, x + (drawn['_width'] ?? drawn.w ?? 0)), Math.max(bottom, y + (drawn['_height'] ?? drawn.h ?? 0)), this.#document.page.height];
  }

  #contentOf({ node, marker }: Element): readonly object[] {
    const marked = node === undefined ? undefined : this.#marked.get(node);
    return (marker === true ? marked?.marker : marked?.text) ?? [];
  }

  /** An element without content is left out, but an empty cell still takes its place in the row. */
  #isEmpty(element: Element): boolean {
    return element.type !== 'TD' && element.type !== 'TH' && this.#contentOf(element).length === 0 && element.children.every((child) => this.#isEmpty(child));
  }

  #write(parent: StructElement, element: Element): void {
    if (this.#isEmpty(element)) return;
    const made = this.#document.struct(element.type, element.alt === undefined ? {} : { alt: element.alt });
    for (const content of this.#contentOf(element)) made.add(content);
    for (const child of element.children) this.#write(made, child);
    const attributes = this.#attributes(element, element.node === undefined ? undefined : this.#marked.get(element.node));
    if (attributes !== undefined) made.dictionary.data['A'] = attributes;
    parent.add(made);
  }

  #attributes({ type, scope, colSpan, rowSpan }: Element, marked: Marked | undefined): object | undefined {
    if (type === 'Figure' && marked?.box !== undefined) {
      const [left, top, right, bottom, height] = marked.box;
      return { O: 'Layout', Placement: 'Block', BBox: [left, height - bottom, right, height - top] };
    }
    if (scope === undefined && colSpan === undefined && rowSpan === undefined) return undefined;
    return { O: 'Table', ...(scope === undefined ? {} : { Scope: scope }), ...(colSpan === undefined ? {} : { ColSpan: colSpan }), ...(rowSpan === undefined ? {} : { RowSpan: rowSpan }) };
  }
}
