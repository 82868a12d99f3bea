import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An element of the structure tree of a finished PDF, as poppler reads it. */
export interface SeenElement {
  readonly type: string;
  readonly scope?: string;
  readonly colSpan?: number;
  /** its own text, without that of the elements in it; white space as single spaces */
  readonly text: string;
  readonly children: readonly SeenElement[];
}

interface Building {
  type: string;
  scope?: string;
  colSpan?: number;
  text: string;
  children: Building[];
}

const onDisk = <T>(pdf: Uint8Array, read: (file: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    return read(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const run = (tool: string, ...args: readonly string[]): string => execFileSync(tool, [...args], { encoding: 'utf8', maxBuffer: 1 << 27 });

/** The structure tree, read back with `pdfinfo -struct-text`: indented names, their attributes and their texts. */
export const structureOf = (pdf: Uint8Array): SeenElement => {
  const root: Building = { type: '', text: '', children: [] };
  const open: { readonly depth: number; readonly element: Building }[] = [{ depth: -1, element: root }];
  for (const row of onDisk(pdf, (file) => run('pdfinfo', '-struct-text', file)).split('\n')) {
    const content = row.trimStart();
    if (content === '') continue;
    const depth = row.length - content.length;
    const inner = open.at(-1)?.element ?? root;
    const [, key, value] = /^\/(\w+) (.*)$/.exec(content) ?? [];
    if (key !== undefined) {
      if (key === 'Scope') inner.scope = value?.slice(1) ?? '';
      if (key === 'ColSpan') inner.colSpan = Number(value);
    } else if (content.startsWith('"')) {
      while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
      const owner = open.at(-1)?.element ?? root;
      owner.text = `${owner.text} ${content.slice(1, content.endsWith('"') ? -1 : undefined)}`.replace(/\s+/g, ' ').trim();
    } else {
      while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
      const element: Building = { type: /^[A-Za-z0-9]+/.exec(content)?.[0] ?? content, text: '', children: [] };
      (open.at(-1)?.element ?? root).children.push(element);
      open.push({ depth, element });
    }
  }
  const [document] = root.children;
  if (document === undefined) throw new Error('no structure tree');
  return document;
};

/** Every element below and with this one, in reading order. */
export const everyElement = (element: SeenElement): readonly SeenElement[] => [element, ...element.children.flatMap(everyElement)];

/** The tree as lines of `type "text"`, indented: what a test compares. */
export const drawn = (element: SeenElement, depth = 0): string =>
  [`${'  '.repeat(depth)}${element.type}${element.scope === undefined ? '' : ` ${element.scope}`}${element.colSpan === undefined ? '' : ` over ${element.colSpan}`}${element.text === '' ? '' : ` “${element.text}”`}`, ...element.children.map((child) => drawn(child, depth + 1))].join('\n');

/** What stands for each figure: its alternative text and the box around it on its page, in points from the lower left. */
export const figuresOf = (pdf: Uint8Array): readonly { readonly alt: string | undefined; readonly box: readonly number[] | undefined }[] => {
  const { qpdf } = onDisk(pdf, (file) => JSON.parse(run('qpdf', '--json=2', '--json-key=qpdf', file)) as { qpdf: readonly [unknown, Readonly<Record<string, { readonly value?: unknown }>>] });
  return Object.values(qpdf[1]).flatMap(({ value }) => {
    const dictionary = value as { readonly '/S'?: string; readonly '/Alt'?: string; readonly '/A'?: { readonly '/BBox'?: readonly number[] } } | null | undefined;
    return dictionary?.['/S'] === '/Figure' ? [{ alt: dictionary['/Alt']?.replace(/^[ub]:/, ''), box: dictionary['/A']?.['/BBox'] }] : [];
  });
};
