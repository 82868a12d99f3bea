import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** What every run makes anew – the numbers of keys and envelopes – is drawn as these: the same screen is the same drawing. */
const chance: readonly (readonly [string, string])[] = [
  ['\\b(20\\d\\d)-[0-9a-f]{4}-(\\d{6})\\b', '$1-1a2b-$2'],
  ['(?<!\\d)\\d{4}(?: \\d{4}){3,}(?!\\d)', '2718 2818 2845 9045 2353 6028 7471 3526'],
  ['^[0-9a-f]{4}(?: [0-9a-f]{4}){3}(?=…|$)', '2d71 1642 b726 b044'],
  ['\\b[\\d.,]+ GB free\\b', '15.2 GB free'],
  // of a file: it follows what is sealed, not what the screen shows
  ['\\b\\d\\d kB\\b', '74 kB'],
  ['\\b[0-9a-f]{12,}\\b', '2d711642b726b04401627ca9fbac32f5'],
];

/**
 * Draws the screen as it is into an SVG file: boxes, borders, words where they stand, icons. Guides show such drawings, because a
 * drawing is text: it can be read in a review, and searched. It is no measure of the screen; pictures are.
 * @param path of the file to be written
 */
export const draw = async (page: Page, path: string): Promise<void> => {
  await page.mouse.move(2, 2);
  await page.evaluate(async () => document.fonts.ready);
  await page.evaluate(steady, chance);
  writeFileSync(path, await page.evaluate(drawing));
  await page.evaluate(() => Reflect.get(globalThis, 'asItWas')());
};

/** Runs inside the page: replaces what is left to chance, as long as it was. `asItWas` of the page takes that back. */
const steady = (patterns: typeof chance): void => {
  const undo: (() => void)[] = [];
  Reflect.set(globalThis, 'asItWas', () => undo.forEach((one) => one()));
  const replaced = (text: string): string =>
    patterns.reduce((now, [pattern, by]) => now.replaceAll(new RegExp(pattern, 'g'), (whole, ...found: unknown[]) => by.replaceAll(/\$(\d)/g, (_, at: string) => String(found[Number(at) - 1])).slice(0, whole.length)), text);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node as Text).data;
    // a fingerprint to be read out has its groups one by one
    const group = node.parentElement?.closest('.v-code > li');
    const steadied = group === null || group === undefined ? replaced(text) : '2718281828459045235360287471352662497757'.slice([...(group.parentElement?.children ?? [])].indexOf(group) * 4).slice(0, text.length);
    if (steadied === text) continue;
    const was = node as Text;
    was.data = steadied;
    undo.push(() => (was.data = text));
  }
  for (const field of document.querySelectorAll('input')) {
    const steadied = replaced(field.value);
    // only what is seen: the form keeps what was typed
    if (field.type !== 'text' || steadied === field.value) continue;
    field.dataset['drawn'] = steadied;
    undo.push(() => delete field.dataset['drawn']);
  }
};

