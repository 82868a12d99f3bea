import { expect } from '@playwright/test';
import { answerDialogs } from '../screens.ts';
import { demo } from '../support/demo.ts';
import type { Said } from './casework.ts';
import { inDialog, pressByKey, tabTo } from './keys.ts';
import type { Desk } from './office.ts';
import type { Newcomer } from './register.ts';

/**
 * The first half of the story without a mouse, from the locked screen: who am I, whom do I seek, what they need, what they
 * want, and what they say to the plan. Nothing here clicks or puts the focus anywhere but with keys.
 */
export const firstHalf = async ({ app, page, t }: Desk, user: string, register: string, person: Newcomer, { line, goal, step, words }: Said): Promise<void> => {
  const { keyboard } = page;
  await page.getByText(user, { exact: true }).waitFor();
  await tabTo(page, new RegExp(user));
  await keyboard.press('Space');
  await tabTo(page, t('session:unlock.password'));
  await keyboard.type(demo.password);
  await keyboard.press('Enter');
  await page.getByRole('link', { name: t('common:nav.people') }).first().waitFor();

  // the register; only the system's own window for files is answered for
  await answerDialogs(app, register);
  await pressByKey(page, t('common:nav.registerImport'));
  await pressByKey(page, t('office:import.choose.go'));
  await page.getByRole('button', { name: t('office:import.compare') }).waitFor();
  await pressByKey(page, t('office:import.compare'));
  await page.getByRole('button', { name: t('office:import.accept', { count: 1 }), exact: true }).waitFor();
  await pressByKey(page, t('office:import.accept', { count: 1 }));
  await page.getByText(t('office:import.done.title')).waitFor();

  // find somebody and open their page
  await pressByKey(page, new RegExp(`^${t('common:nav.people')}( \\d+)?$`));
  await page.getByRole('grid').waitFor();
  await tabTo(page, t('common:search.people'));
  await keyboard.type(person.code);
  await page.getByRole('row').filter({ hasText: person.code }).waitFor();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
  await tabTo(page, person.family);
  await keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: new RegExp(person.family) }).waitFor();

  // needs
  await tabTo(page, t('people:person.brief'));
  await keyboard.press('ArrowRight');
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
  await pressByKey(page, t('needs:round.close'));
  await inDialog(page);
  await pressByKey(page, t('needs:round.close'));
  await page.getByText(line).first().waitFor();

  // the plan
  await tabTo(page, t('people:needs.title'), { back: true });
  await keyboard.press('ArrowRight');
  await pressByKey(page, t('plan:new.first'));
  await inDialog(page);
  await pressByKey(page, t('plan:new.go'));
  await page.getByRole('textbox', { name: t('plan:draft.statement'), exact: true }).waitFor();
  await tabTo(page, t('plan:draft.statement'));
  await keyboard.type(words);
  await tabTo(page, t('plan:draft.newGoal'));
  await keyboard.type(goal);
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: t('plan:goal.newStep', { number: 1 }) })).toBeFocused();
  await keyboard.type(step);
  await keyboard.press('Enter');
  await pressByKey(page, t('enums:planCommand.propose'));
  await page.getByRole('button', { name: t('plan:answer.record'), exact: true }).waitFor();
  await pressByKey(page, t('plan:answer.record'));
  await inDialog(page);
  await tabTo(page, t('enums:answer.AGREES'));
  await keyboard.press('Space');
  await tabTo(page, t('enums:answerSignature.PAPER'));
  await keyboard.press('Space');
  await pressByKey(page, t('common:act.save'));
  await expect(page.getByText(t('enums:planStatus.AGREED')).first()).toBeVisible();
};
