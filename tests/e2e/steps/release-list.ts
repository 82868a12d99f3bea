import { execFileSync } from 'node:child_process';
import { expect, type Locator } from '@playwright/test';
import { addDays, type CivilDate } from '../../../shared/domain/dates.ts';
import { answerDialogs, expectAccessible, typeDate } from '../screens.ts';
import { part } from './casework.ts';
import { tabTo } from './keys.ts';
import { press, type Desk } from './office.ts';
import { digits } from './road.ts';

/** The preparation of a release, from the list begun to the itinerary on paper, in the language of `t`. */

/** What the papers of somebody of a story say; one for each language. */
export const papers = {
  ro: { act: 'sentința 114/2026', street: 'Strada Morii 4', town: 'Lugoj', host: 'un adăpost', service: 'Casa de Ajutor Reciproc', purpose: 'ajutor pentru chirie', bring: 'carte de identitate, bilet de liberare', open: 'răspunsul vine luni' },
  it: { act: 'ordinanza 9/2026', street: 'Via del Mulino 4', town: 'Napoli', host: 'una casa di accoglienza', service: 'Sportello Casa', purpose: 'aiuto per l’affitto', bring: 'carta d’identità, attestazione', open: 'la risposta arriva lunedì' },
} as const;
export type Papers = (typeof papers)[keyof typeof papers];

const card = ({ page, t }: Desk, title: string): Locator => page.getByRole('region', { name: t(title), exact: true });
const saveIn = ({ page, t }: Desk): Promise<void> => page.getByRole('dialog').getByRole('button', { name: t('common:act.save'), exact: true }).click();

/** How many items of the list in view are ticked. */
export const ticked = ({ page, t }: Desk): Locator => page.getByRole('checkbox', { name: new RegExp(`^${t('release:item.tick', { item: '' })}`), checked: true });

/** Ticks the first items by keys, faster than they are saved: none of them is lost. */
export const tickQuickly = async (desk: Desk, count: number): Promise<void> => {
  const { page, t } = desk;
  await expect(ticked(desk)).toHaveCount(0);
  await tabTo(page, new RegExp(`^${t('release:item.tick', { item: '' })}`));
  for (let at = 0; at < count; at += 1) {
    await page.keyboard.press('Space');
    // past the state of this item
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
  }
  await expect(ticked(desk)).toHaveCount(count);
};

/** A prohibition of contact by its act, on the dates and details of the person. */
export const prohibit = async (desk: Desk, { act }: Papers): Promise<void> => {
  const { page, t } = desk;
  await press(desk, 'people:details.banAdd');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: t('people:details.banKind') }).click();
  await page.getByRole('option', { name: t('enums:contactBanKind.NO_CONTACT'), exact: true }).click();
  await dialog.getByRole('textbox', { name: t('people:details.banAct') }).fill(act);
  await saveIn(desk);
  await expect(page.getByText(t('enums:contactBanKind.NO_CONTACT')).first()).toBeVisible();
};

/** The obligation of the act in its own sentence, read aloud to the person. */
export const oblige = async (desk: Desk, { act }: Papers, today: CivilDate): Promise<void> => {
  const { page, t } = desk;
  const own = card(desk, 'release:obligations.title');
  await expect(own.getByText(t('release:obligations.unknown'))).toBeVisible();
  await press(desk, 'release:obligations.add');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: t('release:obligations.kind') }).click();
  await page.getByRole('option', { name: t('enums:obligationKind.NO_CONTACT'), exact: true }).click();
  await expect(dialog.getByRole('textbox').first()).toHaveValue(t('release:sentence.NO_CONTACT'));
  await dialog.getByRole('textbox', { name: t('release:obligations.act') }).fill(act);
  await typeDate(page, t('release:obligations.from'), digits(addDays(today, 61)));
  await dialog.getByText(t('release:obligations.yes'), { exact: true }).click();
  await saveIn(desk);
  await expect(own.getByText(t('release:obligations.unread'))).toHaveCount(1);
  await press(desk, 'release:obligations.read');
  await saveIn(desk);
  await expect(own.getByText(t('release:obligations.unread'))).toHaveCount(0);
};

