import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { answerDialogs, typeDate } from '../screens.ts';
import { part, type Said } from './casework.ts';
import { goToPart, press, type Desk } from './office.ts';

/** The three acts of a hand-over, the other office, and the answer, by clicks, in the language of `t`. */

/** Nothing leaves before somebody looked what the person will have to do: here, nothing. */
const noObligations = async (desk: Desk, source: string): Promise<void> => {
  const { page, t } = desk;
  await part(desk, 'release:tab');
  await press(desk, 'release:obligations.sayNone');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: t('release:obligations.noneSource') }).fill(source);
  await dialog.getByRole('button', { name: t('common:act.save'), exact: true }).click();
  await expect(dialog).toHaveCount(0);
};

/** First act: the ground, the recipient, the preview read and confirmed. */
export const prepare = async (desk: Desk, { act, goal }: Said, recipient: string, language: 'ro' | 'it', today: string): Promise<void> => {
  const { page, t } = desk;
  await noObligations(desk, act);
  await part(desk, 'handover:tab');
  await press(desk, 'handover:prepareOpen');
  await page.getByText(t('enums:mandateKind.VOLUNTARY_AFTERCARE'), { exact: true }).click();
  await page.getByLabel(t('handover:prepare.act')).fill(act);
  await typeDate(page, t('handover:prepare.actDate'), today.split('-').toReversed().join(''));
  await page.getByText(recipient, { exact: true }).click();
  await page.getByText(t('handover:prepare.numberNow'), { exact: true }).click();
  await page.getByRole('textbox', { name: t('handover:prepare.number') }).fill('P-1021/2026');
  await page.getByRole('radiogroup', { name: t('handover:prepare.language') }).getByText(t(`enums:language.${language}`), { exact: true }).click();
  await press(desk, 'handover:prepare.toPreview');
  await expect(page.getByText(goal).first()).toBeVisible();
  await page.getByText(t('handover:prepare.read')).click();
  await press(desk, 'handover:prepare.confirm');
  await expect(page.getByText(t('handover:state.waiting'))).toBeVisible();
};

/** Second act, by the colleague who did not prepare it. */
export const authorise = async (desk: Desk, recipient: string): Promise<void> => {
  const { page, t } = desk;
  await part(desk, 'handover:tab');
  await press(desk, 'handover:state.readFirst');
  await page.getByText(t('handover:prepare.read')).click();
  await page.getByRole('button', { name: t('handover:state.authorise', { name: recipient }), exact: true }).click();
  await expect(page.getByText(t('handover:state.authorised'))).toBeVisible();
};

/** Third act. Returns the path of the envelope. */
export const write = async (desk: Desk, stick: string): Promise<string> => {
  const { app, page, t } = desk;
  await answerDialogs(app, stick);
  await press(desk, 'handover:state.write');
  await expect(page.getByText(t('handover:state.written'), { exact: true })).toBeVisible();
  // the state is recorded before the last byte is on the medium
  await expect.poll(() => readdirSync(stick).some((name) => name.endsWith('.zip.age'))).toBe(true);
  return `${stick}/${readdirSync(stick).find((name) => name.endsWith('.zip.age')) ?? ''}`;
};

/** The other office: who sent it, what it says, imported, answered on the stick it came on. Returns the path of the receipt. */
export const receive = async (desk: Desk, envelope: string, { goal }: Said): Promise<string> => {
  const { app, page, t } = desk;
  await goToPart(desk, 'handover:arrivals.nav');
  await answerDialogs(app, envelope);
  await press(desk, 'handover:arrivals.choose');
  await expect(page.getByText(t('handover:arrivals.verified'))).toBeVisible();
  await expect(page.getByText(goal).first()).toBeVisible();
  await page.getByLabel(t('handover:arrivals.numberIn')).first().fill('I-204/2026');
  await press(desk, 'handover:arrivals.importGo');
  await expect(page.getByText(t('handover:arrivals.imported'))).toBeVisible();
  await page.getByLabel(t('handover:arrivals.numberOut')).fill('C-77/2026');
  await press(desk, 'handover:arrivals.writeACCEPTED');
  const stick = dirname(envelope);
  const receipt = (): string | undefined => readdirSync(stick).find((name) => name.includes('receipt') && name.endsWith('.zip.age'));
  await expect.poll(receipt).toBeDefined();
  return join(stick, receipt() ?? '');
};

/** The prison takes the answer and sees what became of it. */
export const takeReceipt = async (desk: Desk, receipt: string): Promise<void> => {
  const { app, page, t } = desk;
  await part(desk, 'handover:tab');
  await answerDialogs(app, receipt);
  await press(desk, 'handover:receipt.take');
  await expect(page.getByText(t('handover:receipt.ACCEPTED'))).toBeVisible();
  await expect(page.getByText('I-204/2026').first()).toBeVisible();
};
