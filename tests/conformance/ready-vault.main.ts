import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoWorkplace } from '../../electron/core/demo/client.ts';
import { startOffice } from '../../electron/core/demo/office-client.ts';
import { serveOffice } from '../../electron/core/demo/office-server.ts';
import { names } from '../../electron/core/demo/story-texts.ts';
import { createPrison, planWith } from '../../electron/core/demo/story.ts';
import { otherOffice, trustIn } from '../offices/other-office.ts';

// Makes two vaults that trust each other: of a prison in a busy week, with people released today whose hand-overs to one probation
// office are authorised and wait to be written, and beside it, with `-office` after its name, the vault of that office. One more is
// to an organisation without a card, and one to a neighbouring service whose keys are thrown away.
//   node scripts/build.mjs core && node out/core/dev-ready-vault.js VAULT
const [, , vaultDir, option, officeDir] = process.argv;
if (vaultDir === undefined) throw new Error('usage: ready-vault VAULT');

const makeBoth = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const prison = demoWorkplace(vaultDir, '0.0.0', Date.now);
  // one process holds one vault
  const office = startOffice(`${vaultDir}-office`);
  const { calls, core } = prison;
  try {
    const [{ serviceId, cardFile, fingerprint }] = await Promise.all([office.ask('create', { folder }), createPrison(prison)]);
    const contact = await calls.contacts.importCard({ file: prison.grant(cardFile, 'card') });
    await calls.contacts.trust({ id: contact.id, fingerprint, comparedWith: 'telefon' });
    const ownCard = join(folder, 'prison.varco-card.json');
    await calls.contacts.saveOwnCard({ file: prison.grant(ownCard, 'save') });
    await office.ask('trust', { cardFile: ownCard, fingerprint: (await calls.contacts.own()).fingerprint.groups.join(' ') });
    const neighbour = await otherOffice('probation', 'Serviciul de Probațiune Vecin');
    await trustIn(prison, neighbour, folder);
    const { serviceId: withoutCard } = await calls.contacts.addCardless({ name: 'Asociația Exemplu' });
    const { today } = core.session.work();
    const ready: string[] = [];
    const people = [['RD-1', 'Albu', serviceId], ['RD-2', 'Bratu', serviceId], ['RD-3', 'Costea', serviceId], ['RD-4', 'Dinu', withoutCard], ['RD-5', 'Enache', neighbour.card.serviceId]] as const;
    for (const [code, familyName, recipientServiceId] of people) {
      const { id: personId } = await calls.people.add({ code, familyName, givenName: 'Ion', birthDate: '1990-01-01', endOfSentence: today });
      await planWith(prison, personId, today);
      const request = { personId, recipientServiceId, mandate: { kind: 'SUPERVISION', act: 'sentința 17', date: today } } as const;
      const { caseHash } = await calls.handovers.preview(request);
      const { handoverId } = await calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash });
      ready.push(handoverId);
    }
    await prison.changeUser(names.coordinator);
    for (const handoverId of ready) await calls.handovers.authorise({ handoverId });
  } finally {
    await Promise.all([core.close(), office.end()]);
    rmSync(folder, { recursive: true, force: true });
  }
};

// the office's own process is this program once more
if (vaultDir === 'demo-office' && option === '--vault' && officeDir !== undefined) await serveOffice(officeDir, '0.0.0');
else await makeBoth();
