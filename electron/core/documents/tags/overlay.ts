import elementWriterPart from 'pdfmake/js/ElementWriter.js';
import layoutBuilderPart from 'pdfmake/js/LayoutBuilder.js';
import rendererPart from 'pdfmake/js/Renderer.js';
import { isContent, type TaggedNode } from './outline.ts';
import { TagWriter, type TaggableDocument } from './tag-writer.ts';

/**
 * Pdfmake lays nodes out into things to draw (lines, vectors, drawings) and forgets which node each came from. Here its
 * layout remembers, and its renderer marks what it draws. Written for pdfmake 0.3.11: the tests beside this file read
 * the finished tree back and fail when a new version lays out otherwise.
 */

/** Something to draw; `owner` and `marker` travel with it when pdfmake copies it to another page. */
interface Drawn {
  tagOwner?: TaggedNode;
  tagMarker?: boolean;
}

interface PageItem {
  readonly type: string;
  readonly item: Drawn;
}

interface Page {
  readonly items: readonly PageItem[];
}

interface Block {
  readonly items: readonly PageItem[];
  /** only the repeated head of a table has it */
  readonly insertedOnPages?: unknown;
}

interface Writer {
  tagOwner: TaggedNode | undefined;
  addLine: (line: Drawn, beside?: boolean, index?: number) => unknown;
  addVector: (vector: Drawn, ...others: unknown[]) => unknown;
  addImage: (image: Drawn, index?: number) => unknown;
  addSVG: (image: Drawn, index?: number) => unknown;
  addFragment: (block: Block, ...others: unknown[]) => unknown;
}

interface Builder {
  readonly writer: Writer;
  tagRoot: TaggedNode | undefined;
  tagOutside: boolean | undefined;
  processNode: (node: TaggedNode, ...others: unknown[]) => void;
  addHeadersAndFooters: (...all: unknown[]) => void;
  addBackground: (...all: unknown[]) => void;
  layoutDocument: (content: unknown, document: object, ...others: unknown[]) => Page[];
}

interface Renderer {
  readonly pdfDocument: TaggableDocument;
  tags: TagWriter | undefined;
  renderPages: (pages: readonly Page[]) => void;
  renderLine: (line: Drawn, ...others: unknown[]) => void;
  renderVector: (vector: Drawn) => void;
  renderImage: (image: Drawn) => void;
  renderSVG: (svg: Drawn) => void;
  renderWatermark: (page: Page) => void;
}

/** The prototype of a class of pdfmake, however the module came in. */
const prototypeOf = <T>(part: unknown): T => {
  const { default: inner } = part as { default?: unknown };
  return ((inner ?? part) as { prototype: T }).prototype;
};

const roots = new WeakMap<object, TaggedNode>();

const rememberInLayout = (builder: Builder): void => {
  const { processNode, addHeadersAndFooters, addBackground, layoutDocument } = builder;
  builder.processNode = function (this: Builder, node, ...others): void {
    const outer = this.writer.tagOwner;
    if (outer === undefined && this.tagOutside !== true) this.tagRoot = node;
    if (this.tagOutside !== true) this.writer.tagOwner = node;
    try {
      processNode.call(this, node, ...others);
    } finally {
      this.writer.tagOwner = outer;
    }
  };
  /** Head, foot and background belong to the page, not to what is said. */
  const outside = (laidOut: (...all: unknown[]) => void) =>
    function (this: Builder, ...all: unknown[]): void {
      const { tagOutside } = this;
      const { tagOwner } = this.writer;
      this.tagOutside = true;
      this.writer.tagOwner = undefined;
      try {
        laidOut.apply(this, all);
      } finally {
        this.tagOutside = tagOutside;
        this.writer.tagOwner = tagOwner;
      }
    };
  builder.addHeadersAndFooters = outside(addHeadersAndFooters);
  builder.addBackground = outside(addBackground);
  builder.layoutDocument = function (this: Builder, content, document, ...others): Page[] {
    const pages = layoutDocument.call(this, content, document, ...others);
    if (this.tagRoot !== undefined) roots.set(document, this.tagRoot);
    return pages;
  };
};

