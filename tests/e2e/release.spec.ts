import { expect, test } from '@playwright/test';
import { personPath, screenPaths } from '../../renderer/app/shell/screen-paths.ts';
import { toldCaseCode } from '../../shared/domain/told-cases.ts';
import { expectAccessible } from './screens.ts';
import { demo, launchDemo, unlockAs } from './support/demo.ts';
import { goTo } from './support/walk.ts';
import { wordsIn } from './words.ts';

/** The preparation of one release, by the educator and the second person. */
test('a release is prepared: the list marked, obligations entered and read aloud, a prohibition compared by somebody, signed by a second person', async () => {
  test.setTimeout(180_000);
  const t = wordsIn('ro');
  const { page, close } = await launchDemo('prison', { language: 'ro', theme: 'light' });
  const card = (title: string) => page.getByRole('region', { name: title, exact: true });
  const save = () => page.getByRole('dialog').getByRole('button', { name: t('common:act.save'), exact: true }).click();
  try {
    await unlockAs(page, demo.educator);
    await goTo(page, screenPaths.people);
    await page.getByRole('searchbox').first().fill(toldCaseCode('ro', 6));
    await page.getByRole('row').filter({ hasText: toldCaseCode('ro', 6) }).click();
    await page.waitForURL(/#\/people\/[^/?]+/);
    const id = /#\/people\/([^/?]+)/.exec(page.url())?.[1] ?? '';
    await goTo(page, personPath(id, 'release'));
    await expectAccessible(page, 'the preparation of a release');

    // a wrong tick is taken back at once; what does not apply needs a reason, a refusal none
    const money = page.getByRole('checkbox', { name: t('release:item.tick').replace('{{item}}', 'Sumele din contul nominal restituite') });
    await page.getByText('Sumele din contul nominal restituite').first().click();
    await expect(money).toBeChecked();
    await page.getByRole('button', { name: t('common:mark.undo'), exact: true }).click();
    await expect(money).not.toBeChecked();
    const stateOf = (item: string) => page.getByRole('button', { name: new RegExp(t('release:item.state').replace('{{item}}', item)) });
    await stateOf('Telefon și cartelă SIM').click();
    await page.getByRole('option', { name: t('enums:checklistItemState.NOT_APPLICABLE') }).click();
    await save();
    await expect(page.getByText(t('common:mark.wordMissing')).first()).toBeVisible();
    await page.getByRole('dialog').getByRole('textbox').fill('are deja telefon');
    await save();
    await expect(stateOf('Telefon și cartelă SIM')).toContainText(t('enums:checklistItemState.NOT_APPLICABLE'));
    await stateOf('Bilet de călătorie').click();
    await page.getByRole('option', { name: t('enums:checklistItemState.REFUSED') }).click();
    await expect(stateOf('Bilet de călătorie')).toContainText(t('enums:checklistItemState.REFUSED'));

    // obligations are read aloud
    const obligations = card(t('release:obligations.title'));
    await expect(obligations.getByText(t('release:obligations.unread'))).toHaveCount(3);
    await obligations.getByRole('button', { name: t('release:obligations.read'), exact: true }).click();
    await save();
    await expect(obligations.getByText(t('release:obligations.unread'))).toHaveCount(0);

    // the second person may not sign while nobody compared the prohibition
    await page.keyboard.press('Control+l');
    await unlockAs(page, demo.head);
    await goTo(page, personPath(id, 'release'));
    const sign = async (): Promise<void> => {
      await page.getByRole('button', { name: t('release:sign.open'), exact: true }).click();
      const dialog = page.getByRole('dialog');
      // what was ticked before waits in the draft
      for (const goal of await dialog.getByRole('checkbox').all()) await goal.check({ force: true });
      const reason = dialog.getByRole('textbox');
      if ((await reason.count()) > 0) await reason.fill('răspunsul vine luni');
      await save();
    };
    await sign();
    await expect(page.getByRole('dialog').getByRole('alert').first()).toContainText('interdicție de contact');
    await page.getByRole('dialog').getByRole('button', { name: t('common:act.cancel') }).click();
    const compared = card(t('release:bans.title'));
    await expect(compared.getByText(t('release:bans.open'))).not.toHaveCount(0);
    const open = await compared.locator('.v-check').all();
    for (const tick of open) await tick.click();
    await expect(compared.getByText(t('release:bans.open'))).toHaveCount(0);
    await sign();
    await expect(card(t('release:sign.title'))).toContainText(demo.head);
    await expectAccessible(page, 'a signed list');
  } finally {
    await close();
  }
});
