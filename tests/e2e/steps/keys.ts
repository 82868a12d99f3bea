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

/** Goes to the tabs of a page, and along them with the arrows to the one called like this. */
export const toTab = async (page: Page, name: string): Promise<void> => {
  for (let at = 0; at < MOST && (await focused(page)).role !== 'tab'; at += 1) await page.keyboard.press('Tab');
  for (let at = 0; at < 20 && (await focused(page)).name !== name; at += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name, exact: true })).toBeFocused();
  await expect(page.getByRole('tab', { name, exact: true })).toHaveAttribute('aria-selected', 'true');
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Goes to a group of radio buttons and with the arrows to the one whose words begin so. */
export const pickByKey = async (page: Page, name: string): Promise<void> => {
  const wanted = page.getByRole('radio', { name: new RegExp(`^${escaped(name)}`) });
  const group = wanted.locator('xpath=ancestor::*[@role="radiogroup"]').first().getByRole('radio');
  const others = await group.evaluateAll((radios) => radios.map((radio) => (radio.closest('label')?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()));
  await tabTo(page, new RegExp(others.map((text) => `^${escaped(text)}$`).join('|')));
  // a group in which nothing is chosen takes the one that holds the focus
  await page.keyboard.press('Space');
  for (let at = 0; at < others.length && !(await wanted.isChecked()); at += 1) await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeChecked();
};

/** Opens the choice that holds the focus and takes an option with the arrows. */
export const chooseByKey = async (page: Page, option: string): Promise<void> => {
  await page.keyboard.press('Enter');
  await expect(page.locator('[role="option"]:focus')).toHaveCount(1);
  await page.keyboard.press('Home');
  for (let at = 0; at < 40 && (await focused(page)).name !== option; at += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: option, exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
};

/** Waits until the focus is inside a dialog, as it is when one opens. */
export const inDialog = (page: Page): Promise<void> => expect(page.locator('[role="dialog"]:focus, [role="dialog"] :focus')).toHaveCount(1);