/** Runs inside the page. */
const drawing = (): string => {
  const clear = /^(?:transparent|rgba\(.*, 0\))$/;
  const place = (n: number): string => String(Math.round(n * 10) / 10);
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const out: string[] = [];

  /** What is seen of a box once everything that scrolls around it has cut it. */
  const seen = (element: Element): DOMRect => {
    const window = new DOMRect(0, 0, innerWidth, innerHeight);
    const cut = (a: DOMRect, b: DOMRect): DOMRect => {
      const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
      return new DOMRect(left, top, Math.max(0, Math.min(a.right, b.right) - left), Math.max(0, Math.min(a.bottom, b.bottom) - top));
    };
    let visible = window;
    for (let box = element.parentElement; box !== null; box = box.parentElement) {
      if (getComputedStyle(box).overflow !== 'visible') visible = cut(visible, box.getBoundingClientRect());
    }
    return visible;
  };
  const within = (inner: DOMRect, outer: DOMRect): boolean => inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;

  const box = (element: Element, style: CSSStyleDeclaration): void => {
    const all = element.getBoundingClientRect();
    const visible = seen(element);
    const [left, top] = [Math.max(all.left, visible.left), Math.max(all.top, visible.top)];
    const [width, height] = [Math.min(all.right, visible.right) - left, Math.min(all.bottom, visible.bottom) - top];
    if (width < 1 || height < 1) return;
    const line = parseFloat(style.borderTopWidth);
    const framed = line > 0 && !clear.test(style.borderTopColor) && style.borderTopStyle !== 'none' && parseFloat(style.borderBottomWidth) > 0;
    const filled = !clear.test(style.backgroundColor);
    const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2);
    if (filled || framed) {
      const frame = framed ? ` stroke="${style.borderTopColor}" stroke-width="${place(line)}"` : '';
      out.push(`<rect x="${place(left)}" y="${place(top)}" width="${place(width)}" height="${place(height)}"${radius > 0 ? ` rx="${place(radius)}"` : ''} fill="${filled ? style.backgroundColor : 'none'}"${frame}/>`);
    }
    if (framed) return;
    for (const side of ['Top', 'Bottom'] as const) {
      const thick = parseFloat(style[`border${side}Width`]);
      const colour = style[`border${side}Color`];
      if (thick > 0 && style[`border${side}Style`] !== 'none' && !clear.test(colour)) {
        const y = side === 'Top' ? top : top + height - thick;
        out.push(`<rect x="${place(left)}" y="${place(y)}" width="${place(width)}" height="${place(thick)}" fill="${colour}"/>`);
      }
    }
  };

  /** One line of words: as wide as it was, whatever the reader's font. */
  const line = (text: string, at: DOMRect, style: CSSStyleDeclaration): void => {
    const size = parseFloat(style.fontSize);
    const bold = Number(style.fontWeight) >= 600 ? ' font-weight="600"' : '';
    const shown = style.textTransform === 'uppercase' ? text.toUpperCase() : text;
    out.push(`<text x="${place(at.left)}" y="${place(at.top + at.height / 2 + size * 0.35)}" font-size="${place(size)}"${bold} fill="${style.color}" textLength="${place(at.width)}" lengthAdjust="spacingAndGlyphs">${escaped(shown)}</text>`);
  };

  const words = (node: Text, parent: Element, style: CSSStyleDeclaration): void => {
    const visible = seen(parent);
    const range = document.createRange();
    let from = 0;
    let top: number | undefined;
    let part: DOMRect | undefined;
    const flush = (to: number): void => {
      const raw = node.data.slice(from, to);
      const text = raw.replaceAll(/\s+/g, ' ').trim();
      if (text !== '' && part !== undefined) {
        // without the spaces around it: otherwise the words would be drawn as wide as with them
        range.setStart(node, from + raw.search(/\S/));
        range.setEnd(node, from + raw.trimEnd().length);
        const whole = range.getBoundingClientRect();
        if (whole.width > 1 && within(whole, visible)) line(text, whole, style);
      }
      from = to;
    };
    for (let at = 0; at < node.data.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const next = range.getBoundingClientRect();
      if (next.width === 0) continue;
      if (top !== undefined && next.top - top > next.height / 2) flush(at);
      top = next.top;
      part = next;
    }
    flush(node.data.length);
  };

  /** What a style sheet puts before an element: the ring of a choice, a tick. It stands where the element begins. */
  const before = (element: Element, style: CSSStyleDeclaration): void => {
    const own = getComputedStyle(element, '::before');
    const content = /^"((?:[^"\\]|\\.)*)"/.exec(own.content)?.[1];
    if (content === undefined || own.display === 'none') return;
    const at = element.getBoundingClientRect();
    const [left, visible] = [at.left + parseFloat(style.borderLeftWidth) + parseFloat(style.paddingLeft), seen(element)];
    if (content.trim() === '') {
      const [width, height, thick] = [parseFloat(own.width), parseFloat(own.height), parseFloat(own.borderTopWidth)];
      const ring = new DOMRect(left, at.top + (at.height - height) / 2, width, height);
      if (!(width > 0 && height > 0) || own.position === 'absolute' || !within(ring, visible)) return;
      const radius = own.borderTopLeftRadius.endsWith('%') ? width / 2 : Math.min(parseFloat(own.borderTopLeftRadius) || 0, width / 2);
      out.push(`<rect x="${place(ring.left + thick / 2)}" y="${place(ring.top + thick / 2)}" width="${place(width - thick)}" height="${place(height - thick)}" rx="${place(Math.max(0, radius - thick / 2))}" fill="${own.backgroundColor}" stroke="${own.borderTopColor}" stroke-width="${place(thick)}"/>`);
      return;
    }
    sign(content.trim(), left, at, own, visible);
  };

  /** A short sign at the first line of an element; with `end`, it ends there. */
  const sign = (text: string, x: number, at: DOMRect, style: CSSStyleDeclaration, visible: DOMRect, end = false): void => {
    const size = parseFloat(style.fontSize);
    const y = at.top + parseFloat(style.lineHeight) / 2 + (at.height > parseFloat(style.lineHeight) * 1.5 ? 4 : (at.height - parseFloat(style.lineHeight)) / 2);
    if (y - size / 2 < visible.top || y + size / 2 > visible.bottom) return;
    out.push(`<text x="${place(x)}" y="${place(y + size * 0.35)}" font-size="${place(size)}"${end ? ' text-anchor="end"' : ''} fill="${style.color}">${escaped(text)}</text>`);
  };

  /** The number or dot of an entry of a list. */
  const marker = (element: Element, style: CSSStyleDeclaration): void => {
    if (style.display !== 'list-item' || style.listStyleType === 'none') return;
    const list = element.parentElement;
    const first = list instanceof HTMLOListElement ? list.start : 1;
    const text = style.listStyleType === 'decimal' ? `${first + [...(list?.children ?? [])].indexOf(element)}.` : '•';
    const at = element.getBoundingClientRect();
    sign(text, at.left - 6, new DOMRect(at.left, at.top - (at.height > parseFloat(style.lineHeight) * 1.5 ? 4 : 0), at.width, at.height), style, seen(element), true);
  };

  const field = (element: HTMLInputElement | HTMLTextAreaElement, style: CSSStyleDeclaration): void => {
    const text = element.dataset['drawn'] ?? (element.value === '' ? element.placeholder : element.value);
    if (['radio', 'checkbox', 'password'].includes(element.type) || text === '') return;
    const at = element.getBoundingClientRect();
    if (!within(at, seen(element)) || at.width < 8) return;
    const [size, left] = [parseFloat(style.fontSize), parseFloat(style.paddingLeft)];
    out.push(`<text x="${place(at.left + left)}" y="${place(at.top + Math.min(at.height, size * 2.4) / 2 + size * 0.35)}" font-size="${place(size)}" fill="${style.color}">${escaped(text.slice(0, Math.floor((at.width - 2 * left) / (size * 0.5))))}</text>`);
  };

  /** Colours and lines that a style sheet gives to parts of a drawing are written on the parts themselves. */
  const painted = (from: Element, to: Element): void => {
    const style = getComputedStyle(from);
    for (const name of ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-size', 'font-weight', 'text-anchor']) {
      to.setAttribute(name, style.getPropertyValue(name).replace('currentcolor', style.color));
    }
    to.removeAttribute('class');
    to.removeAttribute('style');
    [...from.children].forEach((child, at) => {
      const copy = to.children[at];
      if (copy !== undefined) painted(child, copy);
    });
  };

  const icon = (element: Element): void => {
    const at = element.getBoundingClientRect();
    if (at.width < 1 || !within(at, seen(element))) return;
    const copy = element.cloneNode(true) as Element;
    painted(element, copy);
    for (const [name, value] of [['x', at.left], ['y', at.top], ['width', at.width], ['height', at.height]] as const) copy.setAttribute(name, place(value));
    out.push(new XMLSerializer().serializeToString(copy));
  };

  const visit = (element: Element): void => {
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden' || Number(style.opacity) === 0) return;
    if (element.tagName.toLowerCase() === 'svg') return icon(element);
    box(element, style);
    before(element, style);
    marker(element, style);
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return field(element, style);
    for (const child of element.childNodes) {
      if (child instanceof Text) words(child, element, style);
      else if (child instanceof Element) visit(child);
    }
  };

  visit(document.body);
  const font = '\'Atkinson Hyperlegible Next\', \'Noto Sans\', \'DejaVu Sans\', sans-serif';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${innerWidth} ${innerHeight}" width="${innerWidth}" height="${innerHeight}" font-family="${font}" lang="${document.documentElement.lang}">\n${out.join('\n')}\n</svg>\n`;
};
