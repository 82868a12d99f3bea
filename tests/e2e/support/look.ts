import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Language } from '../../../shared/domain/base.ts';

/** What a person would see wrong at once: words cut off, words nobody translated. Functions run inside the page. */

const flat = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : Object.values(value as object).flatMap(flat));
const textsOf = (language: Language): ReadonlySet<string> => {
  const folder = new URL(`../../../shared/i18n/${language}/`, import.meta.url);
  return new Set(readdirSync(folder).flatMap((file) => flat(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))));
};
const texts = { en: textsOf('en'), it: textsOf('it'), ro: textsOf('ro') };

/** Every text a person reads or hears on the screen as it is: text nodes, and the names screen readers say. */
const visibleTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || ['SCRIPT', 'STYLE'].includes(parent.tagName)) continue;
      // what somebody wrote in another language says so
      if (parent.closest('[lang]')?.getAttribute('lang') !== document.documentElement.lang) continue;
      const text = node.textContent?.trim() ?? '';
      if (text !== '') found.push(text);
    }
    for (const element of document.querySelectorAll('[aria-label],[title],[placeholder],[alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name)?.trim() ?? '';
        if (text !== '') found.push(text);
      }
    }
    return found;
  });

const KEY = /^(?:[a-z][A-Za-z]*:)?[a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9_]+)+$/;
const FILE = /\.(?:csv|xlsx|pdf|json|varco|txt|zip)$/;

/** What on the screen is a bare key, an unfilled value, or words of another language. */
export const untranslated = async (page: Page, language: Language): Promise<readonly string[]> => {
  const others = (Object.keys(texts) as Language[]).filter((other) => other !== language);
  const foreign = (text: string): boolean => text.includes(' ') && !texts[language].has(text) && others.some((other) => texts[other].has(text));
  return (await visibleTexts(page)).filter((text) => (KEY.test(text) && !FILE.test(text)) || text.includes('{{') || foreign(text));
};

/** Words that are cut off: beyond a box that hides what does not fit, or beyond the window where nothing scrolls to them. */
export const clipped = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const SLACK = 1.5;
    const found = new Set<string>();
    const hiddenOnPurpose = (element: Element): boolean => element.closest('[aria-hidden="true"], .v-hidden, [hidden], [inert]') !== null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (parent === null || text === '' || hiddenOnPurpose(parent) || !parent.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width <= 1 || rect.height <= 1) continue;
        let scrolledX = false;
        let scrolledY = false;
        for (let box: Element | null = parent; box !== null && box !== document.documentElement; box = box.parentElement) {
          const style = getComputedStyle(box);
          if (box.clientWidth <= 1 || box.clientHeight <= 1) break; // only for screen readers
          if (style.display === 'inline' || style.display === 'contents') continue;
          const outer = box.getBoundingClientRect();
          const [left, top] = [outer.left + box.clientLeft, outer.top + box.clientTop];
          const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
          if (!scrolledX && hides(style.overflowX) && (rect.right > left + box.clientWidth + SLACK || rect.left < left - SLACK)) found.add(`${text.slice(0, 60)} — cut sideways by .${box.className}`);
          if (!scrolledY && hides(style.overflowY) && (rect.bottom > top + box.clientHeight + SLACK || rect.top < top - SLACK)) found.add(`${text.slice(0, 60)} — cut in height by .${box.className}`);
          scrolledX ||= style.overflowX === 'auto' || style.overflowX === 'scroll';
          scrolledY ||= style.overflowY === 'auto' || style.overflowY === 'scroll';
          if (style.position === 'fixed') break;
        }
        if (!scrolledX && rect.right > document.documentElement.clientWidth + SLACK) found.add(`${text.slice(0, 60)} — beyond the window`);
      }
    }
    return [...found];
  });

/** Words written over other words. */
export const overlapping = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    // what has scrolled out of its box is not seen
    const inSight = (element: Element, x: number, y: number): boolean => {
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        const outer = box.getBoundingClientRect();
        if (getComputedStyle(box).overflow !== 'visible' && (x < outer.left || x > outer.right || y < outer.top || y > outer.bottom)) return false;
      }
      return true;
    };
    // what has scrolled behind a part that stays in place is covered on purpose
    const coveredOnPurpose = (element: Element, x: number, y: number): boolean => {
      for (let box = document.elementFromPoint(x, y); box !== null && !box.contains(element); box = box.parentElement) {
        if (['sticky', 'fixed'].includes(getComputedStyle(box).position)) return true;
      }
      return false;
    };
    const rects: { readonly text: string; readonly element: Element; readonly rect: DOMRect }[] = [];
    const walker = document.createTreeWalker(document.querySelector('[role=dialog]') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (parent === null || text === '' || parent.closest('[aria-hidden="true"], .v-hidden') !== null || !parent.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2];
        if (rect.width > 2 && rect.height > 2 && inSight(parent, x, y) && !coveredOnPurpose(parent, x, y)) rects.push({ text, element: parent, rect });
      }
    }
    const found = new Set<string>();
    for (const [index, one] of rects.entries()) {
      for (const other of rects.slice(index + 1)) {
        const wide = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        const high = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
        if (wide > 3 && high > Math.min(one.rect.height, other.rect.height) * 0.4) found.add(`“${one.text.slice(0, 40)}” over “${other.text.slice(0, 40)}”`);
      }
    }
    return [...found];
  });
