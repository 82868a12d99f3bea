import { admitVisitors } from './visitors.ts';
import { demoWorkplace } from '../../electron/core/demo/client.ts';
import { isDemoCountry } from '../../electron/core/demo/countries.ts';
import { ensureDemo } from '../../electron/core/demo/ensure.ts';
import { itStory } from '../../electron/core/demo/story-texts-it.ts';
import { roStory } from '../../electron/core/demo/story-texts.ts';
import { createOffice } from '../../electron/core/demo/story.ts';

// Makes a demo vault for stories: of a prison as `--demo` makes it, the same with the visitors of `visitors.ts`, or of the
// probation office on the other side.
//   node scripts/build.mjs core && node out/core/dev-demo-vault.js VAULT prison|visitors|probation ro|it
const [, , vaultDir, kind = '', country = ''] = process.argv;
if (vaultDir === undefined || (kind !== 'prison' && kind !== 'visitors' && kind !== 'probation') || !isDemoCountry(country)) throw new Error('usage: demo-vault VAULT prison|visitors|probation ro|it');
if (kind !== 'probation') {
  await ensureDemo(vaultDir, '0.0.0', Date.now, country);
  if (kind === 'visitors') await admitVisitors(vaultDir, country === 'it' ? itStory : roStory);
} else {
  const office = demoWorkplace(vaultDir, '0.0.0', Date.now);
  try {
    await createOffice(office, country === 'it' ? itStory : roStory);
  } finally {
    await office.core.close();
  }
}
