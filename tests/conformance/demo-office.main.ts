import { demoWorkplace } from '../../electron/core/demo/client.ts';
import { itStory } from '../../electron/core/demo/story-texts-it.ts';
import { roStory } from '../../electron/core/demo/story-texts.ts';
import { createOffice } from '../../electron/core/demo/story.ts';

// Makes the demo vault of a probation office, for stories that need the other side of a hand-over:
//   node scripts/build.mjs core && node out/core/dev-demo-office.js VAULT [ro|it]
const [, , vaultDir, country = 'ro'] = process.argv;
if (vaultDir === undefined || (country !== 'ro' && country !== 'it')) throw new Error('usage: demo-office VAULT [ro|it]');
const office = demoWorkplace(vaultDir, '0.0.0', Date.now);
try {
  await createOffice(office, country === 'it' ? itStory : roStory);
} finally {
  await office.core.close();
}