const DRAWN: ReadonlySet<string> = new Set(['line', 'vector', 'image', 'svg']);
/** The other items only move or clip what is drawn. */
const isDrawn = ({ type }: PageItem): boolean => DRAWN.has(type);

/** A repeated head of a table was read where it stands first; on the pages after it, it is decoration. */
const asDecoration = (block: Block): Block => ({
  ...block,
  items: block.items.map((entry) => (isDrawn(entry) ? { type: entry.type, item: Object.assign(Object.create(Object.getPrototypeOf(entry.item) as object) as Drawn, entry.item, { tagOwner: undefined }) } : entry)),
});

const rememberInWriter = (writer: Writer): void => {
  const { addLine, addVector, addImage, addSVG, addFragment } = writer;
  const owned = (drawn: Drawn, owner: TaggedNode | undefined): void => {
    if (owner !== undefined && isContent(owner)) drawn.tagOwner = owner;
  };
  writer.addLine = function (this: Writer, line, beside, index) {
    owned(line, this.tagOwner);
    // only the marker of a list is put beside a line instead of below it
    if (beside === true) line.tagMarker = true;
    return addLine.call(this, line, beside, index);
  };
  writer.addVector = function (this: Writer, vector, ...others) {
    // lines, fills and underlinings of texts and tables are decoration
    if (this.tagOwner?.text === undefined) owned(vector, this.tagOwner);
    return addVector.call(this, vector, ...others);
  };
  writer.addImage = function (this: Writer, image, index) {
    owned(image, this.tagOwner);
    return addImage.call(this, image, index);
  };
  writer.addSVG = function (this: Writer, image, index) {
    owned(image, this.tagOwner);
    return addSVG.call(this, image, index);
  };
  writer.addFragment = function (this: Writer, block, ...others) {
    return addFragment.call(this, block.insertedOnPages === undefined ? block : asDecoration(block), ...others);
  };
};

const markWhatIsDrawn = (renderer: Renderer): void => {
  const { renderPages, renderLine, renderVector, renderImage, renderSVG, renderWatermark } = renderer;
  renderer.renderPages = function (this: Renderer, pages): void {
    const root = roots.get(this.pdfDocument);
    if (root === undefined) throw new Error('nothing was laid out');
    const tags = new TagWriter(this.pdfDocument, root);
    this.tags = tags;
    for (const { items } of pages) {
      items.forEach((entry, at) => {
        if (!isDrawn(entry)) return;
        const { type, item } = entry;
        const next = items[at + 1];
        // what follows directly and belongs to the same node is marked together with it
        tags.plan(item, type, next?.type === type && next.item.tagOwner === item.tagOwner && next.item.tagMarker === item.tagMarker ? next.item : undefined);
      });
    }
    renderPages.call(this, pages);
    tags.finish();
  };
  const marked = <T extends Drawn>(draw: (drawn: T, ...others: never[]) => void) =>
    function (this: Renderer, drawn: T, ...others: never[]): void {
      this.tags?.begin(drawn, drawn.tagOwner, drawn.tagMarker === true);
      draw.call(this, drawn, ...others);
      this.tags?.end(drawn);
    };
  renderer.renderLine = marked(renderLine as (line: Drawn, ...others: never[]) => void) as Renderer['renderLine'];
  renderer.renderVector = marked(renderVector);
  renderer.renderImage = marked(renderImage);
  renderer.renderSVG = marked(renderSVG);
  renderer.renderWatermark = function (this: Renderer, page): void {
    this.tags?.begin(page, undefined, false);
    renderWatermark.call(this, page);
    this.tags?.end(page);
  };
};

rememberInLayout(prototypeOf<Builder>(layoutBuilderPart));
rememberInWriter(prototypeOf<Writer>(elementWriterPart));
markWhatIsDrawn(prototypeOf<Renderer>(rendererPart));
