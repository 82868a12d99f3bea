import { join } from 'node:path';
import type { ArrivalView } from '../../../shared/contract/arrivals.ts';
import { ageIdentities } from '../services/contacts/own.ts';
import { demoWorkplace } from './client.ts';
import type { OfficeSteps, StepAnswer, StepCall } from './office-protocol.ts';
import { createOffice } from './story.ts';

/** Taken over as whoever fits, all of it: what an officer would say who sees nothing against it. */
const takenAs = ({ candidates }: ArrivalView) => ({ as: candidates?.find(({ likely }) => likely)?.personId ?? ('NEW' as const), take: 'ALL' as const });

const stepsOf = (vaultDir: string, version: string): OfficeSteps & { close: () => Promise<void> } => {
  const workplace = demoWorkplace(vaultDir, version, Date.now);
  const { calls, core, grant } = workplace;
  return {
    create: async ({ folder }) => {
      await createOffice(workplace);
      const { card, fingerprint } = await calls.contacts.own();
      const cardFile = join(folder, 'office.varco-card.json');
      await calls.contacts.saveOwnCard({ file: grant(cardFile, 'save') });
      return { cardFile, serviceId: card.serviceId, fingerprint: fingerprint.groups.join(' ') };
    },
    trust: async ({ cardFile, fingerprint }) => {
      const contact = await calls.contacts.importCard({ file: grant(cardFile, 'card') });
      await calls.contacts.trust({ id: contact.id, fingerprint, comparedWith: 'telefon' });
      return {};
    },
    receive: async ({ envelope, receipts }) => {
      const arrival = await calls.imports.open({ file: grant(envelope, 'envelope') });
      const arrivalId = arrival.arrivalId ?? '';
      const { personId } = await calls.imports.accept({ arrivalId, ...takenAs(arrival), registrationNumberIn: 'I-204/2026' });
      const { fileName } = await calls.imports.receipt({ arrivalId, folder: grant(receipts, 'folder'), decision: 'ACCEPTED' });
      return { checks: arrival.checks, personId, receiptFile: join(receipts, fileName) };
    },
    receiveAgain: async ({ envelope }) => {
      const arrival = await calls.imports.open({ file: grant(envelope, 'envelope') });
      const { personId } = await calls.imports.accept({ arrivalId: arrival.arrivalId ?? '', ...takenAs(arrival) });
      return { repeated: arrival.repeated, personId };
    },
    demoKey: async () => ({ identity: (await ageIdentities(core.session.work()))[0] ?? '' }),
    verifyAudit: () => core.session.vault.audit.verify(),
    close: () => core.close(),
  };
};

/** Serves the steps of the office over the process's channel until the other side ends it. */
export const serveOffice = async (vaultDir: string, version: string): Promise<void> => {
  const steps = stepsOf(vaultDir, version);
  const answer = (reply: StepAnswer): void => void process.send?.(reply);
  process.on('message', (message) => {
    const { id, step, input } = message as StepCall;
    const run = steps[step] as (value: unknown) => Promise<unknown>;
    run(input).then(
      (value) => answer({ id, ok: true, value }),
      (error: unknown) =>
        answer({
          id,
          ok: false,
          error:
            error instanceof Error
              ? { name: error.name, message: error.message, ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}) }
              : { name: 'Error', message: String(error) },
        }),
    );
  });
  await new Promise<void>((resolve) => process.once('disconnect', resolve));
  await steps.close();
};
