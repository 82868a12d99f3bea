import type { ImportRow } from '../../../../shared/contract/exchange.ts';
import type { ImportRecord } from '../../../../shared/domain/handover.ts';
import type { Contact } from '../../../../shared/domain/office.ts';
import { listContacts } from '../contacts/contacts.ts';
import { nameOf } from '../handover/list.ts';
import { find } from '../query.ts';
import { changed, existing, save, type Work } from '../work.ts';

/** More than a screen needs; whoever looks further back finds it at the person. */
const LIMIT = 200;

/** The day a paper ended a key of the sender, when the envelope came until then: it may not be from them. */
const revokedSince = (record: ImportRecord, contacts: readonly Contact[]): string | undefined => {
  const on = contacts.find(({ card }) => card.serviceId === record.senderServiceId)?.revokedOn;
  return on !== undefined && record.createdAtSender.slice(0, on.length) <= on ? on : undefined;
};

const rowOf = (record: ImportRecord, person: string | undefined, keyRevokedOn: string | undefined): ImportRow => {
  const { answered } = record;
  return {
    id: record.id,
    personId: record.personId,
    ...(person === undefined ? {} : { person }),
    sender: record.senderName,
    reference: record.reference,
    decision: record.decision,
    decidedAt: record.decidedAt,
    imported: record.caseFile !== undefined,
    ...(keyRevokedOn === undefined ? {} : { keyRevokedOn }),
    ...(record.registrationNumberOut === undefined ? {} : { numberOut: record.registrationNumberOut }),
    ...(record.registrationNumberIn === undefined ? {} : { numberIn: record.registrationNumberIn }),
    ...(answered === undefined
      ? {}
      : { answered: { decision: answered.decision, at: answered.at, ...(answered.numberOut === undefined ? {} : { numberOut: answered.numberOut }) } }),
  };
};

/** What was taken over or answered here, newest first: also what the sender knows nothing of yet. */
export const listImports = async (work: Work): Promise<ImportRow[]> => {
  const all = await find(work.vault, 'handovers', 'import', { selector: {}, sort: [{ id: 'desc' }], limit: LIMIT });
  const contacts = await listContacts(work);
  return Promise.all(all.map(async (record) => rowOf(record, await nameOf(work, record.personId), revokedSince(record, contacts))));
};

export interface ImportNumbers {
  readonly numberIn?: string | undefined;
  readonly receiptNumberOut?: string | undefined;
}

/** Writes down numbers of the register that were given after the act; a receipt that has left is not changed by it. */
export const registerImport = async (work: Work, importId: string, { numberIn, receiptNumberOut }: ImportNumbers): Promise<void> => {
  const record = await existing(work, 'handovers', importId, 'import');
  const { answered } = record;
  const next = {
    ...record,
    ...(numberIn === undefined ? {} : { registrationNumberIn: numberIn }),
    ...(receiptNumberOut === undefined || answered === undefined ? {} : { answered: { ...answered, numberOut: receiptNumberOut } }),
  };
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, next) }], {
    action: 'import.register',
    personId: record.personId,
    details: {
      envelope: record.envelopeId,
      ...(numberIn === undefined ? {} : { numberIn: true }),
      ...(receiptNumberOut === undefined ? {} : { receiptNumberOut: true }),
    },
  });
};
