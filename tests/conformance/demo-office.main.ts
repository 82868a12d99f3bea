import { demoWorkplace } from '../../electron/core/demo/client.ts';
import { createOffice } from '../../electron/core/demo/story.ts';

// Makes the demo vault of a probation office, for stories that need the other side of a hand-over:
//   node scripts/build.mjs core && node out/core/dev-demo-office.js VAULT
const vaultDir = process.argv[2];
if (vaultDir === undefined) throw new Error('usage: demo-office VAULT');
const office = demoWorkplace(vaultDir, '0.0.0', Date.now);
try {
  await createOffice(office);
} finally {
  await office.core.close();
}
