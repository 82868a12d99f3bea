import type { HandoverRow } from '../../../../shared/contract/exchange.ts';
import type { Handover, HandoverStatus } from '../../../../shared/domain/handover.ts';
import { numbered, type HandoverNumbers } from '../../../../shared/domain/handover-rules.ts';
import { displayName } from '../../../../shared/domain/people.ts';
import { listContacts } from '../contacts/contacts.ts';
import { find } from '../query.ts';
import { changed, existing, orRefuse, save, type Work } from '../work.ts';

/** More than a screen needs; whoever looks further back finds it at the person. */
const LIMIT = 200;

const left: readonly HandoverStatus[] = ['SEALED', 'DISPATCHED', 'RECEIVED', 'ACCEPTED', 'REJECTED', 'RETURNED', 'SUPERSEDED', 'REVOKED', 'EXPIRED', 'LOST'];

/** The name of somebody who is here; undefined when nothing of them was kept. */
export const nameOf = async (work: Work, personId: string): Promise<string | undefined> => {
  const person = await work.vault.get('people', personId);
  return person === undefined ? undefined : displayName(person);
};

const rowOf = (handover: Handover, person: string, recipient: string): HandoverRow => {
  const { id, personId, status, practice, reference, registrationNumberOut, envelope, receipt } = handover;
  return {
    id,
    personId,
    person,
    recipient,
    status,
    ...(practice === undefined ? {} : { practice }),
    ...(reference === undefined ? {} : { reference }),
    ...(registrationNumberOut === undefined ? {} : { numberOut: registrationNumberOut }),
    ...(envelope === undefined ? {} : { sealedAt: envelope.sealedAt }),
    ...(receipt === undefined
      ? {}
      : {
          receipt: {
            decision: receipt.decision,
            importedAt: receipt.importedAt,
            ...(receipt.numberOut === undefined ? {} : { numberOut: receipt.numberOut }),
            ...(receipt.numberIn === undefined ? {} : { numberIn: receipt.numberIn }),
          },
        }),
  };
};

/** What was sealed, of everybody, newest first: who has answered, and who has not. */
export const listHandovers = async (work: Work): Promise<HandoverRow[]> => {
  const [all, contacts] = await Promise.all([
    find(work.vault, 'handovers', 'handover', { selector: { 'ix.status': { $in: left } }, sort: [{ id: 'desc' }], limit: LIMIT }),
    listContacts(work),
  ]);
  const recipientOf = ({ recipientServiceId, caseFile }: Handover): string => contacts.find(({ card }) => card.serviceId === recipientServiceId)?.card.name ?? caseFile.recipient.name;
  return Promise.all(all.map(async (handover) => rowOf(handover, (await nameOf(work, handover.personId)) ?? '', recipientOf(handover))));
};

/**
 * Writes down numbers of the register that were given after the act. They are part of our papers, never of what was sealed;
 * the audit trail says which was set, never its text: whoever types it may write anything.
 * @throws RefusedError `handover.noReceipt` for the number of a receipt that has not come
 */
export const registerHandover = async (work: Work, handoverId: string, numbers: HandoverNumbers): Promise<void> => {
  const handover = await existing(work, 'handovers', handoverId, 'handover');
  const next = orRefuse(numbered(handover, numbers));
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, { ...next, _rev: handover._rev }) }], {
    action: 'handover.register',
    personId: handover.personId,
    details: {
      handover: handoverId,
      ...(numbers.numberOut === undefined ? {} : { numberOut: true }),
      ...(numbers.receiptNumberIn === undefined ? {} : { receiptNumberIn: true }),
    },
  });
};
