import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFile } from '../../shared/domain/casefile.ts';
import type { ServiceCard } from '../../shared/domain/card.ts';
import type { EnvelopeHeader, EnvelopeRef, ReceiptPayload } from '../../shared/domain/envelope.ts';
import { canonicalBytes } from '../../electron/core/canonical.ts';
import { buildCard, cardFile } from '../../electron/core/envelope/card.ts';
import { bytesOf } from '../../electron/core/envelope/content.ts';
import { cardFingerprint } from '../../electron/core/envelope/fingerprint.ts';
import { openEnvelope } from '../../electron/core/envelope/open.ts';
import { sealEnvelope } from '../../electron/core/envelope/seal.ts';
import { newServiceKeys, type ServiceKeys } from '../../electron/core/envelope/service-keys.ts';
import type { DemoWorkplace } from '../../electron/core/demo/client.ts';
import { newId } from '../../electron/core/services/work.ts';

/** Another office, for tests: keys and a card, no vault (one process holds one vault). It really seals and opens. */
export interface OtherOffice {
  readonly card: ServiceCard;
  readonly keys: ServiceKeys;
  /** seals something to the workplace whose card is given, into a file of the folder */
  readonly send: (to: ServiceCard, message: Message) => Promise<string>;
}

export interface Message {
  readonly folder: string;
  readonly kind: EnvelopeHeader['kind'];
  readonly sequence?: number;
  readonly caseFile?: CaseFile;
  /** makes of the text of the case what no program would write */
  readonly text?: (json: string) => string;
  /** the officer's plan in Romanian, beside the case */
  readonly plan?: Uint8Array;
  /** the sender's own registration number */
  readonly number?: string;
  /** fields of the header for what is about another envelope */
  readonly about?: Partial<Pick<EnvelopeHeader, 'envelopeId' | 'supersedes' | 'supplements' | 'revokes'>>;
  /** another payload than a case or a receipt: one JSON file below data/, and what it answers */
  readonly file?: { readonly path: string; readonly json: unknown; readonly payloads: EnvelopeHeader['payloads']; readonly inAnswerTo?: EnvelopeRef };
  readonly receipt?: { readonly answers: EnvelopeRef; readonly decision: ReceiptPayload['decision']; readonly reason?: string; readonly at?: string };
}

const AT = '2026-11-22T10:00:00Z';

/** @param reads payloads its program reads */
export const otherOffice = async (kind: 'prison' | 'probation', name: string, reads: ServiceCard['reads'] = { case: 1, transfer: 1, receipt: 1 }): Promise<OtherOffice> => {
  const keys = await newServiceKeys();
  const serviceId = newId();
  const card = buildCard(
    { serviceId, kind, name, reads, validFrom: '2026-01-01', validTo: '2031-01-01', demo: true },
    keys,
  );
  const send = async (to: ServiceCard, message: Message): Promise<string> => {
    const { caseFile, plan, receipt } = message;
    const payload: ReceiptPayload | undefined = receipt && { format: 'varco-receipt', version: 1, at: AT, ...receipt };
    const sealed = await sealEnvelope({
      header: {
        kind: message.kind,
        envelopeId: newId(),
        reference: `T-${message.sequence ?? 1}`,
        sequence: message.sequence ?? 1,
        createdAt: AT,
        dataAsOf: '2026-11-22',
        sender: { serviceId, installationId: serviceId, name },
        recipient: { serviceId: to.serviceId, age: to.ageRecipient },
        ...(receipt === undefined ? {} : { inAnswerTo: receipt.answers }),
        ...(message.number === undefined ? {} : { registrationNumber: message.number }),
        ...(message.file?.inAnswerTo === undefined ? {} : { inAnswerTo: message.file.inAnswerTo }),
        ...message.about,
        payloads: message.file !== undefined ? message.file.payloads : caseFile === undefined ? { receipt: 1 } : { case: 1 },
        demo: true,
      },
      payload:
        message.file !== undefined
          ? [{ path: message.file.path, bytes: canonicalBytes(message.file.json) }]
          : caseFile === undefined
          ? [{ path: 'receipt.json', bytes: canonicalBytes(payload ?? {}) }]
          : [{ path: 'case.json', bytes: message.text === undefined ? canonicalBytes(caseFile) : Buffer.from(message.text(JSON.stringify(caseFile))) }, ...(plan === undefined ? [] : [{ path: 'plan-ro.pdf', bytes: plan }])],
      signingKey: keys.signingKey,
    });
    const file = join(message.folder, `${newId()}.zip.age`);
    writeFileSync(file, await bytesOf(sealed.bytes));
    return file;
  };
  return { card, keys, send };
};

/** The workplace takes the other office's card and compares its fingerprint. */
export const trustIn = async ({ calls, grant }: DemoWorkplace, { card }: OtherOffice, folder: string): Promise<string> => {
  const file = join(folder, `${card.serviceId}.varco-card.json`);
  writeFileSync(file, cardFile(card));
  const contact = await calls.contacts.importCard({ file: grant(file, 'card') });
  await calls.contacts.trust({ id: contact.id, fingerprint: cardFingerprint(card).groups.join(' '), comparedWith: 'telefon' });
  return contact.id;
};

/** What the other office finds in an envelope sealed to it by the workplace. */
export const openAs = async ({ keys, card }: OtherOffice, from: ServiceCard, bytes: Uint8Array) => {
  const report = await openEnvelope({
    bytes,
    key: { identities: [keys.ageIdentity] },
    us: { serviceId: card.serviceId, demo: true },
    trust: (key) => (key === from.signingKey ? { serviceId: from.serviceId, name: from.name, kinds: ['handover', 'supplement', 'receipt', 'return', 'transfer', 'directory', 'catalogue', 'templates', 'revocation'], state: 'TRUSTED' } : undefined),
    exchanged: () => true,
  });
  if (report.envelope === undefined) throw report.error ?? new Error('not opened');
  return report.envelope;
};