/** Where somebody goes and who takes them in; both are then compared with the prohibition by somebody. */
export const settle = async (desk: Desk, { street, town, host }: Papers): Promise<void> => {
  const { page, t } = desk;
  await press(desk, 'release:destination.set');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(t('enums:addressState.CONFIRMED'), { exact: true }).click();
  await dialog.getByRole('textbox', { name: t('release:destination.address') }).fill(street);
  await dialog.getByRole('textbox', { name: t('release:destination.municipality') }).fill(town);
  await dialog.getByRole('textbox', { name: t('release:destination.host') }).fill(host);
  await saveIn(desk);
  await expect(card(desk, 'release:destination.title').getByText(`${street}, ${town}`)).toBeVisible();
  const compared = card(desk, 'release:bans.title');
  await expect(compared.getByText(t('release:bans.open'))).toHaveCount(2);
  for (const tick of await compared.locator('.v-check').all()) await tick.click();
  await expect(compared.getByText(t('release:bans.open'))).toHaveCount(0);
};

/** An appointment on the third day outside. */
export const appoint = async (desk: Desk, { service, purpose, street, bring }: Papers, today: CivilDate): Promise<void> => {
  const { page, t } = desk;
  await press(desk, 'firstDays:appointment.add');
  const dialog = page.getByRole('dialog');
  const write = (label: string, text: string): Promise<void> => dialog.getByRole('textbox', { name: t(label) }).fill(text);
  const choose = async (label: string, option: string): Promise<void> => {
    await dialog.getByRole('button', { name: t(label) }).click();
    await page.getByRole('option', { name: t(option), exact: true }).click();
  };
  await write('firstDays:appointment.organisation', service);
  await write('firstDays:appointment.purpose', purpose);
  await choose('firstDays:appointment.domain', 'enums:needDomain.ACCOMMODATION');
  await choose('firstDays:appointment.when', 'enums:appointmentWhen.EXACT');
  await typeDate(page, t('firstDays:appointment.date'), digits(addDays(today, 63)));
  await write('firstDays:appointment.time', '09:30');
  await write('firstDays:appointment.place', street);
  await write('firstDays:appointment.bring', bring);
  await saveIn(desk);
  await expect(card(desk, 'firstDays:appointment.card').getByText(purpose)).toBeVisible();
};

/** Two of the five things of the first night: a bed, and money. */
export const leaveWith = async (desk: Desk, { host }: Papers): Promise<void> => {
  const { page, t } = desk;
  for (const [thing, words] of [['BED', host], ['MONEY', '100']] as const) {
    await page.getByRole('button', { name: t('firstDays:changeName', { name: t(`enums:departureThing.${thing}`) }) }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: t(`firstDays:departure.words.${thing}`) }).fill(words);
    await saveIn(desk);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
};

/** The second person signs, naming what is still open and saying that the goals go on. */
export const signList = async (desk: Desk, { open }: Papers, name: string): Promise<void> => {
  const { page } = desk;
  await part(desk, 'release:tab');
  await press(desk, 'release:sign.open');
  const dialog = page.getByRole('dialog');
  for (const goal of await dialog.locator('.v-check').all()) await goal.click();
  const reason = dialog.getByRole('textbox');
  if ((await reason.count()) > 0) await reason.fill(open);
  await saveIn(desk);
  await expect(card(desk, 'release:sign.title')).toContainText(name);
  await expectAccessible(page, 'the road to release, signed');
};

/** The text of a PDF as a reader would copy it, in one line. */
export const textOfPdf = (file: string): string => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');

/** Looks at the itinerary, prints it, and saves it to `file`. Returns what the file says. */
export const itineraryTo = async (desk: Desk, file: string): Promise<string> => {
  const { app, page, t } = desk;
  await press(desk, 'firstDays:itinerary.look');
  const dialog = page.getByRole('dialog');
  await dialog.locator('[data-page="1"][data-drawn]').waitFor({ timeout: 60_000 });
  await expectAccessible(page, 'the itinerary before it is printed');
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('no window');
    window.webContents.print = (_options, done) => done?.(true, '');
  });
  await page.keyboard.press('Control+p');
  await expect(dialog.getByText(t('documents:screen.result.DONE'))).toBeVisible();
  await answerDialogs(app, file);
  await dialog.getByRole('button', { name: t('handover:documents.save'), exact: true }).click();
  await expect(dialog.getByRole('status').filter({ hasText: '.pdf' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  return textOfPdf(file);
};
