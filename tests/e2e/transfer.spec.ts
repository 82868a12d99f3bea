import { test } from '@playwright/test';
import { expectAccessible } from './screens.ts';
import { transferStory } from './steps/transfer.ts';

test('a case goes from prison to prison tonight, and what stays behind is a copy nobody changes', async () => {
  // two programs at once, each deriving keys and looked at by axe
  test.setTimeout(240_000);
  await transferStory({ language: 'ro', theme: 'light' }, expectAccessible);
});
