import { expect, type Page } from '@playwright/test';

/** Getting about by keyboard alone: these never touch the mouse, nor put the focus anywhere by themselves. */

/** What a screen reader would call the element that holds the focus. */
const focused = (page: Page): Promise<{ readonly role: string; readonly name: string }> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { role: '', name: '' };
    const labelled = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? [...(element.labels ?? [])].map((one) => one.textContent).join(' ') : '';
    const role = element.getAttribute('role') ?? (element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase());
    // only what is named by its content, never a part of the page that merely holds the words
    const content = ['button', 'a', 'link', 'tab', 'row', 'option', 'menuitem'].includes(role) ? (element.textContent ?? '') : '';
    const name = [element.getAttribute('aria-label') ?? '', labelled, label, content].find((text) => text.trim() !== '') ?? '';
    return { role, name: name.replaceAll(/\s+/g, ' ').trim() };
  });

/** More than any screen has places for the focus. */
const MOST = 150;
const PRESSABLE: ReadonlySet<string> = new Set(['button', 'a', 'link', 'tab', 'row', 'option', 'menuitem']);

/**
 * Presses Tab (or Shift+Tab) until the focus is on something called like this.
 * @param name a part of what a screen reader says of it
 * @param pressable only buttons, links and the like: a dialog may be called as its button is
 */
export const tabTo = async (page: Page, name: string | RegExp, { back = false, pressable = false }: { readonly back?: boolean; readonly pressable?: boolean } = {}): Promise<void> => {
  const met: string[] = [];
  for (let at = 0; at < MOST; at += 1) {
    const now = await focused(page);
    const named = typeof name === 'string' ? now.name.includes(name) : name.test(now.name);
    if (named && (!pressable || PRESSABLE.has(now.role))) return;
    met.push(`${now.role} ${now.name.slice(0, 30)}`);
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  expect(met, `the focus never came to ${String(name)}`).toEqual([]);
};

/** Goes to something by Tab and presses it. */
export const pressByKey = async (page: Page, name: string | RegExp, key = 'Enter'): Promise<void> => {
  await tabTo(page, name, { pressable: true });
  await page.keyboard.press(key);
};

/** Waits until the focus is inside a dialog, as it is when one opens. */
export const inDialog = (page: Page): Promise<void> => expect(page.locator('[role="dialog"]:focus, [role="dialog"] :focus')).toHaveCount(1);
