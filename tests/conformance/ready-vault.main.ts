import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoWorkplace } from '../../electron/core/demo/client.ts';
import { names } from '../../electron/core/demo/story-texts.ts';
import { createPrison, planWith } from '../../electron/core/demo/story.ts';
import { otherOffice, trustIn } from '../offices/other-office.ts';

// Makes the vault of a prison in a busy week: people released today whose hand-overs to one office are authorised and wait to be
// written, and one to an organisation without a card. The keys of that office are thrown away.
//   node scripts/build.mjs core && node out/core/dev-ready-vault.js VAULT
const [, , vaultDir] = process.argv;
if (vaultDir === undefined) throw new Error('usage: ready-vault VAULT');
const folder = mkdtempSync(join(tmpdir(), 'varco-'));
const prison = demoWorkplace(vaultDir, '0.0.0', Date.now);
const { calls, core } = prison;
try {
  await createPrison(prison);
  const office = await otherOffice('probation', 'Serviciul de Probațiune Exemplu');
  await trustIn(prison, office, folder);
  const { today } = core.session.work();
  const ready: string[] = [];
  const { serviceId: withoutCard } = await calls.contacts.addCardless({ name: 'Asociația Exemplu' });
  for (const [code, familyName] of [['RD-1', 'Albu'], ['RD-2', 'Bratu'], ['RD-3', 'Costea'], ['RD-4', 'Dinu']] as const) {
    const { id: personId } = await calls.people.add({ code, familyName, givenName: 'Ion', birthDate: '1990-01-01', endOfSentence: today });
    await planWith(prison, personId, today);
    const request = { personId, recipientServiceId: code === 'RD-4' ? withoutCard : office.card.serviceId, mandate: { kind: 'SUPERVISION', act: 'sentința 17', date: today } } as const;
    const { caseHash } = await calls.handovers.preview(request);
    const { handoverId } = await calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash });
    ready.push(handoverId);
  }
  await prison.changeUser(names.coordinator);
  for (const handoverId of ready) await calls.handovers.authorise({ handoverId });
} finally {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
}
