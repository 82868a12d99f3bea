import { expect } from '@playwright/test';
import { answerDialogs, expectAccessible } from '../screens.ts';
import type { Said } from './casework.ts';
import { inDialog, pressByKey, toTab } from './keys.ts';
import type { Desk } from './office.ts';
import { answerByKeys, approveByKeys, beginPlan, comeToPlan, findByKeys, reviseByKeys, unlockByKeys, writeAndSign } from './plan-by-keyboard.ts';
import type { Newcomer } from './register.ts';
import type { Wish } from './road.ts';

/** Who writes and approves the plan, and what each of the other professions wishes with the person. */
export interface Team {
  readonly educator: string;
  readonly psychologist: string;
  readonly socialWorker: string;
  readonly head: string;
  readonly wishes: { readonly psychological: Wish; readonly social: Wish; readonly second: string };
}

/**
 * The first half of the story without a mouse, from the locked screen: who am I, whom do I seek, what they need, what three
 * professions plan with them, that they refuse, what is changed, that they agree, and the approval. Nothing here clicks or
 * puts the focus anywhere but with keys.
 */
export const firstHalf = async (desk: Desk, { educator, psychologist, socialWorker, head, wishes }: Team, register: string, person: Newcomer, words: Said): Promise<void> => {
  await unlockByKeys(desk, educator);
  await receive(desk, register);
  await findByKeys(desk, person);
  await expectAccessible(desk.page, 'a person found by keyboard');
  await askByKeys(desk, words);
  await beginPlan(desk, words);
  await comeToPlan(desk, psychologist, person);
  await writeAndSign(desk, wishes.psychological, 'PSYCHOLOGICAL');
  await comeToPlan(desk, socialWorker, person);
  await writeAndSign(desk, wishes.social, 'SOCIAL');
  await comeToPlan(desk, educator, person);
  await answerByKeys(desk, 'DISAGREES');
  await reviseByKeys(desk, wishes.second);
  await answerByKeys(desk, 'AGREES');
  await comeToPlan(desk, head, person);
  await approveByKeys(desk);
};

/** The register; only the system's own window for files is answered for. */
const receive = async ({ app, page, t }: Desk, register: string): Promise<void> => {
  await answerDialogs(app, register);
  await pressByKey(page, t('common:nav.registerImport'));
  await pressByKey(page, t('office:import.choose.go'));
  await page.getByRole('button', { name: t('office:import.compare') }).waitFor();
  await pressByKey(page, t('office:import.compare'));
  await page.getByRole('button', { name: t('office:import.accept', { count: 1 }), exact: true }).waitFor();
  await pressByKey(page, t('office:import.accept', { count: 1 }));
  await page.getByText(t('office:import.done.title')).waitFor();
  await expectAccessible(page, 'a register taken in by keyboard');
};

/** What the person needs: the keys of the round. */
const askByKeys = async ({ page, t }: Desk, { line }: Said): Promise<void> => {
  const { keyboard } = page;
  await toTab(page, t('people:needs.title'));
  await pressByKey(page, t('needs:start.open'));
  await inDialog(page);
  await pressByKey(page, t('needs:start.go'));
  const domain = (name: string) => page.getByRole('radiogroup', { name: t(`enums:needDomain.${name}`), exact: true });
  await expect(domain('ACCOMMODATION').locator(':focus')).toHaveCount(1);
  await keyboard.press('3');
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: t('needs:round.lineOf', { domain: t('enums:needDomain.ACCOMMODATION') }) })).toBeFocused();
  await keyboard.type(line);
  await keyboard.press('Enter');
  await expect(domain('IDENTITY_DOCS').locator(':focus')).toHaveCount(1);
  await keyboard.press('0');
  await expectAccessible(page, 'needs asked by keyboard');
  await pressByKey(page, t('needs:round.close'));
  await inDialog(page);
  await pressByKey(page, t('needs:round.close'));
  await page.getByText(line).first().waitFor();
};
